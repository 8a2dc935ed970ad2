import type { Family } from "../../family";
import { JIANGSU_FROM_2021 } from "../narrative/id";
import { paper } from "./paper";
import { tables } from "./tables";

/** 江苏 since budgets are kept in one system: thirteen tables, of which hardly one has the shape it had among the twelve. */
export const jiangsuFrom2021: Family = {
  id: JIANGSU_FROM_2021,
  name: "江苏（2021年起）",
  tables,
  unit: "万元",
  forms: [
    {
      id: "2021-13",
      label: "13张表（2021年起）",
      anyTitle: true,
      order: tables.map(({ key }) => key),
      tableLabel: (number) => `公开${String(number).padStart(2, "0")}表`,
    },
  ],
  features: [],
  classList: null,
  paper,
};
