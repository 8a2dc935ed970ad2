import type { Desk } from "../../../narrative/desk";
import { isZero, lacking, type Figure } from "../../../narrative/figure";
import { either, free, maybe, name, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import type { BasicPart } from "../../../narrative/quantities/basic";
import type { Comparison } from "../../../narrative/comparison";
import type { ExpenditurePart } from "../../../narrative/quantities/expenditure";
import type { SourceIncome } from "../../../narrative/quantities/income";
import type { Assets } from "../../../narrative/quantities/other";
import type { SubjectItem } from "../../../narrative/quantities/subjects";
import type { ThreePublic, ThreePublicPart } from "../../../narrative/quantities/three-public";
import { list, say, words, type Sayable } from "../../../narrative/say";
import { canon } from "../../../text/canon";
import { threePublic as table } from "../tables/three-public";
import { because, changedBy, compared } from "./clauses";

/** 一般公共预算1,219.43万元，占99.84%，比上年预算减少…，主要原因是…。 · 政府性基金预算未安排。 · null: not spoken of. */
export function sourceSentence(
  desk: Desk,
  { said, listed, alsoSaid, current, share, comparison, always }: SourceIncome,
  total: Figure,
): Pattern | null {
  const quantity: Quantity = {
    id: `income.${said}`,
    what: `${said}收入`,
    figure: current,
    comparison,
    whole: ["income", "total"],
    wholeFigure: total,
    of: "source",
  };
  const source = name([words(said)], "收入来源", [listed, ...alsoSaid]);
  const none = say`${source}未安排。`;
  const change = comparison ?? desk.asks.unasked(current);
  const full = say`${source}${told(quantity)}万元，占${told(quantity, share, "share")}，${compared(desk, change.change, quantity)}${because(desk, change, quantity)}。`;
  const options = [option("said", quantity, full), option("none", quantity, none)];
  const plain = option("said", quantity, say`${source}${told(quantity)}万元。`);
  if (comparison === null) return always ? [either(none, [...options, plain])] : null;
  if (!current.known && !always) return null;
  return [either(full, options)];
}

/** 基本支出1,159.42万元，占94.92%，比上年预算增加…，主要原因是…。 */
export function partSentence(desk: Desk, { said, share, comparison }: ExpenditurePart, total: Figure): Pattern {
  const quantity: Quantity = {
    id: `expenditure.${said}`,
    what: said,
    figure: comparison.current,
    comparison,
    whole: ["expenditure", "total"],
    wholeFigure: total,
    of: "part",
  };
  const part = name([words(said)], "支出类别");
  const full = say`${part}${told(quantity)}万元，占${told(quantity, share, "share")}，${compared(desk, comparison.change, quantity)}${because(desk, comparison, quantity)}。`;
  return arranged(quantity, comparison, full, say`${part}未安排。`);
}

/** The same without a share, in 五（一）. */
export function scaleSentence(desk: Desk, { said, comparison }: ExpenditurePart): Pattern {
  const quantity: Quantity = { id: `general.${said}`, what: `一般公共预算${said}`, figure: comparison.current, comparison, of: "part" };
  const part = name([words(said)], "支出类别");
  const full = say`${part}${told(quantity)}万元，${compared(desk, comparison.change, quantity)}${because(desk, comparison, quantity, desk.settings.scaleReasonLead)}。`;
  return arranged(quantity, comparison, full, say`${part}未安排。`);
}

function arranged(quantity: Quantity, comparison: Comparison, full: Pattern, none: Pattern): Pattern {
  return [either(neverArranged(comparison) ? none : full, [option("said", quantity, full), option("none", quantity, none)])];
}

/** Nothing in either year, and nobody found it worth a word. */
function neverArranged({ current, prior, explained }: Comparison): boolean {
  return !explained && isZero(current) && isZero(prior);
}

const LEVELS = ["类", "款", "项"];

/** 一般公共服务支出（类）组织事务（款）其他组织事务支出（项）：2026年预算数为24.00万元，比上年预算…，主要原因是…。 */
export function subjectSentence(desk: Desk, { code, path, comparison }: SubjectItem, prefix: string): Pattern {
  const quantity: Quantity = {
    id: `${prefix}.${code === "" ? path.join("") : code}`,
    what: path.at(-1) ?? "",
    figure: comparison.current,
    comparison,
    of: "item",
  };
  return say`${subjectPath(path)}：${desk.year}年预算数${maybe([words("为")], true)}${told(quantity)}万元，${compared(desk, comparison.change, quantity)}${because(desk, comparison, quantity)}。`;
}

/** The same of any subject: what a text says beyond the tables, or without them. */
export function subjectForm(desk: Desk, prefix: string): Pattern {
  const unknown = desk.asks.unasked(lacking("本年预算数", "公开表上没有这一科目"));
  const quantity: Quantity = { id: `${prefix}.*`, what: "", figure: unknown.current, comparison: unknown, of: "item" };
  const path = LEVELS.flatMap((level) => say`${free([], `${level}级科目`, "name")}（${words(level)}）`);
  return say`${path}：${desk.year}年预算数${maybe([words("为")], true)}${told(quantity)}万元，${compared(desk, unknown.change, quantity)}${because(desk, unknown, quantity)}。`;
}

function subjectPath(path: readonly string[]): Pattern {
  if (path.length !== LEVELS.length) return [name([words(path.join(""))], "科目")];
  return path.flatMap((one, level) => [name([words(one)], `${LEVELS[level] ?? ""}级科目`), words(`（${LEVELS[level] ?? ""}）`)]);
}

/** 人员经费996.10万元，主要包括：基本工资、津贴补贴。 */
export function basicSentence({ said, amount, subjects }: BasicPart): Pattern {
  const quantity: Quantity = { id: `basic.${said}`, what: said, figure: amount };
  const part = name([words(said)], "经费名称", said === "公用经费" ? ["日常公用经费"] : []);
  const names: Node = {
    kind: "list",
    list: `basic.${said}`,
    what: `${said}的款级科目`,
    names: subjects === null ? null : subjects.map((one) => ({ segments: [words(one)], others: [] })),
    instead: [],
  };
  const full = say`${part}${told(quantity)}万元，主要包括：${names}。`;
  const bare = say`${part}${told(quantity)}万元。`;
  return [either(subjects !== null && subjects.length > 0 ? full : bare, [option("said", quantity, full), option("said", quantity, bare)])];
}

/** A part of “三公” as the text may call it: as the table does where there is one, else in any words of the family's. */
function partName({ line, name: said, others }: ThreePublicPart): Node {
  const labels = table.lines[line].labels;
  return name([words(said === line ? canon(labels[0] ?? said) : said)], "“三公”经费项目", [...others, ...labels.map(canon)]);
}

/** 因公出国（境）费用0.00万元，公务用车购置0.00万元，… */
export function threePublicAmounts({ parts }: ThreePublic): Sayable {
  return list(
    parts.map((part) => say`${partName(part)}${told(threePublicQuantity(part))}万元`),
    "，",
  );
}

/** 因公出国（境）费用增加0.00万元，增长0.00%，主要原因是…；… */
export function threePublicChanges(desk: Desk, { parts }: ThreePublic): Sayable {
  return list(
    parts.map((part) => {
      const quantity = threePublicQuantity(part);
      const { change } = part.comparison;
      const flat = compared(desk, change, quantity);
      const plain = changedBy(desk, change, quantity);
      const changed = change.unchanged && desk.settings.unchanged === "flat" ? flat : plain;
      return say`${partName(part)}${either(changed, [option("said", quantity, plain), option("said", quantity, flat)])}${because(desk, part.comparison, quantity)}`;
    }),
    "；",
  );
}

function threePublicQuantity({ line, name: what, comparison }: ThreePublic["parts"][number]): Quantity {
  return { id: `threePublic.${line}`, what, figure: comparison.current, comparison, of: "threePublic" };
}

/** 161.34万元，比上年预算增加69.79万元，增长76.23%，主要原因是… */
export function operatingSentence(desk: Desk, comparison: Comparison): Pattern {
  const quantity: Quantity = { id: "operating", what: "机关运行经费", figure: comparison.current, comparison, of: "operating" };
  return say`${told(quantity)}万元，${compared(desk, comparison.change, quantity)}${because(desk, comparison, quantity, desk.settings.operatingReasonLead)}`;
}

/** 一般公务用车24辆，价值545.67万元；执法执勤用车… */
export function vehicleList({ vehicles }: Assets): Sayable {
  return list(
    vehicles.map(
      ({ name: said, number, value }) =>
        say`${name([words(said)], "资产名称")}${counted(`assets.${said}.number`, `${said}数量`, number)}辆，价值${counted(`assets.${said}.value`, `${said}价值`, value)}万元`,
    ),
    "；",
  );
}

/** 未安排购置车辆经费 · 安排购置车辆经费18.00万元 */
export function vehiclePurchaseSentence(purchase: Figure): Pattern {
  const quantity: Quantity = { id: "assets.purchase", what: "购置车辆经费", figure: purchase };
  const none = say`未安排购置车辆经费`;
  const some = say`安排购置车辆经费${told(quantity)}万元`;
  const written = !purchase.known ? say`${purchase}` : purchase.value.isZero() ? none : some;
  return [either(written, [option("none", quantity, none), option("said", quantity, some)])];
}

/** A figure that is only said. */
export function counted(id: string, what: string, figure: Figure): Node {
  return told({ id, what, figure });
}
