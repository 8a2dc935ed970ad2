import { useMemo, type JSX } from "react";
import type { MergedArea, ReportTable } from "../../report/report";
import type { Remark } from "../../review/remark";
import { usePane, usePaneState } from "../pane-context";

interface Given {
  readonly table: ReportTable;
  readonly sheet: string;
  readonly remarks: readonly Remark[];
}

const place = (row: number, column: number): string => `${row},${column}`;

/** A table of the report. Pressing a cell at fault shows its remark, any other cell selects it. */
export function ReportTableView({ table, sheet, remarks }: Given): JSX.Element {
  const { store } = usePane();
  const marks = usePaneState((state) => state.marks);
  const selection = usePaneState((state) => state.selection);
  const chosen = usePaneState((state) => state.remark);
  const areas = useMemo(() => new Map(table.merges.map((area) => [place(area.top, area.left), area])), [table]);
  const covered = useMemo(() => coveredBy(table.merges), [table]);
  const faults = useMemo(() => {
    const found = new Map<string, Remark[]>();
    for (const remark of remarks)
      if (remark.cell?.sheet === sheet) {
        const at = place(remark.cell.row, remark.cell.column);
        found.set(at, [...(found.get(at) ?? []), remark]);
      }
    return found;
  }, [remarks, sheet]);
  const press = (row: number, column: number): void => {
    const [fault] = faults.get(place(row, column)) ?? [];
    store.dispatch({ type: "selected", cells: [{ sheet, row, column }] });
    if (fault) store.dispatch({ type: "remark", key: fault.key });
  };
  return (
    <div className="report-table">
      <table aria-label={sheet}>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => {
                if (covered.has(place(row, column))) return null;
                const area = areas.get(place(row, column));
                const on = selection.some((one) => one.sheet === sheet && one.row === row && one.column === column);
                const here = faults.get(place(row, column)) ?? [];
                const mark = marks.find((one) => one.sheet === sheet && one.row === row && one.column === column);
                const level = here[0]?.severity ?? mark?.level;
                const look = [
                  /^-?[\d,]+(?:\.\d+)?$/.test(cell.text.trim()) ? "amount" : "",
                  on ? "selected" : "",
                  level ? `mark-${level}` : "",
                  here.some(({ key }) => key === chosen) ? "remark-on" : "",
                ]
                  .filter((name) => name !== "")
                  .join(" ");
                return (
                  <td
                    key={column}
                    className={look}
                    {...(here[0] && { title: here[0].message })}
                    {...(on && { "aria-selected": true })}
                    {...(area && { colSpan: area.right - area.left + 1, rowSpan: area.bottom - area.top + 1 })}
                    onClick={() => press(row, column)}
                  >
                    {cell.text}
                  </td>
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
function coveredBy(merges: readonly MergedArea[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if (row !== top || column !== left) covered.add(place(row, column));
  return covered;
}
