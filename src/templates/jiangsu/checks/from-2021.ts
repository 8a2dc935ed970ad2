import { check, type Check } from "../../../checks/engine/check";
import { EVERY_COLUMN } from "../../../checks/language/expression";
import { on, plus, sum } from "../../../checks/language/build";
import { listsCarriedOver } from "../../common/checks/core";
import { hierarchyChecks } from "../../common/checks/hierarchy";
import type { TableSpec } from "../../define";
import * as tables from "../from-2021/tables";

const overview = on(tables.overview);
const income = on(tables.income);
const expenditure = on(tables.expenditure);
const fiscal = on(tables.fiscal);
const fiscalExpenditure = on(tables.fiscalExpenditure);
const fiscalBasic = on(tables.fiscalBasic);
const general = on(tables.general);
const basic = on(tables.basic);
const threePublic = on(tables.threePublic);
const funds = on(tables.funds);
const stateCapital = on(tables.stateCapital);
const operating = on(tables.operating);
const procurement = on(tables.procurement);
type Revenue = Parameters<typeof overview.at>[0];
const revenue = (line: Revenue): ReturnType<typeof overview.at> => overview.at(line, "收入预算数");
const spending = (line: Revenue): ReturnType<typeof overview.at> => overview.at(line, "支出预算数");
type Appropriation = Parameters<typeof fiscal.at>[0];
const received = (line: Appropriation): ReturnType<typeof fiscal.at> => fiscal.at(line, "收入合计");
const spent = (line: Appropriation): ReturnType<typeof fiscal.at> => fiscal.at(line, "合计");

/** Tables of this year's appropriations tie to 财政拨款收支总表 where it lists nothing carried over. */
const current = { when: (recognised: Parameters<typeof listsCarriedOver>[0]): boolean => !listsCarriedOver(recognised) } as const;

/** The department's own row stands above those of its units: where it does not, nobody knows which rows make up the total. */
const listsUnits = ({ tables: all }: Parameters<typeof listsCarriedOver>[0]): boolean => {
  const kinds = new Set(all.get("income")?.rows.map(({ kind }) => kind));
  return kinds.has("unit") && kinds.has("project");
};

/** Where money comes from, by the line of 收支总表 and the column of 收入总表. */
const SOURCES = [
  ["一般公共预算拨款", "一般公共预算"],
  ["政府性基金预算拨款", "政府性基金预算"],
  ["国有资本经营预算拨款", "国有资本经营预算"],
  ["财政专户管理资金", "财政专户管理资金"],
  ["事业收入", "事业收入"],
  ["事业单位经营收入", "事业单位经营收入"],
  ["上级补助收入", "上级补助收入"],
  ["附属单位上缴收入", "附属单位上缴收入"],
  ["其他收入", "其他收入"],
  ["当年收入小计", "本年收入"],
  ["上年结转资金", "上年结转结余"],
] as const;

/** A table by economic subject foots by class, and each row by what it is spent on. */
function footing(id: string, table: TableSpec<"合计" | "人员经费" | "公用经费">): readonly Check[] {
  const t = on(table);
  return [
    check(`${id}0`, t.at("各行", "合计").equals(plus(t.at("同一行", "人员经费"), t.at("同一行", "公用经费"))), "合计是人员经费加公用经费"),
    check(`${id}1`, t.at("各类", EVERY_COLUMN).equals(sum(t.at("所属各款", EVERY_COLUMN))), "类级金额是所属各款之和"),
    check(`${id}2`, t.at("总计", EVERY_COLUMN).equals(sum(t.at("各类", EVERY_COLUMN))), "合计是各类之和"),
  ];
}

/** A table by functional subject, row by row. */
function uses(id: string, table: TableSpec<"合计" | "基本支出" | "人员经费" | "公用经费" | "项目支出">): readonly Check[] {
  const t = on(table);
  return [
    check(
      `${id}6`,
      t.at("各行", "基本支出").equals(plus(t.at("同一行", "人员经费"), t.at("同一行", "公用经费"))),
      "基本支出是人员经费加公用经费",
    ),
  ];
}

