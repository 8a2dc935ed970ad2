import type { Family } from "../family";
import { tables } from "./tables";

/** What all families share: tables told by meaning alone, for workbooks of no known family. */
export const common: Family = {
  id: "common",
  name: "各地",
  tables,
  unit: "万元",
  forms: [
    {
      id: "common",
      label: "没有认出是哪一套公开表",
      order: [...new Set(tables.map(({ key }) => key))],
      tableLabel: (number) => `表${number}`,
      anyTitle: true,
    },
  ],
  features: [],
  classList: null,
  paper: null,
};
