import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { confusionsIn } from "../words/confusions";
import { misspeltIn } from "../words/misspelt";
import { soughtNames } from "../words/scan";

/** A word of the trade with one character taken for another that sounds or looks like it: 租凭费, 政府彩购, 结转洁余. */
export function judgeConfusions(ledger: Ledger, lines: readonly Line[]): void {
  const names = soughtNames(ledger.book).map(({ name }) => name);
  for (const line of lines) {
    const misspelt = misspeltIn(line.text).map(({ certain, ...one }) => ({ ...one, edge: !certain, why: "少了、多了或颠倒了一个字" }));
    const alike = confusionsIn(line.text).map((one) => ({ ...one, why: "音近或形近的字写错了" }));
    for (const { start, end, right, edge, why } of [...alike, ...misspelt]) {
      // An organisation or a project may have the word in its own name, and another rule may have said more of it.
      const said = line.text.slice(start, end);
      if (
        names.some((name) => name.includes(said)) ||
        ledger.faults.some(
          ({ at, category, severity }) =>
            at.line === line && at.start < end && at.end > start && severity !== "info" && (category === "name" || category === "wording"),
        )
      )
        continue;
      ledger.fault({
        id: "B10",
        category: "wording",
        severity: "warning",
        at: { line, start, end },
        message: `“${said}”像是“${right}”之误。`,
        ...(edge ? { advice: "请核对，也看看前后有没有漏字。" } : { expected: right, replaces: true }),
        why,
      });
    }
  }
}
