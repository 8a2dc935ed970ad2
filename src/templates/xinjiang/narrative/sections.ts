import type { Desk } from "../../../narrative/desk";
import { factsOf, operatingComparison } from "../../../narrative/facts";
import { isZero, type Figure } from "../../../narrative/figure";
import { also, either, free, maybe, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { item, section, sub, text, type Passage, type SectionPattern } from "../../../narrative/paragraphs";
import { carriedOverOf, commissionedOf } from "../../../narrative/quantities/named";
import { assetsOf, performanceOf, procurementOf } from "../../../narrative/quantities/other";
import { vehiclePurchase } from "../../../narrative/quantities/three-public";
import { list, say, words } from "../../../narrative/say";
import { compared, mark } from "./clauses";
import { composition, fiscalIncomes, fiscalUses, useForm } from "./fiscal";
import {
  carried,
  commissioned,
  fund,
  generalForms,
  namedForm,
  parts,
  projects,
  scale,
  sourceForms,
  sources,
  structure,
  uses,
} from "./lists";
import {
  basicSentence,
  counted,
  operatingSentence,
  subjectForm,
  threePublicAmounts,
  threePublicChanges,
  vehicleList,
  vehiclePurchaseSentence,
} from "./sentences";

/**
 * 第三部分, each section once. What a year says differently: 2023 tells of the units behind 机关运行经费 and of the projects
 * without a goal of the whole; 委托业务费 has a section where the year has the table, 结转 from 2025 on.
 */
export function sections(desk: Desk): readonly SectionPattern[] {
  const early = desk.recognised.template.id === "2023-10";
  return [
    ...totals(desk),
    ...appropriations(desk),
    section("projects", say`关于${desk.name}${desk.year}年一般公共预算项目支出情况说明`, [projects(desk)]),
    section(
      "funds",
      say`关于${desk.name}${desk.year}年政府性基金预算拨款情况说明`,
      [fund(desk, "funds", "政府性基金预算")],
      [say`${mark(0, ".")}${subjectForm(desk, "funds.items")}`],
    ),
    section(
      "stateCapital",
      say`关于${desk.name}${desk.year}年国有资本经营预算拨款情况说明`,
      [fund(desk, "stateCapital", "国有资本经营预算")],
      [say`${mark(0, ".")}${subjectForm(desk, "stateCapital.items")}`],
    ),
    threePublic(desk),
    ...(desk.recognised.template.id === "2026-12" ? [commissionedSection(desk)] : []),
    ...(early ? [] : [carriedSection(desk)]),
    other(desk, early),
  ];
}

function totals(desk: Desk): readonly SectionPattern[] {
  const { organisation, name, year, kind, settings } = desk;
  const { total, incomeNames, classNames, income, expenditure, fiscal } = factsOf(desk);
  return [
    section("overall", say`关于${name}${year}年收支预算情况${words(settings.overallHeading)}`, [
      text(
        say`按照全口径预算的原则，${name}${year}年所有收入和支出均纳入${kind}预算管理。收支总预算${counted("total", "收支总预算", total)}万元。`,
      ),
      text(say`收入预算包括：${incomeNames}。`),
      text(say`支出预算包括：${classNames}。`),
    ]),
    section(
      "income",
      say`关于${name}${year}年收入预算情况说明`,
      [
        text(say`${organisation}${maybe([kind], true)}收入预算${counted("income", "收入预算", income.total)}万元，其中：`),
        sources(desk, income),
      ],
      sourceForms(desk, income),
    ),
    section("expenditure", say`关于${name}${year}年支出预算情况说明`, [
      text(say`${name}${year}年支出预算${counted("expenditure", "支出预算", expenditure.total)}万元，其中：`),
      parts(desk, expenditure),
    ]),
    section(
      "fiscal",
      say`关于${name}${year}年财政拨款收支预算情况的总体说明`,
      [
        text(say`${year}年财政拨款收支总预算${counted("fiscal", "财政拨款收支总预算", fiscal.total)}万元。`),
        composition(fiscal),
        fiscalIncomes(fiscal),
        fiscalUses(fiscal),
      ],
      [useForm()],
    ),
  ];
}

function appropriations(desk: Desk): readonly SectionPattern[] {
  const { name, year, settings } = desk;
  const { general, basic } = factsOf(desk);
  return [
    section(
      "general",
      say`关于${name}${year}年一般公共预算当年拨款情况说明`,
      [
        sub(say`（一）一般公共预算当年拨款规模变化情况`),
        text(say`${name}${year}年一般公共预算拨款合计${counted("general", "一般公共预算拨款", general.total)}万元，其中：`),
        scale(desk, general),
        sub(say`（二）${words(settings.structureHeading)}`),
        structure(desk, general.total),
        sub(say`（三）一般公共预算当年拨款具体使用情况`),
        uses(desk),
      ],
      generalForms(desk, general.total),
    ),
    section("basic", say`关于${name}${year}年一般公共预算基本支出情况说明`, [
      text(say`${name}${year}年一般公共预算基本支出${counted("basic", "一般公共预算基本支出", basic.total)}万元，其中：`),
      basic.parts.map((part) => text(basicSentence(part))),
    ]),
  ];
}

function threePublic(desk: Desk): SectionPattern {
  const { name, year, settings } = desk;
  const { threePublic: facts } = factsOf(desk);
  const quantity: Quantity = { id: "threePublic", what: "“三公”经费", figure: facts.total, comparison: facts.comparison };
  return section("threePublic", say`关于${name}${year}年财政拨款“三公”经费预算情况说明`, [
    text(say`${name}${year}年财政拨款“三公”经费数为${told(quantity)}万元，其中：${threePublicAmounts(facts)}。`),
    text(
      say`${year}年财政拨款${words(settings.threePublicTotal)}${compared(desk, facts.change, quantity)}，其中：${threePublicChanges(desk, facts)}。`,
    ),
  ]);
}

function commissionedSection(desk: Desk): SectionPattern {
  const { name, year } = desk;
  const { total, items } = commissionedOf(desk);
  const quantity: Quantity = { id: "commissioned", what: "委托业务费", figure: total };
  const none = say`${name}${year}年没有财政拨款委托业务费预算安排的支出，财政拨款委托业务费支出情况表为空表。`;
  const some = say`${name}${year}年委托业务费${told(quantity)}万元${maybe([words("，其中：")], items.length > 0)}${maybe([words("。")], items.length === 0)}`;
  return section(
    "commissioned",
    say`关于${name}${year}年财政拨款委托业务费支出情况说明`,
    [text(emptyOr(quantity, none, some)), commissioned(items)],
    [namedForm("commissioned", "主要用于：")],
  );
}

function carriedSection(desk: Desk): SectionPattern {
  const { name, year } = desk;
  const { total, fiscal, other: rest, items } = carriedOverOf(desk);
  const quantity: Quantity = { id: "carried", what: "上年结转结余", figure: total };
  const table = desk.recognised.template.id === "2026-12" ? "上年结转结余情况表" : "上年结转结余情况明细表";
  const none = say`${name}${year}年没有上年结转结余预算安排的支出，${words(table)}为空表。`;
  const some = say`${name}${year}年上年结转结余${told(quantity)}万元，${also("包括：", ["其中：", "包括"])}财政拨款${counted("carried.fiscal", "财政拨款结转", fiscal)}万元，非财政拨款${counted("carried.other", "非财政拨款结转结余", rest)}万元${maybe([words("，其中：")], items.length > 0)}${maybe([words("。")], items.length === 0)}`;
  return section(
    "carriedOver",
    say`关于${name}${year}年上年结转结余预算情况说明`,
    [text(emptyOr(quantity, none, some)), carried(desk, items)],
    [namedForm("carried", "")],
  );
}

function emptyOr(quantity: Quantity, none: Pattern, some: Pattern): Pattern {
  return [either(isZero(quantity.figure) ? none : some, [option("none", quantity, none), option("said", quantity, some)])];
}

function other(desk: Desk, early: boolean): SectionPattern {
  const { settings, asks } = desk;
  return section("other", say`其他重要事项的情况说明`, [
    sub(say`（一）${words(settings.operatingHeading)}`, "operating"),
    text(operating(desk, early)),
    sub(say`（二）政府采购情况`, "procurement"),
    procurement(desk, early).map(text),
    sub(say`（三）国有资产占用使用情况`, "assets"),
    assets(desk),
    sub(say`（四）预算绩效情况`, "performance"),
    { ...text(performance(desk, early)), performance: early ? "projects" : "whole and projects" },
    sub(say`（五）${words(settings.remarksHeading)}`),
    text(say`${free(asks.words("其他需说明的事项", ["", "其他需说明的事项"], "其他需说明的事项"), "其他需说明的事项", "note")}。`),
  ]);
}

function operating(desk: Desk, early: boolean): Pattern {
  const { name, organisation, year, asks } = desk;
  const sentence = operatingSentence(desk, operatingComparison(desk));
  if (!early) return say`${name}${year}年的机关运行经费财政拨款预算${sentence}。`;
  const count = (kind: "行政单位" | "事业单位"): Figure => asks.basicCount(`下属${kind}数`);
  const units = (kind: "行政单位" | "事业单位"): Node => counted(`units.${kind}`, `${kind}数`, count(kind));
  // Of those that there are none of, or of which nobody knows, nothing need be said.
  const asked = (kind: "行政单位" | "事业单位", said: Pattern): Pattern => {
    const figure = count(kind);
    return figure.known && !figure.value.isZero() ? said : [maybe(said, true)];
  };
  const offices = asked("行政单位", say`及下属${units("行政单位")}家行政单位`);
  const institutions = asked("事业单位", say`和${units("事业单位")}家事业单位`);
  return say`${year}年，${organisation}本级${offices}${institutions}的机关运行经费财政拨款预算${sentence}。`;
}

const PURCHASES = [
  ["货物", "goods"],
  ["工程", "works"],
  ["服务", "services"],
] as const;

function procurement(desk: Desk, early: boolean): readonly Pattern[] {
  const { name, year, own, settings } = desk;
  const p = procurementOf(desk);
  const bought = (lead: string, ends: readonly string[]): Pattern =>
    say`${list(
      PURCHASES.map(([kind, key]) => {
        const [end, ...others] = ends.map((one) => `${lead}${kind}${one}`);
        return [also(end ?? "", others), counted(`procurement.${key}`, `政府采购${kind}预算`, p[key])];
      }),
      "万元，",
    )}`;
  const formal = bought("政府采购", ["预算", "类预算"]);
  const short = bought("", ["类", "采购预算", "采购", "预算", "类采购预算", "类预算"]);
  const small = say`${maybe([words("面向")], true)}中小企业预留政府采购项目预算金额${counted("procurement.small", "面向中小企业预留采购预算", p.small)}万元，${maybe([words("其中：")], settings.microWithin)}${maybe([words("面向")], early)}小微企业预留政府采购项目预算金额${counted("procurement.micro", "小微企业预留采购预算", p.micro)}万元。`;
  return [
    say`${year}年，${name}政府采购预算${counted("procurement", "政府采购预算", p.total)}万元，其中：${either(formal, [option("said", null, formal), option("said", null, short)])}万元。`,
    early ? say`${year}年度${own}${small}` : say`${year}年，${name}${small}`,
  ];
}

/** What localities say before the price of a machine, the slips among them: another rule tells those. */
const PRICED = ["单价", "单位价值", "单位价值单价", "部门价值", "部门价值单价", "部门单价", "价值", "单台价值"];

function assets(desk: Desk): readonly Passage[] {
  const { organisation, lastYear, year, kind, settings } = desk;
  const a = assetsOf(desk);
  const [lead50, lead100] = settings.purchaseLeads;
  const priced = (lead: string): Node => maybe([also(lead, PRICED)], lead !== "");
  const large = maybe([words("大型")], true);
  const machines = (lead: string, price: string, kind: Node, number: Node, more: Pattern = []): Pattern =>
    say`${priced(lead)}${words(price)}万元${maybe([words("（含）")])}以上${maybe([words("的")])}${kind}设备${more}${number}台${maybe([words("（套）")])}`;
  const number50 = counted("assets.over50", "占用50万元以上大型设备", a.over50);
  const number100 = counted("assets.over100", "占用100万元以上大型设备", a.over100);
  const lead = settings.equipmentLead;
  const over50 = (kind: Node, more?: Pattern): Pattern => machines(lead, "50", kind, number50, more);
  const over100 = (kind: Node, more?: Pattern): Pattern => machines(lead, "100", kind, number100, more);
  const both = say`${over50(large)}，${over100(large)}`;
  const isSome = (number: Figure): boolean => number.known && !isZero(number);
  const noCars = [words("（不含车辆）")];
  const ways = [
    both,
    say`${over50(words("通用"))}，${over100(words("专用"))}`,
    // Of which there are none, or nobody knows, they need not be told of.
    ...(isSome(a.over100) ? [] : [over50(large), over50(large, noCars)]),
    ...(isSome(a.over50) ? [] : [over100(large), over100(large, noCars)]),
  ].map((way) => option("said", null, way));
  return [
    text(say`截至${lastYear}年底，${organisation}${words(settings.assetsOf)}占用使用国有资产总体情况为：`),
    item(
      say`1.房屋${counted("assets.building.number", "房屋面积", a.area)}平方米，价值${counted("assets.building.value", "房屋价值", a.buildings)}万元。`,
    ),
    item(
      say`2.车辆${counted("assets.vehicles.number", "车辆数量", a.vehicleNumber)}辆，价值${counted("assets.vehicles.value", "车辆价值", a.vehicleValue)}万元；其中：${vehicleList(a)}。`,
    ),
    item(say`3.办公家具价值${counted("assets.furniture.value", "办公家具价值", a.furniture)}万元。`),
    item(say`4.其他资产价值${counted("assets.others.value", "其他资产价值", a.others)}万元。`),
    text(say`${maybe([words("5.")])}${either(both, ways)}。`),
    text(
      say`${year}年${kind}预算${vehiclePurchaseSentence(vehiclePurchase(desk))}，安排购置${priced(lead50)}50万元以上${large}设备${counted("assets.buying50", "安排购置50万元以上大型设备", a.buying50)}台，${priced(lead100)}100万元以上${large}设备${counted("assets.buying100", "安排购置100万元以上大型设备", a.buying100)}台。`,
    ),
  ];
}

function performance(desk: Desk, early: boolean): Pattern {
  const { year, own } = desk;
  const goals = performanceOf(desk);
  const fiscal = counted("performance.fiscal", "财政拨款项目", goals.fiscalAmount);
  const rest = counted("performance.other", "非财政拨款项目", goals.otherAmount);
  const projectCount = counted("performance.projects", "项目个数", goals.projects);
  return early
    ? say`${year}年，本年度预算绩效管理的财政拨款项目${projectCount}个，涉及预算金额${fiscal}万元。非财政拨款项目${counted("performance.otherProjects", "非财政拨款项目个数", goals.otherProjects())}个，涉及预算金额${rest}万元。具体情况见下表：`
    : say`${year}年，${own}预算绩效管理整体预算绩效目标${counted("performance.goals", "整体绩效目标个数", goals.goals())}个，涉及预算金额${counted("performance.goal", "整体绩效目标金额", goals.goalAmount())}万元；当年预算安排项目共${projectCount}个，其中：财政拨款项目涉及预算金额${fiscal}万元；非财政拨款项目涉及预算金额${rest}万元。具体情况见下表：`;
}
