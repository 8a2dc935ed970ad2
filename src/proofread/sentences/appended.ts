import type { CellRef } from "../../amount/cell-ref";
import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { canon } from "../../text/canon";
import { normaliseLabel } from "../../text/wording";
import { seeCells, type Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import { spanText } from "../text/lines";
import type { Found } from "./found";

/** What the tables have of a name, wherever it stands in them. */
interface Amounts {
  readonly name: string;
  readonly values: readonly Exact[];
  readonly cells: readonly CellRef[];
}

const SHORTEST = 4;
/** 住房公积金支出233.17万元: nothing between a name and its amount but what it is called and what is done with it. */
const BETWEEN = /^(?:支出|费|费用|经费|预算|安排|收入|拨款|主要|用于|共|共计|合计|为|是|，|：|（[^（）]{0,12}）){0,6}$/;
/** 2026年安排因公出国（境）团组3个: the sentence begins with it. */
const LED = /^(?:\d{4}年(?:度)?)?(?:本年|今年|本部门|本单位|安排|预算|其中|用于|，|：){0,4}$/;
/** The name goes on, or an amount of its own stands in between. */
const ANOTHERS = /^(?!用于|主要|安排)[^，。；：\d（）“”、]{1,12}(?:经费|费用?|项目|资金|支出|补助)(?:$|\d)|\d万元/;
const NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.]|其中[:：]|（[一二三四五六七八九十]）)/;

/**
 * A sentence behind those of the template that gives a subject of the tables an amount which none of them has for it: of last year,
 * of another office. Which of the two is right nobody can tell.
 */
export function judgeAppended(ledger: Ledger, found: Found): void {
  if (ledger.freely || !ledger.book.withWorkbook) return;
  const { line, start, end } = found;
  for (const stated of figuresOf(line, start, end)) {
    if (!stated.value || stated.unit !== "amount" || stated.value.isZero() || ledger.standing(stated)) continue;
    const before = line.text.slice(start, stated.span.start);
    const named = longest(amountsIn(ledger).filter(({ name }) => isNamedLast(before, name)));
    if (!named) continue;
    if (named.values.some((value) => value.round(2).equals(stated.value ?? value))) {
      ledger.prove(stated, `公开表里“${named.name}”有这个数`);
      continue;
    }
    const shown =
      named.values.length === 0 ? "没有数" : `是${named.values.map((value) => `${formatAmount(value, GROUPED)}万元`).join("、")}`;
    ledger.blame(stated);
    ledger.fault({
      id: "B-数",
      category: "figure",
      severity: "warning",
      at: { line, start, end },
      message: `这一句写“${named.name}”${spanText(stated.digits)}万元，公开表上${shown}${seeCells(named.cells)}。`,
      advice: "请核对这一句，看是不是从上年的或者别的单位的文本里留下来的。",
    });
    return;
  }
}

const longest = (found: readonly Amounts[]): Amounts | null =>
  found.reduce<Amounts | null>((best, one) => (best && best.name.length >= one.name.length ? best : one), null);

/** The name stands right before the amount, or begins what leads to it. */
function isNamedLast(before: string, name: string): boolean {
  const at = before.lastIndexOf(name);
  const after = before.slice(at + name.length);
  // 审计业务培训和综合管理经费 is another name, though it begins like one of the tables.
  return at >= 0 && (BETWEEN.test(after) || (LED.test(before.slice(0, at)) && !ANOTHERS.test(after)));
}

const made = new WeakMap<Ledger, readonly Amounts[]>();

/** Every name of the tables with the amounts beside it; what they have nothing of, has none. */
function amountsIn(ledger: Ledger): readonly Amounts[] {
  const known = made.get(ledger);
  if (known) return known;
  const byName = new Map<string, { values: Exact[]; cells: CellRef[] }>();
  for (const table of ledger.book.recognised.tables.values())
    for (const row of table.rows) {
      const name = canon(normaliseLabel(row.project ?? row.name)).replace(NUMBER, "");
      // 因公出国（境）费 is spoken of as 因公出国（境）.
      const called = name.replace(/费用?$/, "");
      const key = called.length >= SHORTEST && table.key === "threePublic" ? called : name;
      if (row.kind === "total" || key.length < SHORTEST) continue;
      const one = byName.get(key) ?? { values: [], cells: [] };
      byName.set(key, one);
      for (const column of table.columns.keys()) {
        const value = table.amount(row, column);
        if (!value || value.isZero() || one.values.some((other) => other.equals(value))) continue;
        one.values.push(value);
        const cell = table.cell(row, column);
        if (cell) one.cells.push(cell);
      }
    }
  const all = [...byName].map(([name, { values, cells }]) => ({ name, values, cells }));
  made.set(ledger, all);
  return all;
}
