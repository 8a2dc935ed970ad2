import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED, byHowMuch } from "../../amount/format";
import { judgeSum } from "../../amount/tolerance";
import { written, type Entry, type Ledger } from "../ledger";
import { judgeChangeSums } from "./change-sums";
import { oneSlip } from "../../text/edits";
import { spanText, type Line, type Span } from "../text/lines";

interface Identity {
  readonly what: string;
  readonly whole: string;
  /** Ids, or the beginning of ids ("items."). */
  readonly parts: readonly string[] | string;
  /** Shown totals that are the same number: nothing is forgiven. */
  readonly same?: true;
}

const THREE = ["因公出国", "公务用车购置", "公务用车运行", "公务接待费"];
const VEHICLES = ["一般公务用车", "执法执勤用车", "其他车辆"];
const under = (prefix: string, names: readonly string[]): string[] => names.map((name) => `${prefix}.${name}`);

const GENERAL_USES = "fiscal.一般公共预算.";
/** Where no table tells the budgets apart, the beginning of the sentence does. */
const OTHER_BUDGET = /^(?:政府性基金|国有资本经营)预算支出包括/;

/** What the figures of a text must come to among themselves (docs/rules.md B). */
const identities: readonly Identity[] = [
  { what: "收入预算与收支总预算", whole: "total", parts: ["income"], same: true },
  { what: "支出预算与收支总预算", whole: "total", parts: ["expenditure"], same: true },
  { what: "整体绩效目标金额与收支总预算", whole: "total", parts: ["performance.goal"], same: true },
  { what: "各项收入来源之和", whole: "income", parts: "income." },
  { what: "基本支出与项目支出之和", whole: "expenditure", parts: under("expenditure", ["基本支出", "项目支出"]) },
  { what: "一般公共预算拨款与财政拨款收支总预算", whole: "fiscal", parts: ["general"], same: true },
  { what: "一般公共预算拨款与收入里的一般公共预算", whole: "general", parts: ["income.一般公共预算"], same: true },
  { what: "四里的一般公共预算拨款收入", whole: "general", parts: ["fiscal.一般公共预算"], same: true },
  { what: "四里各类支出之和", whole: "general", parts: GENERAL_USES },
  { what: "一般公共预算的基本支出与项目支出之和", whole: "general", parts: under("general", ["基本支出", "项目支出"]) },
  { what: "五（二）各类之和", whole: "general", parts: "structure." },
  { what: "五（三）各项之和", whole: "general", parts: "items." },
  { what: "六的基本支出与五（一）的基本支出", whole: "general.基本支出", parts: ["basic"], same: true },
  { what: "人员经费与公用经费之和", whole: "basic", parts: under("basic", ["人员经费", "公用经费"]) },
  { what: "机关运行经费与公用经费", whole: "basic.公用经费", parts: ["operating"], same: true },
  { what: "各项目规模之和", whole: "general.项目支出", parts: "project." },
  { what: "财政拨款项目金额", whole: "general.项目支出", parts: ["performance.fiscal"], same: true },
  { what: "“三公”经费各项之和", whole: "threePublic", parts: under("threePublic", THREE) },
  { what: "公务用车购置费与运行费之和", whole: "threePublic.公务用车小计", parts: under("threePublic", ["公务用车购置", "公务用车运行"]) },
  { what: "委托业务费各项之和", whole: "commissioned", parts: "commissioned." },
  { what: "结转结余的财政拨款与非财政拨款之和", whole: "carried", parts: ["carried.fiscal", "carried.other"] },
  { what: "政府采购货物、工程、服务之和", whole: "procurement", parts: under("procurement", ["goods", "works", "services"]) },
  { what: "各类车辆数之和", whole: "assets.vehicles", parts: "assets.vehicles." },
  { what: "安排购置的各类车辆数之和", whole: "buying.vehicles", parts: "buying.vehicles." },
  { what: "各类车辆数之和", whole: "assets.vehicles.number", parts: VEHICLES.map((name) => `assets.${name}.number`) },
  { what: "各类车辆价值之和", whole: "assets.vehicles.value", parts: VEHICLES.map((name) => `assets.${name}.value`) },
];

