import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { share } from "../../amount/ratio";
import { judgeShare, judgeSum } from "../../amount/tolerance";
import { clauseBefore, isChange } from "../amounts/clause";
import { isShareBehind } from "../amounts/share-behind";
import { isRounded, tellShare } from "../amounts/shares";
import type { Ledger } from "../ledger";
import { figuresOf, lastPlaceOf, type Stated } from "../read/figures";
import { asBeside, isSlipOf } from "../read/slip";
import { spanText, type Line } from "../text/lines";
import { listMark } from "../text/list-mark";

/** Longer lists are of something else. */
const FARTHEST = 80;
/** （一）人员经费A万元, 某某项目：预算安排A万元: an entry begins with its name and its amount. */
const ENTRY =
  /^(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,3}）)?[\p{sc=Han}“”（）]{2,40}?[：，]?(?:\d{4}年)?(?:预算)?(?:安排)?(?:资金)?(?:为|：)?\d[\d,]{0,14}(?:\.\d{1,4})?[万亿]?元/u;

/**
 * What a paragraph tells and the paragraphs right below it tell again or divide: so many projects with their money, amounts under the
 * same name, shares of the whole.
 */
export function readEntriesBelow(ledger: Ledger, lines: readonly Line[]): void {
  const prose = lines.filter(({ kind }) => kind !== "row");
  prose.forEach((lead, at) => {
    const entries = entriesBehind(prose, at + 1);
    if (entries.length === 0 || ENTRY.test(lead.text)) return;
    judgeProjects(ledger, lead, entries);
    judgeToldAgain(ledger, lead, entries);
    judgeSharesOfLead(ledger, lead, entries);
  });
}

/** The entries of one list, by their marks or without. */
function entriesBehind(lines: readonly Line[], from: number): readonly Line[] {
  const [first] = lines.slice(from, from + 1);
  const near = lines.slice(from, from + FARTHEST);
  const end = near.findIndex((line) => line.kind !== "prose" || !ENTRY.test(line.text) || (first && listMark(line) !== listMark(first)));
  return end < 0 ? near : near.slice(0, end);
}

const amountsOf = (line: Line): readonly Stated[] =>
  figuresOf(line).filter((one) => one.unit === "amount" && one.value !== null && !isChange(one));

/** 共设置5个项目绩效目标，涉及资金A万元 */
const PROJECTS = /(?<![\d.,])(\d{1,3})个(?:[^。；，\d]{0,4}项目|[^。；，\d]{0,10}绩效目标)/;

/** So many projects, and as many paragraphs below: each is one of them, and their amounts are the money of all. */
function judgeProjects(ledger: Ledger, lead: Line, entries: readonly Line[]): void {
  const count = Number(PROJECTS.exec(lead.text)?.[1] ?? Number.NaN);
  const [whole, ...more] = amountsOf(lead);
  const parts = entries.flatMap((line) => amountsOf(line)[0] ?? []);
  if (!whole?.value || more.length > 0 || parts.length < entries.length || parts.length < 2) return;
  const sum = Exact.sum(parts.flatMap(({ value }) => value ?? []));
  const missing = whole.value.minus(sum);
  const holds = judgeSum(missing, parts.length, lastPlaceOf([whole, ...parts], ledger.book.lastPlace)) !== "broken";
  const [first, last] = [entries[0], entries.at(-1)];
  if (count === entries.length + 1 && !holds && missing.sign() > 0 && first && last) {
    if (ledger.isLacking(lead.index, last.index)) return;
    ledger.lacks(last, {
      message: `前面写${String(count)}个，下面列了${String(entries.length)}个，还差${asBeside(whole, missing)}。`,
      advice: "请看是不是漏了一项。",
    });
    return;
  }
  if (count !== entries.length) return;
  const all = [whole, ...parts];
  if (holds) {
    for (const stated of all) if (!ledger.standing(stated)) ledger.prove(stated, `下面各项合计 = ${spanText(whole.span)}`);
    return;
  }
  if (all.some(({ span }) => ledger.isFaulted(span))) return;
  const slipped = all.filter((stated) => isSlipOf(stated, stated === whole ? sum : (stated.value ?? Exact.zero).plus(missing)));
  // More than there is in all is wrong; of many that one keystroke would put right nobody knows which.
  const beyond = all.filter(({ value }) => value !== null && value.compare(whole.value ?? value) > 0);
  for (const stated of beyond.length > 0 ? beyond : slipped.length > 0 && slipped.length <= FEW ? slipped : [whole]) {
    ledger.blame(stated);
    ledger.fault({
      id: "B-和",
      category: "sum",
      severity: "warning",
      at: stated.span,
      message: `下面各项合起来是${asBeside(whole, sum)}，合计写${spanText(whole.span)}。`,
      left: sum,
      right: whole.value,
      advice: "请核对这几个数，看是哪一个写错了。",
    });
  }
}

