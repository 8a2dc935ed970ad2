import type { t8 as shape } from "../../templates/xinjiang/tables/government-funds";
import { t8 } from "../../templates/xinjiang/tables/government-funds";
import { t9 } from "../../templates/xinjiang/tables/state-capital";
import type { TableSpec } from "../../templates/define";
import { check, type Check } from "../engine/check";
import { on, plus } from "../language/build";
import { hierarchyChecks } from "./hierarchy";

/** 表8 and 表9 are laid out alike: basic (in some templates split into personnel and operating) and project. */
function budgetChecks(table: TableSpec<keyof typeof shape.columns>, prefix: "F8" | "F9"): readonly Check[] {
  const t = on(table);
  return [
    check(`${prefix}01`, t.at("各行", "合计").equals(plus(t.at("同一行", "基本支出"), t.at("同一行", "人员经费"), t.at("同一行", "公用经费"), t.at("同一行", "项目支出"))), "合计是基本支出加项目支出"),
    ...hierarchyChecks(table, { classes: `${prefix}02`, groups: `${prefix}03`, total: `${prefix}04`, items: `${prefix}05` }),
  ];
}

export const otherBudgetChecks: readonly Check[] = [...budgetChecks(t8, "F8"), ...budgetChecks(t9, "F9")];
