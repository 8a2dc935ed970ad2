import { useEffect, useMemo, useRef, type JSX } from "react";
import type { CellRef } from "../../amount/cell-ref";
import type { Report, ReportTable } from "../../report/report";
import { reportSheets } from "../../report/sheets";
import { usePane, usePaneState } from "../pane-context";

/** A finished report in the sheets' place: its paragraphs and tables in order, cells marked and selected as on a sheet. */
export function ReportView({ report }: { report: Report }): JSX.Element {
  const names = useMemo(() => new Map([...reportSheets(report).places].map(([name, { table }]) => [table, name])), [report]);
  const selection = usePaneState((state) => state.selection);
  const view = useRef<HTMLElement>(null);
  useEffect(() => {
    view.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "center" });
  }, [selection]);
  return (
    <section ref={view} className="sheet-view report-view" aria-label="报告" tabIndex={0}>
      {report.blocks.map((block, index) =>
        block.kind === "table"
          ? <TableView key={index} table={block} sheet={names.get(block) ?? ""} selection={selection} />
          : <p key={index} className={block.level === null ? "report-words" : "report-words report-heading"} data-paragraph={block.paragraph}>{block.text}</p>)}
      {report.unread.map(({ what, page }, index) => <p key={index} className="hint">{page === null ? "" : `第${page}页：`}{what}，没有读。</p>)}
    </section>
  );
}

interface Given {
  readonly table: ReportTable;
  readonly sheet: string;
  readonly selection: readonly CellRef[];
}

function TableView({ table, sheet, selection }: Given): JSX.Element {
  const { store } = usePane();
  const marks = usePaneState((state) => state.marks);
  const spans = useMemo(() => new Map(table.merges.map((area) => [`${area.top},${area.left}`, area])), [table]);
  const covered = useMemo(() => coveredBy(table), [table]);
  const own = selection.filter((cell) => cell.sheet === sheet);
  const select = (row: number, column: number): void => store.dispatch({ type: "selected", cells: [{ sheet, row, column }] });
  return (
    <div className="report-table">
      <table aria-label={sheet}>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => {
                if (covered.has(`${row},${column}`)) return null;
                const area = spans.get(`${row},${column}`);
                const on = own.some((one) => one.row === row && one.column === column);
                const mark = marks.find((one) => one.sheet === sheet && one.row === row && one.column === column);
                const look = [/^-?[\d,]+(?:\.\d+)?$/.test(cell.text.trim()) ? "amount" : "", on ? "selected" : "", mark ? `mark-${mark.level}` : ""].filter((name) => name !== "").join(" ");
                return (
                  <td key={column} className={look} {...(on && { "aria-selected": true })} {...(area && { colSpan: area.right - area.left + 1, rowSpan: area.bottom - area.top + 1 })}
                    onClick={() => select(row, column)}>{cell.text}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The places that merged areas cover, but for their first. */
function coveredBy({ merges }: ReportTable): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges)
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if (row !== top || column !== left) covered.add(`${row},${column}`);
  return covered;
}
