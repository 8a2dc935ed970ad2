import { check, type Check } from "../../../checks/engine/check";
import { on, plus } from "../../../checks/language/build";
import type { TableSpec } from "../../define";
import { funds } from "../tables/government-funds";
import { stateCapital } from "../tables/state-capital";

/** Both are laid out alike: basic (in some forms split into personnel and operating) and project. */
function rowSum(id: string, table: TableSpec<keyof typeof funds.columns>): Check {
  const t = on(table);
  return check(
    id,
    t
      .at("各行", "合计")
      .equals(plus(t.at("同一行", "基本支出"), t.at("同一行", "人员经费"), t.at("同一行", "公用经费"), t.at("同一行", "项目支出"))),
    "合计是基本支出加项目支出",
  );
}

/** 政府性基金 and 国有资本经营预算: every row by use. */
export const basicAndProjectBudgets = { funds: [rowSum("F801", funds)], stateCapital: [rowSum("F901", stateCapital)] } as const;