/** So many are worth a look each. */
const FEW = 2;

/** 其中，人员经费A万元，公用经费B万元。 and below it （一）人员经费A万元: the same under the same name. */
function judgeToldAgain(ledger: Ledger, lead: Line, entries: readonly Line[]): void {
  const listed = lead.text.indexOf("其中");
  if (listed < 0) return;
  const told = new Map(
    figuresOf(lead, listed).flatMap((one) => (one.unit === "amount" && !isChange(one) ? [[clauseBefore(one), one]] : [])),
  );
  for (const entry of entries) {
    const again = amountsOf(entry)[0];
    const name = again ? clauseBefore(again) : "";
    const before = name.length < SHORTEST ? undefined : told.get(name);
    if (!again?.value || !before?.value || again.value.equals(before.value)) continue;
    if (ledger.isFaulted(again.span) || ledger.isFaulted(before.span)) continue;
    for (const stated of [before, again]) ledger.blame(stated);
    ledger.fault({
      id: "B05",
      category: "figure",
      severity: "warning",
      at: again.digits,
      message: `前面“${name}”写${spanText(before.span)}，这里写${spanText(again.span)}。`,
      left: before.value,
      right: again.value,
      advice: "请对照公开表，两处改成一致。",
    });
  }
}

/** Shorter words name nothing. */
const SHORTEST = 3;

/** 支出预算A万元，包括： and below it 1.甲B万元，占P%: where one is the share of that whole, the others are. */
function judgeSharesOfLead(ledger: Ledger, lead: Line, entries: readonly Line[]): void {
  const [whole, ...more] = amountsOf(lead);
  if (!lead.text.endsWith("：") || !whole?.value || whole.value.isZero() || more.length > 0) return;
  const all = whole.value;
  const pairs = entries.flatMap((line) => {
    const figures = figuresOf(line);
    const [part] = amountsOf(line);
    const rate = part && figures[figures.indexOf(part) + 1];
    return part?.value && rate?.value && isShareBehind(part, rate) && rate.written === "%" && isOfAll(part, rate)
      ? [{ part, rate, value: part.value, said: rate.value }]
      : [];
  });
  const isRight = ({ value, said }: (typeof pairs)[number]): boolean => judgeShare(value, all, said) !== "broken";
  const others = pairs.filter((one) => !one.value.isZero() && isRight(one));
  if (others.length === 0 || others.length * 2 < pairs.length) return;
  for (const one of pairs) {
    const { part, rate, value, said } = one;
    const right = share(value, all);
    if (isRight(one)) ledger.prove(rate, `${formatAmount(value, GROUPED)} ÷ ${formatAmount(all, GROUPED)}`);
    if (isRight(one) || !right || ledger.isFaulted({ ...part.span, end: rate.span.end })) continue;
    if (!isRounded(right, said)) tellShare(ledger, part, rate, all, `别的各项都是照${formatAmount(all, GROUPED)}算的`);
  }
}
/** ，占P%: of the whole above; a share of something else says of what. */
const isOfAll = (part: Stated, rate: Stated): boolean =>
  /^[，（]占(?:比)?(?:为)?$/.test(part.span.line.text.slice(part.span.end, rate.span.start));
