import type { Desk } from "./desk";
import { isNonZero, isZero } from "./figure";
import { item, text } from "./paragraphs";
import { operatingFunds } from "./quantities/basic";
import { compare } from "./quantities/compare";
import { carriedOverOf, type NamedItem } from "./quantities/named";
import { assetsOf, performanceOf, procurementOf, type Vehicles } from "./quantities/other";
import { vehiclePurchase } from "./quantities/three-public";
import { list, words } from "./say";
import type { Paragraph, Segment } from "./segments";
import { because, compared } from "./sentences";

// Carried-over funds and the matters of the last section, where templates differ little.

/** 委托业务费 after a project's name, unless the name says so itself. */
export function commissionedName({ plainName }: NamedItem): Segment {
  return words(plainName.endsWith("委托业务费") ? "" : "委托业务费");
}

/** 上年结转结余; the empty table is named as the template names it. */
export function carriedOver(desk: Desk, title: string): readonly Paragraph[] {
  const { say, name, year } = desk;
  const { total, fiscal, other, items } = carriedOverOf(desk);
  if (isZero(total)) return [text(say`${name}${year}年没有上年结转结余预算安排的支出，${words(title)}为空表。`)];
  return [
    text(say`${name}${year}年上年结转结余${total}万元，包括：财政拨款${fiscal}万元，非财政拨款${other}万元${words(items.length > 0 ? "，其中：" : "。")}`),
    ...items.map((entry, index) => item(say`${words(`${index + 1}.`)}${entry.name}${entry.amount}万元，${entry.note}。`)),
  ];
}

/** 161.34万元，比上年预算增加69.79万元，增长76.23%，主要原因是…。 */
export function operatingFundsSentence(desk: Desk): readonly Segment[] {
  const { say, settings } = desk;
  const comparison = compare(desk, operatingFunds(desk), "机关运行经费", ["机关运行经费"]);
  return say`${comparison.current}万元，${compared(desk, comparison.change)}${because(desk, comparison, settings.operatingReasonLead)}。`;
}

/** （二）政府采购 */
export function procurement(desk: Desk): readonly Paragraph[] {
  const { say, name, year, settings } = desk;
  const { small, micro } = procurementOf(desk);
  return [
    text(procurementTotal(desk)),
    text(say`${year}年，${name}面向中小企业预留政府采购项目预算金额${small}万元，${words(settings.microLead)}政府采购项目预算金额${micro}万元。`),
  ];
}

export function procurementTotal(desk: Desk): readonly Segment[] {
  const { say, name, year } = desk;
  const { total, goods, works, services } = procurementOf(desk);
  return say`${year}年，${name}政府采购预算${total}万元，其中：政府采购货物预算${goods}万元，政府采购工程预算${works}万元，政府采购服务预算${services}万元。`;
}

/** （三）国有资产占用使用 */
export function stateAssets(desk: Desk): readonly Paragraph[] {
  const { say, organisation, year, lastYear, kind, settings } = desk;
  const assets = assetsOf(desk);
  const [lead50, lead100] = settings.purchaseLeads;
  const purchase = vehiclePurchase(desk);
  const vehicles = (of: Vehicles): readonly Segment[] => say`${words(of.name)}${of.number}辆，价值${of.value}万元`;
  const buying = isNonZero(purchase) ? say`安排购置车辆经费${purchase}万元` : purchase.known ? say`未安排购置车辆经费` : say`${purchase}`;
  return [
    text(say`截至${lastYear}年底，${organisation}${words(settings.assetsOf)}占用使用国有资产总体情况为：`),
    item(say`1.房屋${assets.area}平方米，价值${assets.buildings}万元。`),
    item(say`2.车辆${assets.vehicleNumber}辆，价值${assets.vehicleValue}万元；其中：${list(assets.vehicles.map(vehicles), "；")}。`),
    item(say`3.办公家具价值${assets.furniture}万元。`),
    item(say`4.其他资产价值${assets.others}万元。`),
    text(say`${words(settings.equipmentLead)}50万元以上大型设备${assets.over50}台，${words(settings.equipmentLead)}100万元以上大型设备${assets.over100}台。`),
    text(say`${year}年${kind}预算${buying}，安排购置${words(lead50)}50万元以上大型设备${assets.buying50}台，${words(lead100)}100万元以上大型设备${assets.buying100}台。`),
  ];
}

/** （四）预算绩效 */
export function performance(desk: Desk): readonly Paragraph[] {
  const { say, year, own } = desk;
  const { goals, goalAmount, projects, fiscalAmount, otherAmount } = performanceOf(desk);
  return [
    text(say`${year}年，${own}预算绩效管理整体预算绩效目标${goals()}个，涉及预算金额${goalAmount()}万元；当年预算安排项目共${projects}个，其中：财政拨款项目涉及预算金额${fiscalAmount}万元；非财政拨款项目涉及预算金额${otherAmount}万元。具体情况见下表：`),
  ];
}

/** （五）其他需说明的事项 */
export function remarks(desk: Desk): readonly Paragraph[] {
  return [text(desk.say`${desk.asks.words("其他需说明的事项", ["", "其他需说明的事项"], "其他需说明的事项")}。`)];
}
