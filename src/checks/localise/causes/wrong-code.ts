import type { Wan } from "../../../amount/unit";
import { Exact } from "../../../amount/exact";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Instance } from "../../engine/instances";
import { readAddend } from "../../engine/judge";
import { labelOf } from "../../engine/point";
import type { BrokenInstance } from "../broken";
import { withRows } from "./edits";
import { SURPRISE, type TableHypothesis } from "./hypothesis";

/** A subject of which a table says too much or too little, next to another table. */
interface Imbalance {
  readonly table: Table;
  readonly code: string;
  readonly excess: Exact<Wan>;
  /** The table it was held against. */
  readonly other: Table;
}

/** Rows under the code of another subject: one subject has their amount too much, the other too little. */
export function rowsUnderWrongCode(recognised: Recognised, broken: readonly BrokenInstance[]): readonly TableHypothesis[] {
  const named = broken.flatMap(({ instance }) => namedUnderAnother(instance));
  const imbalances = broken.flatMap(({ check, instance }) => (check.identity.operator === "=" ? imbalancesOf(instance) : []));
  const seen = new Set<string>();
  const once = (place: Place, row: Row): readonly TableHypothesis[] => {
    const key = `${place.table.key} ${String(row.position)} ${place.code}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [hypothesis(recognised, place, row)];
  };
  return [
    ...imbalances.flatMap((less) =>
      less.excess.sign() >= 0 ? [] : less.table.rows.flatMap((row) => (isMisplaced(less, row, imbalances) ? once(less, row) : [])),
    ),
    ...named.flatMap(({ row, ...place }) => once(place, row)),
  ];
}

/** Under which code a row ought to stand, and the table that has it so. */
type Place = Pick<Imbalance, "table" | "code" | "other">;

/** A row whose subject the other table does not have, but has the name of it under a code that this one lacks: no amount need agree. */
function namedUnderAnother({ row, addends }: Instance): readonly (Place & { readonly row: Row })[] {
  const code = row?.code ?? null;
  if (code === null) return [];
  const tables = [...new Set(addends.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const [own, more] = table.withCode(code).filter(({ kind }) => kind === "item");
    if (!own || more) return [];
    return tables
      .filter((other) => other !== table && other.withCode(code).length === 0)
      .flatMap((other) => {
        const [namesake, another] = other.rows.filter(({ kind, name }) => kind === "item" && name === own.name);
        const right = namesake?.code ?? null;
        if (right === null || another || right.slice(0, GROUP) !== code.slice(0, GROUP) || table.withCode(right).length > 0) return [];
        return [{ table, other, code: right, row: own }];
      });
  });
}
/** Of one 款: elsewhere 行政运行 is another subject. */
const GROUP = 5;

function imbalancesOf(instance: Instance): readonly Imbalance[] {
  const { row, addends } = instance;
  const tables = [...new Set(addends.map(({ table }) => table))];
  const [a, b] = tables;
  const code = row?.code ?? null;
  if (code === null || !a || !b || tables.length > 2) return [];
  return [
    { table: a, code, excess: excessOf(instance, a), other: b },
    { table: b, code, excess: excessOf(instance, b), other: a },
  ];
}

/** What the table says of the subject over what the other one does; a table on both sides says what it adds to its first one. */
function excessOf({ addends }: Instance, table: Table): Exact<Wan> {
  const [own] = addends.filter((addend) => addend.table === table);
  const difference = addends.reduce<Exact<Wan> | null>((sum, addend) => {
    const reading = readAddend(addend);
    if (reading?.kind !== "amount") return sum;
    const amount = (addend.side === own?.side) === (addend.sign === 1) ? reading.shown : reading.shown.negated();
    return sum ? sum.plus(amount) : amount;
  }, null);
  return difference ?? Exact.zero;
}

/** The row has just the amount that its own subject has too much and the other one, which the table lacks, too little. */
function isMisplaced({ table, code, excess }: Imbalance, row: Row, imbalances: readonly Imbalance[]): boolean {
  if (row.code === null || row.code === code || row.code.length !== code.length || row.kind === "other" || row.kind === "total")
    return false;
  if (row.kind !== "project" && table.withCode(code).length > 0) return false;
  const wanted = excess.negated();
  const has = [...table.columns.keys()].some((column) => table.amount(row, column)?.equals(wanted) === true);
  return has && imbalances.some((more) => more.table === table && more.code === row.code && more.excess.equals(wanted));
}

function hypothesis(recognised: Recognised, { table, code, other }: Place, row: Row): TableHypothesis {
  const known = other.withCode(code)[0] ?? table.withCode(code).find(({ kind }) => kind !== "project");
  const subject = known && known.kind !== "project" ? labelOf(known) : code;
  const words = `${table.label} 第 ${String(row.position + 1)} 行“${labelOf(row)}”的科目编码写的是 ${row.code ?? ""}，按${other.label}应是“${subject}”`;
  return underCode(recognised, table, row, code, words, "请改正这一行的科目编码和名称，金额不用改；再校验一次。");
}

/** A row under the code that it ought to have, as a cause. */
export function underCode(recognised: Recognised, table: Table, row: Row, code: string, words: string, advice: string): TableHypothesis {
  const cell = table.labelCell(row);
  return {
    surprise: SURPRISE.row,
    mended: withCode(recognised, table, row, code),
    fewest: 2,
    tell: () => ({
      kind: "code",
      words,
      then: "改后",
      advice,
      cells: [cell],
      suspects: [{ ...cell, value: row.code ?? "", expected: code, kind: "code", message: words }],
    }),
  };
}

/** The workbook with a row under another code. */
export function withCode(recognised: Recognised, table: Table, row: Row, code: string): Recognised {
  const right: Row = { ...row, code };
  const rows = table.rows.map((one) => (one === row ? right : one));
  return withRows(recognised, table, rows, new Map([[right, amountsOf(table, row)]]));
}

export function amountsOf(table: Table, row: Row): ReadonlyMap<string, Exact<Wan>> {
  return new Map(
    [...table.columns.keys()].flatMap((column) => {
      const amount = table.amount(row, column);
      return amount ? [[column, amount] as const] : [];
    }),
  );
}
