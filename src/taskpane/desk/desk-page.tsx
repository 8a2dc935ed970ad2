import { Button, ProgressBar } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState, type JSX } from "react";
import type { LetterChoice } from "../../desk/letters";
import { OFFICE_STATES, type Desk } from "../../desk/desk";
import { goneWords, STATE_WORDS, summaryWords } from "../../render/desk-words";
import { NoticeLine } from "../parts/notice-line";
import { ProblemBar } from "../parts/problem-bar";
import "../styles/desk.css";
import { CommonList } from "./common-list";
import { useDesk, useDeskState } from "./context";
import { deskIn } from "./desk-in";
import { unsavedIn } from "./kept-decisions";
import { FilesButton, ManyButtons } from "./many-buttons";
import { OfficeFindings } from "./office-findings";
import { OfficeTable } from "./office-table";
import { officesShown } from "./order";

/** 审核台: many offices at once, what is common to them, and each of them a press away. */
export function DeskPage(): JSX.Element {
  // What has been read is drawn in pieces, between what the user does: a table of hundreds takes its time.
  const files = useDeferredValue(useDeskState((state) => state.files));
  const proofs = useDeferredValue(useDeskState((state) => state.proofs));
  const filter = useDeskState((state) => state.filter);
  const sort = useDeskState((state) => state.sort);
  const held = useDeskState((state) => state.held);
  const rounds = useDeskState((state) => state.rounds);
  const decisions = useDeskState((state) => state.decisions);
  const gone = useDeskState((state) => state.gone);
  const others = useDeskState((state) => state.others);
  const desk = useMemo(
    () => deskIn({ files, proofs, held, rounds, decisions, gone, others }),
    [files, proofs, held, rounds, decisions, gone, others],
  );
  const shown = useMemo(() => officesShown(desk, filter, sort), [desk, filter, sort]);
  return (
    <main className="offices" aria-label="审核台">
      <Head desk={desk} />
      <ProblemBar />
      <CommonList desk={desk} />
      <Tools shown={shown.length} all={desk.offices.length} />
      <Judging desk={desk} shown={shown} />
      <div className="offices-body">
        <OfficeTable desk={desk} shown={shown} />
        <OfficeFindings desk={desk} shown={shown} />
      </div>
      <NoticeLine />
    </main>
  );
}

function Head({ desk }: { desk: Desk }): JSX.Element {
  const { commands } = useDesk();
  const stage = useDeskState((state) => state.stage);
  const isEmpty = desk.offices.length === 0;
  return (
    <header className="offices-head">
      <div>
        <h1>审核台</h1>
        <p role="status">{isEmpty ? "正在读取…" : summaryWords(desk)}</p>
        {desk.passedOver !== "" && <p className="hint">{desk.passedOver}</p>}
        {desk.gone.length > 0 && <p className="hint">{goneWords(desk.gone)}</p>}
        <Progress />
      </div>
      <div className="buttons">
        <ManyButtons />
        <Button size="small" disabled={isEmpty} onClick={() => void commands.save("xlsx")}>
          保存为 Excel
        </Button>
        <Button size="small" disabled={isEmpty} onClick={() => void commands.save("html")}>
          保存为网页
        </Button>
        {stage !== "done" && stage !== "stopped" && (
          <Button size="small" onClick={commands.stop}>
            停止
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={commands.close}>
          关闭审核台
        </Button>
      </div>
    </header>
  );
}

function Progress(): JSX.Element | null {
  const stage = useDeskState((state) => state.stage);
  const all = useDeskState((state) => state.files.length);
  const done = useDeskState((state) => state.files.reduce((count, file) => count + (file ? 1 : 0), 0));
  if (stage === "stopped")
    return (
      <p className="stale">
        已停止：{all} 个文件读了 {done} 个，其余的没有核对。
      </p>
    );
  if (stage === "pairing") return <p className="hint">正在把报告和它的工作簿对照…</p>;
  if (stage === "holding") return <p className="hint">正在对照…</p>;
  if (stage === "done") return null;
  return (
    <div className="offices-progress">
      <ProgressBar value={all === 0 ? 0 : done / all} aria-label="正在核对" />
      <span>
        {done} / {all}
      </span>
    </div>
  );
}

function Tools({ shown, all }: { shown: number; all: number }): JSX.Element {
  const { store } = useDesk();
  const filter = useDeskState((state) => state.filter);
  return (
    <div className="offices-tools">
      <label>
        找单位{" "}
        <input type="search" value={filter.words} onChange={(event) => store.set({ filter: { ...filter, words: event.target.value } })} />
      </label>
      <label>
        结论{" "}
        <select
          value={filter.state ?? ""}
          onChange={(event) =>
            store.set({ filter: { ...filter, state: OFFICE_STATES.find((state) => state === event.target.value) ?? null } })
          }
        >
          <option value="">全部</option>
          {OFFICE_STATES.map((state) => (
            <option key={state} value={state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </select>
      </label>
      {shown < all && (
        <span className="about-line">
          显示 {shown} 个，共 {all} 个
        </span>
      )}
    </div>
  );
}

/** Who decides, where decisions are kept, the letters, and what the offices are held against. */
function Judging({ desk, shown }: { desk: Desk; shown: readonly number[] }): JSX.Element {
  const { commands } = useDesk();
  const reviewer = useDeskState((state) => state.reviewer);
  const unsaved = useDeskState(unsavedIn);
  const all = useDeskState((state) => state.decisions.length);
  const isBusy = useDeskState((state) => state.stage !== "done" && state.stage !== "stopped");
  const [choice, setChoice] = useState<LetterChoice>("unrejected");
  const offices = shown.flatMap((place) => desk.offices[place] ?? []);
  return (
    <div className="offices-tools">
      <label>
        审核人 <input value={reviewer} maxLength={40} size={8} onChange={(event) => commands.name(event.target.value)} />
      </label>
      <span className="buttons">
        <FilesButton words="读入意见" label="选择审核意见文件" accept=".json" onChoose={(files) => void commands.load(files)} />
        <Button size="small" disabled={all === 0} onClick={commands.saveDecisions}>
          保存意见{unsaved > 0 && `（${String(unsaved)} 条未存）`}
        </Button>
      </span>
      <span className="buttons">
        <label>
          <span className="unseen">写哪些</span>
          <select value={choice} onChange={(event) => setChoice(event.target.value === "accepted" ? "accepted" : "unrejected")}>
            <option value="unrejected">采纳和未定的</option>
            <option value="accepted">只写采纳的</option>
          </select>
        </label>
        <Button size="small" disabled={isBusy || offices.length === 0} onClick={() => void commands.letters(offices, choice)}>
          写审核意见（Word）
        </Button>
      </span>
      <span className="buttons">
        <FilesButton
          words="对照上一稿"
          label="选择放有上一稿的文件夹"
          folder
          disabled={isBusy}
          onChoose={(files) => void commands.against(files, "lastRound")}
        />
        <FilesButton
          words="对照上年"
          label="选择放有上年文件的文件夹"
          folder
          disabled={isBusy}
          onChoose={(files) => void commands.against(files, "lastYear")}
        />
      </span>
    </div>
  );
}
