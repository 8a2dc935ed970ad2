import type { Family } from "../family";
import { asks } from "./asks";
import { paper } from "./paper";
import { tables } from "./tables";

/** 上海: nine tables in 元, “三公” in 万元; the same since 2023, for departments and single units. */
export const shanghai: Family = {
  id: "shanghai",
  name: "上海",
  tables,
  unit: "元",
  forms: [
    {
      id: "2023-9",
      label: "9张表（2023年起，以元列示）",
      order: tables.map(({ key }) => key),
      tableLabel: (number) => `表${number}`,
      asks: { also: [], not: [], own: asks },
    },
  ],
  features: [],
  classList: null,
  paper,
};
