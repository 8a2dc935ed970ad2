import { cellsOf, numberIn } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";

/** 年度绩效目标, 项目总体目标, 实施期目标: what the goals of a performance sheet are headed with, alone in a cell or before them. */
const LABEL =
  /^(?:年度|总体|项目|部门|单位|整体|支出|绩效|实施期|中期|长期|本年|当年|预期|20\d\d年度?){1,6}目标(?:（[^（）]{1,12}）)?(?:：|$)/;
/** Rows of other things that stand between the goals and the indicators, or around them. */
const OTHER =
  /^(?:年度(?:预算|资金)|项目(?:资金|名称|负责人|属性|类[别型])|预算|资金|财政|其他资金|其中|合计|上级|本级|部门|单位|主管|实施(?:单位|部门)|起止|联系)/;
const INDICATORS = /^(?:[一二三]级|绩效)指标/;
/** Shorter cells say nothing of what is to be reached. */
const SHORTEST = 6;
const LONGEST_LABEL = 14;
const TITLE = /绩效目标表$|^（?20\d\d年度?）?$/;

/** The goals of a performance sheet, in the pieces in which its rows and torn lines hold them: all that stands between their label and the next row of something else. */
export function goalsIn(table: readonly Line[]): readonly Span[] {
  const pieces: Span[] = [];
  let open = false;
  for (const line of table) {
    const cells: readonly Span[] = line.kind === "row" ? cellsOf(line) : [{ line, start: 0, end: line.text.length }];
    if (cells.some((cell) => INDICATORS.test(spanText(cell)))) break;
    const labels = cells.map((cell) => LABEL.exec(spanText(cell))?.[0].length ?? 0);
    const first = labels.findIndex((length) => length > 0);
    if (first < 0 && (!open || cells.some(isOther))) {
      open = false;
      continue;
    }
    open = true;
    cells.forEach((cell, index) => {
      const piece = { ...cell, start: cell.start + (labels[index] ?? 0) };
      if (index >= first && piece.end - piece.start >= SHORTEST) pieces.push(piece);
    });
  }
  return pieces;
}

function isOther(cell: Span): boolean {
  const words = spanText(cell);
  return (OTHER.test(words) && words.length <= LONGEST_LABEL) || TITLE.test(words) || numberIn(cell) !== null;
}
