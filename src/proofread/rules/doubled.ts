import type { WordRule } from "./rule";

/** Words that begin no other; standing twice, one was typed or pasted again. */
const WORDS = [
  "按照",
  "根据",
  "用于",
  "进行",
  "开展",
  "保障",
  "加强",
  "落实",
  "推进",
  "安排",
  "购置",
  "主要",
  "其中",
  "以及",
  "包括",
  "通过",
  "由于",
  "因为",
  "同时",
  "相应",
  "相关",
  "情况",
  "原因",
  "增加",
  "减少",
  "增长",
  "下降",
  "万元",
  "年度",
  "上年",
  "本年",
  "比上年",
  "较上年",
  "拨款",
  "合计",
  "共计",
  "涉及",
  "完成",
  "提高",
  "严格",
  "执行",
  "负责",
].join("|");
/** What makes even such a one the beginning of another word: 安排|安排好, 通过|通过率, 负责|负责人. */
const BEGINS = "费|会|制|化|性|率|好|人|内|外|机关|部门|单位|主管";
/** Nouns that end one word and begin the next (本单位|单位资金, 工作人员|人员经费): twice only where nothing follows that they could begin. */
const NOUNS = ["资金", "费用", "收入", "支出", "经费", "项目", "预算", "部门", "单位", "机关", "工作", "人员"].join("|");

/** What names of subjects begin with, and no other word ends with where a clause begins. */
const FIRST = "公务|因公|社会|住房|卫生|农林|城乡|文化|科学|公共|一般|政府|财政|国有|事业|行政|基本|项目|公用|人员";

/** What may stand twice by right: words that say so themselves (逐步逐步), and verbs whose object begins with them (救助救助对象). */
const TWICE_BY_RIGHT =
  "逐步|安排|负责|通过|多少|什么|研究|讨论|了解|统计|审计|编制|管理|培训|检查|服务|报告|建设|维护|宣传|教育|监督|组织|领导|救助|采购|评价|奖励|补助|维修|租赁|接待|规划|代表";
/** 二〇二〇, 一个一个, 某某某某 */
const NUMERALS = "〇零一二三四五六七八九十";
const NUMERAL = `[${NUMERALS}某]`;

/** One character twice, unless the second begins a word of its own. */
const PARTICLES: readonly (readonly [character: string, begins: string])[] = [
  ["了", "解结断"],
  ["为", "民期主人官难政此了何"],
  ["是", "非否"],
  ["与", "会时其"],
  ["占", "用地比"],
  ["比", "皆例较值赛重价"],
  ["按", "照时期月季年比规需揭劳"],
  ["较", "上去大小高低多少为好快强"],
  ["均", "衡价值匀等"],
  ["用", "于途户品电水地房车工具人量心作法语来以度款餐"],
  ["和", "平谐田静顺硕合林县睦解政布盛气"],
  ["将", "军来近要"],
  ["在", "职校编岗建册线用乡村库外内押沪京任逃此"],
  ["由", "于此来"],
  ["从", "业事严而"],
];
const particles = PARTICLES.map(([character, begins]) => `${character}${character}(?![${begins}])`).join("|");

