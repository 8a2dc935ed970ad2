import { overview } from "../tables/overview";
import { income } from "../tables/income";
import { expenditure } from "../tables/expenditure";
import { general } from "../tables/general";
import { funds } from "../tables/government-funds";
import { stateCapital } from "../tables/state-capital";
import { carriedOver } from "../tables/carried-over";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus } from "../../../checks/language/build";

const a = on(overview);
const b = on(income);
const c = on(expenditure);
const e = on(general);
const h = on(funds);
const i = on(stateCapital);
const l = on(carriedOver);

/** 表3: basic and project, by subject, and what is left of it beside 表5. */
export const expenditureChecks: readonly Check[] = [
  check(
    "X235",
    c
      .at("各科目", "合计")
      .minus(e.at("同一科目", "合计"))
      .equals(
        plus(
          b.at("同一科目", "政府性基金预算"),
          b.at("同一科目", "上级政府性基金转移支付"),
          b.at("同一科目", "国有资本经营预算"),
          b.at("同一科目", "上级国有资本经营预算转移支付"),
          b.at("同一科目", "财政专户"),
          b.at("同一科目", "单位资金"),
          b.at("同一科目", "财政拨款结转"),
          b.at("同一科目", "非财政拨款结转结余"),
        ),
      ),
    "部门支出减去一般公共预算支出，就是其他来源安排的支出",
  ),
  check(
    "X3x",
    c
      .at("总计", "合计")
      .minus(e.at("总计", "合计"))
      .equals(
        plus(
          h.at("总计", "合计"),
          i.at("总计", "合计"),
          l.at("总计", "合计"),
          a.at("单位资金", "收入预算数"),
          a.at("财政专户核拨", "收入预算数"),
        ),
      ),
    "部门支出减去一般公共预算支出，等于基金、国资、结转、单位资金和财政专户安排的支出",
  ),
  check(
    "X3xa",
    plus(
      h.at("总计", "基本支出"),
      h.at("总计", "人员经费"),
      h.at("总计", "公用经费"),
      i.at("总计", "基本支出"),
      i.at("总计", "人员经费"),
      i.at("总计", "公用经费"),
    ).atMost(c.at("总计", "基本支出").minus(e.at("总计", "基本支出"))),
    "基金、国资安排的基本支出包含在部门基本支出里，不在一般公共预算基本支出里",
    { source: "X3x" },
  ),
  check(
    "X3xb",
    plus(h.at("总计", "项目支出"), i.at("总计", "项目支出")).atMost(c.at("总计", "项目支出").minus(e.at("总计", "项目支出"))),
    "基金、国资安排的项目支出包含在部门项目支出里，不在一般公共预算项目支出里",
    { source: "X3x" },
  ),
  check(
    "X312a",
    plus(l.at("总计", "财政拨款项目支出"), l.at("总计", "非财政拨款项目支出")).atMost(
      c.at("总计", "项目支出").minus(e.at("总计", "项目支出")),
    ),
    "结转安排的项目支出包含在部门项目支出里，不在一般公共预算当年项目支出里",
    { source: "X312" },
  ),
  check(
    "X312b",
    plus(
      l.at("总计", "财政拨款人员经费"),
      l.at("总计", "财政拨款公用经费"),
      l.at("总计", "非财政拨款人员经费"),
      l.at("总计", "非财政拨款公用经费"),
    ).atMost(c.at("总计", "基本支出").minus(e.at("总计", "基本支出"))),
    "结转安排的基本支出包含在部门基本支出里，不在一般公共预算当年基本支出里",
    { source: "X312" },
  ),
];
