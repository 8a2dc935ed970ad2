import { check, type Check } from "../../../checks/engine/check";
import { on, plus, sum } from "../../../checks/language/build";
import type { Recognised } from "../../../workbook/recognised";
import * as tables from "../tables";

const overview = on(tables.overview);
const income = on(tables.income);
const expenditure = on(tables.expenditure);
const fiscal = on(tables.fiscal);
const general = on(tables.general);
const funds = on(tables.funds);
const stateCapital = on(tables.stateCapital);
const basic = on(tables.basic);
const threePublic = on(tables.threePublic);
const revenue = (line: Parameters<typeof overview.at>[0]): ReturnType<typeof overview.at> => overview.at(line, "收入预算数");
type OverviewColumn = Parameters<typeof overview.at>[1];
/** A use of expenditure is the sum of its classes, where the table splits them by use. */
const byUse = (id: string, column: OverviewColumn): Check =>
  check(id, overview.at("总计", column).equals(sum(overview.at("各类", column))), "支出总计是各类支出之和", { source: "F110" });
const usual = { severity: "warning" } as const;
/** Income of its own that pays for basic expenditure stands in the overview and not in the table of the general public budget. */
const basicIsGeneral = ({ tables: found }: Recognised): boolean => {
  const [all, paid] = [found.get("expenditure"), found.get("general")].map((table) => {
    const total = table?.total();
    return table && total ? table.amount(total, "基本支出") : null;
  });
  return all !== null && all !== undefined && paid !== null && paid !== undefined && all.equals(paid);
};

/** What Shanghai's nine tables hold beside what all families do (held in 13 published workbooks; docs/rules.md H1). */
export const ownChecks = {
  overview: [
    check(
      "F101",
      revenue("收入总计").equals(plus(revenue("财政拨款"), revenue("事业收入"), revenue("事业单位经营收入"), revenue("其他收入"))),
      "收入总计由四项收入组成",
    ),
    check(
      "F102",
      revenue("财政拨款").equals(plus(revenue("一般公共预算拨款"), revenue("政府性基金预算拨款"), revenue("国有资本经营预算拨款"))),
      "财政拨款收入由三本预算组成",
    ),
    check(
      "F112",
      overview
        .at("各行", "支出预算数")
        .equals(plus(overview.at("同一行", "人员经费"), overview.at("同一行", "公用经费"), overview.at("同一行", "项目支出"))),
      "合计是人员经费、公用经费和项目支出之和",
      { when: ({ tables: found }) => found.get("overview")?.columns.has("人员经费") === true },
    ),
    byUse("F110a", "人员经费"),
    byUse("F110b", "公用经费"),
    byUse("F110c", "项目支出"),
    check(
      "X18a",
      overview.at("总计", "人员经费").equals(basic.at("总计", "人员经费")),
      "收支总表的人员经费与基本支出表的人员经费是同一个数",
      { source: "X56", when: basicIsGeneral },
    ),
    check(
      "X18b",
      overview.at("总计", "公用经费").equals(basic.at("总计", "公用经费")),
      "收支总表的公用经费与基本支出表的公用经费是同一个数",
      { source: "X56", when: basicIsGeneral },
    ),
    check(
      "X13c",
      overview.at("总计", "项目支出").equals(expenditure.at("总计", "项目支出")),
      "收支总表的项目支出与支出总表的项目支出是同一个数",
      { source: "X13" },
    ),
  ],
  income: [
    check(
      "F206",
      income
        .at("各行", "总计")
        .equals(
          plus(
            income.at("同一行", "财政拨款"),
            income.at("同一行", "事业收入"),
            income.at("同一行", "事业单位经营收入"),
            income.at("同一行", "其他收入"),
          ),
        ),
      "每个科目的合计是各项收入之和",
    ),
    check("X12e1", revenue("事业收入").equals(income.at("总计", "事业收入")), "两张表的事业收入是同一个数", { source: "X12c" }),
    check("X12e2", revenue("事业单位经营收入").equals(income.at("总计", "事业单位经营收入")), "两张表的事业单位经营收入是同一个数", {
      source: "X12c",
    }),
    check("X12e3", revenue("其他收入").equals(income.at("总计", "其他收入")), "两张表的其他收入是同一个数", { source: "X12c" }),
  ],
  fiscal: [
    check(
      "F401a",
      fiscal
        .at("收入总计", "收入合计")
        .equals(
          plus(fiscal.at("一般公共预算", "收入合计"), fiscal.at("政府性基金预算", "收入合计"), fiscal.at("国有资本经营预算", "收入合计")),
        ),
      "财政拨款由三本预算组成",
      { source: "F401" },
    ),
    check("X14a1", fiscal.at("一般公共预算", "收入合计").equals(revenue("一般公共预算拨款")), "两张表的一般公共预算是同一个数", {
      source: "X14a",
    }),
    check("X14a2", fiscal.at("政府性基金预算", "收入合计").equals(revenue("政府性基金预算拨款")), "两张表的政府性基金预算是同一个数", {
      source: "X14a",
    }),
    check(
      "X14a3",
      fiscal.at("国有资本经营预算", "收入合计").equals(revenue("国有资本经营预算拨款")),
      "两张表的国有资本经营预算是同一个数",
      { source: "X14a" },
    ),
    check("F404a", fiscal.at("总计", "一般公共预算").equals(fiscal.at("一般公共预算", "收入合计")), "一般公共预算收支相等", {
      source: "F401",
    }),
    check("F404b", fiscal.at("总计", "政府性基金预算").equals(fiscal.at("政府性基金预算", "收入合计")), "政府性基金预算收支相等", {
      source: "F401",
    }),
    check("F404c", fiscal.at("总计", "国有资本经营预算").equals(fiscal.at("国有资本经营预算", "收入合计")), "国有资本经营预算收支相等", {
      source: "F401",
    }),
  ],
  threePublic: [
    check(
      "X69",
      threePublic.at("机关运行经费", "合计").atMost(basic.at("总计", "公用经费")),
      "机关运行经费是公用经费的一部分，不含事业单位的公用经费",
      usual,
    ),
  ],
  expenditure: [
    check(
      "X3x",
      expenditure
        .at("总计", "合计")
        .equals(
          plus(
            general.at("总计", "合计"),
            funds.at("总计", "合计"),
            stateCapital.at("总计", "合计"),
            income.at("总计", "事业收入"),
            income.at("总计", "事业单位经营收入"),
            income.at("总计", "其他收入"),
          ),
        ),
      "部门支出由三本预算和事业、经营、其他收入安排",
    ),
  ],
} as const satisfies Readonly<Record<string, readonly Check[]>>;

/** Functional subjects and their usual economic counterparts: they hold in nearly all published workbooks. */
export const counterpartChecks: readonly Check[] = [
  check("E1", general.at("2080505", "基本支出").equals(basic.at("30108", "合计")), "养老保险缴费一般全部列在30108", usual),
  check("E2", general.at("2080506", "基本支出").equals(basic.at("30109", "合计")), "职业年金缴费一般全部列在30109", usual),
  check("E3", general.at("2210201", "基本支出").equals(basic.at("30113", "合计")), "住房公积金一般全部列在30113", usual),
];