/** What Jiangsu's thirteen tables hold beside what all families do: the ties that they state themselves, table by table. */
export const ownChecks = {
  overview: [
    check(
      "F101",
      revenue("当年收入小计").equals(
        plus(
          revenue("一般公共预算拨款"),
          revenue("政府性基金预算拨款"),
          revenue("国有资本经营预算拨款"),
          revenue("财政专户管理资金"),
          revenue("事业收入"),
          revenue("事业单位经营收入"),
          revenue("上级补助收入"),
          revenue("附属单位上缴收入"),
          revenue("其他收入"),
        ),
      ),
      "本年收入由九项资金组成",
    ),
    check("F109", revenue("收入总计").equals(plus(revenue("当年收入小计"), revenue("上年结转资金"))), "收入总计是本年收入加上年结转结余"),
    check("F110", spending("当年支出小计").equals(sum(overview.at("各类", "支出预算数"))), "本年支出是各类支出之和"),
    check("F111", revenue("收入总计").equals(spending("支出总计")), "收支必须平衡"),
    check(
      "F114",
      spending("支出总计").equals(plus(spending("当年支出小计"), spending("结转下年资金"))),
      "支出总计是本年支出加年终结转结余",
    ),
    check("X12a", revenue("收入总计").equals(income.at("总计", "总计")), "两张表的收入总计是同一个数"),
    ...SOURCES.map(([line, column], index) =>
      check(`X12${"bcdefghijkl".charAt(index)}`, revenue(line).equals(income.at("总计", column)), "同一项收入在两张表是同一个数", {
        source: "X12",
      }),
    ),
    check("X13a", spending("当年支出小计").equals(expenditure.at("总计", "合计")), "两张表的本年支出是同一个数"),
    check("X14c", revenue("一般公共预算拨款").equals(received("一般公共预算")), "两张表的一般公共预算拨款是同一个数", { source: "X14a" }),
    check("X14d", revenue("政府性基金预算拨款").equals(received("政府性基金预算")), "两张表的政府性基金预算拨款是同一个数", {
      source: "X14a",
    }),
    check("X14e", revenue("国有资本经营预算拨款").equals(received("国有资本经营预算")), "两张表的国有资本经营预算拨款是同一个数", {
      source: "X14a",
    }),
  ],
  income: [
    check("F209", income.at("总计", EVERY_COLUMN).equals(sum(income.at("各项目", EVERY_COLUMN))), "合计是所属各单位之和", {
      when: listsUnits,
    }),
    check("F210", income.at("总计", EVERY_COLUMN).equals(sum(income.at("各单位", EVERY_COLUMN))), "合计是部门的数", {
      when: ({ tables: all }) => all.get("income")?.rows.filter(({ kind }) => kind === "unit").length === 1,
    }),
    check(
      "F206",
      income.at("各行", "总计").equals(plus(income.at("同一行", "本年收入"), income.at("同一行", "上年结转结余"))),
      "合计是本年收入加上年结转结余",
    ),
    check(
      "F205",
      income
        .at("各行", "本年收入")
        .equals(
          plus(
            income.at("同一行", "一般公共预算"),
            income.at("同一行", "政府性基金预算"),
            income.at("同一行", "国有资本经营预算"),
            income.at("同一行", "财政专户管理资金"),
            income.at("同一行", "事业收入"),
            income.at("同一行", "事业单位经营收入"),
            income.at("同一行", "上级补助收入"),
            income.at("同一行", "附属单位上缴收入"),
            income.at("同一行", "其他收入"),
          ),
        ),
      "本年收入由九项资金组成",
    ),
    check(
      "F207",
      income
        .at("各行", "上年结转结余")
        .equals(
          plus(
            income.at("同一行", "结转一般公共预算"),
            income.at("同一行", "结转政府性基金预算"),
            income.at("同一行", "结转国有资本经营预算"),
            income.at("同一行", "结转财政专户管理资金"),
            income.at("同一行", "结转单位资金"),
          ),
        ),
      "上年结转结余由五项资金组成",
    ),
  ],
  expenditure: [
    check(
      "F301",
      expenditure
        .at("各行", "合计")
        .equals(
          plus(
            expenditure.at("同一行", "基本支出"),
            expenditure.at("同一行", "项目支出"),
            expenditure.at("同一行", "事业单位经营支出"),
            expenditure.at("同一行", "上缴上级支出"),
            expenditure.at("同一行", "对附属单位补助支出"),
          ),
        ),
      "合计由五项支出组成",
    ),
  ],
  fiscal: [
    check("F401a", received("收入总计").equals(plus(received("本年收入"), received("上年结转"))), "收入总计是本年收入加上年结转", {
      source: "F401",
    }),
    check(
      "F401b",
      received("本年收入").equals(plus(received("一般公共预算"), received("政府性基金预算"), received("国有资本经营预算"))),
      "本年收入由三本预算组成",
      { source: "F401" },
    ),
    check("F401c", received("收入总计").equals(spent("支出总计")), "财政拨款收支必须平衡", { source: "F401" }),
    check(
      "F401d",
      received("上年结转").equals(plus(received("结转一般公共预算"), received("结转政府性基金预算"), received("结转国有资本经营预算"))),
      "上年结转由三本预算组成",
      { source: "F401" },
    ),
    check("F403", spent("本年支出").equals(sum(fiscal.at("各类", "合计"))), "本年支出是各类支出之和"),
    check("F405", spent("支出总计").equals(plus(spent("本年支出"), spent("结转下年"))), "支出总计是本年支出加年终结转结余"),
    check("X45d", general.at("总计", "合计").equals(received("一般公共预算")), "两张表的一般公共预算是同一个数", {
      source: "X45",
      ...current,
    }),
    check("X48d", funds.at("总计", "合计").equals(received("政府性基金预算")), "两张表的政府性基金预算是同一个数", {
      source: "X48",
      ...current,
    }),
    check("X49d", stateCapital.at("总计", "合计").equals(received("国有资本经营预算")), "两张表的国有资本经营预算是同一个数", {
      source: "X49",
      ...current,
    }),
  ],
  fiscalExpenditure: [
    check(
      "F416",
      fiscalExpenditure
        .at("各行", "合计")
        .equals(plus(fiscalExpenditure.at("同一行", "基本支出"), fiscalExpenditure.at("同一行", "项目支出"))),
      "合计是基本支出加项目支出",
    ),
    ...uses("F40", tables.fiscalExpenditure),
    ...hierarchyChecks(tables.fiscalExpenditure, { classes: "F417", groups: "F407", total: "F408", items: "F409" }),
    check("X44a", fiscalExpenditure.at("总计", "合计").equals(spent("本年支出")), "两张表的财政拨款支出是同一个数", {
      source: "X45",
      ...current,
    }),
    check("X44c", fiscal.at("各类", "合计").equals(fiscalExpenditure.at("同一科目", "合计")), "同一类的财政拨款支出在两张表是同一个数", {
      source: "X45",
      ...current,
    }),
    check(
      "X44b",
      fiscalExpenditure
        .at("各科目", "合计")
        .equals(plus(general.at("同一科目", "合计"), funds.at("同一科目", "合计"), stateCapital.at("同一科目", "合计"))),
      "财政拨款支出由三本预算组成",
      { source: "X45" },
    ),
    check("X34", fiscalExpenditure.at("各科目", "合计").atMost(expenditure.at("同一科目", "合计")), "财政拨款支出是部门支出的一部分", {
      source: "X35",
    }),
  ],
  fiscalBasic: [
    ...footing("F41", tables.fiscalBasic),
    check("X46", fiscalExpenditure.at("总计", "基本支出").equals(fiscalBasic.at("总计", "合计")), "两张表的财政拨款基本支出是同一个数", {
      source: "X56",
    }),
    check("X46a", fiscalExpenditure.at("总计", "人员经费").equals(fiscalBasic.at("总计", "人员经费")), "两张表的人员经费是同一个数", {
      source: "X56",
    }),
    check("X66", basic.at("各科目", "合计").atMost(fiscalBasic.at("同一科目", "合计")), "一般公共预算基本支出是财政拨款基本支出的一部分", {
      source: "X56",
    }),
  ],
  general: uses("F50", tables.general),
  basic: [
    check("X56a", general.at("总计", "人员经费").equals(basic.at("总计", "人员经费")), "两张表的人员经费是同一个数", { source: "X56" }),
    check("X56b", general.at("总计", "公用经费").equals(basic.at("总计", "公用经费")), "两张表的公用经费是同一个数", { source: "X56" }),
  ],
  threePublic: [
    check("X610d", basic.at("30215", "合计").atMost(threePublic.at("会议费", "合计")), "基本支出里的会议费包含在会议费支出里", {
      severity: "warning",
      source: "X610",
    }),
    check("X610e", basic.at("30216", "合计").atMost(threePublic.at("培训费", "合计")), "基本支出里的培训费包含在培训费支出里", {
      severity: "warning",
      source: "X610",
    }),
  ],
  operating: [
    check("F421", operating.at("各类", EVERY_COLUMN).equals(sum(operating.at("所属各款", EVERY_COLUMN))), "类级金额是所属各款之和"),
    check("F422", operating.at("总计", EVERY_COLUMN).equals(sum(operating.at("各类", EVERY_COLUMN))), "合计是各类之和"),
    check("X86", operating.at("各科目", "合计").atMost(basic.at("同一科目", "合计")), "机关运行经费是基本支出的一部分", {
      severity: "warning",
    }),
  ],
  procurement: [
    check(
      "F1301",
      procurement
        .at("总计", EVERY_COLUMN)
        .equals(plus(procurement.at("货物", EVERY_COLUMN), procurement.at("工程", EVERY_COLUMN), procurement.at("服务", EVERY_COLUMN))),
      "政府采购分为货物、工程和服务",
    ),
    check(
      "F1302",
      procurement
        .at("各行", "合计")
        .equals(
          plus(
            procurement.at("同一行", "一般公共预算资金"),
            procurement.at("同一行", "政府性基金"),
            procurement.at("同一行", "其他资金"),
            procurement.at("同一行", "上年结转和结余资金"),
          ),
        ),
      "总计由四项资金组成",
    ),
  ],
} as const satisfies Readonly<Record<string, readonly Check[]>>;
