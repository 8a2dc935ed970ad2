import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { canon } from "../../text/canon";
import type { Filed } from "./filed";
import { difference, judged, type Sum } from "./sums";

/**
 * What went wrong with a whole workbook. copies: the same unit twice among the files · uncounted: the department's figures are
 * without this unit's · unit: figures in 元 under 万元, or the reverse · missing: a unit has no file.
 */
export interface UnitCause {
  readonly kind: "copies" | "uncounted" | "unit" | "missing";
  readonly message: string;
  readonly advice: string;
  /** The workbook it is about; null where that is the one that is not there. */
  readonly file: string | null;
  /** How many figures agree once it is put right. */
  readonly explains: number;
}

/** Fewer figures than this are cells of their own. */
const FEWEST = 5;
/** What may be left when one workbook is the cause. */
const LEFT = 0.2;
/** Of what does not agree, so much is more in the department where a unit is wanting: else something is left out there, too. */
const MORE = 0.95;

export const unitName = ({ file, organisation }: Filed): string => organisation ?? file;

/** The files of the units without second copies, which are told. */
export function withoutCopies(files: readonly Filed[]): { readonly units: readonly Filed[]; readonly copies: readonly UnitCause[] } {
  const units: Filed[] = [];
  const copies: UnitCause[] = [];
  for (const one of files) {
    const name = canon(one.organisation ?? "");
    const first = name === "" ? undefined : units.find(({ organisation }) => canon(organisation ?? "") === name);
    if (!first) units.push(one);
    else
      copies.push({
        kind: "copies",
        message: `“${unitName(one)}”有两个工作簿：${first.file} 和 ${one.file}，只按前一个加总。`,
        advice: "请看哪一个是定稿，移走另一个再核对。",
        file: one.file,
        explains: 0,
      });
  }
  return { units, copies };
}

type Factors = ReadonlyMap<number, Exact>;

const brokenUnder = (sums: readonly Sum[], factors: Factors): number => sums.filter((sum) => judged(sum, factors) === "broken").length;

const TEN_THOUSAND = Exact.ofUnits(10_000);
const TEN_THOUSANDTH = Exact.ofUnits(1, 4);

const UNCOUNTED = "它是本部门单位的，请重新汇总；已并入别的单位或不属于本部门的，把它的工作簿移走再核对。";

const WRONG: readonly {
  readonly factor: Exact;
  readonly kind: UnitCause["kind"];
  readonly words: (name: string) => string;
  readonly advice: string;
}[] = [
  {
    factor: Exact.zero,
    kind: "uncounted",
    words: (name) => `各单位之和比部门数正好多出“${name}”的数：部门的表没有把它汇总进去。`,
    advice: UNCOUNTED,
  },
  {
    factor: TEN_THOUSANDTH,
    kind: "unit",
    words: (name) => `“${name}”的表写的是万元，数是元：除以 10,000 后与部门数相符。`,
    advice: "请让这个单位把金额单位改对，再核对。",
  },
  {
    factor: TEN_THOUSAND,
    kind: "unit",
    words: (name) => `“${name}”的表写的是元，数是万元：乘以 10,000 后与部门数相符。`,
    advice: "请让这个单位把金额单位改对，再核对。",
  },
];

const beyondWords = (name: string): string => `“${name}”的表写的是万元，数是元：它一个单位的数就比部门的数大得多，除以 10,000 才相称。`;

type Wrong = (typeof WRONG)[number];

/** A workbook taken for wrong in one way, and what agrees then. */
interface Step {
  readonly index: number;
  readonly wrong: Wrong;
  readonly factors: Factors;
  readonly left: number;
  readonly isProved: boolean;
}

/** Fewer different amounts than this may agree by chance. */
const FEWEST_AMOUNTS = 3;

/**
 * With several workbooks at fault none of them explains most of what does not agree. Then another unit of money is proved
 * where the workbook takes part alone: nothing else can have brought those figures into agreement, and nothing that agreed
 * is spoiled. A unit that was not counted is not proved so: its own rows may be all that was forgotten.
 */
function isProved(sums: readonly Sum[], index: number, before: Factors, after: Factors): boolean {
  const own = sums.filter(({ parts }) => parts.some(({ unit }) => unit === index));
  const isBroken = (sum: Sum, factors: Factors): boolean => judged(sum, factors) === "broken";
  if (own.some((sum) => isBroken(sum, after) && !isBroken(sum, before))) return false;
  const alone = own.filter(({ parts }) => parts.length === 1);
  // A ten-thousandth of small figures is next to nothing, and agrees as if they were not there at all: that proves no unit.
  const nothing: Factors = new Map([...before, [index, Exact.zero]]);
  const mended = own.filter((sum) => isBroken(sum, before) && !isBroken(sum, after) && isBroken(sum, nothing));
  const amounts = new Set(mended.map(({ parts }) => parts.find(({ unit }) => unit === index)?.amount.toString()));
  const stillBroken = alone.filter((sum) => isBroken(sum, after)).length;
  return mended.length >= FEWEST && amounts.size >= FEWEST_AMOUNTS && stillBroken <= LEFT * alone.length;
}