/** The sum in which an amount is one of several parts, by their ids. */
export const sumWith = (id: string): { readonly whole: string; readonly parts: readonly string[] } | null =>
  identities.flatMap(({ whole, parts }) =>
    typeof parts !== "string" && parts.length > 1 && parts.includes(id) ? [{ whole, parts }] : [],
  )[0] ?? null;

/** Which of these a document may break without being wrong: other budgets and carry-overs come in between. */
const SOFT = new Set(["general:income.一般公共预算", "fiscal:general", "general.项目支出:performance.fiscal", "basic.公用经费:operating"]);

/** Sums over the text's own figures: they prove what the workbook could not, and find what it could not. */
export function judgeSums(ledger: Ledger): void {
  // Twice: a figure proved by one sum may prove another.
  for (const round of [1, 2]) for (const identity of identities) judge(ledger, identity, round);
  within(ledger, "procurement.small", "procurement", "面向中小企业预留的金额", "政府采购预算");
  within(ledger, "procurement.micro", "procurement.small", "小微企业预留的金额", "面向中小企业预留的金额");
  judgeChangeSums(ledger);
  for (const kind of ["over", "buying"])
    within(ledger, `assets.${kind}100`, `assets.${kind}50`, "100万元以上大型设备台数", "50万元以上大型设备台数");
  priors(ledger);
}

function partsOf(ledger: Ledger, { parts, whole }: Identity): readonly Entry[] | null {
  if (typeof parts !== "string") {
    const found = parts.filter((id) => parts.length === 1 || !ledger.noughts.has(id)).map((id) => ledger.entries.get(id));
    return found.length > 0 && found.every((entry) => entry !== undefined) ? found : null;
  }
  const depth = parts.split(".").length;
  if ([...ledger.missing].some((id) => id.startsWith(parts))) return null;
  const found = [...ledger.entries.values()].filter(
    ({ id, stated }) =>
      id.startsWith(parts) &&
      id !== whole &&
      !(parts === GENERAL_USES && OTHER_BUDGET.test(stated.digits.line.text)) &&
      (parts === "items." || parts === "project." || parts === "commissioned." || id.split(".").length === depth),
  );
  return found.length > 0 ? found : null;
}

function judge(ledger: Ledger, identity: Identity, round: number): void {
  const whole = ledger.entries.get(identity.whole);
  const parts = partsOf(ledger, identity);
  if (!whole || !parts || whole.stated.value === null || parts.some(({ stated }) => stated.value === null)) return;
  const all = [whole, ...parts];
  const sum = Exact.sum(parts.flatMap(({ stated }) => (stated.value ? [stated.value] : [])));
  const difference = sum.minus(whole.stated.value);
  const verdict = identity.same ? (difference.isZero() ? "holds" : "broken") : judgeSum(difference, parts.length);
  const open = all.filter(({ stated }) => ledger.standing(stated)?.kind === "unchecked");
  if (verdict !== "broken") {
    if (all.length > 1) for (const entry of open) ledger.prove(entry.stated, `文内勾稽：${identity.what}`);
    return;
  }
  if (
    round === 1 ||
    open.length === 0 ||
    all.some(({ stated }) => ledger.standing(stated)?.kind === "faulty") ||
    SOFT.has(`${identity.whole}:${identity.parts.toString()}`)
  )
    return;
  const wantedOf = (entry: Entry): Exact => (entry === whole ? sum : (entry.stated.value ?? Exact.zero).minus(difference));
  const only = open.length === 1 ? open[0] : suspect(ledger, open, wantedOf);
  const blamed = only ? [only] : likeliest(ledger, open, wantedOf);
  for (const entry of blamed) ledger.blame(entry.stated);
  // A list of which nobody knows how long it ought to be may as well lack one of its parts.
  const certain = typeof identity.parts !== "string" || difference.sign() > 0;
  for (const at of only ? [only.stated.digits] : stretchesOf(blamed))
    if (only || !isToldOf(ledger, at))
      blameSum(
        ledger,
        identity,
        { whole, parts, sum, difference },
        at,
        only && certain ? written(ledger.book, wantedOf(only), only.stated) : null,
      );
}

