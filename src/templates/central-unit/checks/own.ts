import { check, type Check } from "../../../checks/engine/check";
import { EVERY_COLUMN } from "../../../checks/language/expression";
import { on, plus, sum } from "../../../checks/language/build";
import type { Recognised } from "../../../workbook/recognised";
import { hierarchyChecks } from "../../common/checks/hierarchy";
import * as tables from "../tables";

const overview = on(tables.overview);
const income = on(tables.income);
const expenditure = on(tables.expenditure);
const fiscal = on(tables.fiscalExpenditure);
const revenue = (line: Parameters<typeof overview.at>[0]): ReturnType<typeof overview.at> => overview.at(line, "收入预算数");
const spent = (line: Parameters<typeof overview.at>[0]): ReturnType<typeof overview.at> => overview.at(line, "支出预算数");

/** The income table takes carried-over funds in where it has a column for them; then its total is 收入总计. */
const takesCarriedOver = ({ tables: found }: Recognised): boolean => found.get("income")?.columns.has("上年结转") === true;

/** What the four tables of a central department's unit hold (held in three published workbooks; docs/rules.md H3). */
export const ownChecks = {
  overview: [
    check(
      "F101",
      revenue("本年收入合计").equals(
        plus(
          revenue("财政拨款"),
          revenue("上级补助收入"),
          revenue("事业收入"),
          revenue("事业单位经营收入"),
          revenue("附属单位缴款"),
          revenue("其他收入"),
        ),
      ),
      "本年收入由各项收入组成",
    ),
    check(
      "F109",
      revenue("收入总计").equals(plus(revenue("本年收入合计"), revenue("使用非财政拨款结余"), revenue("上年结转"))),
      "收入总计是本年收入加动用的结余和上年结转",
    ),
    check("F110", spent("本年支出合计").equals(sum(overview.at("各类", "支出预算数"))), "本年支出是各类支出之和"),
    check("F114", overview.at("总计", "支出预算数").equals(plus(spent("本年支出合计"), spent("结转下年"))), "支出总计是本年支出加结转下年"),
    check("X12a", revenue("本年收入合计").equals(income.at("总计", "总计")), "两张表的本年收入是同一个数", {
      when: (recognised) => !takesCarriedOver(recognised),
    }),
    check("X12g", revenue("收入总计").equals(income.at("总计", "总计")), "收入表列有上年结转的，合计是收入总计", {
      source: "X12a",
      when: takesCarriedOver,
    }),
    check("X13a", spent("本年支出合计").equals(expenditure.at("总计", "合计")), "两张表的本年支出是同一个数"),
  ],
  income: [
    check(
      "F206",
      income
        .at("各行", "总计")
        .equals(
          plus(
            income.at("同一行", "上年结转"),
            income.at("同一行", "财政拨款"),
            income.at("同一行", "上级补助收入"),
            income.at("同一行", "事业收入"),
            income.at("同一行", "经营收入"),
            income.at("同一行", "附属单位缴款"),
            income.at("同一行", "其他收入"),
            income.at("同一行", "使用非财政拨款结余"),
          ),
        ),
      "每个科目的合计是各项收入之和",
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
            expenditure.at("同一行", "上缴上级支出"),
            expenditure.at("同一行", "经营支出"),
            expenditure.at("同一行", "对下级单位补助支出"),
          ),
        ),
      "合计由各项支出组成",
    ),
  ],
  fiscalExpenditure: [
    check(
      "F501",
      fiscal.at("各行", "合计").equals(plus(fiscal.at("同一行", "基本支出"), fiscal.at("同一行", "项目支出"))),
      "合计是基本支出加项目支出",
    ),
    ...hierarchyChecks(tables.fiscalExpenditure, { classes: "F502", groups: "F503", total: "F504", items: "F505" }),
    check("X14f", revenue("财政拨款").equals(fiscal.at("总计", "合计")), "两张表的财政拨款是同一个数"),
    check("X35", fiscal.at("各科目", EVERY_COLUMN).atMost(expenditure.at("同一科目", EVERY_COLUMN)), "财政拨款支出是全部支出的一部分"),
  ],
} as const satisfies Readonly<Record<string, readonly Check[]>>;
