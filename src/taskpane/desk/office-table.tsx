import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useRef, type JSX, type KeyboardEvent } from "react";
import { countsOf, wasChecked, LEVEL_WORDS, type CheckColumn, type Desk, type Judged, type Mark, type OfficeRow } from "../../desk/desk";
import { countedWords, inputsWords, problemWords, proseWords, STATE_WORDS, tablesWords } from "../../render/desk-words";
import { useDesk, useDeskState } from "./context";
import { firstFile, type DeskSort } from "./order";

const ROW = 32;

type Column = Exclude<DeskSort["by"], "given" | "rule">;

/** The list's own columns, before those of the rules. */
const COLUMNS: readonly { readonly by: Column | null; readonly words: string }[] = [
  { by: "name", words: "单位" },
  { by: null, words: "年度" },
  { by: "state", words: "结论" },
  { by: "error", words: "不符" },
  { by: "warning", words: "请核实" },
  { by: "notRun", words: "未执行" },
  { by: "undecided", words: "审定" },
  { by: null, words: "公开表" },
  { by: null, words: "填报表" },
  { by: "prose", words: "报告" },
];

interface Given {
  readonly desk: Desk;
  /** Places on the desk, in the order shown. */
  readonly shown: readonly number[];
}

/** Offices × checks: a row an office, a column a rule, the one that most offices break first. Only the rows in view are drawn. */
export const OfficeTable = memo(function OfficeTable({ desk: { offices, checks }, shown }: Given): JSX.Element {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: shown.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 10 });
  const seen = rows.getVirtualItems();
  const { wanted, press } = useArrowKeys(scroll, shown.length, (row) => rows.scrollToIndex(row));
  useReturn(offices, shown, (row) => {
    rows.scrollToIndex(row);
    wanted.current = `${String(row)} 0`;
  });
  const above = seen[0]?.start ?? 0;
  const below = rows.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <div ref={scroll} className="offices-scroll" role="region" aria-label="单位与规则" tabIndex={-1}>
      <table className="offices-table" aria-rowcount={shown.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(({ by, words }) => (
              <ListHead key={words} by={by} words={words} />
            ))}
            {checks.map((check) => (
              <RuleHead key={check.id} check={check} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={press}>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {seen.map(({ index }) => {
            const office = offices[shown[index] ?? -1];
            return office && <Row key={index} at={index} office={office} checks={checks} />;
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      {offices.length > 0 && shown.length === 0 && <p className="hint">没有这样的单位。</p>}
    </div>
  );
});

const sorted = (isThis: boolean, up: boolean): "ascending" | "descending" | "none" => (isThis ? (up ? "ascending" : "descending") : "none");

function ListHead({ by, words }: { by: Column | null; words: string }): JSX.Element {
  const { store } = useDesk();
  const sort = useDeskState((state) => state.sort);
  const isName = words === "单位";
  if (by === null) return <th scope="col">{words}</th>;
  const isThis = sort.by === by;
  // What one looks for first: the name from the beginning, of the rest the most.
  const next: DeskSort = isThis && sort.up !== isName ? { by: "given", up: true } : { by, up: isThis ? !sort.up : isName };
  return (
    <th scope="col" aria-sort={sorted(isThis, sort.up)} className={isName ? "offices-name" : ""}>
      <button type="button" onClick={() => store.set({ sort: next })}>
        {words}
      </button>
    </th>
  );
}

function RuleHead({ check: { id, name, offices, level } }: { check: CheckColumn }): JSX.Element {
  const { store } = useDesk();
  const isThis = useDeskState(({ sort }) => sort.by === "rule" && sort.id === id);
  return (
    <th scope="col" aria-sort={sorted(isThis, false)} className="offices-rule">
      <button
        type="button"
        title={`${name}：${String(offices)} 个单位`}
        onClick={() => store.set({ sort: isThis ? { by: "given", up: true } : { by: "rule", id, up: false } })}
      >
        <span className="offices-rule-words">{name}</span>
        <span className={`offices-count level-${level}`}>{offices}</span>
      </button>
    </th>
  );
}

const Row = memo(function Row({ at, office, checks }: { at: number; office: OfficeRow; checks: readonly CheckColumn[] }): JSX.Element {
  const { store, commands } = useDesk();
  const isChosen = useDeskState(({ chosen }) => chosen === firstFile(office));
  const { name, year, state, workbook, report, prose, marks, judged, findings } = office;
  const counts = wasChecked(office) ? countsOf(office) : null;
  const look = (): void => store.set({ chosen: firstFile(office), looked: store.state().looked + 1 });
  // Where nothing was found it is held against others all the same: its units, the round before.
  const said = findings.length > 0 ? reviewWords(judged) : "没有要定的";
  const problem = problemWords(office);
  const main = workbook ? "workbook" : "report";
  const isReadable = (workbook ?? report)?.state !== "unreadable";
  return (
    <tr aria-rowindex={at + 2} className={`office-${state}${isChosen ? " is-chosen" : ""}`}>
      <th scope="row" className="offices-name">
        <button
          type="button"
          className="offices-open"
          data-at={`${String(at)} 0`}
          title={(workbook ?? report)?.file}
          onClick={isReadable ? () => void commands.open(office, main) : look}
        >
          {name}
        </button>
      </th>
      <td>{year ?? ""}</td>
      <td className={`offices-state state-${state}`} title={problem}>
        {STATE_WORDS[state]}
        {problem !== "" && <span className="unseen">：{problem}</span>}
      </td>
      <Amount value={counts?.error} level="error" title={countedWords(office, "error")} />
      <Amount value={counts?.warning} level="warning" title={countedWords(office, "warning")} />
      <Amount value={counts?.notRun} level="notRun" title="" />
      <td className={judged.disputed + judged.lapsed > 0 ? "level-warning" : ""}>
        {isReadable && (
          <button
            type="button"
            className="offices-open"
            data-at={`${String(at)} 1`}
            aria-expanded={isChosen}
            aria-label={`审定${name}：${said}`}
            onClick={look}
          >
            {said}
          </button>
        )}
      </td>
      <td>{isReadable ? tablesWords(office) : problem}</td>
      <td>{inputsWords(office)}</td>
      <td className={prose && prose.error > 0 ? "level-error" : ""}>
        {report && report.state !== "unreadable" && (
          <button
            type="button"
            className="offices-open"
            data-at={`${String(at)} 2`}
            title={`打开报告：${proseWords(office)}`}
            onClick={() => void commands.open(office, "report")}
          >
            {prose ? `不符 ${String(prose.error)}，相符 ${String(prose.proved)}/${String(prose.figures)}` : "看报告"}
          </button>
        )}
      </td>
      {checks.map((check, place) => (
        <MarkCell key={check.id} at={`${String(at)} ${String(place + 3)}`} office={office} check={check} mark={marks.get(check.id)} />
      ))}
    </tr>
  );
}, isSameRow);

/** "已定 3/12，不采纳 1" */
function reviewWords({ accepted, rejected, undecided, disputed }: Judged): string {
  const set = `已定 ${String(accepted + rejected)}/${String(accepted + rejected + undecided)}`;
  return `${set}${rejected > 0 ? `，不采纳 ${String(rejected)}` : ""}${disputed > 0 ? `，意见不同 ${String(disputed)}` : ""}`;
}

interface RowGiven {
  readonly at: number;
  readonly office: OfficeRow;
  readonly checks: readonly CheckColumn[];
}

/** A desk is made anew with every file; a row is drawn anew only where something of it changed. */
function isSameRow(before: RowGiven, after: RowGiven): boolean {
  return (
    before.at === after.at &&
    before.office.workbook === after.office.workbook &&
    before.office.report === after.office.report &&
    before.office.note === after.office.note &&
    before.office.prose?.beside === after.office.prose?.beside &&
    before.office.findings.length === after.office.findings.length &&
    before.office.findings.every(({ standing }, place) => standing.state === after.office.findings[place]?.standing.state) &&
    before.checks.length === after.checks.length &&
    before.checks.every(({ id }, place) => id === after.checks[place]?.id)
  );
}

function Amount({ value, level, title }: { value: number | undefined; level: string; title: string }): JSX.Element {
  return (
    <td className={`amount${(value ?? 0) > 0 ? ` level-${level}` : ""}`} title={title === "" ? undefined : title}>
      {value}
    </td>
  );
}

/** What a rule counts stands in the workbook, or in the tables and words of the report. */
const foundIn = ({ workbook, report }: OfficeRow, id: string): "workbook" | "report" =>
  !report || workbook?.findings.some((finding) => finding.id === id) === true ? "workbook" : "report";

interface MarkGiven {
  readonly at: string;
  readonly office: OfficeRow;
  readonly check: CheckColumn;
  readonly mark: Mark | undefined;
}

function MarkCell({ at, office, check: { id, name }, mark }: MarkGiven): JSX.Element {
  const { commands } = useDesk();
  if (!mark) return <td />;
  return (
    <td className={`level-${mark.level} offices-mark`}>
      <button
        type="button"
        data-at={at}
        tabIndex={-1}
        aria-label={`${office.name}：${name}，${LEVEL_WORDS[mark.level]} ${String(mark.count)} 处`}
        onClick={() => void commands.open(office, foundIn(office, id), id)}
      >
        {mark.count}
      </button>
    </td>
  );
}

/** Arrow keys go from office to office and along a row to whatever can be pressed there. */
function useArrowKeys(
  scroll: { readonly current: HTMLElement | null },
  count: number,
  show: (row: number) => void,
): { readonly wanted: { current: string | null }; readonly press: (event: KeyboardEvent) => void } {
  const wanted = useRef<string | null>(null);
  const focus = (key: string): boolean => {
    const button = scroll.current?.querySelector<HTMLElement>(`[data-at="${key}"]`);
    button?.focus();
    return button !== undefined && button !== null;
  };
  // The row that is wanted may have to be drawn first.
  useEffect(() => {
    if (wanted.current !== null && focus(wanted.current)) wanted.current = null;
  });
  const press = (event: KeyboardEvent): void => {
    const [row, column] = ((event.target as HTMLElement).dataset["at"] ?? "").split(" ").map(Number);
    if (row === undefined || column === undefined || Number.isNaN(row)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const to = Math.min(count - 1, Math.max(0, row + (event.key === "ArrowDown" ? 1 : -1)));
      show(to);
      if (!focus(`${String(to)} 0`)) wanted.current = `${String(to)} 0`;
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      const inRow = [...((event.target as HTMLElement).closest("tr")?.querySelectorAll<HTMLElement>("button[data-at]") ?? [])];
      inRow[inRow.indexOf(event.target as HTMLElement) + (event.key === "ArrowRight" ? 1 : -1)]?.focus();
    }
  };
  return { wanted, press };
}

/** Back from an office the keyboard stands at its row again. */
function useReturn(offices: readonly OfficeRow[], shown: readonly number[], show: (row: number) => void): void {
  const isShown = useDeskState((state) => state.isShown);
  const last = useDeskState((state) => state.last);
  useEffect(() => {
    if (!isShown || last === null) return;
    const row = shown.findIndex((place) => (offices[place]?.workbook ?? offices[place]?.report)?.file === last);
    if (row >= 0) show(row);
    // Only when the desk comes back into view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isShown]);
}
