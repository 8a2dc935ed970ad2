import { Exact } from "../../amount/exact";
import { judgeSum } from "../../amount/tolerance";
import type { Ledger } from "../ledger";
import { figuresOf, lastPlaceOf, type Stated } from "../read/figures";
import { asBeside } from "../read/slip";
import type { Line, Span } from "../text/lines";
import { clauseBefore, isChange } from "./clause";
import { depthsOf } from "./depths";
import { type Kind, WHOLES } from "./kinds";

interface Named {
  readonly kind: Kind;
  /** The words before its amount, and before those of its halves. */
  readonly words: RegExp;
  readonly halves: readonly RegExp[];
}

/** Right before an amount, as what it is called. */
const amountOf = (called: string): RegExp => new RegExp(`${called}[^，。；：、\\d]{0,14}$`);
const ALL_KINDS = WHOLES.map(({ called, kinds }) => ({
  whole: new RegExp(`${called}[^，。；：]{0,30}$`),
  kinds: kinds.map((kind): Named => ({ kind, words: amountOf(kind.called), halves: (kind.halves ?? []).map(amountOf) })),
}));

/** How far before an amount its name may stand. */
const REACH = 44;
/** What stands between the whole, or its change with the reason of it, and the first part. */
const LISTS = /其中|包括|如下|^：/;

/**
 * 政府采购预算10.00万元，其中：货物4.00万元、工程1.00万元。 Goods, works and services are all there is: what is listed comes to the whole,
 * or one of the kinds was left out. Of the three public expenses and of 基本支出 likewise. Nothing is proposed: the whole may be
 * wrong as well.
 */
export function judgeAllKinds(ledger: Ledger, lines: readonly Line[]): void {
  for (const [place, line] of lines.entries()) {
    if (line.kind === "row") continue;
    const amounts = figuresOf(line).filter(({ unit, value }) => unit === "amount" && value !== null);
    if (amounts.length < (ANNOUNCES.test(line.text) ? 1 : 2)) continue;
    const depths = depthsOf(line.text);
    const own = amounts.filter((one) => !isChange(one));
    own.forEach((whole, at) => {
      const clause = clauseBefore(whole, lines[place - 1]?.text);
      const of = ALL_KINDS.find((one) => one.whole.test(clause) || one.whole.test(before(whole)));
      const first = own[at + 1];
      if (of && at === 0 && ANNOUNCES.test(line.text)) judge(ledger, of.kinds, whole, [...own.slice(1), ...behind(lines, place, of)]);
      if (!of || !first || !LISTS.test(line.text.slice(whole.span.end, first.span.start))) return;
      const level = own.slice(at + 1).filter(({ span }) => depths[span.start] === depths[first.span.start]);
      judge(ledger, of.kinds, whole, level);
    });
  }
}

/** The amounts of the paragraphs right behind one that announces them, where the text goes on behind those. */
function behind(lines: readonly Line[], place: number, { kinds }: (typeof ALL_KINDS)[number]): readonly Stated[] {
  const next = lines.slice(place + 1, place + 1 + FARTHEST);
  if (place + 1 + next.length >= lines.length) return [];
  const amounts = next.map((line) => figuresOf(line).filter((one) => one.unit === "amount" && one.value !== null && !isChange(one)));
  const isOf = (stated: Stated): boolean => kinds.some(({ words, halves }) => [words, ...halves].some((name) => name.test(before(stated))));
  const end = amounts.findIndex((all, at) => next[at]?.kind !== "prose" || !all.some(isOf));
  return amounts.slice(0, end < 0 ? undefined : end).flat();
}
const FARTHEST = 5;
/** The first part may stand in its own line. */
const ANNOUNCES = /：$|，其中：[^；]{3,120}。$/;

const before = ({ span: { line, start } }: Stated): string => line.text.slice(Math.max(0, start - REACH), start);

