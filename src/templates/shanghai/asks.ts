import type { OwnAsks } from "../family";

/** Vehicles in the order of the sentence. */
export const VEHICLES = [
  "部级领导干部用车",
  "主要领导干部用车",
  "机要通信用车",
  "应急保障用车",
  "执法执勤用车",
  "特种专业技术用车",
  "离退休干部用车",
  "其他用车",
] as const;

const PROCUREMENT = ["货物", "工程", "服务", "面向中小企业预留", "其中：小微企业预留"];

/** 填报-其他事项: vehicles and machines there are, and those to be bought. */
export const owned = (vehicle: string): string => `${vehicle}数量`;
export const bought = (what: string): string => `安排购置${what}`;
export const MACHINES = "100万元以上大型设备";
export const GOALS = { projects: "项目个数", amount: "绩效项目预算资金" } as const;

/** What the narrative of 上海 says and its nine tables do not: last year's totals, and what is counted elsewhere. */
export const asks: OwnAsks = {
  totals: [
    { category: "收入来源", name: "财政拨款收入", table: "income", column: "财政拨款" },
    { category: "支出总额", name: "财政拨款支出", table: "fiscal", column: "合计" },
    { category: "一般公共预算", name: "一般公共预算拨款支出", table: "general", column: "合计" },
    { category: "政府性基金预算", name: "政府性基金拨款支出", table: "funds", column: "合计" },
    { category: "国有资本经营预算", name: "国有资本经营预算拨款支出", table: "stateCapital", column: "合计" },
  ],
  others: [
    ...PROCUREMENT.map((name) => ({ category: "政府采购", name, unit: "万元" }) as const),
    { category: "预算绩效", name: GOALS.projects, unit: "个" },
    { category: "预算绩效", name: GOALS.amount, unit: "万元" },
    ...VEHICLES.map((one) => ({ category: "国有资产", name: owned(one), unit: "辆" }) as const),
    { category: "国有资产", name: MACHINES, unit: "台" },
    ...VEHICLES.map((one) => ({ category: "国有资产", name: owned(bought(one)), unit: "辆" }) as const),
    { category: "国有资产", name: bought(MACHINES), unit: "台" },
  ],
};
