import type { Ledger } from "../ledger";
import type { Line, Span } from "../text/lines";

/** 行政单位1家，参公单位1家，事业单位3家 · 下属1家机关和1家参公事业单位 */
const LISTED = { 机关: /行政单位(\d{1,3})家/, 参公事业单位: /参公(?:事业)?单位(\d{1,3})家/ } as const;
const SPENDING = { 机关: /下属(\d{1,3})家机关/, 参公事业单位: /(\d{1,3})家参公事业单位财政拨款的机关运行经费/ } as const;

/** How many 机关 and 参公事业单位 the sentence on 机关运行经费 counts, beside those of 机构设置: which of the two is right nobody can tell. */
export function judgeUnitKinds(ledger: Ledger, lines: readonly Line[]): void {
  for (const kind of ["机关", "参公事业单位"] as const) {
    const [listed, counted] = [numberIn(lines, LISTED[kind]), numberIn(lines, SPENDING[kind])];
    if (!listed || !counted || listed.said === counted.said || ledger.isFaulted(counted.at) || ledger.isFaulted(listed.at)) continue;
    ledger.fault({
      id: "B-数",
      category: "figure",
      severity: "warning",
      at: counted.at,
      message: `机关运行经费这里写${counted.said}家${kind}，机构设置里写的是${listed.said}家。`,
      advice: "请核对哪一处写错了。",
    });
  }
}

function numberIn(lines: readonly Line[], pattern: RegExp): { readonly said: string; readonly at: Span } | null {
  for (const line of lines) {
    const match = line.kind === "row" ? null : pattern.exec(line.text);
    const said = match?.[1];
    if (!match || said === undefined) continue;
    const start = match.index + match[0].indexOf(said);
    return { said, at: { line, start, end: start + said.length } };
  }
  return null;
}