/** Of several, the one that another place of the text says differently: a proved one, or one that makes the sum come out. */
function suspect(ledger: Ledger, open: readonly Entry[], wantedOf: (entry: Entry) => Exact): Entry | undefined {
  const doubtful = open.filter((entry) =>
    identities.some(({ whole, parts, same }) => {
      if (!same || typeof parts === "string") return false;
      const [part = ""] = parts;
      const other = whole === entry.id ? ledger.entries.get(part) : part === entry.id ? ledger.entries.get(whole) : undefined;
      if (!other?.stated.value || !entry.stated.value || other.stated.value.equals(entry.stated.value)) return false;
      return ledger.standing(other.stated)?.kind === "proved" || other.stated.value.equals(wantedOf(entry));
    }),
  );
  return doubtful.length === 1 ? doubtful[0] : undefined;
}

/**
 * Of figures in several sentences, those of the one in which the sum is told: where something is said of its figures already, where
 * one slip would put it right, else where the sum is stated, or begins.
 */
function likeliest(ledger: Ledger, open: readonly Entry[], wantedOf: (entry: Entry) => Exact): readonly Entry[] {
  const lines = new Set(open.map(({ stated }) => stated.digits.line));
  if (lines.size < 2) return open;
  const oneLine = (some: readonly Entry[]): boolean => new Set(some.map(({ stated }) => stated.digits.line)).size === 1;
  const told = open.filter(({ stated }) => isToldOf(ledger, stated.digits));
  const slipped = open.filter((entry) => oneSlip(spanText(entry.stated.digits), wantedOf(entry).toFixed(2)));
  const [first] = [told, slipped].filter(oneLine);
  if (first) return first;
  const [at] = lines;
  return open.filter(({ stated }) => stated.digits.line === at);
}

/** Whether the arithmetic of its own sentence, its change or its share, is said not to come out. */
const isToldOf = (ledger: Ledger, { line, start, end }: Span): boolean =>
  ledger.faults.some(
    ({ at, category, severity }) =>
      severity === "error" && (category === "change" || category === "share") && at.line === line && at.start <= end && at.end >= start,
  );

/** Where figures stand of which nobody can tell which one is wrong: one stretch a line. */
function stretchesOf(entries: readonly Entry[]): readonly Span[] {
  const lines = new Map<Line, Span>();
  for (const {
    stated: { digits },
  } of entries) {
    const before = lines.get(digits.line);
    lines.set(
      digits.line,
      before ? { ...before, start: Math.min(before.start, digits.start), end: Math.max(before.end, digits.end) } : digits,
    );
  }
  return [...lines.values()];
}

interface Sum {
  readonly whole: Entry;
  readonly parts: readonly Entry[];
  readonly sum: Exact;
  readonly difference: Exact;
}

/** `right`: what ought to stand there; null where any of the figures may be wrong. */
function blameSum(ledger: Ledger, { what }: Identity, { whole, parts, sum, difference }: Sum, at: Span, sought: string | null): void {
  // Where a name was looked for in vain, the figure may be that of another.
  const right = isNameless(ledger, at.line) ? null : sought;
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: "error",
    at,
    message: `${what}对不上：${parts.map(({ stated }) => show(stated.value)).join(" + ")} = ${show(sum)}，说明里的${whole.what}是${show(whole.stated.value)}，${byHowMuch(difference)}。`,
    ...(right === null ? {} : { expected: right, replaces: true }),
    formula: `${parts.map((part) => part.what).join(" + ")} = ${whole.what}`,
    left: sum,
    right: whole.stated.value,
    advice:
      right === null && difference.sign() < 0 ? "请核对这几个数，看是哪一个写错了，或者漏了一项。" : "请核对这几个数，看是哪一个写错了。",
  });
}

const isNameless = (ledger: Ledger, line: Line): boolean =>
  ledger.faults.some((one) => one.at.line === line && one.category === "name" && one.place === true);

const show = (value: Exact | null): string => (value ? formatAmount(value, GROUPED) : "");

