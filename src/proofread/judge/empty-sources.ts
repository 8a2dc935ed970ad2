import { isZero } from "../../narrative/figure";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";

/** Words in a reason that name a source of money, and the sources of which there would have to be some. */
const NAMED: readonly { readonly words: RegExp; readonly sources: readonly string[] }[] = [
  {
    words: /(?:(?:中央|上级|自治区|省|州|市|县|财政|专项|一般性?|均衡性)级?){0,3}转移支付(?:资金)?/,
    sources: ["上级一般公共预算安排的转移支付资金", "上级政府性基金安排的转移支付资金", "上级国有资本经营预算安排的转移支付资金"],
  },
  { words: /政府性基金/, sources: ["政府性基金预算", "上级政府性基金安排的转移支付资金"] },
  { words: /国有资本经营/, sources: ["国有资本经营预算", "上级国有资本经营预算安排的转移支付资金"] },
];

/** A reason for the change of one source that names another, of which there is nothing this year and was nothing last year. */
export function judgeEmptySource(ledger: Ledger, reason: Span, what: string): void {
  const { sources } = ledger.book.facts.income;
  // What was carried over may come from anywhere.
  if (!ledger.book.withWorkbook || what.includes("结转")) return;
  for (const { words, sources: named } of NAMED) {
    const match = words.exec(spanText(reason));
    const spoken = sources.filter(({ said }) => named.includes(said));
    if (
      !match ||
      named.some((one) => what.startsWith(one)) ||
      spoken.length === 0 ||
      !spoken.every(({ current, comparison }) => isZero(current) && comparison === null)
    )
      continue;
    ledger.fault({
      id: "B09",
      category: "direction",
      severity: "warning",
      at: { ...reason, start: reason.start + match.index, end: reason.start + match.index + match[0].length },
      message: `${what}的理由提到“${match[0]}”，但${spoken.map(({ said }) => `“${said}”`).join("、")}本年和上年都没有安排，这笔钱不在这一项里。`,
    });
  }
}
