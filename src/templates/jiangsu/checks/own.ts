import { check, type Check } from "../../../checks/engine/check";
import { EVERY_COLUMN } from "../../../checks/language/expression";
import { on, plus, sum } from "../../../checks/language/build";
import { hierarchyChecks } from "../../common/checks/hierarchy";
import type { TableSpec } from "../../define";
import * as tables from "../tables";

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
const operating = on(tables.operating);
const procurement = on(tables.procurement);
const revenue = (line: Parameters<typeof overview.at>[0]): ReturnType<typeof overview.at> => overview.at(line, "收入预算数");
const use = (line: Parameters<typeof overview.at>[0]): ReturnType<typeof overview.at> => overview.at(line, "支出用途");
const spent = (line: Parameters<typeof fiscal.at>[0]): ReturnType<typeof fiscal.at> => fiscal.at(line, "合计");
const one = (line: Parameters<typeof threePublic.at>[0]): ReturnType<typeof threePublic.at> => threePublic.at(line, "合计");

/** Tables by economic subject foot by class. */
function footing(id: string, table: TableSpec<"合计">): readonly Check[] {
  const t = on(table);
  return [
    check(`${id}1`, t.at("各类", EVERY_COLUMN).equals(sum(t.at("所属各款", EVERY_COLUMN))), "类级金额是所属各款之和"),
    check(`${id}2`, t.at("总计", EVERY_COLUMN).equals(sum(t.at("各类", EVERY_COLUMN))), "合计是各类之和"),
  ];
}

/** What Jiangsu's twelve tables hold beside what all families do (held in seven published workbooks; docs/rules.md H2). */
export const ownChecks = {
  overview: [
    check(
      "F101",
      revenue("当年收入小计").equals(plus(revenue("财政拨款"), revenue("财政专户管理资金"), revenue("其他资金"))),
      "当年收入由三项资金组成",
    ),
    check("F102", revenue("财政拨款").equals(plus(revenue("一般公共预算拨款"), revenue("政府性基金预算拨款"))), "财政拨款由两本预算组成"),
    check("F109", revenue("收入总计").equals(plus(revenue("当年收入小计"), revenue("上年结转资金"))), "收入合计是当年收入加上年结转"),
    check("F110", use("当年支出小计").equals(sum(overview.at("各类", "支出预算数"))), "当年支出是各类支出之和"),
    check("F111", revenue("收入总计").equals(use("支出总计")), "收支必须平衡"),
    check("F113", use("当年支出小计").equals(plus(use("基本支出"), use("项目支出"), use("单位预留机动经费"))), "当年支出按用途分为三项"),
    check("F114", use("支出总计").equals(plus(use("当年支出小计"), use("结转下年资金"))), "支出合计是当年支出加结转下年"),
    check("X12a", revenue("收入总计").equals(income.at("总计", "总计")), "两张表的收入合计是同一个数"),
    check("X13a", use("支出总计").equals(expenditure.at("总计", "合计")), "两张表的支出合计是同一个数"),
    check("X13d", use("基本支出").equals(expenditure.at("总计", "基本支出")), "两张表的基本支出是同一个数", { source: "X13" }),
    check("X13e", use("项目支出").equals(expenditure.at("总计", "项目支出")), "两张表的项目支出是同一个数", { source: "X13" }),
  ],
  income: [
    check("F207", income.at("总计", "总计").equals(sum(income.at("各组", "总计"))), "收入总计是各项资金小计之和"),
    check("F208", income.at("各组", "总计").equals(sum(income.at("所属各明细", "总计"))), "小计是所属明细之和"),
  ],
  expenditure: [
    check(
      "F301",
      expenditure
        .at("总计", "合计")
        .equals(
          plus(
            expenditure.at("总计", "基本支出"),
            expenditure.at("总计", "项目支出"),
            expenditure.at("总计", "单位预留机动经费"),
            expenditure.at("总计", "结转下年资金"),
          ),
        ),
      "合计由四项组成",
    ),
  ],
  fiscal: [
    check(
      "F401a",
      fiscal.at("收入总计", "收入合计").equals(plus(fiscal.at("一般公共预算", "收入合计"), fiscal.at("政府性基金预算", "收入合计"))),
      "财政拨款由两本预算组成",
      { source: "F401" },
    ),
    check("F401c", fiscal.at("收入总计", "收入合计").equals(spent("支出总计")), "财政拨款收支必须平衡", { source: "F401" }),
    check(
      "F405",
      spent("支出总计").equals(plus(spent("基本支出"), spent("项目支出"), spent("单位预留机动经费"))),
      "财政拨款支出按用途分为三项",
    ),
    check("X45d", general.at("总计", "合计").equals(fiscal.at("一般公共预算", "收入合计")), "两张表的一般公共预算是同一个数", {
      source: "X45",
    }),
    check("X48d", funds.at("总计", "合计").equals(fiscal.at("政府性基金预算", "收入合计")), "两张表的政府性基金预算是同一个数", {
      source: "X48",
    }),
  ],
  fiscalExpenditure: [
    ...hierarchyChecks(tables.fiscalExpenditure, { classes: "F406", groups: "F407", total: "F408", items: "F409" }),
    check("X44a", fiscalExpenditure.at("总计", "合计").equals(spent("支出总计")), "两张表的财政拨款支出是同一个数", { source: "X45" }),
    check(
      "X44b",
      fiscalExpenditure.at("各科目", "合计").equals(plus(general.at("同一科目", "合计"), funds.at("同一科目", "合计"))),
      "财政拨款支出由一般公共预算和政府性基金组成",
      { source: "X45" },
    ),
  ],
  fiscalBasic: [
    ...footing("F41", tables.fiscalBasic),
    check("X46", fiscalBasic.at("总计", "合计").equals(spent("基本支出")), "两张表的财政拨款基本支出是同一个数", { source: "X56" }),
    check(
      "X66",
      basic.at("各科目", "合计").equals(fiscalBasic.at("同一科目", "合计")),
      "一般公共预算基本支出与财政拨款基本支出是同一个数",
      { source: "X56" },
    ),
  ],
  threePublic: [
    check("F1004", one("三公会议培训").equals(plus(one("总计"), one("会议费"), one("培训费"))), "合计是“三公”经费、会议费和培训费之和"),
  ],
  operating: footing("F42", tables.operating),
  procurement: [
    check(
      "F1301",
      procurement
        .at("总计", "合计")
        .equals(plus(procurement.at("货物", "合计"), procurement.at("工程", "合计"), procurement.at("服务", "合计"))),
      "政府采购分为货物、工程和服务",
    ),
  ],
} as const satisfies Readonly<Record<string, readonly Check[]>>;

/** From 2018 机关运行经费 is part of basic expenditure; in 2017 it took in projects. */
export const operatingChecks: readonly Check[] = [
  check("X86", operating.at("各科目", "合计").atMost(basic.at("同一科目", "合计")), "机关运行经费是基本支出的一部分", {
    severity: "warning",
    from: 2018,
  }),
];
