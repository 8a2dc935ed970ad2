import type { CellRef } from "../../amount/cell-ref";
import { quoted, seeCells, type Fault, type Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { difference } from "../../text/edits";
import { spanText, type Span } from "../text/lines";
import { wholeWords } from "./whole-words";

const MARK = /[，。；：]|包括|其中|用于/;

/** Notes a name written otherwise than on the table, showing the characters that differ. */
export function noteOtherName(
  ledger: Ledger,
  place: Span,
  right: string,
  what: string,
  cells: readonly CellRef[] = [],
  where = "表上",
  cause?: Fault["cause"],
): void {
  const wanted = canon(right);
  const at = spanText(place) === wanted ? null : wholeWords(place, right);
  if (!at) return;
  const said = spanText(at);
  const { start, endA, endB } = difference(said, wanted);
  const [wrong, correct] = [said.slice(start, endA), wanted.slice(start, endB)];
  const how = wrong === "" ? `少了“${correct}”` : correct === "" ? `多了“${wrong}”` : `“${wrong}”应为“${correct}”`;
  // 拨款，无政府性基金: a clause of its own, which another name does not mend.
  const sure = !MARK.test(wrong);
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "error",
    at,
    message: `${what}${quoted(at)}与${where}不一致：${sure ? how : `${where}是“${right}”`}${seeCells(cells)}。`,
    ...(sure ? { expected: right, replaces: true } : {}),
    why: "名称应与公开表逐字一致",
    cells,
    ...(cause === undefined ? {} : { cause }),
  });
}
