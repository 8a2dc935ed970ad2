import { useMemo, type JSX } from "react";
import { address, columnLetters } from "../../amount/cell-ref";
import type { PlainWorkbook } from "../../workbook/plain";
import { usePaneState } from "../pane-context";
import { cellText, formatAt, valueAt } from "../store/peek";

/** Sheets up to this long are there whole; of longer ones the rows around the active cell. */
const WHOLE = 400;
const AROUND = 100;

/** The sheet in view as a real table: off screen for screen readers, or in the canvas's place. */
export function ReaderTable({ workbook }: { workbook: PlainWorkbook }): JSX.Element | null {
  const name = usePaneState((state) => state.sheet);
  const [active] = usePaneState((state) => state.selection);
  const marks = usePaneState((state) => state.marks);
  const sheet = useMemo(() => workbook.sheets.find((candidate) => candidate.name === name), [workbook, name]);
  const columns = useMemo(() => (sheet ? sheet.left + sheet.values.reduce((most, row) => Math.max(most, row.length), 0) : 0), [sheet]);
  if (!sheet) return null;
  const count = sheet.top + sheet.values.length;
  const middle = active?.sheet === sheet.name ? active.row : 0;
  const from = count <= WHOLE ? 0 : Math.max(0, Math.min(middle - AROUND, count - 2 * AROUND));
  const to = count <= WHOLE ? count : Math.min(count, from + 2 * AROUND);
  const levels = new Map(marks.filter((mark) => mark.sheet === sheet.name).map((mark) => [address(mark), mark.level]));
  const rows = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <div className="reader" role="region" aria-label={`工作表“${sheet.name}”的表格`} tabIndex={0}>
      <table aria-rowcount={count + 1}>
        <caption>
          {sheet.name}
          {to - from < count ? `（第 ${from + 1} 至 ${to} 行，共 ${count} 行）` : ""}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <span className="unseen">行号</span>
            </th>
            {Array.from({ length: columns }, (_, column) => (
              <th key={column} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} aria-rowindex={row + 2}>
              <th scope="row">{row + 1}</th>
              {Array.from({ length: columns }, (_, column) => {
                const at = address({ row, column });
                const value = valueAt(sheet, row, column);
                const level = levels.get(at);
                const on = active?.sheet === sheet.name && active.row === row && active.column === column;
                return (
                  <td
                    key={column}
                    data-address={at}
                    className={`${typeof value === "number" ? "amount" : ""}${level ? ` mark-${level}` : ""}`}
                    {...(on && { "aria-current": true })}
                  >
                    {cellText(value, formatAt(sheet, row, column))}
                    {level && <span className="unseen">（已标记）</span>}
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