function judge(ledger: Ledger, kinds: readonly Named[], whole: Stated, rest: readonly Stated[]): void {
  const found = new Map<Named, readonly Stated[]>();
  let last: Stated | undefined;
  let divided = false;
  for (const part of rest) {
    const words = before(part);
    const kind = kinds.find((one) => one.words.test(words));
    const half = kind ? undefined : kinds.find((one) => one.halves.some((name) => name.test(words)));
    // 人员经费A万元，其中甲B万元；公用经费C万元: what a kind is itself divided into is passed over.
    if (last) divided = last.span.line === part.span.line && isDivided(divided, last.span.line.text.slice(last.span.end, part.span.start));
    last = part;
    // Behind what is none of its kinds the list is over, or is of something else besides.
    if (!kind && !half && divided) continue;
    if (!kind && !half) break;
    if (kind && found.has(kind)) break;
    if (kind) found.set(kind, [part]);
    else if (half && !wholly(half, found.get(half))) found.set(half, [...(found.get(half) ?? []), part]);
  }
  const lacking = kinds.filter((kind) => !found.has(kind) || (!wholly(kind, found.get(kind)) && found.get(kind)?.length === 1));
  const parts = [...found.values()].flat();
  const end = parts.at(-1);
  const sum = Exact.sum(parts.flatMap(({ value }) => value ?? []));
  const missing = (whole.value ?? Exact.zero).minus(sum);
  const all = [whole, ...parts];
  if (!end || lacking.length > 1 || judgeSum(missing, parts.length, lastPlaceOf(all, ledger.book.lastPlace)) !== "broken") return;
  if (comesOut(missing, rest.slice(rest.indexOf(end) + 1))) return;
  // A list that its line does not end may go on in the next.
  const ends = end.span.line.text.includes("。", end.span.end);
  if ((lacking.length === 1 && (missing.sign() < 0 || !ends)) || all.some(({ span }) => ledger.isFaulted(span))) return;
  if (lacking.length === 1 && ledger.isLacking(whole.span.line.index)) return;
  // A part whose figure cannot be read is spoken of.
  if (lacking.length === 1 && ledger.isFaulted(stretchOf(whole, end))) return;
  for (const stated of all) if (ledger.standing(stated)?.kind !== "proved") ledger.blame(stated);
  const [left] = lacking;
  const said = `列出的各项合起来是${asBeside(whole, sum)}，合计写${asBeside(whole, whole.value ?? Exact.zero)}`;
  ledger.fault({
    id: "B-和",
    category: left ? "missing" : "sum",
    severity: "warning",
    at: { ...whole.span, end: end.span.end },
    message: left ? `${said}，这里没有说到${left.kind.name}。` : `${said}。`,
    advice: left ? "请看是漏了一项，还是数写错了。" : "请核对这几个数，看是哪一个写错了。",
  });
}

/** Whether the amount behind `joint` is of what the one before it, or one before that, is divided into. */
const isDivided = (before: boolean, joint: string): boolean => !/[；。]/.test(joint) && (before || /其中|包括/.test(joint));

/** From a whole, or from the beginning of the line where the list goes on, to the end of its sentence. */
function stretchOf({ span: whole }: Stated, { span: { line, end } }: Stated): Span {
  const stop = line.text.indexOf("。", end);
  return { line, start: whole.line === line ? whole.start : 0, end: stop < 0 ? line.text.length : stop };
}

/** 购置费A万元，运行维护费B万元，其他交通费用C万元: offices count more among their kinds than there are, and together these come to the whole. */
function comesOut(missing: Exact, others: readonly Stated[]): boolean {
  let rest = missing;
  for (const { value } of others) {
    if (rest.sign() <= 0) return false;
    rest = rest.minus(value ?? Exact.zero);
    if (rest.isZero()) return true;
  }
  return false;
}

/** Whether a kind is told as one amount. */
const wholly = ({ words }: Named, parts: readonly Stated[] | undefined): boolean =>
  parts?.some((part) => words.test(before(part))) === true;
