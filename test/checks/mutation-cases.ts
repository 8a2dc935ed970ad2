import { Exact } from "../../src/amount/exact";
import { checkWorkbook } from "../../src/book/check";
import type { CheckReport } from "../../src/checks/report";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Recognised } from "../../src/workbook/recognised";

/** One amount cell of a recognised table, with what it says in the workbook's own unit. */
export interface AmountCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly table: number;
  readonly value: Exact;
  /** The amount column beside it, and what stands there. */
  readonly neighbour: { readonly column: number; readonly value: Exact } | null;
}

export interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: Exact | null;
}

export interface Mutation {
  readonly name: string;
  readonly cell: AmountCell;
  readonly edits: readonly Edit[];
}

/** Amount cells of all tables, the filled ones or the blank ones. */
export function amountCells(recognised: Recognised, filled: boolean): AmountCell[] {
  const yuan = (value: Exact): Exact => (recognised.unit === "元" ? value.shifted(4) : value);
  const found: AmountCell[] = [];
  for (const table of recognised.tables.values())
    for (const row of table.rows) {
      if (row.kind === "other") continue;
      const columns = [...table.columns.keys()]
        .flatMap((key) => (table.read(row, key) === undefined ? [] : { key, position: table.cell(row, key)?.column ?? -1 }))
        .sort((a, b) => a.position - b.position);
      columns.forEach((column, index) => {
        const reading = table.read(row, column.key);
        const value = table.amount(row, column.key);
        if (!value || (reading?.kind === "amount" && !value.isZero()) !== filled) return;
        const beside = columns[index + 1] ?? columns[index - 1];
        const neighbour = beside && { column: beside.position, value: yuan(table.amount(row, beside.key) ?? Exact.zero) };
        found.push({
          sheet: table.sheet.name,
          row: row.position,
          column: column.position,
          table: table.number ?? 0,
          value: yuan(value),
          neighbour: neighbour ?? null,
        });
      });
    }
  return found;
}

/** Every slip of the hand on one filled cell. `wan`: 1 in the workbook's unit for 1 万元 (1, or 10,000 for 元). */
export function mutationsOf(cell: AmountCell, wan: number): Mutation[] {
  const { value } = cell;
  const one = (name: string, wrong: Exact | null): Mutation[] =>
    (wrong ?? Exact.zero).equals(value) ? [] : [{ name, cell, edits: [{ ...cell, value: wrong }] }];
  const plus = (hundredths: number): Exact => value.plus(Exact.ofUnits(hundredths * wan, 2));
  return [
    ...one("+0.10", plus(10)),
    ...one("-0.10", plus(-10)),
    ...one("+1.00", plus(100)),
    ...one("-1.00", plus(-100)),
    ...one("transposed", transposed(value)),
    ...one("×10", value.times(Exact.ofUnits(10))),
    ...one("sign", value.negated()),
    ...one("blanked", null),
    ...moved(cell),
  ];
}

/** The figure stands one column off; a figure that stood there stands in its place. */
function moved(cell: AmountCell): Mutation[] {
  if (!cell.neighbour || cell.neighbour.value.equals(cell.value)) return [];
  const { column, value } = cell.neighbour;
  return [
    {
      name: "moved",
      cell,
      edits: [
        { ...cell, value: value.isZero() ? null : value },
        { ...cell, column, value: cell.value },
      ],
    },
  ];
}

/** The last two neighbouring digits that differ change places; null where there are none. */
function transposed(value: Exact): Exact {
  const digits = Array.from(value.toFixed(2));
  for (let at = digits.length - 1; at > 0; at--) {
    const before = digits[at - 1] === "." ? at - 2 : at - 1;
    const [a, b] = [digits[before], digits[at]];
    if (a === undefined || b === undefined || a === b || !/\d/.test(a) || !/\d/.test(b)) continue;
    digits[before] = b;
    digits[at] = a;
    return Exact.parse(digits.join("")) ?? value;
  }
  return value;
}

/** The workbook with some cells rewritten, as a user would; the original is left alone. */
export function edited(workbook: PlainWorkbook, edits: readonly Edit[]): PlainWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      editedSheet(
        sheet,
        edits.filter((edit) => edit.sheet === sheet.name),
      ),
    ),
  };
}

