import type { Exact } from "../../amount/exact";
import { share } from "../../amount/ratio";
import type { Ledger } from "../ledger";
import { figuresOf, printedPlaces, statedAt, valueOf, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";
import { bareNoun, DOWN, isChange } from "./clause";
import { amountsByEnding, tellShare } from "./shares";

const PERMILLE = /(?<![\d.,])\d[\d,]{0,9}(?:\.\d{1,4})?‰/g;
/** How far before it is said what it is. */
const REACH = 30;
/** ，占一般公共预算支出的 · ，增长 · ，比上年下降 */
const SHARED = /占([^，。；：\d]{0,16}?)(?:的(?:比例|比重)?)?为?$/;
const MOVED = /(?:增长|下降|降低|上升|提高|增加|减少|压[减缩]|[增涨降减跌]幅)[率度]?[了为约达]?$|元（[+-]?$/;
/** Amounts so far back may be the whole of a share. */
const WHOLES = 16;
/** More is told in hundredths. */
const MANY = 10;

/**
 * 占一般公共预算支出的8.90‰: a share may be told in thousandths, and is right where it is so many of a whole that the text tells. Where the
 * amounts say hundredths, or all around it is told in them, the sign was mistyped; so it is of what something changed by.
 */
export function judgePermille(ledger: Ledger, lines: readonly Line[]): void {
  if (!lines.some(({ text }) => text.includes("‰"))) return;
  const all = lines.flatMap((line) => (line.kind === "row" ? [] : figuresOf(line)));
  const told = amountsByEnding(all);
  for (const line of lines)
    for (const { index, 0: said } of line.kind === "row" ? [] : line.text.matchAll(PERMILLE)) {
      const end = index + said.length;
      const words = line.text.slice(Math.max(0, index - REACH), index);
      const rate: Stated = { ...statedAt(line, index, end - 1, end, true), unit: "percent", value: valueOf(said.slice(0, -1)) };
      if (ledger.isFaulted(rate.span)) continue;
      const shared = SHARED.exec(words);
      const before = figuresOf(line, 0, index);
      if (shared) judgeShare(ledger, rate, before, { told: told.get(bareNoun(shared[1] ?? "")) ?? [], all });
      else if (MOVED.test(words)) judgeRate(ledger, rate, before);
    }
}

interface Around {
  /** The amounts that the text tells by the name of the whole. */
  readonly told: readonly Stated[];
  readonly all: readonly Stated[];
}

function judgeShare(ledger: Ledger, rate: Stated, before: readonly Stated[], { told, all }: Around): void {
  const { line, start, end } = rate.span;
  // 占支出的5.00‰的甲A万元: the part stands behind it.
  const part = line.text.charAt(end) === "的" ? figuresOf(line, end)[0] : before.filter((one) => !isChange(one)).at(-1);
  if (part?.unit !== "amount" || !part.value || !rate.value) return;
  const value = part.value;
  const from = all.findIndex(({ span }) => span.line === line && span.start >= start);
  const wholes = [...told, ...all.slice(Math.max(0, from - WHOLES), from)].flatMap((one) =>
    one !== part && one.unit === "amount" && one.value && !one.value.isZero() ? [one.value] : [],
  );
  const places = printedPlaces(spanText(rate.digits));
  const isOf = (right: Exact, decimals: number): boolean => wholes.some((whole) => share(value, whole, decimals)?.equals(right) === true);
  if (isOf(rate.value.shifted(-1), places + 1)) {
    ledger.prove(rate, "照说明里的金额算得");
    return;
  }
  const isPercent = isOf(rate.value, places) || hasShares(line);
  const [whole] = told;
  // What is wrong with the whole is told there.
  if (whole && ledger.isFaulted(whole.span)) return;
  if (isPercent || rate.value.toNumber() >= MANY) mistyped(ledger, rate, "share", isPercent);
  else if (whole?.value && !whole.value.isZero() && told.every((one) => one.value?.equals(whole.value ?? value) === true))
    tellShare(ledger, part, rate, whole.value, `前面写的合计是${spanText(whole.span)}`);
}

/** Shares in hundredths beside it. */
const hasShares = ({ text }: Line): boolean => /占[^，。；：\d]{0,16}\d[\d,]{0,9}(?:\.\d{1,4})?%/.test(text);

/** What changed is told by hundredths, unless it comes out as so many thousandths. */
function judgeRate(ledger: Ledger, rate: Stated, before: readonly Stated[]): void {
  const amounts = before.filter(({ unit }) => unit === "amount");
  const [current, delta] = amounts.slice(-2);
  if (!delta || !rate.value || delta.span.line.text.slice(delta.span.end, rate.span.start).includes("。")) return;
  const down = DOWN.test(
    rate.span.line.text
      .slice(Math.max(0, rate.span.start - REACH), rate.span.start)
      .split(/[，。；]/)
      .at(-1) ?? "",
  );
  const size = delta.value?.abs();
  const prior = size && current?.value?.minus(down ? size.negated() : size);
  const places = printedPlaces(spanText(rate.digits)) + 1;
  if (size && prior && prior.sign() > 0 && size.shifted(2).quotient(prior, places).equals(rate.value.shifted(-1))) {
    ledger.prove(rate, "照本句的金额算得");
    return;
  }
  mistyped(ledger, rate, "change", true);
}

function mistyped(ledger: Ledger, rate: Stated, category: "share" | "change", isPercent: boolean): void {
  const said = spanText(rate.span);
  ledger.blame(rate);
  ledger.fault({
    id: "B10",
    category,
    severity: "warning",
    at: rate.span,
    message: `“${said}”：金额的增减幅度和占比用百分数“%”，“‰”是千分数。`,
    ...(isPercent ? { expected: said.replace("‰", "%"), replaces: true } : { advice: "请核对是“%”还是“‰”。" }),
  });
}
