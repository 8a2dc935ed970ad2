import { normalise } from "../text/wording";
import type { CellValue } from "./plain";

/** Who signed, whom to call, notes: what stands under a table and is no row of it. */
const SIGNED =
  /^(?:单位|部门|财务|分管|主管)?(?:负责|填表|制表|填报|编制|审核|复核|经办|联系|打印)人|^(?:联系)?电话(?:[:\d]|$)|^(?:联系|咨询)方式|^(?:填表|制表|填报|编制|打印|报出|公开)(?:日期|时间)/;
const NOTE =
  /^(?:注|备注|说明|附注|注释|填表说明|审核|复核|制表|填表|填报|编制|经办|日期|时间|签字|盖章|公章|第\d+页|共\d+页)\d*(?:[:.、;,]|$)|^第\d+页|^-\d+-$|^\(?\*/;
const SENTENCE = /空表|[。;]/;
const DATE = /^(?:19|20)\d\d(?:年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|[-./]\d{1,2}[-./]\d{1,2})?$/;
const LONGEST_NAME = 120;
const PART = /^(?:其中|小计$)/;

/** Whether a text says that its row is a part or a sum of others ("其中：…", "小计"), not one of their kind. */
export function isPartOfOthers(text: string): boolean {
  return PART.test(normalise(text));
}

/** Whether a text is a note, a signature or a date, not the name of a unit or a project, even beside an amount. */
function isNoteBesideAmounts(norm: string): boolean {
  return NOTE.test(norm) || SIGNED.test(norm) || DATE.test(norm) || !/[\p{sc=Han}A-Za-z]/u.test(norm);
}

/**
 * Whether a text is a note, a signature or a date, not the name of a unit or a project.
 * @param hasAmounts amounts stand in its row: a project may be named by a sentence or in the words of a heading.
 */
export function isFooterText(text: string, hasAmounts = false): boolean {
  const norm = normalise(text);
  return isNoteBesideAmounts(norm) || (!hasAmounts && (norm.length > LONGEST_NAME || SENTENCE.test(norm)));
}

/** Whether a row without code carries a signature anywhere: its numbers are telephone numbers and dates. */
export function isSignatureRow(cells: readonly CellValue[]): boolean {
  return cells.some((cell) => typeof cell === "string" && cell.length <= 40 && SIGNED.test(normalise(cell)));
}
