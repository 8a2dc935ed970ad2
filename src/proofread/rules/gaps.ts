import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** A unit with no number before it: 涉及预算金额　　万元，占　%。 */
const GAP =
  /(?:(?:金额|预算|预算数|经费|支出|收入|资金|总额|总计|合计|共计|安排|拨款|价值|(?<!单位|部门)为|增加|减少)(?:了|约)?(?=万元[，。；、])|(?:占|增长|下降|增加|减少|增幅|降幅)(?:了|约|为|达)?(?=%)|(?:共|共有|面积|面积共)(?=(?:辆|台|个|家|平方米)[，。；、]))/g;

export function judgeGaps(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(GAP)) {
      const at = match.index + match[0].length;
      // Where the sentence is known, it says itself what is missing.
      if (ledger.faults.some((fault) => fault.at.line === line && fault.category === "missing" && Math.abs(fault.at.end - at) <= 4))
        continue;
      ledger.fault({
        id: "B10",
        category: "missing",
        severity: "error",
        at: { line, start: at, end: at },
        place: true,
        message: `“${match[0]}”后面只有单位，没有写数。`,
        advice: "请对照公开表补上。",
      });
    }
  }
}
