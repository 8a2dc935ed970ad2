import type { TableKey } from "../define";
import type { Feature, Form, FormFacts } from "../family";
import { tenPaper, twelvePaper } from "./paper";

/** The tables of every form, in printed order; the years add to them. */
const baseline: readonly TableKey[] = [
  "overview",
  "income",
  "expenditure",
  "fiscal",
  "general",
  "basic",
  "projects",
  "funds",
  "stateCapital",
  "threePublic",
];
const tableLabel = (number: number): string => `表${number}`;

/** Vehicles and travel were worded otherwise before 2026's twelve tables. */
const lineWords = {
  threePublic: {
    因公出国: "因公出国(境)费",
    公务用车小计: "公务用车购置及运行费(小计)",
    公务用车购置: "公务用车购置费",
    公务用车运行: "公务用车运行费",
    总计: "合计",
  },
} as const;

/** 表4 of no form in use lists carried-over funds. */
const fiscal = ["上年结转"] as const;
/** Before 2024 basic expenditure of the other budgets was one column; since then its two parts. */
const split = { funds: ["基本支出"], stateCapital: ["基本支出"] } as const;
const unsplit = { funds: ["人员经费", "公用经费"], stateCapital: ["人员经费", "公用经费"] } as const;

/** Carried-over funds came with 2024 as a detailed list, commissioned services with 2026 (docs/rules.md D1). */
const eleven = {
  order: [...baseline, "carriedOver"],
  tableLabel,
  titles: { carriedOver: "上年结转结余情况明细表" },
  lineWords,
  classesLeftOut: ["234"],
  leavesOut: { fiscal, ...split },
} as const;

export const forms: readonly Form[] = [
  {
    id: "2026-12",
    label: "12张表（2026年版，含委托业务费表）",
    order: [...baseline, "commissioned", "carriedOver"],
    tableLabel,
    paper: twelvePaper,
    leavesOut: { fiscal, ...split, income: ["上级国有资本经营预算转移支付"] },
  },
  { id: "2026-11", label: "11张表（2026年版）", ...eleven },
  { id: "2025-11", since: 2024, label: "11张表（2025年版）", ...eleven },
  {
    id: "2023-10",
    label: "10张表（2023年版）",
    order: baseline,
    tableLabel,
    lineWords,
    leavesOut: { fiscal, ...unsplit },
    paper: tenPaper,
    asks: { also: ["非财政拨款项目个数"], not: ["整体绩效目标个数", "整体绩效目标金额"] },
  },
];

const since2025 = ["2026-12", "2026-11", "2025-11"];
const elevens = ["2026-11", "2025-11"];
const notTwelve = ["2026-11", "2025-11", "2023-10"];

/** Whether the table of funds splits basic expenditure; null where there is no such table. */
const splitsFunds = (facts: FormFacts): boolean | null =>
  facts.hasColumn("funds", "人员经费") ?? facts.hasColumn("stateCapital", "人员经费");

const yearWhy = ({ year }: FormFacts): string => `${year ?? ""}年度`;

/** The forms' own features (docs/rules.md D1); the year settles what they leave open. */
export const features: readonly Feature[] = [
  { weight: 8, of: ["2026-12"], why: "有“财政拨款委托业务费支出情况表”", holds: (facts) => facts.has("commissioned") },
  {
    weight: 5,
    of: ["2026-12"],
    why: "目录列有“财政拨款委托业务费支出情况表”",
    holds: (facts) => !facts.has("commissioned") && facts.lists("commissioned"),
  },
  { weight: 3, of: since2025, why: "有“上年结转结余”表", holds: (facts) => facts.has("carriedOver") },
  { weight: 5, of: ["2026-12"], why: "上年结转结余表印作“表12”", holds: (facts) => facts.number("carriedOver") === 12 },
  { weight: 5, of: elevens, why: "上年结转结余表印作“表11”", holds: (facts) => facts.number("carriedOver") === 11 },
  { weight: 4, of: elevens, why: "“上年结转结余情况明细表”", holds: (facts) => facts.title("carriedOver").includes("明细") },
  { weight: 2, of: since2025, why: "表8分列人员经费、公用经费", holds: (facts) => splitsFunds(facts) === true },
  { weight: 3, of: ["2023-10"], why: "表8不分列人员经费、公用经费", holds: (facts) => splitsFunds(facts) === false },
  { weight: 4, of: ["2023-10"], why: "表1写作“基金预算拨款”", holds: (facts) => facts.labels.has("基金预算拨款") },
  { weight: 2, of: ["2023-10"], why: "表7写作“社会保障补助”", holds: (facts) => facts.heads.has("社会保障补助") },
  { weight: 3, of: ["2023-10"], why: "空表句以“备注”开头", holds: (facts) => facts.notes.some((note) => note.startsWith("备注")) },
  {
    weight: 1,
    of: ["2026-12"],
    why: "表2没有上级国有资本经营预算列",
    holds: (facts) => facts.hasColumn("income", "上级国有资本经营预算转移支付") === false,
  },
  { weight: 1, of: ["2026-12"], why: "科目编码列写作“科目代码”", holds: (facts) => facts.words.has("科目代码") },
  { weight: 1, of: notTwelve, why: "科目编码列写作“分类科目编码”", holds: (facts) => facts.words.has("功能分类科目编码") },
  { weight: 1, of: ["2026-12", "2023-10"], why: "表1列有234类", holds: (facts) => facts.classes.has("234") },
  { weight: 1, of: elevens, why: "表1没有234类", holds: (facts) => facts.classes.has("233") && !facts.classes.has("234") },
  { weight: 2, of: ["2026-12"], why: "表10写作“运行维护费”", holds: (facts) => facts.labels.has("公务用车购置及运行维护费(小计)") },
  { weight: 2, of: notTwelve, why: "表10写作“公务用车运行费”", holds: (facts) => facts.labels.has("公务用车购置及运行费(小计)") },
  { weight: 3, of: ["2026-12", "2026-11"], why: yearWhy, holds: ({ year }) => year !== null && year >= 2026 },
  { weight: 3, of: ["2025-11"], why: yearWhy, holds: ({ year }) => year === 2024 || year === 2025 },
  { weight: 3, of: ["2023-10"], why: yearWhy, holds: ({ year }) => year !== null && year < 2024 },
  { weight: 0.5, of: ["2025-11"], why: "没有写年度，由单位编制", holds: ({ year, kind }) => year === null && kind === "单位" },
];
