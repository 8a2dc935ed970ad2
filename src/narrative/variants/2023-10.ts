import type { Desk } from "../desk";
import { section, sub, text } from "../paragraphs";
import { basicExpenditure, expenditure, fiscal, fund, generalBudget, income, overall, projects, threePublic } from "../shared-sections";
import { operatingFundsSentence, procurementTotal, remarks, stateAssets } from "../other-matters";
import { performanceOf, procurementOf } from "../quantities/other";
import { words } from "../say";
import type { Section } from "../segments";

/** 第三部分 in the template of 2023, with ten tables: the organisation is called 部门 throughout, and nothing is carried over. */
export function tenTables2023(desk: Desk): readonly Section[] {
  const { say, organisation, name, year, own, settings, asks } = desk;
  const administrative = asks.basicCount("下属行政单位数");
  const institutions = asks.basicCount("下属事业单位数");
  const { small, micro } = procurementOf(desk);
  const goals = performanceOf(desk);
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
    section("十一", say`其他重要事项的情况说明`,
      sub(say`（一）${words(settings.operatingHeading)}`),
      text(say`${year}年，${organisation}本级及下属${administrative}家行政单位和${institutions}家事业单位的机关运行经费财政拨款预算${operatingFundsSentence(desk)}`),
      sub(say`（二）政府采购情况`),
      text(procurementTotal(desk)),
      text(say`${year}年度${own}面向中小企业预留政府采购项目预算金额${small}万元，${words(settings.microLead)}政府采购项目预算金额${micro}万元。`),
      sub(say`（三）国有资产占用使用情况`),
      stateAssets(desk),
      sub(say`（四）预算绩效情况`),
      text(say`${year}年，本年度预算绩效管理的财政拨款项目${goals.projects}个，涉及预算金额${goals.fiscalAmount}万元。非财政拨款项目${goals.otherProjects()}个，涉及预算金额${goals.otherAmount}万元。具体情况见下表：`),
      sub(say`（五）${words(settings.remarksHeading)}`),
      remarks(desk)),
  ];
}
