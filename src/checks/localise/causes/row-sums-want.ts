import type { Wan } from "../../../amount/unit";
import { Exact } from "../../../amount/exact";
import { subjectName } from "../../../templates/common/subjects";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Money } from "../../engine/money";
import { headingOf, labelOf } from "../../engine/point";
import { levelWords, type Level } from "../../language/expression";
import type { BrokenInstance } from "../broken";
import { placeFor, withRows } from "./edits";
import { gapsOf, type Gap } from "./gaps";
import { hintsOf, projectsMissing, type Hint } from "./hints";
import { SURPRISE, type TableHypothesis } from "./hypothesis";

/** How far what a sum wants may be from the figure of the missing row: what rounding of its parts leaves. */
const NEAR = Exact.ofUnits(5, 2) as Exact<Wan>;
/** Digits of a code by level; projects stand under the code of an item. */
const DIGITS: Readonly<Partial<Record<Level, number>>> = { class: 3, group: 5, item: 7, project: 7 };
const LEVELS = ["class", "group", "item"] as const;
/** Rows of other tables tried for a gap. */
const MOST_ELSEWHERE = 6;
/** Names tried for a missing project. */
const MOST_NAMES = 3;

/** A row that may be missing: where, what it says, and who says so. */
interface Wanted {
  readonly gap: Gap;
  readonly amounts: ReadonlyMap<string, Exact<Wan>>;
  /** The code it has in the hypothesis; said only where somebody names it. */
  readonly code: string;
  readonly isNamed: boolean;
  readonly project: string;
  readonly hint: Hint | null;
  /** Another table has a row of this code with just this figure. */
  readonly isProved: boolean;
}

/**
 * Rows that a table's own sums want: a class, a group, a unit or the total says more than the rows below it, by amounts that
 * make a row of their own. Other tables may say which row it is.
 */
export function rowsSumsWant(recognised: Recognised, broken: readonly BrokenInstance[], money: Money): readonly TableHypothesis[] {
  const hints = hintsOf(broken);
  return gapsOf(recognised, broken).flatMap((gap) => {
    const size = sizeOf(gap);
    if (size.sign() <= 0 || [...gap.amounts.values()].some((amount) => amount.sign() < 0)) return [];
    const fitting = (hints.get(gap.table) ?? []).filter(({ code, amount }) => isBelow(code, gap) && isNear(amount, size));
    const names = gap.level === "project" ? [...projectsMissing(gap.table, recognised).slice(0, MOST_NAMES), ""] : [""];
    const wanted =
      fitting.length > 0 ? fitting.map((hint) => hinted(gap, hint)) : [...rowsElsewhere(recognised, gap, size), ...unhinted(gap)];
    return wanted.flatMap((row) => names.flatMap((project) => hypotheses(recognised, { ...row, project }, money)));
  });
}

const isNear = (a: Exact<Wan>, b: Exact<Wan>): boolean => a.minus(b).abs().compare(NEAR) <= 0;
const isBelow = (code: string, { parent, level }: Gap): boolean => code.length === DIGITS[level] && code.startsWith(parent.code ?? "");

/** What it says in its first column. */
function sizeOf({ table, amounts }: Pick<Gap, "table" | "amounts">): Exact<Wan> {
  const first = [...table.columns.keys()].find((column) => amounts.has(column));
  return (first === undefined ? undefined : amounts.get(first)) ?? Exact.zero;
}

/** The amounts with those that differ from a figure by rounding only set to it. */
function settledAt(figure: Exact<Wan>, amounts: Gap["amounts"]): Gap["amounts"] {
  return new Map([...amounts].map(([column, amount]) => [column, isNear(figure, amount) ? figure : amount]));
}

function hinted(gap: Gap, hint: Hint): Wanted {
  return { gap, amounts: settledAt(hint.amount, gap.amounts), code: hint.code, isNamed: true, project: "", hint, isProved: false };
}

/** Rows below the parent that other tables have and this one does not, with what its sums leave room for; those with just that figure first. */
function rowsElsewhere({ tables }: Recognised, gap: Gap, size: Exact<Wan>): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  for (const other of tables.values()) {
    if (other === gap.table || other.spec.classification !== gap.table.spec.classification || gap.level === "project") continue;
    for (const row of other.rows) {
      if (row.code === null || row.kind === "project" || !isBelow(row.code, gap) || gap.table.withCode(row.code).length > 0) continue;
      const isProved = [...other.columns.keys()].some((column) => other.amount(row, column)?.equals(size) === true);
      if (found.get(row.code)?.isProved !== true)
        found.set(row.code, { gap, amounts: gap.amounts, code: row.code, isNamed: true, project: "", hint: null, isProved });
    }
  }
  return [...found.values()].sort((a, b) => Number(b.isProved) - Number(a.isProved)).slice(0, MOST_ELSEWHERE);
}

