import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";

/** 某某局2026年收支总预算, 2026年本单位收入预算总额为: nothing between the year and the whole but whose it is. */
const WHOLE =
  /(20[0-4]\d)年(?:度)?(?:[本我](?:部门|单位|\p{sc=Han}))?(收支总预算|收入(?:总)?预算|支出(?:总)?预算)(?:总额|数)?(?:为|共|共计)?$/u;
const REACH = 40;

interface Whole {
  readonly stated: Stated;
  readonly year: string;
  readonly called: string;
}

/**
 * 收支总预算、收入预算 and 支出预算 of one year are one amount: what comes in goes out. Where they differ, by no amount that the text tells
 * of something else (a carry-over that one of them leaves out), one of them is wrong, and nobody knows which unless two others agree.
 */
export function judgeBalance(ledger: Ledger, lines: readonly Line[]): void {
  const figures = lines.flatMap((line) => (line.kind === "row" ? [] : figuresOf(line)));
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
    if (!apart || isCarried(one, most, lines) || figures.some(({ unit, value }) => unit === "amount" && value?.equals(apart) === true))
      continue;
    if (ledger.isFaulted(one.stated.span) || ledger.isFaulted(most.stated.span)) continue;
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

/** 支出包括：…、结转下年: what is carried over without an amount is what the lesser of the two lacks. */
function isCarried(one: Whole, most: Whole, lines: readonly Line[]): boolean {
  const [less, more] = one.stated.value?.compare(most.stated.value ?? one.stated.value) === -1 ? [one, most] : [most, one];
  if (more.called === less.called) return false;
  const carried = less.called.startsWith("支出") ? NEXT_YEAR : LAST_YEAR;
  return lines.some(({ kind, text }) => kind !== "row" && carried.test(text));
}
const NEXT_YEAR = /结转[^，。；、\d]{0,6}下年|(?:年[末终]|结转)(?:结转|结余)/;
const LAST_YEAR = /上年(?:度)?结转|(?:使用|动用)[^，。；、\d]{0,8}结余|用[^，。；、\d]{2,12}弥补/;

const equal = (one: Whole, other: Whole): boolean => one.stated.value?.equals(other.stated.value ?? one.stated.value.negated()) === true;

function wholeOf(stated: Stated): Whole | null {
  const { line, start } = stated.span;
  const match = stated.unit === "amount" && stated.value ? WHOLE.exec(line.text.slice(Math.max(0, start - REACH), start)) : null;
  return match ? { stated, year: match[1] ?? "", called: match[2] ?? "" } : null;
}