function within(ledger: Ledger, part: string, whole: string, partName: string, wholeName: string): void {
  const [small, large] = [ledger.entries.get(part), ledger.entries.get(whole)];
  if (
    small?.stated.value &&
    large?.stated.value &&
    small.stated.value.equals(large.stated.value) &&
    !small.stated.value.isZero() &&
    ledger.standing(small.stated)?.kind === "unchecked" &&
    ledger.standing(large.stated)?.kind === "proved"
  )
    ledger.prove(small.stated, `与${wholeName}相等`);
  if (!small?.stated.value || !large?.stated.value || small.stated.value.compare(large.stated.value) <= 0) return;
  if ([small, large].some(({ stated }) => ledger.standing(stated)?.kind === "faulty")) return;
  ledger.fault({
    id: "B-部分",
    category: "sum",
    severity: "error",
    // Of two that nothing else vouches for, either may be the one that is wrong.
    at: ledger.standing(large.stated)?.kind === "proved" ? small.stated.digits : stretchBetween(small, large),
    message: `${partName}${show(small.stated.value)}大于${wholeName}${show(large.stated.value)}。`,
    left: small.stated.value,
    right: large.stated.value,
    advice: "请核对这两个数。",
  });
}

/** From one to the other, where they stand in one line. */
const stretchBetween = (part: Entry, whole: Entry): Span =>
  (part.stated.digits.line === whole.stated.digits.line && stretchesOf([whole, part])[0]) || part.stated.digits;

/** Last year's figures that the text implies must add up as well (docs/rules.md B 上年), where the workbook has none. */
function priors(ledger: Ledger): void {
  const sums: readonly (readonly [string, readonly string[], readonly string[] | string])[] = [
    ["五（三）各项的上年数之和与五（一）的上年数", under("prior:general", ["基本支出", "项目支出"]), "prior:items."],
    ["五（一）与二里一般公共预算的上年数", under("prior:general", ["基本支出", "项目支出"]), generalIncome(ledger)],
    ["收入与支出的上年数", under("prior:expenditure", ["基本支出", "项目支出"]), "prior:income."],
    ["“三公”经费各项的上年数之和", ["prior:threePublic"], under("prior:threePublic", THREE)],
  ];
  for (const [what, left, right] of sums) {
    const wholes = left.map((id) => ledger.derived.get(id));
    const parts =
      typeof right === "string"
        ? [...ledger.derived].filter(([id]) => id.startsWith(right)).map(([, value]) => value)
        : right.map((id) => ledger.derived.get(id));
    if (typeof right === "string" && [...ledger.missing].some((id) => `prior:${id}`.startsWith(right))) continue;
    if (wholes.some((value) => !value) || parts.length === 0 || parts.some((value) => !value)) continue;
    const stated =
      typeof right === "string" ? [...ledger.entries.keys()].filter((id) => `prior:${id}`.startsWith(right)).length : parts.length;
    if (stated !== parts.length) continue;
    const total = Exact.sum(wholes.flatMap((value) => (value ? [value.value] : [])));
    const sum = Exact.sum(parts.flatMap((value) => (value ? [value.value] : [])));
    const known = [...wholes, ...parts].flatMap((value) => value ?? []);
    const difference = sum.minus(total);
    const first = culprit(known, wholes.length, difference) ?? wholes[0];
    if (!first || judgeSum(difference, what.startsWith("五（三）") ? known.length : 1) !== "broken") continue;
    ledger.fault({
      id: "B-上年",
      category: "sum",
      severity: "warning",
      at: first.at,
      message: `由增减额推出的上年数对不上：${what}，${show(sum)}与${show(total)}，${byHowMuch(sum.minus(total))}。`,
      left: sum,
      right: total,
      advice: "某一处的增减额可能写错了，请对照上年公开的预算。",
    });
  }
}

function generalIncome(ledger: Ledger): readonly string[] {
  const transfers = "income.上级一般公共预算安排的转移支付资金";
  // Told, and its change not to be made out: then there is no sum.
  return [
    "prior:income.一般公共预算",
    ...(ledger.entries.has(transfers) || ledger.derived.has(`prior:${transfers}`) ? [`prior:${transfers}`] : []),
  ];
}

type Derived = NonNullable<ReturnType<Ledger["derived"]["get"]>>;

/** The one 增减额 that a single slip would put right; undefined where none or several would. */
function culprit(known: readonly Derived[], wholes: number, difference: Exact): Derived | undefined {
  const found = known.filter(({ delta, change }, index) => {
    const right = index < wholes ? change.minus(difference) : change.plus(difference);
    return !difference.isZero() && oneSlip(spanText(delta.digits), right.abs().toFixed(2)) && right.sign() === change.sign();
  });
  return found.length === 1 ? found[0] : undefined;
}
