import type { Desk } from "../desk";
import { section, sub, text } from "../paragraphs";
import { basicExpenditure, expenditure, fiscal, fund, generalBudget, income, overall, projects, threePublic } from "../shared-sections";
import { carriedOver, operatingFundsSentence, performance, procurement, remarks, stateAssets } from "../other-matters";
import { words } from "../say";
import type { Section } from "../segments";

/** 第三部分 in the template of 2026 with eleven tables: no 委托业务费. */
export function elevenTables2026(desk: Desk): readonly Section[] {
  const { say, name, year, settings } = desk;
  return [
    section("一", say`关于${name}${year}年收支预算情况${words(settings.overallHeading)}`, overall(desk)),
    section("二", say`关于${name}${year}年收入预算情况说明`, income(desk)),
    section("三", say`关于${name}${year}年支出预算情况说明`, expenditure(desk)),
    section("四", say`关于${name}${year}年财政拨款收支预算情况的总体说明`, fiscal(desk)),
    section("五", say`关于${name}${year}年一般公共预算当年拨款情况说明`, generalBudget(desk)),
    section("六", say`关于${name}${year}年一般公共预算基本支出情况说明`, basicExpenditure(desk)),
    section("七", say`关于${name}${year}年一般公共预算项目支出情况说明`, projects(desk)),
    section("八", say`关于${name}${year}年政府性基金预算拨款情况说明`, fund(desk, 8, "政府性基金预算")),
    section("九", say`关于${name}${year}年国有资本经营预算拨款情况说明`, fund(desk, 9, "国有资本经营预算")),
    section("十", say`关于${name}${year}年财政拨款“三公”经费预算情况说明`, threePublic(desk)),
    section("十一", say`关于${name}${year}年上年结转结余预算情况说明`, carriedOver(desk, "上年结转结余情况明细表")),
    section("十二", say`其他重要事项的情况说明`,
      sub(say`（一）${words(settings.operatingHeading)}`),
      text(say`${name}${year}年的机关运行经费财政拨款预算${operatingFundsSentence(desk)}`),
      sub(say`（二）政府采购情况`),
      procurement(desk),
      sub(say`（三）国有资产占用使用情况`),
      stateAssets(desk),
      sub(say`（四）预算绩效情况`),
      performance(desk),
      sub(say`（五）${words(settings.remarksHeading)}`),
      remarks(desk)),
  ];
}