function editedSheet(sheet: PlainSheet, edits: readonly Edit[]): PlainSheet {
  if (edits.length === 0) return sheet;
  const values = sheet.values.map((row): CellValue[] => [...row]);
  for (const { row, column, value } of edits) {
    const cells = values[row - sheet.top];
    if (!cells) throw new Error("no such row");
    while (cells.length <= column - sheet.left) cells.push(null);
    cells[column - sheet.left] = value === null ? null : value.toNumber();
  }
  return { ...sheet, values };
}

export interface Outcome {
  readonly mutation: Mutation;
  readonly suspects: CheckReport["suspects"];
  readonly incomplete: boolean;
  /** A finding that was not there before. */
  readonly detected: boolean;
  /** Place among the suspects of the cell (of either cell, when moved), from 0; -1: not among them. */
  readonly rank: number;
  /** Place of the last of the cells changed. */
  readonly lastRank: number;
  /** Every suspect that is a changed cell is given its right figure. */
  readonly valueRight: boolean;
}

/** Checks the workbook with the mutation made. `before`: keys of the findings that were broken without it. */
export function tried(workbook: PlainWorkbook, before: ReadonlySet<string>, mutation: Mutation): Outcome {
  const report = checkWorkbook(recogniseWorkbook(edited(workbook, mutation.edits)));
  const place = (edit: Edit): number =>
    report.suspects.findIndex((suspect) => suspect.sheet === edit.sheet && suspect.row === edit.row && suspect.column === edit.column);
  const ranks = mutation.edits.map(place);
  const found = ranks.filter((rank) => rank >= 0);
  return {
    mutation,
    suspects: report.suspects,
    incomplete: report.suspectsIncomplete,
    detected: brokenKeys(report, before).length > 0,
    rank: found.length === 0 ? -1 : Math.min(...found),
    lastRank: found.length < ranks.length ? -1 : Math.max(...ranks),
    valueRight: mutation.edits.every((edit, index) => {
      const suspect = report.suspects[ranks[index] ?? -1];
      const original = originalOf(mutation, edit);
      return suspect?.expected !== null && suspect?.expected !== undefined && Exact.parse(suspect.expected)?.equals(original) === true;
    }),
  };
}

function originalOf({ cell }: Mutation, edit: Edit): Exact {
  return edit.column === cell.column ? cell.value : (cell.neighbour?.value ?? Exact.zero);
}

export function brokenKeys(report: CheckReport, known: ReadonlySet<string> = new Set()): string[] {
  return report.findings.filter(({ verdict, key }) => verdict === "broken" && !known.has(key)).map(({ key }) => key);
}

/** Numbers in [0, 1) that are the same on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A figure typed into a blank cell. */
export function typedInto(cell: AmountCell, wan: number): Mutation[] {
  return [1234, 50].map((hundredths) => ({ name: "typed", cell, edits: [{ ...cell, value: Exact.ofUnits(hundredths * wan, 2) }] }));
}

/** Several mutations at once: whether every cell is among the suspects, and before all others. */
export function triedTogether(
  workbook: PlainWorkbook,
  mutations: readonly Mutation[],
): { readonly all: boolean; readonly leading: boolean; readonly incomplete: boolean } {
  const edits = mutations.flatMap((mutation) => mutation.edits);
  const { suspects, suspectsIncomplete } = checkWorkbook(recogniseWorkbook(edited(workbook, edits)));
  const ranks = edits.map((edit) =>
    suspects.findIndex(({ sheet, row, column }) => sheet === edit.sheet && row === edit.row && column === edit.column),
  );
  return {
    all: ranks.every((rank) => rank >= 0),
    leading: ranks.every((rank) => rank >= 0 && rank < edits.length),
    incomplete: suspectsIncomplete,
  };
}

export interface Rates {
  readonly count: number;
  readonly detected: number;
  /** A changed cell is the first suspect; every changed cell is among the first three; and with its right figure. */
  readonly first: number;
  readonly three: number;
  readonly figure: number;
  readonly incomplete: number;
}

export function rates(outcomes: readonly Outcome[]): Rates {
  const seen = outcomes.filter(({ detected }) => detected);
  const count = (which: (outcome: Outcome) => boolean): number => seen.filter(which).length;
  return {
    count: outcomes.length,
    detected: seen.length,
    first: count(({ rank }) => rank === 0),
    three: count(({ lastRank }) => lastRank >= 0 && lastRank < 3),
    figure: count(({ valueRight }) => valueRight),
    incomplete: count(({ incomplete }) => incomplete),
  };
}
