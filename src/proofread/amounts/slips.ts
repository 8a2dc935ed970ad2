import { fullAddress } from "../../amount/cell-ref";
import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { writtenIn, type Unit, type Wan } from "../../amount/unit";
import { oneSlip } from "../../text/edits";
import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText } from "../text/lines";
import { isChange } from "./clause";
import { type Held, type Named, type Printed, heldOf, TOTAL } from "./held";
import { sentenceBefore } from "../text/sentence";

const isUnit = (written: string): written is Unit => written === "万元" || written === "元";

/** 基本支出716.35万元, which no table has, where the tables have 711.35 of 基本支出. `before`: the words before the amount. */
export function slipped(
  ledger: Ledger,
  stated: Stated,
  before: string,
  byName: ReadonlyMap<string, readonly Held[]>,
  index: ReadonlyMap<string, unknown>,
  totals: readonly Held[],
  printed: Printed,
): void {
  if (!stated.value || stated.unit !== "amount" || !isUnit(stated.written) || ledger.standing(stated)) return;
  // That there is none of it is said, not mistyped; what it changed by is another amount.
  if (stated.value.isZero() || isChange(stated)) return;
  const own = stated.written;
  if (index.has(stated.value.toString()) || printed.all.has(stated.value.toString())) return;
  const held = OPERATING.test(before)
    ? [...byName].flatMap(([name, all]) => (name.endsWith("公用经费") ? all : []))
    : THREE.test(before)
      ? threeIn(ledger)
      : heldOf(before, byName);
  if (held.some(({ value }) => stated.value?.equals(value))) {
    ledger.prove(stated, "与公开表一致");
    return;
  }
  const said = spanText(stated.digits).replace(/,/g, "");
  // With both places, and as who leaves zeros out writes it.
  const isSlip = ({ value }: Held): boolean => {
    const right = writtenIn(value as Exact<Wan>, own);
    return oneSlip(said, right.toFixed(2)) || oneSlip(said, right.round(2).toString());
  };
  const slips = held.filter(isSlip);
  // A whole that no table has, a keystroke from one that they have, is that one by whatever name.
  const of =
    slips.length > 0 || !(TOTAL.test(before) || OF_GOALS.test(before)) || CHANGED.test(before) || OF_ASSETS.test(before)
      ? slips
      : totals.filter((one) => one.value.toNumber() >= LARGE && isSlip(one));
  const [near, ...others] = of;
  if (!near || others.some(({ value }) => !value.equals(near.value)) || ledger.isFaulted(stated.span)) return;
  // 涉及资金569.43万元: 369.43 of the general budget and 200.00 of the fund; 710.16 of 780.16 without the 70.00 carried over.
  const apart = near.value.minus(stated.value).abs();
  if (totals.some((one) => one.value.equals(apart))) return;
  // 收支总预算, of which the last word was taken for no part of the name.
  tell(
    ledger,
    stated,
    before.endsWith("收支总") ? `${before}预算` : before,
    [near],
    own,
    "，公开表上没有这个数，像是写错了",
    "请对照公开表核对。",
  );
}

/** 公用经费 of 基本支出 in most places, though not in all: a keystroke from it, it is that. */
const OPERATING = /(?:机关)?运行经?费(?:财政拨款|拨款)?(?:共计)?(?:安排)?$/;

/** What its table has of “三公”经费 in all. */
function threeIn({ book }: Ledger): readonly Held[] {
  const table = book.recognised.tables.get("threePublic");
  const totals = table?.rows.filter(({ kind }) => kind === "total") ?? [];
  return totals.flatMap((row) => {
    const value = table?.amount(row, "合计");
    return value ? [{ value, cell: table?.cell(row, "合计") ?? null }] : [];
  });
}
const THREE = /三公[”"]?经费(?:财政拨款)?(?:支出)?(?:预算)?(?:支出|总额|数)?$/;

/** What the tables have under a name, in the unit of the text, beside what is written here; nothing is proposed. */
function tell(ledger: Ledger, stated: Stated, name: string, held: readonly Held[], unit: Unit, more: string, advice: string): void {
  const [first] = held;
  if (!first || !stated.value) return;
  const amounts = new Set(held.map(({ value }) => formatAmount(writtenIn(value as Exact<Wan>, unit), GROUPED)));
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "warning",
    at: stated.digits,
    message: `公开表上“${name}”是${[...amounts].join("、")}${first.cell ? `（${fullAddress(first.cell)}）` : ""}，这里写${spanText(stated.digits)}${more}。`,
    left: stated.value,
    right: first.value,
    cells: held.flatMap(({ cell }) => cell ?? []).slice(0, MOST_VALUES),
    advice,
  });
}