/** A part that is so many times the whole is in another unit of money. */
const BEYOND = Exact.ofUnits(20);
/** Of a workbook's figures so many must say so. */
const NEARLY_ALL = 0.95;

/**
 * Whether nearly all of a unit's figures are far more than the department's that they are a part of, and in 元 are not: this does
 * not need the rest to agree, which a unit without a file and one that was not counted keep from agreeing.
 */
function isBeyond(sums: readonly Sum[], index: number): boolean {
  const own = sums.flatMap(({ left, parts, precision }) => {
    const part = parts.find(({ unit }) => unit === index);
    return part && left.sign() > 0 && isMaterial(part.amount, precision) ? [{ left, amount: part.amount }] : [];
  });
  const share = (holds: (one: (typeof own)[number]) => boolean): number => own.filter(holds).length / own.length;
  return (
    own.length >= FEWEST &&
    new Set(own.map(({ amount }) => amount.toString())).size >= FEWEST_AMOUNTS &&
    share(({ left, amount }) => amount.compare(left.times(BEYOND)) > 0) >= NEARLY_ALL &&
    share(({ left, amount }) => amount.times(TEN_THOUSANDTH).compare(left) <= 0) >= 1 - LEFT
  );
}

/** Units whose figures are in 元; none where they are most of them: then it is the department that is in question. */
function beyondUnits(sums: readonly Sum[], units: readonly Filed[]): ReadonlySet<number> {
  const found = [...units.keys()].filter((index) => isBeyond(sums, index));
  return new Set(found.length * 2 < units.length ? found : []);
}

/** The workbook that most of what does not agree comes from; of several, one that is proved. */
function nextStep(
  sums: readonly Sum[],
  units: readonly Filed[],
  factors: Factors,
  broken: number,
  beyond: ReadonlySet<number>,
): Step | null {
  const tried = [...units.keys()]
    .filter((index) => !factors.has(index))
    .flatMap((index) =>
      WRONG.map((wrong): Step => {
        const after: Factors = new Map([...factors, [index, wrong.factor]]);
        const left = brokenUnder(sums, after);
        return {
          index,
          wrong,
          factors: after,
          left,
          isProved:
            (wrong.factor === TEN_THOUSANDTH && beyond.has(index)) ||
            (wrong.kind === "unit" && left < broken && isProved(sums, index, factors, after)),
        };
      }),
    )
    .filter((step) => step.isProved || step.left <= LEFT * broken);
  return tried.reduce<Step | null>((one, other) => (one && one.left <= other.left ? one : other), null);
}

/** The workbooks that what does not agree comes from, one after another, and the factors under which the rest is judged. */
export function causesOf(
  sums: readonly Sum[],
  units: readonly Filed[],
  named: readonly string[],
): { readonly causes: readonly UnitCause[]; readonly factors: Factors; readonly rest: readonly Sum[] } {
  const causes: UnitCause[] = [];
  let factors: Factors = new Map();
  let broken = brokenUnder(sums, factors);
  const beyond = beyondUnits(sums, units);
  while (broken >= FEWEST) {
    const step = nextStep(sums, units, factors, broken, beyond);
    const unit = step && units[step.index];
    if (!unit) break;
    const { kind, words, advice } = step.wrong;
    const explains = broken - step.left;
    // Where others keep the rest from agreeing it is not said to agree.
    const message = kind === "unit" && explains < FEWEST ? beyondWords(unitName(unit)) : words(unitName(unit));
    causes.push({ kind, message, advice, file: unit.file, explains });
    ({ factors, left: broken } = step);
  }
  const wanting = broken >= FEWEST ? wantingUnits(sums, units, factors, named) : null;
  return wanting ? { ...wanting, causes: [...causes, ...wanting.causes] } : { causes, factors, rest: sums };
}

/** Whole units at fault, the factors under which the rest is judged, and what is left to be judged. */
interface Wanting {
  readonly causes: readonly UnitCause[];
  readonly factors: Factors;
  readonly rest: readonly Sum[];
}

/**
 * A unit without a file, or several that were not counted, or both: of these only together it is seen that without the figures
 * of those nothing, or one unit's budget, is left.
 */
