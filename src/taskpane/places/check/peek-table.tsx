import { useMemo, type JSX } from "react";
import type { CellRef } from "../../../amount/cell-ref";
import type { PlainWorkbook } from "../../../workbook/plain";
import { CellLink } from "../../parts/cell-link";
import { peekAt } from "../../store/peek";

/** A few cells of another sheet, so that both sides are seen at once. */
export function PeekTable({ workbook, cell }: { workbook: PlainWorkbook; cell: CellRef }): JSX.Element | null {
  const peek = useMemo(() => peekAt(workbook, cell), [workbook, cell]);
  if (!peek) return null;
  return (
    <div className="peek" tabIndex={0} role="group" aria-label={`工作表“${peek.sheet}”的这几格`}>
      <table>
        <caption>
          <CellLink cells={[cell]}>另一边在“{peek.sheet}”，点此前往</CellLink>
        </caption>
        <thead>
          <tr>
            <td />
            {peek.columns.map((letters) => (
              <th key={letters} scope="col">
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {peek.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              {row.cells.map(({ text, numeric, hit }, index) => (
                <td key={peek.columns[index]} className={`${numeric ? "amount" : ""}${hit ? " hit" : ""}`}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
