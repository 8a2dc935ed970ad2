import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from "react";
import { isUndecided, type Judgement, type Scope } from "../../desk/decisions";
import { levelOf, LEVEL_WORDS, type Desk, type JudgedFinding, type OfficeRow, type OfficeState } from "../../desk/desk";
import { baseName } from "../../desk/base-name";
import {
  causeWords,
  judgedWords,
  placedWords,
  problemWords,
  roundWords,
  STANDING_WORDS,
  standingReasons,
  stillWords,
  STATE_WORDS,
} from "../../render/desk-words";
import { Fold } from "../parts/fold";
import { useDesk, useDeskState } from "./context";
import { firstFile, nextOffice } from "./order";
import { ReasonForm } from "./reason-form";
import { UnitsChoice } from "./units-choice";

/** What is said where there is nothing to decide: what was not looked at is no praise. */
const NOTHING_FOUND: Readonly<Record<OfficeState, string>> = {
  unreadable: "没有核对。",
  broken: "问题太多，没有逐条列出。请打开文件看。",
  open: "没有要定的问题，但有的内容没有核对到：请看左边“公开表”“报告”两栏，或打开文件看。",
  settled: "没有发现问题。",
  clean: "没有发现问题。",
};

interface Given {
  readonly desk: Desk;
  /** Places on the desk, in the order shown. */
  readonly shown: readonly number[];
}

/** What was found in one office, to be judged one after the other from the keyboard. */
export function OfficeFindings({ desk, shown }: Given): JSX.Element | null {
  const { store } = useDesk();
  const chosen = useDeskState((state) => state.chosen);
  const looked = useDeskState((state) => state.looked);
  const office = desk.offices.find((one) => firstFile(one) === chosen);
  if (!office) return null;
  const next = (): void => {
    const other = nextOffice(desk, shown, office);
    if (other) store.set({ chosen: firstFile(other) });
  };
  return (
    <aside className="offices-findings" aria-label={`${office.name}的问题`}>
      <Head office={office} />
      <Causes office={office} />
      <Around office={office} desk={desk} />
      {office.findings.length === 0 ? (
        <p className="hint">{NOTHING_FOUND[office.state]}</p>
      ) : (
        <Findings key={`${String(looked)} ${chosen ?? ""}`} office={office} onDone={next} />
      )}
    </aside>
  );
}

function Head({ office }: { office: OfficeRow }): JSX.Element {
  const { store, commands } = useDesk();
  const { name, year, state, workbook, report } = office;
  const problem = problemWords(office);
  return (
    <header>
      <h2>
        {name} {year !== null && `${String(year)}年`} <span className={`state-${state}`}>{STATE_WORDS[state]}</span>
      </h2>
      {problem !== "" && <p className="stale">{problem}</p>}
      <p className="about-line">{judgedWords(office.judged)}</p>
      <div className="buttons">
        {workbook && workbook.state !== "unreadable" && (
          <Button size="small" onClick={() => void commands.open(office, "workbook")}>
            打开工作簿
          </Button>
        )}
        {report && report.state !== "unreadable" && (
          <Button size="small" onClick={() => void commands.open(office, "report")}>
            打开报告
          </Button>
        )}
        <Button size="small" onClick={() => void commands.letters([office], "unrejected")}>
          写审核意见
        </Button>
        <Button size="small" appearance="subtle" onClick={() => store.set({ chosen: null })}>
          收起
        </Button>
      </div>
    </header>
  );
}

