import type { WordRule } from "./rule";

const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
/** What is told in percent, up to its number: a share of something that was to be done, or of those who were asked. */
const RATE = "\\p{sc=Han}{2,8}(?:(?<![频功速汇费税利效积几])率|满意度)(?:为|达到?|不低于|不少于|≥|≤|>=|<=|=)?";

/** A measure that does not fit what it measures. */
export const measures: readonly WordRule[] = [
  {
    // What stands before is looked at only where there are 百分点 at all; with the rate behind it, it is an amount that lost its unit.
    words:
      /(?<![\d.,])\d[\d,.]{0,12}个?百分点(?<=元[，、；]?(?:（|（?(?:同比|[比较与同](?:上年|上一年|去年|20\d\d年)[^，。；\d]{0,12})?(?:增长|下降|降低|上升|提高|增加|减少|压[减缩]|[增涨降减跌]幅)[率度]?[了为约达]?|（?(?:占|完成|为)[^，。；\d]{0,14}|（[+-])\d[\d,.]{0,12}个?百分点)(?![，、；（](?:同比)?(?:增长|下降|降低|上升|提高|增加|减少|[增涨降减跌]幅)[率度]?[了为约达]?\d[\d,.]{0,12}%)/g,
    severity: "warning",
    category: "change",
    message: "金额的增减幅度和占比用百分数“%”；“百分点”是两个百分数之差。",
    right: ([said]) => said.replace(/个?百分点/, "%"),
  },
  {
    // 占50.63%，比上年下降2.30百分点，减少…: of a share 百分点 may be told; these are of the amount behind them.
    words:
      /(?<=%[，；][比较与同](?:上年|上一年|去年|20\d\d年)[^，。；\d]{0,12}(?:增长|下降|降低|上升|提高|增加|减少))\d[\d,.]{0,12}个?百分点(?=，(?:增加|减少)\d[\d,.]{0,14}(?:万|亿)?元)/g,
    severity: "warning",
    category: "change",
    message: "金额的增减幅度用百分数“%”。",
    right: ([said]) => said.replace(/个?百分点/, "%"),
  },
  {
    words: new RegExp(`(?<=${RATE})${NUMBER}个?(?:小时|分钟|工作日|天|日|人次|人|件|条|次|万元|元)(?![\\d/])`, "gu"),
    severity: "warning",
    message: "比率和满意度应当用百分数，这里的计量单位不对。",
  },
  {
    // 完成率100个百分点，完成率100‰: a rate of so many ‰ is none that is told in them, as 出生率8‰ is.
    words: new RegExp(`(?<=${RATE})(?:${NUMBER}个?百分点|(?:[5-9]\\d|100)(?:\\.\\d{1,2})?‰)`, "gu"),
    severity: "warning",
    message: "比率和满意度用百分数“%”；“百分点”是两个百分数之差，“‰”是千分数。",
    right: ([said]) => said.replace(/个?百分点|‰/, "%"),
  },
  {
    // 完成率100，群众满意度90以上: that much is a rate in percent, and nothing else that is called 率.
    words: new RegExp(`(?<=${RATE})(?:[5-9]\\d|100)(?:\\.\\d{1,2})?(?=[，。；、]|以[上内]|及以上|左右)`, "gu"),
    severity: "warning",
    message: "比率和满意度应当用百分数，这里没有写“%”。",
    right: ([said]) => `${said}%`,
  },
  {
    words: new RegExp(`(?<![\\d,.])${NUMBER}(?:%(?:万元|元|个|人)(?![以之])|万元(?:%|平方米)|(?:平方米|辆|台)(?:万元|%))`, "g"),
    severity: "warning",
    message: "一个数写了两个计量单位，请留下一个。",
  },
  {
    words: new RegExp(`(?<=价值(?:为|共|共计|合计)?)${NUMBER}(?:辆|台|平方米|%)`, "g"),
    severity: "warning",
    message: "价值应当用“万元”，这里的计量单位不对。",
  },
  {
    words: new RegExp(`(?<=(?:面积|占地)(?:为|共|共计|合计|达)?)${NUMBER}(?:万元|元|辆|台|%)`, "g"),
    severity: "warning",
    message: "面积应当用“平方米”，这里的计量单位不对。",
  },
  {
    words: new RegExp(`(?<=占(?:\\p{sc=Han}{2,14}的|比(?:为|达)?))${NUMBER}(?:万元|元)`, "gu"),
    severity: "warning",
    message: "占比应当用百分数“%”，这里的计量单位不对。",
  },
  {
    // 10,403.11万元，占42.53万元 · 增加35.22万元，增长2.10万元: of an amount only its share, of a change only its rate is told behind it.
    words: new RegExp(
      `(?<=\\d(?:万元|元)[，、]?（?占|(?:增加|减少|增长|下降)(?:（(?:增加|减少|增长|下降)）)?${NUMBER}(?:万元|元)[，、]?（?(?:增长|下降|降低|上升|增幅|降幅)(?:（(?:增长|下降|减少)）)?为?)${NUMBER}(?:万元|元)`,
      "g",
    ),
    severity: "warning",
    category: "change",
    quiet: true,
    message: "前面已经写了金额，这里应当是占比或增减幅度，用百分数“%”。",
  },
  {
    // 37.53万无，: a character that looks or sounds like 元 behind 万, and then a stop.
    words: new RegExp(`(?<=${NUMBER}万)[无园员圆原远云完](?=[，。；、）]|以[上下内])`, "g"),
    severity: "warning",
    message: "金额的单位写错了字。",
    right: () => "元",
  },
  {
    words: new RegExp(`(?<![\\d,.])${NUMBER}平方(?!米|公里|千米|分米|厘米)`, "g"),
    severity: "warning",
    quiet: true,
    message: "面积的单位没有写全。",
    right: ([said]) => `${said}米`,
  },
];
