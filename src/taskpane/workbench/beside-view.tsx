import { useState, type JSX } from "react";
import type { PlainSheet } from "../../workbook/plain";
import { cellText } from "../store/peek";
import type { Beside } from "../store/state";

/** More rows are not drawn: it is only looked at. */
const MOST_ROWS = 1000;

/** The workbook that the report is held against, to be read only. */
export function BesideView({ beside: { name, workbook } }: { beside: Beside }): JSX.Element {
  const shown = workbook.sheets.filter(({ visibility }) => visibility === "visible");
  const [chosen, setChosen] = useState<string | null>(null);
  const sheet = shown.find((one) => one.name === chosen) ?? shown[0];
  return (
    <div className="report-view" tabIndex={0}>
      <label className="field">
        <span>{name}</span>
        <select value={sheet?.name ?? ""} onChange={(event) => setChosen(event.target.value)} aria-label="工作表">
          {shown.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      </label>
      {sheet && <SheetTable sheet={sheet} />}
    </div>
  );
}

function SheetTable({ sheet }: { sheet: PlainSheet }): JSX.Element {
  const rows = sheet.values.slice(0, MOST_ROWS);
  return (
    <div className="report-table">
      <table aria-label={sheet.name}>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((value, column) => (
                <td key={column} className={typeof value === "number" ? "amount" : ""}>
                  {cellText(value, sheet.formats[row]?.[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.values.length > MOST_ROWS && <p className="hint">只显示前 {MOST_ROWS} 行。</p>}
    </div>
  );
}
