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
  // Where the department has nothing, a ten-thousandth of the unit's is nothing as well: that proves none.
  const mended = own.filter((sum) => !sum.left.isZero() && isBroken(sum, before) && !isBroken(sum, after));
  const amounts = new Set(mended.map(({ parts }) => parts.find(({ unit }) => unit === index)?.amount.toString()));
  const stillBroken = alone.filter((sum) => isBroken(sum, after)).length;
  return mended.length >= FEWEST && amounts.size >= FEWEST_AMOUNTS && stillBroken <= LEFT * alone.length;
}

/** The workbook that most of what does not agree comes from; of several, one that is proved. */
function nextStep(sums: readonly Sum[], units: readonly Filed[], factors: Factors, broken: number): Step | null {
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
          isProved: wrong.kind === "unit" && left < broken && isProved(sums, index, factors, after),
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
  while (broken >= FEWEST) {
    const step = nextStep(sums, units, factors, broken);
    const unit = step && units[step.index];
    if (!unit) break;
    const { kind, words, advice } = step.wrong;
    causes.push({ kind, message: words(unitName(unit)), advice, file: unit.file, explains: broken - step.left });
    ({ factors, left: broken } = step);
  }
  const wanting = broken >= FEWEST ? wantingUnits(sums, units, factors, named) : null;
  return wanting ? { ...wanting, causes: [...causes, ...wanting.causes] } : { causes, factors, rest: sums };
}

/**
 * A unit without a file; and beside it units that were not counted, where only without their figures all that is left is one
 * unit's. Whatever the one that is wanting hides, nothing is said.
 */
function wantingUnits(
  sums: readonly Sum[],
  units: readonly Filed[],
  before: Factors,
  named: readonly string[],
): { readonly causes: readonly UnitCause[]; readonly factors: Factors; readonly rest: readonly Sum[] } | null {
  const causes: UnitCause[] = [];
  let factors = before;
  for (;;) {
    const missing = missingUnit(sums, factors, named);
    if (missing) return { causes: [...causes, missing.cause], factors, rest: missing.rest };
    const step = [...units.entries()]
      .filter(([index]) => !factors.has(index))
      .map(([index, unit]) => ({ unit, ...withoutUnit(sums, index, factors) }))
      .find(({ isLeftOut }) => isLeftOut);
    if (!step) return null;
    causes.push({
      kind: "uncounted",
      message: `“${unitName(step.unit)}”的数部门的表里没有：部门的表多半没有把它汇总进去。`,
      advice: UNCOUNTED,
      file: step.unit.file,
      explains: step.mended,
    });
    ({ after: factors } = step);
  }
}

/** Rows of one subject: what others are sums of. */
const ROWS_OF_ONE: ReadonlySet<Sum["kind"]> = new Set(["item", "detail", "project"]);

/**
 * A unit taken for not counted while another is wanting. Its own rows alone may be all that was forgotten; not where the
 * department has less than its units in rows that others have, too, and without this one has not.
 */
function withoutUnit(
  sums: readonly Sum[],
  index: number,
  before: Factors,
): { readonly isLeftOut: boolean; readonly mended: number; readonly after: Factors } {
  const after: Factors = new Map([...before, [index, Exact.zero]]);
  const own = sums.flatMap((sum) => {
    const part = sum.parts.find(({ unit }) => unit === index);
    return part
      ? [{ sum, amount: part.amount.toString(), was: judged(sum, before) === "broken", is: judged(sum, after) === "broken" }]
      : [];
  });
  const mended = own.filter(({ was, is }) => was && !is);
  const shared = own.filter(
    ({ sum, was }) =>
      was &&
      sum.parts.length > 1 &&
      ROWS_OF_ONE.has(sum.kind) &&
      difference(sum, before).sign() < 0 &&
      (judged(sum, after) !== "broken" || difference(sum, after).sign() > 0),
  );
  const amounts = new Set(shared.map(({ amount }) => amount));
  const isSpoiled = own.some(({ was, is }) => is && !was);
  return {
    isLeftOut: !isSpoiled && mended.length >= FEWEST && amounts.size >= FEWEST_AMOUNTS,
    mended: mended.length,
    after,
  };
}

/** Where the department has more throughout, and what it has more is a budget of its own: income is expenditure. */
function missingUnit(
  sums: readonly Sum[],
  factors: Factors,
  named: readonly string[],
): { readonly cause: UnitCause; readonly rest: readonly Sum[] } | null {
  const broken = sums.filter((sum) => judged(sum, factors) === "broken");
  const more = broken.filter((sum) => difference(sum, factors).sign() > 0);
  const totals = sums
    .filter(({ kind, table, column }) => kind === "total" && table === broken[0]?.table && column !== "")
    .map((sum) => difference(sum, factors));
  const [first] = totals;
  const balanced = first !== undefined && first.sign() > 0 && totals.length > 1 && totals.every((total) => total.equals(first));
  if (more.length < MORE * broken.length || !balanced) return null;
  const who = named.length > 0 ? `：${named.map((name) => `“${name}”`).join("、")}` : "，如部门本级";
  return {
    cause: {
      kind: "missing",
      message: `部门数处处多于各单位之和，收入、支出都多 ${formatAmount(first, GROUPED)} 万元：多半缺一个单位的工作簿${who}。`,
      advice: "请把它的工作簿放进文件夹再核对。",
      file: null,
      explains: more.length,
    },
    rest: sums.filter((sum) => !more.includes(sum)),
  };
}
