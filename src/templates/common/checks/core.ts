import { EVERY_COLUMN } from "../../../checks/language/expression";
import { check, type IdentityCheck } from "../../../checks/engine/check";
import { on, plus, sum } from "../../../checks/language/build";
import type { Recognised } from "../../../workbook/recognised";
import type { TableSpec } from "../../define";
import * as means from "../meanings";
import { hierarchyChecks } from "./hierarchy";

const overview = on(means.overview);
const income = on(means.income);
const expenditure = on(means.expenditure);
const fiscal = on(means.fiscal);
const general = on(means.general);
const basic = on(means.basic);
const funds = on(means.funds);
const stateCapital = on(means.stateCapital);
const threePublic = on(means.threePublic);

/** Where 财政拨款收支总表 lists carried-over funds, its expenditure is more than this year's tables hold. */
export const listsCarriedOver = ({ tables }: Recognised): boolean => {
  const table = tables.get("fiscal");
  const line = table?.line("上年结转");
  return Boolean(table && line && table.amount(line, "收入合计")?.isZero() === false);
};
/** An amount that an overview carries over on a side, on a line of its own; families that have none say so in their own checks. */
const carries =
  (line: string, column: string) =>
  ({ tables }: Recognised): boolean => {
    const table = tables.get("overview");
    const row = table?.line(line);
    return Boolean(table && row && table.amount(row, column)?.isZero() === false);
  };
const carriesOn = carries("结转下年", "支出预算数");
const carriedOver = carries("上年结转", "收入预算数");
/** What goes on to next year is in the total of the overview, and in none of its classes; whether 支出总表 has it differs. */
const spentThisYear = { when: (recognised: Recognised): boolean => !carriesOn(recognised) } as const;
/** 收入总表 takes in what was carried over where it has a column for it, or lists it. */
const takesCarriedOver = {
  when: (recognised: Recognised): boolean => {
    const income = recognised.tables.get("income");
    return !carriedOver(recognised) || income?.columns.has("上年结转") === true || Boolean(income?.line("上年结转"));
  },
} as const;
/** 收入总表 and 支出总表 list units, or lines, instead of subjects in some places; and what goes on to next year is income of a subject, and not spent. */
const lists = (key: "income" | "expenditure", { tables }: Recognised): boolean =>
  tables.get(key)?.rows.some(({ code }) => code !== null) ?? true;
const spentBySubject = { when: (recognised: Recognised): boolean => lists("expenditure", recognised) } as const;
const bySubject = {
  when: (recognised: Recognised): boolean => !carriesOn(recognised) && lists("income", recognised) && lists("expenditure", recognised),
} as const;
const current = { when: (recognised: Recognised): boolean => !listsCarriedOver(recognised) } as const;

/**
 * The identities that hold in every family that has both sides, by meaning (held against 23 documents of four families;
 * docs/rules.md A, H0). A family takes those whose tables, columns and lines it has, leaves out what it does
 * otherwise, and adds its own.
 */
