import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText } from "../text/lines";

/** 某某局2026年收支总预算, 2026年某某局收支总预算, 2026年本单位收入预算总额为: nothing between the year and the whole but whose it is; 本年收入预算 is a part of it. */
const WHOLE =
  /(20[0-4]\d)年(?:度)?(?:[本我](?:部门|单位|(?!年)\p{sc=Han})|\p{sc=Han}{2,20}(?:[局委办厅院校所站队馆处镇乡府]|中心|街道))?(收支总预算|收入(?:总)?预算|支出(?:总)?预算)(?:总额|数)?(?:为|共|共计)?$/u;
const REACH = 40;

interface Whole {
  readonly stated: Stated;
  readonly year: string;
  readonly called: string;
}

/**
 * 收支总预算、收入预算 and 支出预算 of one year are one amount: what comes in goes out, but for what is carried over into the next year.
 * Where they differ otherwise, and by no amount that the text tells of something else, one of them is wrong; nobody knows which.
 */
export function judgeBalance(ledger: Ledger, figures: readonly Stated[]): void {
  const wholes = figures.flatMap((stated) => wholeOf(stated) ?? []);
  const [first] = wholes;
  const same = wholes.filter(({ year }) => year === first?.year);
  if (!first || new Set(same.map(({ called }) => called)).size < 2) return;
  const times = (one: Whole): number => same.filter((other) => equal(one, other)).length;
  const most = same.reduce((best, one) => (times(one) > times(best) ? one : best), first);
  for (const one of same) {
    if (equal(one, most)) {
      if (times(most) > 1 && !ledger.standing(one.stated)) ledger.prove(one.stated, "收入、支出相等");
      continue;
    }
    const apart = one.stated.value?.minus(most.stated.value ?? one.stated.value).abs();
    if (!apart || figures.some(({ unit, value }) => unit === "amount" && value?.equals(apart) === true)) continue;
    if (isLess(one, most) || isLess(most, one) || ledger.isFaulted(one.stated.span) || ledger.isFaulted(most.stated.span)) continue;
    ledger.blame(one.stated);
    ledger.fault({
      id: "B-和",
      category: "sum",
      severity: "warning",
      at: one.stated.digits,
      message: `${most.called}写${spanText(most.stated.span)}，${one.called}写${spanText(one.stated.span)}，收入和支出应当相等。`,
      left: one.stated.value,
      right: most.stated.value,
      advice: "请对照收支总表，看是哪一个写错了，或者有结转、结余没有写。",
    });
  }
}

/** Some of what comes in may be left for the next year. */
const isLess = (one: Whole, other: Whole): boolean =>
  one.called.startsWith("支出") && one.stated.value?.compare(other.stated.value ?? one.stated.value) === -1;

const equal = (one: Whole, other: Whole): boolean => one.stated.value?.equals(other.stated.value ?? one.stated.value.negated()) === true;

function wholeOf(stated: Stated): Whole | null {
  const { line, start } = stated.span;
  const match = stated.unit === "amount" && stated.value ? WHOLE.exec(line.text.slice(Math.max(0, start - REACH), start)) : null;
  return match ? { stated, year: match[1] ?? "", called: match[2] ?? "" } : null;
}
