import type { TableKey } from "../define";
import type { Family, Form } from "../family";
import { paper } from "./paper";
import { tables } from "./tables";

const order: readonly TableKey[] = tables.map(({ key }) => key);
const NUMERALS = "一二三四五六七八九十";
const numeral = (number: number): string => (number <= 10 ? (NUMERALS[number - 1] ?? "") : `十${NUMERALS[number - 11] ?? ""}`);

/** In 2017 the tables of funds and of operating came before those of the general public budget. */
const forms: readonly Form[] = [
  { id: "2018-12", label: "12张表（2018年起）", order, tableLabel: (number) => `公开${String(number).padStart(2, "0")}表` },
  {
    id: "2017-12",
    label: "12张表（2017年）",
    order: [...order.slice(0, 6), "funds", "general", "basic", "operating", "threePublic", "procurement"],
    tableLabel: (number) => `表${numeral(number)}`,
  },
];

/** 江苏: twelve tables of provincial offices in 万元, totals first. */
export const jiangsu: Family = {
  id: "jiangsu",
  name: "江苏",
  tables,
  unit: "万元",
  forms,
  features: [
    { weight: 5, of: ["2017-12"], why: "政府性基金表印作“表七”", holds: (facts) => facts.number("funds") === 7 },
    { weight: 5, of: ["2018-12"], why: "政府性基金表印作“公开10表”", holds: (facts) => facts.number("funds") === 10 },
    { weight: 3, of: ["2017-12"], why: "2017年度", holds: ({ year }) => year !== null && year <= 2017 },
    { weight: 3, of: ["2018-12"], why: ({ year }) => `${year ?? ""}年度`, holds: ({ year }) => year !== null && year >= 2018 },
  ],
  classList: null,
  paper,
};
