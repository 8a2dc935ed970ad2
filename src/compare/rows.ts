import { normaliseLabel } from "../text/wording";
import type { Row, Table } from "../workbook/recognised";

/** Rows of two tables that mean the same, and those that only one of them has. */
export interface PairedRows {
  readonly pairs: readonly (readonly [printed: Row, own: Row])[];
  /** Rows of the printed table that the other lacks. */
  readonly added: readonly Row[];
  /** Rows of the other that the printed table lacks. */
  readonly missing: readonly Row[];
}

export const nameOf = (row: Row): string => row.project ?? row.name;

/** What a row means, whatever place it stands at: its line, its code with its project, its being the total, else its name. */
export function meaning(row: Row): string {
  if (row.line !== null) return `${row.side} line ${row.line}`;
  if (row.kind === "total") return `${row.side} total`;
  if (row.code !== null) return `${row.side} code ${row.code} ${row.project === null ? "" : normaliseLabel(row.project)}`;
  return `${row.side} name ${normaliseLabel(nameOf(row))}`;
}

/** The same with its name: where a code stands twice, the row that is named rightly is the right one. */
const exactly = (row: Row): string => `${meaning(row)} ${normaliseLabel(row.name)}`;

/** Its name alone, for a row whose code was printed otherwise. */
const named = (row: Row): string | null => (row.code === null ? null : `${row.side} ${row.kind} ${normaliseLabel(nameOf(row))}`);

/** A looser meaning for what is left: a project whose name was printed otherwise still has its code. */
const looser = (row: Row): string | null => (row.code === null ? null : `${row.side} ${row.kind} ${row.code}`);

/** What is left and says the same amounts: a row whose code and name were both printed otherwise. */
function amountsOf(table: Table): (row: Row) => string | null {
  return (row) => {
    const amounts: string[] = [];
    table.readRow(row, (column, reading) => {
      if (reading.kind === "amount" && !reading.shown.isZero()) amounts.push(`${column}=${reading.shown.toString()}`);
    });
    return amounts.length === 0 ? null : `${row.side} ${amounts.sort().join(" ")}`;
  };
}

type Key = (row: Row) => string | null;

function queued(rows: readonly Row[], key: Key): Map<string, Row[]> {
  const queues = new Map<string, Row[]>();
  for (const row of rows) {
    const own = key(row);
    if (own !== null) queues.set(own, [...(queues.get(own) ?? []), row]);
  }
  return queues;
}

/** Takes rows of the same key two by two, in order, where either side has as many as the other or the key is sure. */
function take(printed: readonly Row[], own: readonly Row[], keys: readonly [Key, Key], sure: boolean): [Row, Row][] {
  const [left, right] = [queued(printed, keys[0]), queued(own, keys[1])];
  return [...left].flatMap(([name, rows]) => {
    const others = right.get(name) ?? [];
    return sure || rows.length === others.length
      ? rows.slice(0, others.length).flatMap((row, index): [Row, Row][] => (others[index] ? [[row, others[index]]] : []))
      : [];
  });
}

/** Pairs the rows of a printed table with those of the table it should say the same as. */
export function pairedRows(printed: Table, own: Table): PairedRows {
  const pairs: [Row, Row][] = [];
  const left = (rows: readonly Row[], side: 0 | 1): Row[] => {
    const taken = new Set(pairs.map((pair) => pair[side]));
    return rows.filter((row) => row.kind !== "other" && !taken.has(row));
  };
  const pair = (keys: readonly [Key, Key], sure: boolean): void =>
    void pairs.push(...take(left(printed.rows, 0), left(own.rows, 1), keys, sure));
  pair([exactly, exactly], true);
  pair([meaning, meaning], true);
  pair([looser, looser], false);
  pair([named, named], false);
  pair([amountsOf(printed), amountsOf(own)], false);
  return { pairs, added: left(printed.rows, 0), missing: left(own.rows, 1) };
}
