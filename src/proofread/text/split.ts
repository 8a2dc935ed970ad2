import type { Canonical } from "../../text/canon";

/** Only a text that came without its line ends is longer than this. */
const LONGEST = 600;

const STOP = "(?<=[。：；！]|说明|情况|事项|其中：)";
const HEAD =
  "[一二三四五六七八九十]{1,3}、(?:关于|其他重要)|第[一二三四]部分|（[一二三四五六七八九]{1,2}）(?:项目名称|一般公共预算当年|单位运行|机关运行|政府采购|国有资产|预算绩效|其他需)";
const FIELD = "设立的政策依据：|预算安排规模：|项目承担单位：|资金分配情况：|资金执行时间：";
const SENTENCE =
  "\\d{1,2}[.、](?!\\d)|(?:收入|支出)预算包括|一般公共预算支出包括|(?:基本支出|项目支出|人员经费|公用经费|一般公共预算|单位资金|财政拨款结转)\\d|截至\\d";
const BOUNDARY = new RegExp(
  `(?=${FIELD})|(?<![一二三四五六七八九十（])(?=${HEAD})|(?<![\\d.])(?=\\d{1,2}[.、]项目名称：)|${STOP}(?=${SENTENCE})|(?<=[一二三四五六七八九十]、关于[^。；：]{4,60}?(?:总体说明|情况说明|情况))(?!的|说明|总体)|(?<=（[一二三四五]）(?:一般公共预算当年拨款(?:规模变化|结构|具体使用)|单位运行经费|机关运行经费|政府采购|国有资产占用使用|预算绩效)情况)(?!说明|，其中)`,
  "g",
);

/** A text without line ends, parted where its headings, fields and sentences begin. */
export function splitLong(text: Canonical): readonly Canonical[] {
  if (text.text.length <= LONGEST) return [text];
  const cuts = [0, ...[...text.text.matchAll(BOUNDARY)].map(({ index }) => index), text.text.length];
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    return end > start ? [{ text: text.text.slice(start, end), at: text.at.slice(start, end) }] : [];
  });
}