/** Smaller ones are a keystroke from many others. */
const LARGE = 100;
const CHANGED = /增加|减少|增长|下降|[比较]/;
/** 涉及财政拨款: what all goals are set for is a whole as well. */
const OF_GOALS = /^涉及|绩效/;
/** 拟购置固定资产总额, 政府采购预算总额: what an office owns and buys is no whole of its budget. */
const OF_ASSETS = /资产|购置|采购/;

/** What stands between a name and its amount without saying more. */
const JOINED = /(?:预算数|预算|支出|安排|财政拨款|拨款)?(?:为|：|共|共计)?$/;
/** Parts of an office's units, another year, what changed: another amount under the same name. */
const OF_OTHERS = /本级|所属|下属|各单位|上年|去年|\d{4}年(?:执行|决算)|增加|减少|增长|下降|结转|执行数|决算/;

/**
 * 基本支出716.35万元, where every table has 711.35 of 基本支出 and the clause says nothing else: told as it stands beside what the
 * tables have, and nothing is proposed. `clause`: the words between the amount and the mark before it.
 */
export function judgeNamed(
  ledger: Ledger,
  stated: Stated,
  clause: string,
  byName: ReadonlyMap<string, readonly Held[]>,
  index: ReadonlyMap<string, readonly Named[]>,
  printed: Printed,
): void {
  if (!stated.value || !isTold(stated) || ledger.standing(stated) || ledger.isFaulted(stated.span)) return;
  const { line, start } = stated.span;
  const held = byName.get(clause) ?? byName.get(clause.replace(JOINED, ""));
  const value = stated.value;
  // 49,376万元 is what the tables have as 49,376.11.
  if (!held || value.isZero() || held.some((one) => isPrintedAs(one.value, value)) || isOnUnread(stated, clause, printed)) return;
  // 公务用车运行维护费 may be what another table calls 公务用车运行费.
  const sheets = new Set(held.flatMap(({ cell }) => cell?.sheet ?? []));
  const others = (index.get(value.toString()) ?? []).filter(({ cell }) => !cell || !sheets.has(cell.sheet));
  if (others.some(({ row, column }) => [row, column].some((name) => isLike(name, clause)))) return;
  const ofTables = held.filter(({ cell }) => cell !== null);
  if (ofTables.length > 0 && ofTables.every(({ ofBasic }) => ofBasic) && !OF_BASIC.test(line.text.slice(0, start))) return;
  if (new Set(held.map((one) => one.value.toString())).size > MOST_VALUES || OF_OTHERS.test(sentenceBefore(line.text, start))) return;
  tell(ledger, stated, clause, held, stated.written === "元" ? "元" : "万元", "", "请对照公开表核对，看说的是不是同一笔钱。");
}

/** 万元, or 元 to the cent, as a text in 元 tells its budget. */
const isTold = ({ written, digits }: Stated): boolean => written === "万元" || (written === "元" && /\.\d\d$/.test(spanText(digits)));

/** On a sheet that nobody read: of a subject, marked as one, only beside its name. */
function isOnUnread({ value, span }: Stated, clause: string, { unread }: Printed): boolean {
  const names = value && unread.get(value.round(2).toString());
  if (!names) return false;
  return !ITEM.test(span.line.text.slice(0, span.start)) || names.some((name) => isLike(name, clause));
}
const ITEM = /（(?:项|\d{5}|\d{7})）[^，。；：（）]{0,16}$/;

/** The same amount, printed to as many decimals as the coarser of the two. */
const isPrintedAs = (held: Exact, said: Exact): boolean =>
  held.round(said.decimals()).equals(said) || (held.decimals() >= 2 && said.round(held.decimals()).equals(held));

const OF_BASIC = /基本支出|人员经费|公用经费/;

/** A name with more different amounts says too little. */
const MOST_VALUES = 4;

const LIKE = 4;
const isLike = (name: string, clause: string): boolean => name.length >= LIKE && clause.startsWith(name.slice(0, LIKE));
