import { expenditureClasses } from "../common/subjects";
import type { Family } from "../family";
import { features, forms } from "./forms";
import { paper } from "./paper";
import { tables } from "./tables/index";

/** 新疆: ten to twelve tables in 万元; four forms since 2023. */
export const xinjiang: Family = {
  id: "xinjiang",
  name: "新疆",
  tables,
  unit: "万元",
  forms,
  features,
  classList: expenditureClasses.map(({ code }) => code),
  paper,
};