export const core: readonly IdentityCheck[] = [
  check("F110", overview.at("总计", "支出预算数").equals(sum(overview.at("各类", "支出预算数"))), "支出总计是各类支出之和", spentThisYear),
  check("F111", overview.at("收入总计", "收入预算数").equals(overview.at("总计", "支出预算数")), "收支必须平衡"),
  check(
    "X12a",
    overview.at("收入总计", "收入预算数").equals(income.at("总计", "总计")),
    "收支总表的收入总计与收入总表的总计是同一个数",
    takesCarriedOver,
  ),
  check("X12d", overview.at("各类", "支出预算数").equals(income.at("同一科目", "总计")), "每一类的支出与收入来源合计相等", bySubject),
  check(
    "X13a",
    overview.at("总计", "支出预算数").equals(expenditure.at("总计", "合计")),
    "收支总表的支出总计与支出总表的总计是同一个数",
    spentThisYear,
  ),
  check(
    "X13b",
    overview.at("各类", "支出预算数").equals(expenditure.at("同一科目", "合计")),
    "收支总表的各类支出与支出总表的类级合计是同一个数",
    spentBySubject,
  ),
  check(
    "X14f",
    overview.at("财政拨款", "收入预算数").equals(fiscal.at("收入总计", "收入合计")),
    "收支总表的财政拨款与财政拨款收支总表的收入总计是同一个数",
    { ...current, source: "X14a" },
  ),
  check(
    "X12f",
    overview.at("财政拨款", "收入预算数").equals(income.at("总计", "财政拨款")),
    "收支总表的财政拨款与收入总表的财政拨款是同一个数",
    { source: "X12b" },
  ),

  ...hierarchyChecks(means.income, { classes: "F201", groups: "F202", total: "F203", items: "F204" }),
  check("X23", income.at("各科目", "总计").equals(expenditure.at("同一科目", "合计")), "同一科目的收入与支出相等", bySubject),

  check(
    "F301",
    expenditure.at("各行", "合计").equals(plus(expenditure.at("同一行", "基本支出"), expenditure.at("同一行", "项目支出"))),
    "合计是基本支出加项目支出",
  ),
  ...hierarchyChecks(means.expenditure, { classes: "F302", groups: "F303", total: "F304", items: "F305" }),
  check(
    "X35",
    general.at("各科目", EVERY_COLUMN).atMost(expenditure.at("同一科目", EVERY_COLUMN)),
    "一般公共预算支出是部门支出的一部分",
    spentBySubject,
  ),

  check("F401c", fiscal.at("收入总计", "收入合计").equals(fiscal.at("总计", "合计")), "财政拨款收支必须平衡", { source: "F401" }),
  check(
    "F402",
    fiscal
      .at("各行", "合计")
      .equals(plus(fiscal.at("同一行", "一般公共预算"), fiscal.at("同一行", "政府性基金预算"), fiscal.at("同一行", "国有资本经营预算"))),
    "合计是三本预算之和",
  ),
  check("F403", fiscal.at("总计", EVERY_COLUMN).equals(sum(fiscal.at("各类", EVERY_COLUMN))), "支出总计是各类支出之和"),
  check("X14b1", fiscal.at("各类", "合计").atMost(overview.at("同一科目", "支出预算数")), "财政拨款支出是部门支出的一部分", {
    source: "X14b",
  }),
  check("X45a", fiscal.at("各类", "一般公共预算").equals(general.at("同一科目", "合计")), "同一类的一般公共预算在两张表是同一个数", {
    source: "X45",
    ...current,
  }),
  check(
    "X45b",
    fiscal.at("总计", "一般公共预算").equals(general.at("总计", "合计")),
    "财政拨款收支总表的一般公共预算支出与一般公共预算支出表的总计是同一个数",
    { source: "X45", ...current },
  ),
  check("X48a", fiscal.at("各类", "政府性基金预算").equals(funds.at("同一科目", "合计")), "同一类的政府性基金在两张表是同一个数", {
    source: "X48",
    ...current,
  }),
  check(
    "X48b",
    fiscal.at("总计", "政府性基金预算").equals(funds.at("总计", "合计")),
    "财政拨款收支总表的政府性基金支出与政府性基金支出表的总计是同一个数",
    { source: "X48", ...current },
  ),
  check(
    "X49a",
    fiscal.at("各类", "国有资本经营预算").equals(stateCapital.at("同一科目", "合计")),
    "同一类的国有资本经营预算在两张表是同一个数",
    { source: "X49", ...current },
  ),
  check(
    "X49b",
    fiscal.at("总计", "国有资本经营预算").equals(stateCapital.at("总计", "合计")),
    "财政拨款收支总表的国有资本经营预算支出与其支出表的总计是同一个数",
    { source: "X49", ...current },
  ),

  check(
    "F501",
    general.at("各行", "合计").equals(plus(general.at("同一行", "基本支出"), general.at("同一行", "项目支出"))),
    "合计是基本支出加项目支出",
  ),
  ...hierarchyChecks(means.general, { classes: "F502", groups: "F503", total: "F504", items: "F505" }),
  check("X56", general.at("总计", "基本支出").equals(basic.at("总计", "合计")), "一般公共预算的基本支出与基本支出表的总计是同一个数"),

  check(
    "F601",
    basic.at("各行", "合计").equals(plus(basic.at("同一行", "人员经费"), basic.at("同一行", "公用经费"))),
    "合计是人员经费加公用经费",
  ),
  check("F602", basic.at("各类", EVERY_COLUMN).equals(sum(basic.at("所属各款", EVERY_COLUMN))), "类级金额是所属各款之和"),
  check("F603", basic.at("总计", EVERY_COLUMN).equals(sum(basic.at("各类", EVERY_COLUMN))), "总计是各类之和"),
  check("F604", basic.at("总计", EVERY_COLUMN).equals(sum(basic.at("各款", EVERY_COLUMN))), "总计是各款之和"),

  check(
    "F801",
    funds.at("各行", "合计").equals(plus(funds.at("同一行", "基本支出"), funds.at("同一行", "项目支出"))),
    "合计是基本支出加项目支出",
  ),
  ...hierarchyChecks(means.funds, { classes: "F802", groups: "F803", total: "F804", items: "F805" }),
  check(
    "F901",
    stateCapital.at("各行", "合计").equals(plus(stateCapital.at("同一行", "基本支出"), stateCapital.at("同一行", "项目支出"))),
    "合计是基本支出加项目支出",
  ),
  ...hierarchyChecks(means.stateCapital, { classes: "F902", groups: "F903", total: "F904", items: "F905" }),

  check(
    "F1001",
    threePublic
      .at("总计", EVERY_COLUMN)
      .equals(
        plus(
          threePublic.at("因公出国", EVERY_COLUMN),
          threePublic.at("公务接待费", EVERY_COLUMN),
          threePublic.at("公务用车小计", EVERY_COLUMN),
        ),
      ),
    "“三公”经费由三项组成",
  ),
  check(
    "F1002",
    threePublic
      .at("公务用车小计", EVERY_COLUMN)
      .equals(plus(threePublic.at("公务用车购置", EVERY_COLUMN), threePublic.at("公务用车运行", EVERY_COLUMN))),
    "公务用车购置及运行费分为购置和运行",
  ),
  check("X610a", basic.at("30212", "合计").atMost(threePublic.at("因公出国", "合计")), "基本支出里的因公出国（境）费用包含在“三公”经费里", {
    source: "X610",
  }),
  check("X610b", basic.at("30217", "合计").atMost(threePublic.at("公务接待费", "合计")), "基本支出里的公务接待费包含在“三公”经费里", {
    source: "X610",
  }),
  check(
    "X610c",
    basic.at("30231", "合计").atMost(threePublic.at("公务用车运行", "合计")),
    "基本支出里的公务用车运行维护费包含在“三公”经费里",
    { source: "X610" },
  ),
];

/** The core identities about a family's tables: those whose tables, columns and lines it has, without those it does otherwise. */
export function coreOf(tables: readonly TableSpec[], without: readonly string[] = []): readonly IdentityCheck[] {
  return core.filter(
    (one) =>
      !without.includes(one.id) &&
      [...one.identity.left, ...one.identity.right].every(({ table, row, column }) =>
        tables.some(
          ({ key, columns, lines }) =>
            key === table &&
            (column === EVERY_COLUMN || Object.hasOwn(columns, column)) &&
            (row.by !== "line" || Object.hasOwn(lines, row.line)),
        ),
      ),
  );
}
