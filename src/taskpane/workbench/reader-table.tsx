import { memo, useMemo, type JSX } from "react";
import { address, columnLetters } from "../../amount/cell-ref";
import type { CellMark } from "../../hosts/door";
import type { CellValue, PlainWorkbook } from "../../workbook/plain";
import { usePaneState } from "../pane-context";
import { cellText } from "../store/peek";

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
  const levels = useMemo(() => levelsByRow(marks, name), [marks, name]);
  if (!sheet) return null;
  const count = sheet.top + sheet.values.length;
  const middle = active?.sheet === sheet.name ? active.row : 0;
  const from = count <= WHOLE ? 0 : Math.max(0, Math.min(middle - AROUND, count - 2 * AROUND));
  const to = count <= WHOLE ? count : Math.min(count, from + 2 * AROUND);
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
            <ReaderRow
              key={row}
              row={row}
              left={sheet.left}
              columns={columns}
              values={sheet.values[row - sheet.top]}
              formats={sheet.formats[row - sheet.top]}
              levels={levels.get(row)}
              active={active?.sheet === sheet.name && active.row === row ? active.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Levels = ReadonlyMap<number, CellMark["level"]>;

/** Marks of one sheet by row and column. */
function levelsByRow(marks: readonly CellMark[], sheet: string | null): ReadonlyMap<number, Levels> {
  const rows = new Map<number, Map<number, CellMark["level"]>>();
  for (const mark of marks)
    if (mark.sheet === sheet) rows.set(mark.row, (rows.get(mark.row) ?? new Map<number, CellMark["level"]>()).set(mark.column, mark.level));
  return rows;
}

interface RowProps {
  readonly row: number;
  readonly left: number;
  readonly columns: number;
  readonly values: readonly CellValue[] | undefined;
  readonly formats: readonly (string | undefined)[] | undefined;
  readonly levels: Levels | undefined;
  /** The active cell's column, where it is in this row. */
  readonly active: number | null;
}

/** Drawn anew only when something in the row is different: a press on an arrow touches two rows of hundreds. */
const ReaderRow = memo(function ReaderRow({ row, left, columns, values, formats, levels, active }: RowProps): JSX.Element {
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row">{row + 1}</th>
      {Array.from({ length: columns }, (_, column) => {
        const value = values?.[column - left] ?? null;
        const level = levels?.get(column);
        return (
          <td
            key={column}
            data-address={address({ row, column })}
            className={`${typeof value === "number" ? "amount" : ""}${level ? ` mark-${level}` : ""}`}
            {...(active === column && { "aria-current": true })}
          >
            {cellText(value, formats?.[column - left])}
            {level && <span className="unseen">（已标记）</span>}
          </td>
        );
      })}
    </tr>
  );
});
