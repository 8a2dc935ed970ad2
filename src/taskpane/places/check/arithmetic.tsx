import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import { differenceWords, figureWords } from "../../../checks/figure-words";
import type { Finding, FindingCell } from "../../../checks/report";
import { CellLink } from "../../parts/cell-link";

const SIDES = [
  ["left", "左边"],
  ["right", "右边"],
] as const;

/** Both sides of a finding with every addend, as a sum is written on paper; null where it speaks of no figures. */
export function Arithmetic({ finding }: { finding: Finding }): JSX.Element | null {
  const sides = SIDES.map(([side, title]) => ({
    title,
    cells: finding.cells.filter((cell) => cell.side === side),
    total: finding[side],
  })).filter(({ cells, total }) => cells.length > 0 || total !== null);
  if (sides.length === 0) return null;
  return (
    <table className="arithmetic">
      <thead className="unseen">
        <tr>
          {["单元格", "项目", "金额"].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {sides.map(({ title, cells, total }) => (
        <tbody key={title}>
          <tr className="side-total">
            <th scope="rowgroup" colSpan={2}>
              {title}
              {cells.length > 1 && <span className="about-line">{cells.length} 格相加</span>}
            </th>
            <td className="amount">
              <b>{total === null ? "—" : figureWords(total)}</b>
            </td>
          </tr>
          {cells.map((cell) => (
            <Addend key={`${cell.sheet} ${address(cell)} ${String(cell.sign)}`} cell={cell} />
          ))}
        </tbody>
      ))}
      {finding.difference !== null && (
        <tfoot>
          <tr className="difference">
            <th scope="row" colSpan={2}>
              差额
            </th>
            <td className="amount">
              <b>{differenceWords(finding.difference)}</b>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Addend({ cell }: { cell: FindingCell }): JSX.Element {
  const words = [cell.rowLabel, cell.columnLabel].filter((word) => word !== "").join(" · ");
  return (
    <tr className="part">
      <td className={cell.table === null ? undefined : "place-of"}>
        <CellLink cells={[cell]}>
          {cell.table === null ? cell.sheet : `表${cell.table}`}!{address(cell)}
        </CellLink>
      </td>
      <td className="words">{words}</td>
      <td className="amount">
        {cell.sign < 0 ? "−" : ""}
        {cell.value === "" ? "空白" : figureWords(cell.value)}
      </td>
    </tr>
  );
}
