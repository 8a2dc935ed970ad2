import { fullAddress } from "../../amount/cell-ref";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";
import { sentenceBefore } from "../text/sentence";
import { totalsOf, type Held } from "./held";

/** 安排某某项目预算768.29万元, 涉及项目预算资金为, 政府采购预算 */
const BUDGETED = /预算(?:金额|资金|总额|安排|数|规模)?(?:为|共|共计|合计)?$/;
/** What is not of this office or this year alone: 总投资, 全区, 三年, 2025年, 上年. */
const OTHERS = /总投资|概算|累计|[全各][国省市区县州乡镇]|[两二三四五六七八九十]年|分年|上年|去年|以前年度|批复|合同|中标|超过/;

/**
 * Of what an office budgets for a year nothing is more than all it has: told of amounts that no table tells and that are more than the
 * largest total on the sheets, where the point of a number was lost or its unit written wrong.
 */
export function judgeBeyondTotal(ledger: Ledger, lines: readonly Line[]): void {
  const most = largest(totalsOf(ledger));
  if (!most) return;
  for (const line of lines)
    if (line.kind !== "row") for (const stated of figuresOf(line)) if (isBeyond(ledger, stated, most)) tell(ledger, stated, most);
}

const largest = (totals: readonly Held[]): Held | null =>
  totals.reduce<Held | null>((most, one) => (most && most.value.compare(one.value) >= 0 ? most : one), null);

function isBeyond(ledger: Ledger, stated: Stated, most: Held): boolean {
  if (stated.unit !== "amount" || !stated.value || stated.value.compare(most.value) <= 0) return false;
  const standing = ledger.standing(stated)?.kind;
  if (standing === "proved" || standing === "faulty" || ledger.isFaulted(stated.span)) return false;
  const { line, start } = stated.span;
  const before = sentenceBefore(line.text, start);
  const years = [...before.matchAll(/(?<!\d)20\d\d(?=年)/g)].map(([year]) => Number(year));
  return BUDGETED.test(before) && !OTHERS.test(before) && years.every((year) => year === ledger.book.year);
}

function tell(ledger: Ledger, stated: Stated, { value, cell }: Held): void {
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "warning",
    at: stated.span,
    message: `这里写的预算${spanText(stated.span)}，比公开表上最大的合计${formatAmount(value, GROUPED)}万元${cell ? `（${fullAddress(cell)}）` : ""}还多。`,
    cells: cell ? [cell] : [],
    advice: "请看小数点和单位有没有写错。",
  });
}
