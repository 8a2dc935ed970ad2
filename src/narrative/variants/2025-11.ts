import type { Desk } from "../desk";
import { factsOf, operatingComparison } from "../facts";
import { isZero } from "../figure";
import { composition, fiscalIncomes, fiscalUses } from "../fiscal-sentences";
import { carried, followedBy, fund, parts, projects, scale, sources, structure, uses } from "../lists";
import { item, section, sub, text } from "../paragraphs";
import { carriedOverOf } from "../quantities/named";
import { assetsOf, performanceOf, procurementOf } from "../quantities/other";
import { vehiclePurchase } from "../quantities/three-public";
import { words } from "../say";
import type { Section } from "../segments";
import { basicSentence, compared, operatingSentence, threePublicAmounts, threePublicChanges, vehicleList, vehiclePurchaseSentence } from "../sentences";

/** 第三部分 in the template of 2025, of a 单位 as of a 部门: laid out like 2026 with eleven tables. */
export function elevenTables2025(desk: Desk): readonly Section[] {
  const { say, organisation, name, year, lastYear, kind, own, settings, asks } = desk;
  const { total, incomeNames, classNames, income, expenditure, fiscal, general, basic, threePublic } = factsOf(desk);
  const carriedOver = carriedOverOf(desk);
  const purchases = procurementOf(desk);
  const assets = assetsOf(desk);
  const goals = performanceOf(desk);
  const [lead50, lead100] = settings.purchaseLeads;

  return [
    section("一", say`关于${name}${year}年收支预算情况${words(settings.overallHeading)}`,
      text(say`按照全口径预算的原则，${name}${year}年所有收入和支出均纳入${kind}预算管理。收支总预算${total}万元。`),
      text(say`收入预算包括：${incomeNames}。`),
      text(say`支出预算包括：${classNames}。`)),

    section("二", say`关于${name}${year}年收入预算情况说明`,
      text(say`${organisation}${kind}收入预算${income.total}万元，其中：`),
      sources(desk, income)),

    section("三", say`关于${name}${year}年支出预算情况说明`,
      text(say`${name}${year}年支出预算${expenditure.total}万元，其中：`),
      parts(desk, expenditure)),

    section("四", say`关于${name}${year}年财政拨款收支预算情况的总体说明`,
      text(say`${year}年财政拨款收支总预算${fiscal.total}万元。`),
      composition(desk, fiscal),
      text(say`收入预算包括：${fiscalIncomes(desk, fiscal)}。`),
      fiscalUses(desk, fiscal)),

    section("五", say`关于${name}${year}年一般公共预算当年拨款情况说明`,
      sub(say`（一）一般公共预算当年拨款规模变化情况`),
      text(say`${name}${year}年一般公共预算拨款合计${general.total}万元，其中：`),
      scale(desk, general),
      sub(say`（二）${words(settings.structureHeading)}`),
      structure(desk, general.total),
      sub(say`（三）一般公共预算当年拨款具体使用情况`),
      uses(desk)),

    section("六", say`关于${name}${year}年一般公共预算基本支出情况说明`,
      text(say`${name}${year}年一般公共预算基本支出${basic.total}万元，其中：`),
      basic.parts.map((part) => text(basicSentence(desk, part)))),

    section("七", say`关于${name}${year}年一般公共预算项目支出情况说明`,
      projects(desk)),

    section("八", say`关于${name}${year}年政府性基金预算拨款情况说明`,
      fund(desk, "funds", "政府性基金预算")),

    section("九", say`关于${name}${year}年国有资本经营预算拨款情况说明`,
      fund(desk, "stateCapital", "国有资本经营预算")),

    section("十", say`关于${name}${year}年财政拨款“三公”经费预算情况说明`,
      text(say`${name}${year}年财政拨款“三公”经费数为${threePublic.total}万元，其中：${threePublicAmounts(desk, threePublic)}。`),
      text(say`${year}年财政拨款${words(settings.threePublicTotal)}${compared(desk, threePublic.change)}，其中：${threePublicChanges(desk, threePublic)}。`)),

    section("十一", say`关于${name}${year}年上年结转结余预算情况说明`,
      isZero(carriedOver.total)
        ? text(say`${name}${year}年没有上年结转结余预算安排的支出，上年结转结余情况明细表为空表。`)
        : text(say`${name}${year}年上年结转结余${carriedOver.total}万元，包括：财政拨款${carriedOver.fiscal}万元，非财政拨款${carriedOver.other}万元${followedBy(carriedOver.items)}`),
      carried(desk, carriedOver.items)),

    section("十二", say`其他重要事项的情况说明`,
      sub(say`（一）${words(settings.operatingHeading)}`),
      text(say`${name}${year}年的机关运行经费财政拨款预算${operatingSentence(desk, operatingComparison(desk))}。`),
      sub(say`（二）政府采购情况`),
      text(say`${year}年，${name}政府采购预算${purchases.total}万元，其中：政府采购货物预算${purchases.goods}万元，政府采购工程预算${purchases.works}万元，政府采购服务预算${purchases.services}万元。`),
      text(say`${year}年，${name}面向中小企业预留政府采购项目预算金额${purchases.small}万元，${words(settings.microLead)}政府采购项目预算金额${purchases.micro}万元。`),
      sub(say`（三）国有资产占用使用情况`),
      text(say`截至${lastYear}年底，${organisation}${words(settings.assetsOf)}占用使用国有资产总体情况为：`),
      item(say`1.房屋${assets.area}平方米，价值${assets.buildings}万元。`),
      item(say`2.车辆${assets.vehicleNumber}辆，价值${assets.vehicleValue}万元；其中：${vehicleList(desk, assets)}。`),
      item(say`3.办公家具价值${assets.furniture}万元。`),
      item(say`4.其他资产价值${assets.others}万元。`),
      text(say`${words(settings.equipmentLead)}50万元以上大型设备${assets.over50}台，${words(settings.equipmentLead)}100万元以上大型设备${assets.over100}台。`),
      text(say`${year}年${kind}预算${vehiclePurchaseSentence(desk, vehiclePurchase(desk))}，安排购置${words(lead50)}50万元以上大型设备${assets.buying50}台，${words(lead100)}100万元以上大型设备${assets.buying100}台。`),
      sub(say`（四）预算绩效情况`),
      text(say`${year}年，${own}预算绩效管理整体预算绩效目标${goals.goals()}个，涉及预算金额${goals.goalAmount()}万元；当年预算安排项目共${goals.projects}个，其中：财政拨款项目涉及预算金额${goals.fiscalAmount}万元；非财政拨款项目涉及预算金额${goals.otherAmount}万元。具体情况见下表：`),
      sub(say`（五）${words(settings.remarksHeading)}`),
      text(say`${asks.words("其他需说明的事项", ["", "其他需说明的事项"], "其他需说明的事项")}。`)),
  ];
}
