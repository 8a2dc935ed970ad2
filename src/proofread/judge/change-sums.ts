import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { judgeSum } from "../../amount/tolerance";
import { oneSlip } from "../../text/edits";
import type { ChangeSaid, Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";

/** What changed by so much as its parts together did; `same`: two places that tell of one change; `unless`: these parts stand for one whose change is not said. */
interface Sums {
  readonly what: string;
  readonly whole: string;
  readonly parts: readonly string[];
  readonly same?: true;
  readonly unless?: string;
}
const SUMS: readonly Sums[] = [
  { what: "财政拨款收入与财政拨款支出预算的增减额", whole: "fiscal", parts: ["income.财政拨款"], same: true },
  {
    what: "财政拨款支出预算各项增减额之和",
    whole: "fiscal",
    parts: ["fiscal.一般公共预算", "fiscal.政府性基金", "fiscal.国有资本经营预算"],
  },
  {
    what: "“三公”经费各项增减额之和",
    whole: "threePublic",
    parts: ["threePublic.因公出国", "threePublic.公务用车小计", "threePublic.公务接待费"],
  },
  {
    what: "“三公”经费各项增减额之和",
    whole: "threePublic",
    parts: ["threePublic.因公出国", "threePublic.公务用车购置", "threePublic.公务用车运行", "threePublic.公务接待费"],
    unless: "threePublic.公务用车小计",
  },
  {
    what: "公务用车购置费与运行费增减额之和",
    whole: "threePublic.公务用车小计",
    parts: ["threePublic.公务用车购置", "threePublic.公务用车运行"],
  },
];

/** The same where offices choose their words, and tell of one amount in several sections. */
const FREELY: readonly Sums[] = [
  { what: "一般公共预算的收入与支出的增减额", whole: "all.general", parts: ["source.一般公共预算拨款"], same: true },
  { what: "财政拨款收支总预算与财政拨款支出预算的增减额", whole: "all.fiscal", parts: ["all.fiscalExpenditure"], same: true },
];

interface Sum {
  /** Of what each change is told: of the total, then of the parts. */
  readonly ids: readonly string[];
  readonly what: string;
  readonly total: ChangeSaid;
  readonly parts: readonly ChangeSaid[];
  readonly sum: Exact;
  /** Two places that may have been compared with different years' books: not certain to be wrong. */
  readonly same: boolean;
}

/** Changes said without their rates are proved by each other: the whole changes by what its parts change by. */
export function judgeChangeSums(ledger: Ledger): void {
  const good = new Set<ChangeSaid>();
  const bad: Sum[] = [];
  const saidOf = (id: string): ChangeSaid | null => ledger.changes.get(id) ?? (ledger.freely ? derivedOf(ledger, id) : null);
  for (const { what, whole, parts, same, unless } of ledger.freely ? [...SUMS, ...FREELY] : SUMS) {
    if (unless !== undefined && ledger.changes.has(unless)) continue;
    if (same && parts.some((id) => areTwo(ledger, whole, id))) continue;
    const total = saidOf(whole);
    const said = parts.flatMap((id) => saidOf(id) ?? []);
    if (!total || said.length < parts.length) continue;
    const sum = Exact.sum(said.map(({ change }) => change));
    const difference = sum.minus(total.change);
    const all = [total, ...said];
    if (same ? difference.isZero() : judgeSum(difference, said.length) !== "broken" || isCoarse(all, difference)) {
      for (const one of all) good.add(one);
      for (const { stated } of all) ledger.prove(stated, `文内勾稽：${what}`);
    } else if (ledger.freely || all.some(({ stated }) => stated === null || ledger.standing(stated)?.kind === "unchecked"))
      bad.push({ ids: [whole, ...parts], what, total, parts: said, sum, same: same === true });
  }
  const doubtful = (sum: Sum): readonly ChangeSaid[] => [sum.total, ...sum.parts].filter((one) => !good.has(one));
  const blamed = new Set<ChangeSaid>();
  for (const sum of bad) {
    const open = doubtful(sum);
    const related = bad.filter((one) => doubtful(one).some((said) => open.includes(said)));
    // What stands in every one of these sums, in none that holds, and would put all of them right is the one at fault.
    const inAll = open.filter((one) =>
      related.every((other) => doubtful(other).includes(one) && wantedOf(other, one).equals(wantedOf(sum, one))),
    );
    const [only] = inAll;
    if (only && inAll.length === 1 && related.length > 1) {
      if (!blamed.has(only)) blame(ledger, sum, [only]);
      blamed.add(only);
      continue;
    }
    const others = bad.filter((one) => one !== sum).flatMap(doubtful);
    const all = open.length > 0 ? open : [sum.total];
    const told = firstOf([
      sum.same ? all.filter((one) => !others.includes(one)) : [],
      exchanged(ledger, sum).filter((one) => all.includes(one)),
      slipped(sum, all),
      all,
    ]);
    for (const one of told) blamed.add(one);
    blame(ledger, sum, told);
  }
  for (const { fault, before } of ledger.ways) if (!blamed.has(before)) ledger.fault(fault);
}

/** Said to be of two amounts they are no two places that tell of one. */
function areTwo({ entries }: Ledger, one: string, other: string): boolean {
  const [a, b] = [one, other].flatMap((id) => entries.get(id)?.stated.value ?? []);
  return a !== undefined && b !== undefined && !a.equals(b);
}

/** A change that its rate bears out. */
function derivedOf({ derived }: Ledger, id: string): ChangeSaid | null {
  const found = derived.get(`prior:${id}`);
  return found ? { change: found.change, stated: found.delta, at: found.at } : null;
}

const firstOf = (choices: readonly (readonly ChangeSaid[])[]): readonly ChangeSaid[] => choices.find(({ length }) => length > 0) ?? [];

/** 预算数6.00万元，比上年增加48.43万元: the amount is wrong as well, and is the change that the sum wants. */
const exchanged = (ledger: Ledger, sum: Sum): readonly ChangeSaid[] =>
  [sum.total, ...sum.parts].filter((one, index) => {
    const amount = ledger.entries.get(sum.ids[index] ?? "")?.stated;
    return amount?.value?.equals(wantedOf(sum, one).abs()) === true && ledger.standing(amount)?.kind === "faulty";
  });

/** Those that one keystroke or the opposite direction would put right. */
function slipped(sum: Sum, doubtful: readonly ChangeSaid[]): readonly ChangeSaid[] {
  return doubtful.filter((one) => {
    const wanted = wantedOf(sum, one);
    if (one.stated === null) return false;
    return wanted.negated().equals(one.change) || oneSlip(spanText(one.stated.digits), wanted.abs().toFixed(2));
  });
}

/** The change that would make the sum hold. */
function wantedOf({ total, sum }: Sum, one: ChangeSaid): Exact {
  return one === total ? sum : one.change.plus(total.change.minus(sum));
}

/** Said in whole 万元, each may be off by half of one. */
function isCoarse(all: readonly ChangeSaid[], difference: Exact): boolean {
  const whole = all.every(({ stated }) => stated === null || !spanText(stated.digits).includes("."));
  return whole && difference.abs().toNumber() <= all.length / 2;
}

function blame(ledger: Ledger, { what, total, parts, sum, same }: Sum, doubtful: readonly ChangeSaid[]): void {
  for (const { stated } of doubtful) ledger.blame(stated);
  for (const at of stretches(doubtful))
    ledger.fault({
      id: "B-和",
      category: "sum",
      severity: same ? "warning" : "error",
      at,
      message: `${what}对不上：${parts.map(({ change }) => show(change)).join(" + ")} = ${show(sum)}，说明里的合计是${show(total.change)}。`,
      left: sum,
      right: total.change,
      advice: "请核对这几个增减额和方向，看是哪一个写错了。",
    });
}

const show = (value: Exact): string => `${value.sign() < 0 ? "减少" : "增加"}${formatAmount(value.abs(), GROUPED)}`;

/** One stretch a line, from the first of the changes to the last. */
function stretches(said: readonly ChangeSaid[]): readonly Span[] {
  const lines = new Map<Span["line"], Span>();
  for (const { at } of said) {
    const before = lines.get(at.line);
    lines.set(at.line, before ? { ...before, start: Math.min(before.start, at.start), end: Math.max(before.end, at.end) } : at);
  }
  return [...lines.values()];
}
