import type { Wan } from "../../../amount/unit";
import { Exact } from "../../../amount/exact";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Instance } from "../../engine/instances";
import { readAddend } from "../../engine/judge";
import type { Level } from "../../language/expression";
import { mustHold, type BrokenInstance } from "../broken";

/** What a row says more than the rows of a level below it add up to, by column. */
export interface Gap {
  readonly table: Table;
  readonly parent: Row;
  readonly level: Level;
  readonly amounts: ReadonlyMap<string, Exact<Wan>>;
  /** The column whose sum has the fewest figures: what rounding leaves open is least there. */
  readonly surest: string;
}

interface Draft {
  readonly table: Table;
  readonly parent: Row;
  readonly level: Level;
  readonly amounts: Map<string, Exact<Wan>>;
  readonly figures: Map<string, number>;
}

/** Gaps of broken instances that say: this row is the sum of the rows below it; and of groups whose projects are all missing. */
export function gapsOf({ tables }: Recognised, broken: readonly BrokenInstance[]): readonly Gap[] {
  const drafts = new Map<string, Draft>();
  const add = (table: Table, parent: Row, level: Level, column: string, amount: Exact<Wan>, figures: number): void => {
    const key = `${table.key} ${String(table.rows.indexOf(parent))} ${level}`;
    const draft = drafts.get(key) ?? { table, parent, level, amounts: new Map<string, Exact<Wan>>(), figures: new Map<string, number>() };
    drafts.set(key, draft);
    draft.amounts.set(column, amount);
    draft.figures.set(column, figures);
  };
  for (const one of broken) {
    const sum = mustHold(one) ? sumOf(one) : null;
    if (sum)
      add(
        sum.table,
        sum.parent,
        sum.level,
        sum.column,
        differenceOf(one.instance),
        one.instance.addends.filter((addend) => readAddend(addend)?.kind === "amount").length,
      );
  }
  for (const table of tables.values())
    for (const parent of groupsWithoutProjects(table))
      for (const column of table.columns.keys()) {
        const amount = table.amount(parent, column);
        if (amount && !amount.isZero()) add(table, parent, "project", column, amount, 0);
      }
  return [...drafts.values()].map(({ figures, ...gap }) => ({
    ...gap,
    surest: [...figures].reduce((least, one) => (one[1] < least[1] ? one : least), ["", Infinity])[0],
  }));
}

/** The parts of an identity that says: one row is the sum of rows of its table. */
function sumOf({
  check,
  instance,
}: BrokenInstance): { readonly table: Table; readonly parent: Row; readonly level: Level; readonly column: string } | null {
  const [whole, parts, ...rest] = instance.parts;
  const term = parts?.slot.term;
  if (
    check.identity.operator !== "=" ||
    !whole ||
    !term?.sum ||
    rest.length > 0 ||
    parts?.slot.table !== whole.slot.table ||
    whole.rows.length !== 1
  )
    return null;
  const { table, column } = whole.slot;
  const parent = table.rows[whole.rows[0] ?? -1];
  return parent && (term.row.by === "under" || term.row.by === "each") ? { table, parent, level: term.row.level, column } : null;
}

function groupsWithoutProjects(table: Table): readonly Row[] {
  if (table.spec.layout !== "projects") return [];
  const isBelow = (row: Row, group: Row): boolean =>
    (row.kind === "project" || row.kind === "item") && group.code !== null && row.code?.startsWith(group.code) === true;
  return table.rows.filter((group) => group.kind === "group" && !table.rows.some((row) => isBelow(row, group)));
}

/** left − right as published. */
export function differenceOf({ addends }: Instance): Exact<Wan> {
  return addends.reduce<Exact<Wan>>((sum, addend) => {
    const reading = readAddend(addend);
    if (reading?.kind !== "amount") return sum;
    return (addend.side === "left") === (addend.sign === 1) ? sum.plus(reading.shown) : sum.minus(reading.shown);
  }, Exact.zero);
}