function wantingUnits(sums: readonly Sum[], units: readonly Filed[], before: Factors, named: readonly string[]): Wanting | null {
  const alone = missingUnit(sums, before, named);
  if (alone) return { causes: [alone.cause], factors: before, rest: alone.rest };
  const found = [...units.keys()].filter((index) => !before.has(index) && isLeftOut(sums, index, before));
  const factors: Factors = new Map([...before, ...found.map((index) => [index, Exact.zero] as const)]);
  const isMended = (sum: Sum): boolean => judged(sum, before) === "broken" && judged(sum, factors) !== "broken";
  const missing = missingUnit(sums, factors, named);
  if (found.length === 0 || (!missing && brokenUnder(sums, factors) > LEFT * brokenUnder(sums, before))) return null;
  const hasAll = (index: number): boolean => !missing || isShownByOthersRows(sums, index, before, factors);
  const mended = sums.filter(isMended).map(({ parts }) => found.find((index) => parts.some(({ unit }) => unit === index)));
  const causes = found.flatMap((index): readonly UnitCause[] => {
    const unit = units[index];
    if (!unit) return [];
    const message = hasAll(index)
      ? `“${unitName(unit)}”的数部门的表里没有：部门的表多半没有把它汇总进去。`
      : `“${unitName(unit)}”自己的科目、项目部门的表里没有：部门的表没有把它汇总进去，或漏了这些行。`;
    const explains = mended.filter((one) => one === index).length;
    return [{ kind: "uncounted", message, advice: UNCOUNTED, file: unit.file, explains }];
  });
  const wanted = missing && { ...missing.cause, message: missing.words(found.every(hasAll)) };
  return { causes: [...causes, ...(wanted ? [wanted] : [])], factors, rest: missing?.rest ?? sums };
}

/** Of what agreed with a unit so little no longer does without it: cents that agree by chance. */
const SPOILED = 0.05;
/** Of so many units of the last place: none of the cents that agree by chance. */
const MATERIAL = Exact.ofUnits(100);

const isMaterial = (amount: Exact, precision: Exact): boolean => amount.abs().compare(precision.times(MATERIAL)) > 0;

/**
 * Whether rows agree without this unit alone, and next to none that agreed with it is spoiled. Where more agree with its figures
 * in another unit of money it is counted.
 */
function isLeftOut(sums: readonly Sum[], index: number, before: Factors): boolean {
  const own = sums.flatMap((sum) => {
    const part = sum.parts.find(({ unit }) => unit === index);
    return part ? [{ sum, part, was: judged(sum, before) === "broken" }] : [];
  });
  const isBroken = (sum: Sum, factor: Exact): boolean => judged(sum, new Map([...before, [index, factor]])) === "broken";
  const held = own.filter(({ sum, was }) => was && !isBroken(sum, Exact.zero));
  const spoiled = own.filter(({ sum, was }) => !was && isBroken(sum, Exact.zero));
  const mended = held.filter(({ sum, part }) => isMaterial(part.amount, sum.precision));
  if (mended.length < FEWEST || spoiled.length > SPOILED * own.length) return false;
  return WRONG.every(({ factor }) => own.filter(({ sum, was }) => was && !isBroken(sum, factor)).length <= held.length);
}

/** Rows of one subject: what others are sums of. */
const ROWS_OF_ONE: ReadonlySet<Sum["kind"]> = new Set(["item", "detail", "project"]);

/**
 * Beside a unit that is wanting, a unit's own rows may be all that was forgotten, and how much the other one has is not known;
 * not where the department has less than its units in rows that others have, too, and without this one has not.
 */
function isShownByOthersRows(sums: readonly Sum[], index: number, before: Factors, after: Factors): boolean {
  const amountOf = ({ parts }: Sum): string | undefined => parts.find(({ unit }) => unit === index)?.amount.toString();
  const less = sums
    .filter((sum) => sum.parts.length > 1 && ROWS_OF_ONE.has(sum.kind) && amountOf(sum) !== undefined)
    .filter((sum) => judged(sum, before) === "broken" && difference(sum, before).sign() < 0)
    .filter((sum) => judged(sum, after) !== "broken" || difference(sum, after).sign() > 0);
  const agree = less.filter((sum) => judged(sum, after) !== "broken");
  return new Set(less.map(amountOf)).size >= FEWEST_AMOUNTS || agree.length >= FEWEST;
}

/** Where the department has more throughout, and what it has more is a budget of its own: income is expenditure. */
function missingUnit(
  sums: readonly Sum[],
  factors: Factors,
  named: readonly string[],
): { readonly cause: UnitCause; readonly words: (withAmount: boolean) => string; readonly rest: readonly Sum[] } | null {
  const broken = sums.filter((sum) => judged(sum, factors) === "broken");
  const more = broken.filter((sum) => difference(sum, factors).sign() > 0);
  const totals = sums
    .filter(({ kind, table, column }) => kind === "total" && table === broken[0]?.table && column !== "")
    .map((sum) => difference(sum, factors));
  const [first] = totals;
  const balanced = first !== undefined && first.sign() > 0 && totals.length > 1 && totals.every((total) => total.equals(first));
  if (more.length < MORE * broken.length || !balanced) return null;
  const who = named.length > 0 ? `：${named.map((name) => `“${name}”`).join("、")}` : "，如部门本级";
  const words = (withAmount: boolean): string =>
    `部门数处处多于各单位之和${withAmount ? `，收入、支出都多 ${formatAmount(first, GROUPED)} 万元` : ""}：多半缺一个单位的工作簿${who}。`;
  return {
    words,
    cause: {
      kind: "missing",
      message: words(true),
      advice: "请把它的工作簿放进文件夹再核对。",
      file: null,
      explains: more.length,
    },
    rest: sums.filter((sum) => !more.includes(sum) && !(judged(sum, factors) === "unlikely" && difference(sum, factors).sign() > 0)),
  };
}