/** The parent of rows that have none; a row under a code that is nobody's, or (for projects) its sibling's. */
function unhinted(gap: Gap): readonly Wanted[] {
  const { table, parent, level, amounts, surest } = gap;
  const digits = DIGITS[level];
  if (digits === undefined) return [];
  const own = parent.code ?? "";
  const below = table.rows.filter(({ code, kind }) => code !== null && code.startsWith(own) && code.length >= digits && kind !== "other");
  const settled = settledAt(amounts.get(surest) ?? Exact.zero, amounts);
  const common = { gap, project: "", hint: null, isProved: false };
  if (level === "project") return [{ ...common, amounts: settled, code: below[0]?.code ?? own.padEnd(digits, "0"), isNamed: false }];
  const orphans = new Set(
    below.flatMap(({ code }) =>
      code !== null && code.length > digits && table.withCode(code.slice(0, digits)).length === 0 ? [code.slice(0, digits)] : [],
    ),
  );
  return [
    ...[...orphans].map((code) => ({ ...common, amounts: partsOf(table, code, digits), code, isNamed: true })),
    { ...common, amounts: settled, code: own.padEnd(digits, "0"), isNamed: false },
  ];
}

/** What the rows of the next level below a code add up to, by column. */
function partsOf(table: Table, code: string, digits: number): Gap["amounts"] {
  const parts = table.rows.filter((row) => row.code?.startsWith(code) === true && row.code.length === digits + 2);
  return new Map(
    [...table.columns.keys()].map((column) => [column, Exact.sum(parts.map((row) => table.amount(row, column) ?? Exact.zero))]),
  );
}

/** The row alone, and with a row of each level below it: a class may be left out with all it has. */
function hypotheses(recognised: Recognised, wanted: Wanted, money: Money): readonly TableHypothesis[] {
  const {
    gap: { table, level },
    code,
  } = wanted;
  const alone = [rowOf(wanted, code, level)];
  const deeper = LEVELS.filter(
    (one) => (DIGITS[one] ?? 0) > (DIGITS[level] ?? 0) && level !== "project" && table.rows.some(({ kind }) => kind === one),
  );
  const whole = [...alone, ...deeper.map((one) => rowOf(wanted, code.padEnd(DIGITS[one] ?? 0, "0"), one))];
  return (whole.length > 1 ? [alone, whole] : [alone]).map((rows) => hypothesis(recognised, wanted, rows, money));
}

function rowOf({ gap: { parent }, project }: Wanted, code: string, level: Level): Row {
  const kind = level === "row" || level === "subject" ? "item" : level;
  return {
    kind,
    position: parent.position,
    code,
    malformedCode: null,
    name: "",
    project: kind === "project" ? project : null,
    line: null,
    side: parent.side,
    labelColumn: parent.labelColumn,
    amountColumn: null,
    headingAt: null,
  };
}

function hypothesis(recognised: Recognised, wanted: Wanted, rows: readonly Row[], money: Money): TableHypothesis {
  const {
    gap: { table, parent },
    amounts,
    code,
    hint,
    isProved,
  } = wanted;
  const at = Math.max(placeFor(table.rows, code), parent.kind === "total" ? 0 : table.rows.indexOf(parent) + 1);
  const column = [...table.columns.keys()].find((key) => amounts.has(key)) ?? "";
  const cell = table.cell(parent, column) ?? table.labelCell(parent);
  const words = wordsOf(wanted, rows, recognised.year, money.about([wanted.gap.table]));
  return {
    surprise: isProved ? SURPRISE.proved : SURPRISE.row,
    mended: withRows(
      recognised,
      table,
      [...table.rows.slice(0, at), ...rows, ...table.rows.slice(at)],
      new Map(rows.map((row) => [row, amounts])),
    ),
    fewest: hint || isProved ? 1 : 2,
    tell: () => ({
      kind: "missing",
      words,
      then: "补上后",
      cells: [cell],
      advice: `请对照编报数据，在${table.label}补上漏掉的一行，再校验一次；“${labelOf(parent)}”的数不用改。`,
      suspects: [{ ...cell, value: "", expected: null, kind: "missing", message: words }],
    }),
  };
}

function wordsOf(wanted: Wanted, rows: readonly Row[], year: number | null, money: Money): string {
  const {
    gap: { table, parent, level },
    amounts,
    hint,
  } = wanted;
  const [first, ...others] = [...table.columns.keys()].flatMap((column) => {
    const amount = amounts.get(column);
    return amount && !amount.isZero() ? [{ column, shown: money.shown(amount) }] : [];
  });
  const rest = others.length > 0 ? `（${others.map(({ column, shown }) => `${headingOf(table, column)} ${shown}`).join("，")}）` : "";
  const what = rows.length > 1 ? `少了一${levelWords[level].slice(1)}（连同其下各行）` : "少了一行";
  // What the sums leave open by rounding is not said as if it were known.
  const about = hint || level === "project" ? "金额" : "金额约";
  return `${table.label} 的“${labelOf(parent)}”之下${what}，${about} ${first?.shown ?? ""}${rest}${whichRow(wanted, year)}`;
}

/** "，按 表5“2080505 …”的基本支出，少的是“30108 …”" */
function whichRow({ gap: { table, level }, code, isNamed, project, hint }: Wanted, year: number | null): string {
  if (project !== "") return `，少的多半是项目“${project}”`;
  if (!isNamed) return "";
  const name = subjectName(code, table.spec.classification ?? undefined, year ?? undefined);
  const subject = `“${name === null ? code : `${code} ${name}`}”${level === "project" ? "下的项目" : ""}`;
  const from = hint?.from;
  return from?.row
    ? `，按 ${from.table.label}“${labelOf(from.row)}”的${headingOf(from.table, from.column)}，少的是${subject}`
    : `，少的多半是${subject}`;
}
