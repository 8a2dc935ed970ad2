import type { Desk } from "../../../narrative/desk";
import type { Comparison } from "../../../narrative/comparison";
import { changeOf, isZero, lacking, plus, type Figure } from "../../../narrative/figure";
import { item, section, text, unwritten, usual, type Passage, type SectionPattern } from "../../../narrative/paragraphs";
import { also, either, free, maybe, name, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { figureOf, totalOf } from "../../../narrative/quantities/cells";
import { compare } from "../../../narrative/quantities/compare";
import { overallTotal } from "../../../narrative/quantities/income";
import { procurementOf } from "../../../narrative/quantities/other";
import { itemsOf } from "../../../narrative/quantities/subjects";
import { threePublicOf } from "../../../narrative/quantities/three-public";
import type { ThreePublicLine } from "../../../inputs/three-public-names";
import { list, say, words } from "../../../narrative/say";
import { asks, bought, GOALS, MACHINES, owned, VEHICLES } from "../asks";
import { because, compared, comparedByRate, mark, wayOf } from "./clauses";

/** 预算编制说明 and 其他相关情况说明 of Shanghai: what ought to be said of the nine tables, and of what no table has. */
export function sections(desk: Desk): readonly SectionPattern[] {
  return [
    budget(desk),
    { ...threePublic(desk), chapter: say`其他相关情况说明` },
    operating(desk),
    procurement(desk),
    performance(desk),
    assets(desk),
  ];
}

const said = (id: string, what: string, figure: Figure = unknown(what)): Quantity => ({ id, what, figure });
const unknown = (what: string): Figure => lacking(what, `${what}不在公开表里`);
const amount = (quantity: Quantity): Pattern => say`${told(quantity)}万元`;

function budget(desk: Desk): SectionPattern {
  const { recognised, organisation, year } = desk;
  const income = (column: string): Figure => totalOf(recognised, "income", column, column);
  const total = (table: "income" | "fiscal" | "general" | "funds" | "stateCapital", id: string, what: string) => {
    const asked = asks.totals.find((one) => one.table === table);
    const figure = totalOf(recognised, table, asked?.column ?? "合计", what);
    const comparison = asked ? compare(desk, figure, asked.category, [asked.name]) : desk.asks.unasked(figure);
    return { quantity: { ...said(id, what, figure), comparison }, comparison };
  };
  const fiscalIncome = total("income", "income.财政拨款", "财政拨款收入");
  const fiscal = total("fiscal", "fiscal", "财政拨款支出预算");
  const parts = [
    total("general", "fiscal.一般公共预算", "一般公共预算拨款支出预算"),
    total("funds", "fiscal.政府性基金", "政府性基金拨款支出预算"),
    total("stateCapital", "fiscal.国有资本经营预算", "国有资本经营预算拨款支出预算"),
  ];
  const others = ["事业收入", "事业单位经营收入", "其他收入"].map((one) => said(`income.${one}`, one, income(one)));
  const own = section(
    "overall",
    [],
    [
      text(
        say`${year}年，${organisation}${maybe([words("（部门）")])}收入预算${amount(said("income", "收入预算", overallTotal(desk)))}，其中：财政拨款收入${amount(fiscalIncome.quantity)}${compared(desk, fiscalIncome.quantity, fiscalIncome.comparison)}；${list(
          others.map((one) => say`${words(one.what)}${amount(one)}`),
          "；",
        )}。`,
      ),
      text(
        say`支出预算${amount(said("expenditure", "支出预算", overallTotal(desk)))}，其中：财政拨款支出预算${amount(fiscal.quantity)}${compared(desk, fiscal.quantity, fiscal.comparison)}。财政拨款支出预算中，${list(
          parts.map(({ quantity, comparison }) => say`${words(quantity.what)}${amount(quantity)}${compared(desk, quantity, comparison)}`),
          "；",
        )}。`,
      ),
      text(
        say`财政拨款收入支出${direction(fiscal)}的主要原因是${maybe([words("：")])}${free(fiscal.comparison.reason ?? [words("与上年预算相同")], "财政拨款收入支出增减的主要原因", "reason", fiscal.quantity)}。`,
      ),
      usual("主要内容", say`财政拨款支出主要内容如下：`),
      subjectItems(desk),
    ],
    [subjectForm()],
  );
  return { ...own, chapter: say`${year}年${desk.kind}预算编制说明` };
}

/** 增加, 减少 or 持平, whichever it is: a text may say it in its own words. */
function direction({ quantity, comparison }: { readonly quantity: Quantity; readonly comparison: Comparison }): Node {
  return free([words(wayOf(comparison.change))], "财政拨款增减的方向", "way", quantity);
}

const LEVELS = ["类", "款", "项"] as const;

/** “公共安全支出（类）司法（款）行政运行（项）”1434.89万元，主要用于…。 with the codes in the brackets where a document has them. */
function subjectItems(desk: Desk) {
  const all = (["general", "funds", "stateCapital"] as const).flatMap((key) => itemsOf(desk, key, "功能科目") ?? []);
  // As reports list them: by code, whichever budget pays.
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  return codes.flatMap((code, index) => {
    const same = all.filter((one) => one.code === code);
    const [first] = same;
    if (!first) return [];
    const quantity: Quantity = {
      id: `items.${code}`,
      what: first.path.at(-1) ?? "",
      figure: plus(same.map(({ comparison }) => comparison.current)),
    };
    return [item(subject(desk, index, first.path, quantity, code)), unwritten(usual("上年执行数", execution(desk, quantity)))];
  });
}

/** 2025年当年预算执行数为1690.69万元，2026年预算安排1434.89万元，比2025年预算执行数减少1.10%。主要原因是：…。 Some documents say it of every item. */
function execution(desk: Desk, { id, what, figure }: Quantity): Pattern {
  const { year, lastYear } = desk;
  const arranged = said(`arranged.${id}`, `${what}的本年预算安排`, figure);
  const executed = said(`executed.${id}`, `${what}的上年预算执行数`);
  return say`${lastYear}年${maybe([words("当年")], true)}预算执行数为${amount(executed)}，${year}年预算安排${amount(arranged)}${comparedByRate(desk, executed)}${because(executed)}。`;
}

function subject(desk: Desk, index: number, path: readonly string[], quantity: Quantity, code: string): Pattern {
  const digits = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  const levels = path.flatMap(
    (one, level) =>
      say`${name([words(one)], `${LEVELS[level] ?? ""}级科目`)}（${maybe([name([words(digits[level] ?? "")], "科目编码")])}${words(LEVELS[level] ?? "")}）`,
  );
  const use = `“${quantity.what}”的用途`;
  return say`${mark(`${String(index + 1)}.`)}${maybe([words("“")])}${levels}${maybe([words("”")])}${amount(quantity)}${maybe([words("，")], true)}${maybe([words("。")])}主要用于${maybe([words("：")])}${free(desk.asks.words("支出用途", [path.join("/")], use), use, "note")}。`;
}

function subjectForm(): Pattern {
  const quantity: Quantity = { id: "items.*", what: "", figure: unknown("科目的预算数") };
  const levels = LEVELS.flatMap((level) => say`${free([], `${level}级科目`, "name")}（${words(level)}）`);
  return say`${maybe([words("“")])}${levels}${maybe([words("”")])}${amount(quantity)}${maybe([words("，")], true)}${maybe([words("。")])}主要用于${maybe([words("：")])}${free([], "用途", "note")}。`;
}

/** How offices also call the parts of “三公”经费. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  "因公出国（境）费": ["因公出国（境）费用"],
  公务用车购置及运行费: ["公务用车购置及运行维护费", "公务用车购置和运行费"],
  公务用车购置费: ["公务用车购置"],
  公务用车运行费: ["公务用车运行维护费"],
  公务接待费: ["公务接待费用"],
};

function threePublic(desk: Desk): SectionPattern {
  const { recognised, year } = desk;
  const { comparison: whole, parts } = threePublicOf(desk);
  const of = (id: string, what: string, comparison: Comparison): Quantity => ({
    id,
    what,
    figure: comparison.current,
    comparison,
    of: "threePublic",
  });
  const part = (line: ThreePublicLine): Comparison | null => parts.find((one) => one.line === line)?.comparison ?? null;
  const one = (id: string, what: string, comparison: Comparison | null): Pattern => {
    if (!comparison) return [];
    const quantity = of(`threePublic.${id}`, what, comparison);
    return say`${name([words(what)], "支出名称", CALLED[what])}${amount(quantity)}${compared(desk, quantity, comparison)}${because(quantity, comparison.reason)}`;
  };
  const vehicles = figureOf(recognised, "threePublic", (table) => table.line("公务用车小计"), "合计", "公务用车购置及运行费");
  const [buying, running] = [part("公务用车购置"), part("公务用车运行")];
  const both = [buying, running].filter((given) => given !== null);
  const before = plus(both.map(({ prior }) => prior));
  const change = changeOf(vehicles, before);
  const together: Comparison = {
    current: vehicles,
    prior: before,
    change,
    reason: change.unchanged ? null : reasonOf(both),
    explained: false,
  };
  const total: Quantity = { ...said("threePublic", "“三公”经费", whole.current), comparison: whole };
  return section("threePublic", say`${year}年“三公”经费预算情况说明`, [
    text(say`${year}年“三公”经费预算数为${amount(total)}${compared(desk, total, whole)}。其中：`),
    item(say`${mark("（一）")}${one("因公出国", "因公出国（境）费", part("因公出国"))}。`),
    item(
      say`${mark("（二）")}${one("公务用车小计", "公务用车购置及运行费", together)}。其中：${one("公务用车购置", "公务用车购置费", buying)}；${one("公务用车运行", "公务用车运行费", running)}。`,
    ),
    item(say`${mark("（三）")}${one("公务接待费", "公务接待费", part("公务接待费"))}。`),
  ]);
}

/** Why a sum changed: the reasons of its parts, one after the other; null where they have none. */
function reasonOf(parts: readonly Comparison[]): Comparison["reason"] {
  const reasons = parts.flatMap(({ change, reason }) => (change.unchanged || reason === null ? [] : [reason]));
  return reasons.length === 0 ? null : reasons.flatMap((reason, index) => (index === 0 ? reason : [words("，"), ...reason]));
}

function operating(desk: Desk): SectionPattern {
  const { recognised, organisation, year } = desk;
  const funds = said(
    "operating",
    "机关运行经费",
    figureOf(recognised, "threePublic", (table) => table.line("机关运行经费"), "合计", "机关运行经费"),
  );
  const units = say`下属${told(said("units.机关", "机关数"))}家机关和${told(said("units.参公事业单位", "参公事业单位数"))}家参公事业单位`;
  const some = say`${year}年${maybe([words("度，")])}${organisation}${maybe([words("（部门）")])}${maybe(units)}财政拨款的机关运行经费预算为${amount(funds)}。`;
  return section("operating", say`机关运行经费预算`, [text(orNone(funds, some, say`${own(desk)}无机关运行经费。`))]);
}

const own = ({ own: ours }: Desk): Pattern => [ours];

/** The form has a sentence of its own for what there is none of. */
const orNone = (quantity: Quantity, some: Pattern, none: Pattern): Pattern => [
  either(isZero(quantity.figure) ? none : some, [option("said", quantity, some), option("none", quantity, none)]),
];

function procurement(desk: Desk): SectionPattern {
  const { year, organisation } = desk;
  const { total, goods, works, services, small, micro } = procurementOf(desk);
  // Where there is nothing to reserve from, or a single unit reserves nothing, the form does not speak of it.
  const spare = isZero(total) || (isZero(small) && desk.recognised.organisationKind === "单位");
  const reserved = (of: string, pattern: Pattern): Passage => (spare ? unwritten(usual(of, pattern)) : usual(of, pattern));
  const part = (id: string, what: string, figure: Figure): Pattern =>
    say`${also(what, calledShortly(what))}${amount(said(id, what, figure))}`;
  const some = say`${year}年${maybe([words("度")])}${own(desk)}政府采购预算${amount(said("procurement", "政府采购预算", total))}，其中：${part("procurement.goods", "政府采购货物预算", goods)}、${part("procurement.works", "政府采购工程预算", works)}、${part("procurement.services", "政府采购服务预算", services)}。`;
  const none = say`${organisation}${maybe([words("（部门）")])}${year}年${maybe([words("度")])}未安排政府采购预算。`;
  return section("procurement", say`政府采购预算情况`, [
    ...(isZero(total) ? [usual("政府采购", none), unwritten(usual("政府采购", some))] : [text(some)]),
    reserved(
      "面向中小企业预留",
      say`${year}年${maybe([words("度")])}${own(desk)}面向中小企业预留政府采购项目预算金额${amount(said("procurement.small", "面向中小企业预留采购预算", small))}，其中，预留给小型和微型企业的政府采购项目预算为${amount(said("procurement.micro", "小微企业预留采购预算", micro))}。`,
    ),
  ]);
}

/** 政府采购货物预算: 货物, 货物类, 货物采购. */
function calledShortly(what: string): readonly string[] {
  const short = what.replace(/^政府采购|预算$/g, "");
  return [`政府采购${short}`, `${short}预算`, `${short}采购`, `${short}类`, short];
}

/** A department speaks of its units, a unit of itself alone. */
function performance(desk: Desk): SectionPattern {
  const { year } = desk;
  const projects = said("performance.projects", "项目个数", desk.asks.other("预算绩效", GOALS.projects, "个"));
  const money = said("performance.amount", "绩效项目预算资金", desk.asks.other("预算绩效", GOALS.amount, "万元"));
  const goals = say`编报绩效目标的项目${maybe([words("共")])}${told(projects)}个，涉及项目预算资金${amount(money)}。`;
  const ofAll = say`按照本区预算绩效管理工作的总体要求，${own(desk)}${maybe(say`${told(said("performance.units", "预算单位数"))}个预算单位`)}开展了${year}年项目预算绩效目标编报工作，${goals}`;
  const ofOne = say`${year}年度，${own(desk)}${goals}`;
  return section("performance", say`绩效目标设置情况`, [
    text([either(desk.recognised.organisationKind === "部门" ? ofAll : ofOne, [option("said", null, ofAll), option("said", null, ofOne)])]),
  ]);
}

function assets(desk: Desk): SectionPattern {
  const { organisation, lastYear, year, kind } = desk;
  const asked = (what: string, unit: "辆" | "台"): Figure => desk.asks.other("国有资产", what, unit);
  const vehicles = (id: string, called: (one: string) => string) => {
    const parts = VEHICLES.map((one) => ({ one, figure: asked(called(one), "辆") }));
    const total = plus(
      parts.map(({ figure }) => figure),
      "count",
    );
    return { total, parts: list(parts.map(({ one, figure }) => say`${words(one)}${told(said(`${id}.${one}`, one, figure))}辆`)) };
  };
  const [there, buying] = [vehicles("assets.vehicles", owned), vehicles("buying.vehicles", (one) => owned(bought(one)))];
  const machines = (id: string, what: string): Node => told(said(`${id}.machines`, "单价100万元（含）以上设备", asked(what, "台")));
  return section("assets", say`国有资产占有使用情况`, [
    text(
      say`截至${lastYear}年8月31日，${organisation}${maybe([words("（部门）")])}共有车辆${told(said("assets.vehicles", "车辆数量", there.total))}辆，其中：${there.parts}；单价100万元（含）以上设备（不含车辆）${machines("assets", MACHINES)}台（套）。`,
    ),
    text(
      say`${year}年${kind}预算安排购置车辆${told(said("buying.vehicles", "安排购置车辆数量", buying.total))}辆，其中：${buying.parts}；${kind}预算安排购置单价100万元（含）以上设备（不含车辆）${machines("buying", bought(MACHINES))}台（套）。`,
    ),
  ]);
}
