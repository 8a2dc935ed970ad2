import type { Examples, Rule } from "./engine/check";
import type { Severity } from "./report";

/** A rule over the words of a report. Its faults may be of less weight than it says, by how sure they are. */
export interface TextRule extends Rule {
  readonly kind: "text";
  readonly name: string;
  /** The rule in words, in place of a formula. */
  readonly rule: string;
  readonly examples: Examples;
}

interface Entry {
  /** What is wrong where it does not hold, in a few words: what the rule is called where many stand beside each other. */
  readonly name: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly why: string;
  readonly holds: string;
  readonly fails: string;
}

/** Every rule of proofreading by its id (docs/rules.md B): what it asks for, why, a case that holds and one that fails. */
const entries = {
  B00: {
    name: "增减方向与两个数不一致",
    severity: "error",
    rule: "增加、减少、持平与两个数一致",
    why: "方向写反，读者得到的是相反的意思",
    holds: "上年预算数100.00万元，本年预算数120.00万元，比上年预算数增加20.00%。",
    fails: "上年预算数100.00万元，本年预算数120.00万元，比上年预算数减少20.00%。",
  },
  B02: {
    name: "有无与表上不一致",
    severity: "error",
    rule: "说没有的，表上也没有；表上没有的，不写有数",
    why: "说明与公开表是同一份预算",
    holds: "表上政府性基金为零，说明写“没有使用政府性基金预算拨款安排的支出”",
    fails: "表上政府性基金 45.00，说明写“没有使用政府性基金预算拨款安排的支出”",
  },
  B04: {
    name: "增减额、增减率算得不对",
    severity: "error",
    rule: "增减额是两年之差，增减率是增减额除以上年数",
    why: "同一句里的三个数互相推得出来",
    holds: "上年预算数57.43万元，本年预算数91.97万元，比上年预算数增加60.14%。",
    fails: "上年预算数57.43万元，本年预算数91.97万元，比上年预算数增加17.66%。",
  },
  B05: {
    name: "同一个数前后不一致",
    severity: "error",
    rule: "同一个数在全文各处写得一样",
    why: "一处改了、另一处没有改，必有一处是错的",
    holds: "1.公务接待费56.12万元，其中国内接待费56.12万元",
    fails: "表上 1,219.43，一处写 1,219.43，另一处写 1,219.4",
  },
  B06: {
    name: "单位或千分位写错",
    severity: "error",
    rule: "单位齐全，千分位分得对，占比用百分数",
    why: "缺了单位或分错千分位，数就变了",
    holds: "基本支出1,219.43万元",
    fails: "基本支出12,19.43万元",
  },
  B07: {
    name: "年度写错",
    severity: "error",
    rule: "本年是预算年度，上年是它的前一年",
    why: "年度写错多是沿用了上年的文本",
    holds: "2026年的说明写“比2025年预算”",
    fails: "2026年的说明写“比2026年预算”",
  },
  B08: {
    name: "名称与公开表不一致",
    severity: "error",
    rule: "单位、科目、项目的名称与公开表逐字一致",
    why: "同一个单位、科目或项目只有一个名称",
    holds: "表上和说明都写“市政务服务中心运行费”",
    fails: "表上写“市政务服务中心运行费”，说明写“市政务中心运行费”",
  },
  B09: {
    name: "增减原因缺少或不合",
    severity: "warning",
    rule: "有增减的写了原因，原因与增减的方向、与所说的科目相合",
    why: "原因是公开的内容，从别处抄来的原因答非所问",
    holds: "主要原因是借调人员增加，在职人员减少。",
    fails: "主要原因是在职人员减少，在职人员增加。",
  },
  B10: {
    name: "占位、重复和错别字",
    severity: "warning",
    rule: "没有占位、填写提示、重复的文字、不成对的标点和错别字",
    why: "留下的提示和错字说明没有校对过",
    holds: "本单位没有政府性基金预算安排的支出。",
    fails: "本单位没有没有政府性基金预算安排的支出，比上年增加（减少）1.00万元。",
  },
  B11: {
    name: "目录与标题不一致",
    severity: "warning",
    rule: "目录里的题名与正文的标题一致",
    why: "目录与正文是同一个标题",
    holds: "目录和正文都写“收支预算情况总体说明”",
    fails: "目录写“收支预算情况的总体说明”，正文写“收支预算情况总体说明”",
  },
  "B-七": {
    name: "项目说明与项目表不一致",
    severity: "error",
    rule: "项目说明与项目支出表一一对应，分配之和等于预算安排规模",
    why: "每个项目都要公开，金额与表一致",
    holds: "预算安排规模62.00万元，分配30.00万元和32.00万元",
    fails: "预算安排规模62.00万元，分配30.00万元和30.00万元",
  },
  "B-上年": {
    name: "推出的上年数合不起来",
    severity: "warning",
    rule: "各处推出的上年数合得起来",
    why: "上年数是本年数减增减额，分项之和等于总数",
    holds: "推出的上年基本支出 80.00、项目支出 20.00，合计 100.00",
    fails: "推出的上年基本支出 80.00、项目支出 20.00，合计 110.00",
  },
  "B-人": {
    name: "人数、机构数对不上",
    severity: "error",
    rule: "实有人数是在职、退休、离休之和，写的个数与列出的一致",
    why: "人数和机构数自己就能核对",
    holds: "实有人数50人，其中：在职30人，退休20人，离休0人",
    fails: "实有人数50人，其中：在职30人，退休10人，离休0人",
  },
  "B-列": {
    name: "列出的科目与表上不一致",
    severity: "error",
    rule: "列出的收入来源、支出科目与表上有数的一致",
    why: "有数的要列全，没有数的不列",
    holds: "表上有教育支出，名单里也有",
    fails: "表上有教育支出，名单里没有",
  },
  "B-占": {
    name: "占比算得不对",
    severity: "error",
    rule: "占比是部分除以整体",
    why: "占比由两个数推得出来",
    holds: "总额200.00万元，其中50.00万元，占25.00%",
    fails: "总额200.00万元，其中50.00万元，占35.00%",
  },
  "B-和": {
    name: "分项之和不等于总数",
    severity: "error",
    rule: "分项之和等于所说的总数",
    why: "合计由分项组成",
    holds: "30.00万元和20.00万元，共50.00万元",
    fails: "30.00万元和20.00万元，共60.00万元",
  },
  "B-部分": {
    name: "部分多于整体",
    severity: "error",
    rule: "部分不超过整体",
    why: "其中的一项不会比全部多",
    holds: "采购50.00万元，其中面向中小企业40.00万元",
    fails: "采购50.00万元，其中面向中小企业60.00万元",
  },
  "B-四": {
    name: "“主要用于”列了没有数的科目",
    severity: "warning",
    rule: "“主要用于”里列的经济科目在基本支出表上有数",
    why: "没有安排的费用不能说用于它",
    holds: "表上有差旅费，写“主要用于差旅费”",
    fails: "表上没有福利费，写“主要用于福利费”",
  },
  "B-填": {
    name: "文字与填报表不一致",
    severity: "warning",
    rule: "原因、用途等文字与填报表一致",
    why: "说明是由填报表生成的",
    holds: "填报表和说明都写“新增两个项目”",
    fails: "填报表写“新增两个项目”，说明写“新增三个项目”",
  },
  "B-多": {
    name: "写了表上没有的内容",
    severity: "error",
    rule: "说明里的科目、项目在公开表上都有",
    why: "表上没有的不在预算里",
    holds: "表上有“住房公积金”，说明里也有",
    fails: "表上没有“购房补贴”，说明里有",
  },
  "B-数": {
    name: "金额与公开表不一致",
    severity: "error",
    rule: "说明里的金额与公开表一致",
    why: "说明与公开表是同一份预算",
    holds: "表上 1,219.43，说明写1,219.43万元",
    fails: "表上 1,219.43，说明写1,291.43万元",
  },
  "B-模": {
    name: "改了统一规定的数",
    severity: "error",
    rule: "模板规定的数不改",
    why: "“50万元以上”这样的数是统一规定的",
    holds: "50万元以上大型设备",
    fails: "60万元以上大型设备",
  },
  "B-用": {
    name: "固定词句与模板不一致",
    severity: "warning",
    rule: "固定的词句与模板一致",
    why: "各单位的说明用同一套词句",
    holds: "国有资产占用情况",
    fails: "国有资产占有情况",
  },
  "B-绩": {
    name: "绩效目标表前后不一致",
    severity: "warning",
    rule: "绩效目标表的金额、权重、计量单位前后一致",
    why: "绩效表与项目支出表说的是同一个项目",
    holds: "指标权重合计90",
    fails: "指标权重合计80",
  },
  "B-缺": {
    name: "应公开的内容没有写",
    severity: "error",
    rule: "要求公开的内容都写了",
    why: "《地方预决算公开操作规程》要求公开的内容不能缺",
    holds: "写了机关运行经费",
    fails: "没有写机关运行经费",
  },
  "T-表": {
    name: "报告的表与工作簿不一致",
    severity: "error",
    rule: "报告里的表与工作簿里的同一张表逐格一致，行、名称、表都不缺",
    why: "公开的报告与工作簿是同一份预算",
    holds: "报告和工作簿的同一格都是 1,219.43",
    fails: "工作簿 1,219.43，报告里的同一格 1,291.43",
  },
  "T-文": {
    name: "说明里的表与工作簿不一致",
    severity: "error",
    rule: "说明里印出的表与工作簿的表逐格一致",
    why: "同一张表在两处",
    holds: "两处都是 1,219.43",
    fails: "工作簿 1,219.43，说明里的表 1,291.43",
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** Rules of the tables that are held against the text, too, under the same id. */
const shared = {
  S03: "单位名称、称谓前后不一致",
  S09: "金额为负数",
  S13: "空表没有说明",
  K03: "科目名称不规范",
  K10: "科目列错了人员、公用经费",
  K11: "科目列错了基本、项目支出",
  M02: "单位名称全称、简称混用",
  E8: "离退休与表上不一致",
  X610: "“三公”经费与基本支出不合",
} as const;
type SharedRuleId = keyof typeof shared;

/** The rule that a fault of the text is told under. */
export type TextRuleId = keyof typeof entries | SharedRuleId;

const ruleOf = (id: string, { name, severity, rule, why, holds, fails }: Entry): TextRule => ({
  kind: "text",
  id,
  name,
  family: null,
  severity,
  rule,
  why,
  source: "B",
  examples: { holds, fails },
});

/** Every rule of proofreading. */
export const textRules: readonly TextRule[] = Object.entries<Entry>(entries).map(([id, entry]) => ruleOf(id, entry));

const byId = new Map(textRules.map((rule) => [rule.id, rule]));

/** What the rule of a fault of the text is called; null where it has no such name. */
export function textRuleName(id: string): string | null {
  const names: Readonly<Record<string, string | undefined>> = shared;
  return byId.get(id)?.name ?? names[id] ?? null;
}

/** The rule of a fault; null for one that stands among the checks of the tables. */
export function textRule(id: string): TextRule | null {
  return byId.get(id) ?? null;
}
