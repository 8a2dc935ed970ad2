import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** No number, and no word that may stand for one or speaks of the unit itself (百万元, 单位：万元, 以万元为单位). */
const NO_NUMERAL = "[^\\P{sc=Han}一二三四五六七八九十百千几两数多余亿万零〇壹贰叁肆伍陆柒捌玖拾佰仟第位为以按用干每和或及]";
/** A unit with no number before it: 涉及预算金额　　万元，占　%。 */
const GAP = new RegExp(
  [
    `\\p{sc=Han}{0,3}(?:${NO_NUMERAL}|结余)(?:了|约)?(?=万元(?:[，。；、）]|以上|以下|以内))`,
    `\\p{sc=Han}{0,3}${NO_NUMERAL}(?=万元（|万元(?:减少|增加|下降|增长))`,
    // 支出 元、项目支出 元: behind these 元 begins no word.
    "\\p{sc=Han}{0,3}(?:支出|收入|费|拨款|资金|增加|减少|预算数?|安排|[总金差]额|合计|[总共]计)(?=亿?元[，。；、（])",
    "(?<!单位|部门)为(?=万元[，。；、])",
    // 2026年预算数万元，2025年预算数20.76万元 · 收入预算为元
    "预算数(?:为)?(?=(?:万)?元[，。；、])",
    // 公务接待费用万元，比上年减少: what is compared with a year is an amount.
    "\\p{sc=Han}{0,3}[^\\P{sc=Han}一二三四五六七八九十百千万亿几两多余](?=万?元，[比较与同](?:上年|去年|20\\d\\d年))",
    "(?:预算|收入|支出|拨款|经费|总额|合计)为(?=元[，。；、])",
    "（(?:[类款项]|\\d{2,7}|[增减][加少]|[增下][长降])）(?:支出)?(?=万元[，。；、])",
    "(?<=[，（])占[^，。；：、%\\d]{1,14}(?=%[，。；、）])",
    "占[^，。；%\\d]{1,14}(?:的|支出|收入|经费|预算|资金|拨款|合计|总计|总额)(?=%)",
    "元（(?=%）)",
    "(?:占|占比|的比重|增长|下降|降低|上升|增加|减少|增幅|降幅|减幅)(?:了|约|为|达)?(?=%)",
    "（\\d{2,7}）(?:支出)?(?=元[，。；、])",
    `${NO_NUMERAL}(?:为)?(?=台（套）)`,
    "(?:共|共有|面积|面积共)(?=(?:辆|台|个|家|平方米)[，。；、])",
  ].join("|"),
  "gu",
);
/** A unit that no digit is before, with the mark behind it where a word may begin so: few lines have one, and they alone are worth the search. */
const BARE = /(?<!\d)(?:(?<!万)亿?元[，。；、（]|万元|%|台（套）|(?:平方米|[台辆个家])[，。；、])/;

/** 基本支出A万元，占B%；占C%。 · 其中：占C%: a share of which nothing is said, for the one before has its own. */
const UNNAMED = /(?<=占[^，。；\d]{0,20}\d[\d.]{0,8}%[；。]|其中：)占(?![用地有比据])[^，。；\d]{0,24}\d[\d.]*%/g;

export function judgeGaps(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind !== "row") for (const match of line.text.matchAll(UNNAMED)) tellUnnamed(ledger, line, match);
    if (line.kind === "row" || !BARE.test(line.text)) continue;
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

function tellUnnamed(ledger: Ledger, line: Line, { index, 0: words }: RegExpExecArray): void {
  const at = { line, start: index, end: index + words.length };
  if (ledger.isFaulted(at) || ledger.isLacking(line.index - 1, line.index + 1)) return;
  ledger.fault({
    id: "B10",
    category: "missing",
    severity: "error",
    at: { line, start: index, end: index },
    place: true,
    message: `“${words}”前面没有写是哪一项、有多少金额。`,
    advice: "请对照公开表补上。",
  });
}
