import type { Desk } from "./desk";
import type { Change, Figure } from "./figure";
import type { BasicPart } from "./quantities/basic";
import type { Comparison } from "./quantities/compare";
import type { ExpenditurePart } from "./quantities/expenditure";
import type { SourceIncome } from "./quantities/income";
import type { Assets } from "./quantities/other";
import type { SubjectItem } from "./quantities/subjects";
import type { ThreePublic } from "./quantities/three-public";
import { list, words, type Sayable } from "./say";
import type { Segment } from "./segments";

type Said = readonly Segment[];

/** 减少112.96万元，下降8.48% (rules.md B00–B04: never negative, the direction says which way) */
export function changedBy({ say, settings }: Desk, change: Change): Said {
  if (change.down === null) return say`${change.amount}`;
  const growth = change.down ? settings.growth.down : settings.growth.up;
  return say`${words(change.down ? "减少" : "增加")}${change.amount}万元，${words(growth)}${change.rate}`;
}

/** 比上年预算减少112.96万元，下降8.48% · 与上年预算持平 */
export function compared(desk: Desk, change: Change): Said {
  const flat = change.unchanged && desk.settings.unchanged === "flat";
  return flat ? desk.say`与上年预算持平` : desk.say`比上年预算${changedBy(desk, change)}`;
}

/** ，主要原因是…; nothing where there is no change to explain and nobody did. */
export function because({ say, settings }: Desk, { reason }: Comparison, lead = `，${settings.reasonLead}`): Said {
  return reason === null ? [] : say`${words(lead)}${reason}`;
}

/** 一般公共预算1,219.43万元，占99.84%，比上年预算减少…，主要原因是…。 · 政府性基金预算未安排。 · null: not spoken of. */
export function sourceSentence(desk: Desk, { said, current, share, comparison, always }: SourceIncome): Said | null {
  const { say } = desk;
  if (comparison === null) return always ? say`${words(said)}未安排。` : null;
  if (!current.known && !always) return null;
  return say`${words(said)}${current}万元，占${share}，${compared(desk, comparison.change)}${because(desk, comparison)}。`;
}

/** 基本支出1,159.42万元，占94.92%，比上年预算增加…，主要原因是…。 */
export function partSentence(desk: Desk, { said, share, comparison }: ExpenditurePart): Said {
  const { say } = desk;
  if (neverArranged(comparison)) return say`${words(said)}未安排。`;
  return say`${words(said)}${comparison.current}万元，占${share}，${compared(desk, comparison.change)}${because(desk, comparison)}。`;
}

/** The same without a share, in 五（一）. */
export function scaleSentence(desk: Desk, { said, comparison }: ExpenditurePart): Said {
  const { say, settings } = desk;
  if (neverArranged(comparison)) return say`${words(said)}未安排。`;
  return say`${words(said)}${comparison.current}万元，${compared(desk, comparison.change)}${because(desk, comparison, settings.scaleReasonLead)}。`;
}

/** 一般公共服务支出（类）组织事务（款）其他组织事务支出（项）：2026年预算数为24.00万元，比上年预算…，主要原因是…。 */
export function subjectSentence(desk: Desk, { path, comparison }: SubjectItem): Said {
  const { say, year } = desk;
  return say`${subjectPath(path)}：${year}年预算数为${comparison.current}万元，${compared(desk, comparison.change)}${because(desk, comparison)}。`;
}

const LEVELS = ["类", "款", "项"];

function subjectPath(path: readonly string[]): Segment {
  return words(path.map((name, index) => (path.length === LEVELS.length ? `${name}（${LEVELS[index] ?? ""}）` : name)).join(""));
}

/** Nothing in either year, and nobody found it worth a word. */
function neverArranged({ current, prior, explained }: Comparison): boolean {
  return !explained && current.known && current.value.isZero() && prior.known && prior.value.isZero();
}

/** 人员经费996.10万元，主要包括：基本工资、津贴补贴。 */
export function basicSentence({ say }: Desk, { said, amount, subjects }: BasicPart): Said {
  return subjects.length > 0 ? say`${words(said)}${amount}万元，主要包括：${list(subjects.map(words))}。` : say`${words(said)}${amount}万元。`;
}

/** 因公出国（境）费用0.00万元，公务用车购置0.00万元，… */
export function threePublicAmounts({ say }: Desk, { parts }: ThreePublic): Sayable {
  return list(parts.map(({ name, comparison }) => say`${words(name)}${comparison.current}万元`), "，");
}

/** 因公出国（境）费用增加0.00万元，增长0.00%，主要原因是…；… */
export function threePublicChanges(desk: Desk, { parts }: ThreePublic): Sayable {
  const flat = ({ unchanged }: Change): boolean => unchanged && desk.settings.unchanged === "flat";
  return list(
    parts.map(({ name, comparison }) => {
      const changed = flat(comparison.change) ? compared(desk, comparison.change) : changedBy(desk, comparison.change);
      return desk.say`${words(name)}${changed}${because(desk, comparison)}`;
    }),
    "；",
  );
}

/** 161.34万元，比上年预算增加69.79万元，增长76.23%，主要原因是… */
export function operatingSentence(desk: Desk, comparison: Comparison): Said {
  return desk.say`${comparison.current}万元，${compared(desk, comparison.change)}${because(desk, comparison, desk.settings.operatingReasonLead)}`;
}

/** 一般公务用车24辆，价值545.67万元；执法执勤用车… */
export function vehicleList({ say }: Desk, { vehicles }: Assets): Sayable {
  return list(vehicles.map(({ name, number, value }) => say`${words(name)}${number}辆，价值${value}万元`), "；");
}

/** 未安排购置车辆经费 · 安排购置车辆经费18.00万元 */
export function vehiclePurchaseSentence({ say }: Desk, purchase: Figure): Said {
  if (!purchase.known) return say`${purchase}`;
  return purchase.value.isZero() ? say`未安排购置车辆经费` : say`安排购置车辆经费${purchase}万元`;
}