/** What stands twice: words, marks, units. */
export const doubled: readonly WordRule[] = [
  {
    // 政府性基金支出预算支出 is how a form has it.
    words: /(?<!政府性基金)支出预算支出|主要原因是主要原因/g,
    severity: "info",
    message: "词语重复。",
    right: ([said]) => (said === "支出预算支出" ? "支出预算" : "主要原因是"),
  },
  {
    words: /(\p{sc=Han}{3,8})\1/gu,
    twice: [3, 8],
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => said.slice(said.length / 2),
  },
  {
    // 由6个部室部室组成
    words: /(?<=[\d一二三四五六七八九十]个)(\p{sc=Han}{2})\1/gu,
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => said.slice(said.length / 2),
  },
  {
    // 比2025年比2025年预算
    words: /([比较与同和](?:20\d\d年度?|上年度?|上一年|去年)(?:年初)?(?:预算|决算|执行)?数?)\1/g,
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => said.slice(said.length / 2),
  },
  {
    words: /(其中|包括|如下|(?:主要)?原因是)([：，])\1\2/g,
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => said.slice(said.length / 2),
  },
  {
    words: new RegExp(`(?<=^|[，。；：、）元])(${FIRST})\\1(?!${BEGINS})`, "g"),
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => said.slice(said.length / 2),
  },
  {
    words: new RegExp(`(?:(${WORDS})\\1(?!${BEGINS})|(${NOUNS})\\2(?!\\p{sc=Han}))`, "gu"),
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => said.slice(said.length / 2),
  },
  {
    // Where a clause begins no word ends with the first of two that are the same; nobody knows what the second may begin.
    words: new RegExp(
      `(?<!\\p{sc=Han})(?!${TWICE_BY_RIGHT}|一|${NUMERAL}{2})(?!(?<=[^${NUMERALS}]）)(?:${NOUNS}))(\\p{sc=Han})(?!\\1)(\\p{sc=Han})\\1\\2`,
      "gu",
    ),
    twice: [2, 2],
    severity: "warning",
    quiet: true,
    message: "词语重复，请看是不是多打了一遍。",
  },
  {
    words:
      /(?<!目)的的(?!确|士)|万元元|万万元|元元(?=[。，；])|(?<![费专租使信公日商民军医车备通适利运应享])用用于|平方米米|(?<=\d)辆辆|(?<=\d)台台(?!式)|(?<=\d)%%|(?<![收计缴免])费费(?![率用])/g,
    severity: "warning",
    message: "词语重复。",
    right: ([said]) => (/^(?:用用于|万万元)$/.test(said) ? said.slice(1) : said.slice(0, -1)),
  },
  { words: new RegExp(particles, "g"), severity: "warning", message: "字重复了。", right: ([said]) => said.slice(1) },
  {
    // 普通教育（款）高等教育（款）: each level of the classification is named once.
    words: /（([类款项])）(?![和与及或等])(?:[^（），。；、：\d]|（(?![类款项]）)[^（），。；、：\d]{1,8}）){2,40}（\1）/gu,
    severity: "warning",
    message: "科目的级次重复了，应当依次是（类）（款）（项）。",
  },
  {
    // 卫生健康支出（款）行政事业单位医疗（类）
    words:
      /（[款项]）(?:[^（），。；、：\d]|（(?![类款项]）)[^（），。；、：\d]{1,8}）){2,40}（类）|（项）(?:[^（），。；、：\d]|（(?![类款项]）)[^（），。；、：\d]{1,8}）){2,40}（款）/gu,
    severity: "warning",
    message: "科目的级次写颠倒了，应当依次是（类）（款）（项）。",
  },
  {
    // 乡镇（镇、场）: what the bracket offers in its place stands before it already.
    words: /\p{sc=Han}(\p{sc=Han})（\1(?=、)/gu,
    severity: "warning",
    message: "括号里可替换的字在括号前重复了。",
    right: ([said]) => `${said.slice(0, 1)}${said.slice(2)}`,
  },
  {
    words: /(?<![…，。；：、]|原因[是为]?)[，。；：、]{2,}/g,
    severity: "warning",
    message: "标点重复或冲突。",
    // Of two different marks nobody knows which was meant, but that a sentence ends with its stop.
    right: ([said]) => (/^(.)\1+$/.test(said) || said.endsWith("。") ? said.slice(-1) : null),
  },
  {
    words: /(?:增加|减少)-\d|(?:增长|下降)-\d/g,
    severity: "warning",
    quiet: true,
    message: "方向词后面又写负号，成了双重否定。",
    right: ([said]) => said.replace("-", ""),
  },
  { words: /\p{sc=Han},\p{sc=Han}/gu, severity: "info", message: "中文里用了英文逗号。", right: ([said]) => said.replace(",", "，") },
];
