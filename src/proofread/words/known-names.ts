import type { CellRef } from "../../amount/cell-ref";
import { quoted, seeCells, type Fault, type Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { difference } from "../../text/edits";
import { spanText, type Span } from "../text/lines";

/** Notes a name written otherwise than on the table, showing the characters that differ. */
export function noteOtherName(
  ledger: Ledger,
  at: Span,
  right: string,
  what: string,
  cells: readonly CellRef[] = [],
  where = "表上",
  cause?: Fault["cause"],
): void {
  const said = spanText(at);
  const wanted = canon(right);
  if (said === wanted) return;
  const { start, endA, endB } = difference(said, wanted);
  const [wrong, correct] = [said.slice(start, endA), wanted.slice(start, endB)];
  const how = wrong === "" ? `少了“${correct}”` : correct === "" ? `多了“${wrong}”` : `“${wrong}”应为“${correct}”`;
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "error",
    at,
    message: `${what}${quoted(at)}与${where}不一致：${how}${seeCells(cells)}。`,
    expected: right,
    replaces: true,
    why: "名称应与公开表逐字一致",
    cells,
    ...(cause === undefined ? {} : { cause }),
  });
}