/** What went wrong once and shows in many findings, before them. */
function Causes({ office: { workbook, report } }: { office: OfficeRow }): JSX.Element | null {
  const causes = (workbook ?? report)?.causes ?? [];
  if (causes.length === 0) return null;
  return (
    <div className="offices-causes">
      <p>先看这里：</p>
      <ul>
        {causes.map((cause) => (
          <li key={cause.message}>{causeWords(cause)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Against the round before, last year, and its units: what is no finding of its own. */
function Around({ office, desk }: { office: OfficeRow; desk: Desk }): JSX.Element {
  return (
    <>
      {office.rounds.map((round) => {
        const unasked = round.changes.filter(({ asked }) => !asked);
        return (
          <Fold
            key={round.file}
            className="offices-round"
            open={unasked.length > 0}
            title={
              <span className="fold-title">
                与上一稿（{baseName(round.before)}）：{roundWords(round)}
              </span>
            }
          >
            <ul>
              {unasked.map(({ words }) => (
                <li key={words} className="level-warning">
                  没有意见而改了：{words}
                </li>
              ))}
              {round.repaired.map((finding) => (
                <li key={finding.key}>已改好：{placedWords(finding)}</li>
              ))}
            </ul>
          </Fold>
        );
      })}
      {office.held.map(({ kind, file, summary, notes }) => (
        <Fold
          key={`${kind} ${file}`}
          title={<span className="fold-title">{`${kind === "units" ? "所属单位" : "上年公开"}：${summary}`}</span>}
        >
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Fold>
      ))}
      <UnitsChoice key={firstFile(office)} office={office} desk={desk} />
    </>
  );
}

/** 1 accepts, 2 asks for a reason and rejects, 0 takes it back, 9 accepts every 不符 that is left, Escape leads back to the row; arrows go up and down, and what is decided is followed by the next. */
function Findings({ office, onDone }: { office: OfficeRow; onDone: () => void }): JSX.Element {
  const { commands } = useDesk();
  const { findings } = office;
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      findings.findIndex(({ standing }) => isUndecided(standing)),
    ),
  );
  const [asking, setAsking] = useState(false);
  const [isNew, isAltered] = [
    new Set(office.rounds.flatMap(({ added }) => added)),
    new Set(office.rounds.flatMap(({ altered }) => altered)),
  ];
  const focus = (place: number): void => {
    setAt(place);
    setAsking(false);
    list.current?.querySelectorAll<HTMLElement>(".finding-words")[place]?.focus();
  };
  useEffect(() => {
    list.current?.querySelectorAll<HTMLElement>(".finding-words")[at]?.focus();
    // Once, when the office comes into view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const say = (finding: JudgedFinding, judgement: Judgement, reason = "", scope: Scope = "office"): void => {
    commands.decide(office, finding, judgement, reason, scope);
    if (judgement === "withdrawn") {
      focus(at);
      return;
    }
    const rest = [...findings.keys()].filter((place) => place !== at && isUndecided(findings[place]?.standing ?? finding.standing));
    const next = rest.find((place) => place > at) ?? rest[0];
    if (next === undefined) onDone();
    focus(next ?? at);
  };
  // One wrong cell breaks many sums: none of them needs a thought of its own.
  const left = findings.filter((finding) => isUndecided(finding.standing) && levelOf(finding) === "error");
  const acceptRest = (): void => {
    for (const finding of left) commands.decide(office, finding, "accepted", "", "office");
    const next = findings.findIndex((finding) => isUndecided(finding.standing) && !left.includes(finding));
    if (next < 0) onDone();
    focus(next < 0 ? at : next);
  };
  const press = (event: KeyboardEvent): void => {
    const finding = findings[at];
    if (!finding || event.ctrlKey || event.altKey || event.metaKey || (event.target as HTMLElement).closest("form")) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(Math.min(findings.length - 1, at + 1)),
      ArrowUp: () => focus(Math.max(0, at - 1)),
      "1": () => say(finding, "accepted"),
      "2": () => setAsking(true),
      "0": () => say(finding, "withdrawn"),
      "9": acceptRest,
      Escape: () => document.querySelector<HTMLElement>('.offices-table [aria-expanded="true"]')?.focus(),
    };
    const wanted = keys[event.key];
    if (!wanted) return;
    event.preventDefault();
    wanted();
  };
  return (
    <>
      <p className="hint">方向键上下，1 采纳，2 不采纳并写理由，0 撤回；定了一处就到下一处。</p>
      {left.length > 1 && (
        <div className="buttons">
          <Button size="small" onClick={acceptRest}>
            余下 {left.length} 处不符都采纳（9）
          </Button>
        </div>
      )}
      <ol ref={list} onKeyDown={press} className="offices-list" aria-label="问题">
        {findings.map((finding, place) => (
          <li key={`${finding.id} ${finding.key} ${String(place)}`} className={place === at ? "is-current" : ""}>
            <button type="button" className="finding-words" tabIndex={place === at ? 0 : -1} onFocus={() => setAt(place)}>
              <span className={`offices-level level-${levelOf(finding)}`}>{LEVEL_WORDS[levelOf(finding)]}</span>
              {isNew.has(finding.key) && <span className="offices-level level-error">新出现</span>}
              {isAltered.has(finding.key) && <span className="offices-level level-warning">{stillWords(finding)}</span>}
              <span className={`standing-${finding.standing.state}`}>{STANDING_WORDS[finding.standing.state]}</span>
              <span className={finding.standing.state === "rejected" ? "is-rejected" : ""}>{placedWords(finding)}</span>
              {finding.standing.decisions.length > 0 && <span className="finding-reasons">{standingReasons(finding)}</span>}
            </button>
            {place === at && !asking && (
              <div className="buttons">
                <Button size="small" onClick={() => say(finding, "accepted")}>
                  采纳（1）
                </Button>
                <Button size="small" onClick={() => setAsking(true)}>
                  不采纳（2）
                </Button>
                {finding.standing.decisions.length > 0 && finding.standing.state !== "lapsed" && (
                  <Button size="small" onClick={() => say(finding, "withdrawn")}>
                    撤回（0）
                  </Button>
                )}
                <Button size="small" appearance="subtle" onClick={() => void commands.open(office, finding.of, finding.id)}>
                  看原文件
                </Button>
              </div>
            )}
            {place === at && asking && (
              <ReasonForm
                draft={`${office.name}|${String(office.year)}|${finding.key}|${finding.figures}`}
                onSay={(judgement, reason, scope) => say(finding, judgement, reason, scope)}
                onCancel={() => focus(at)}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
