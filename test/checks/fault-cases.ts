import { Exact } from "../../src/amount/exact";
import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { CheckReport, Finding } from "../../src/checks/report";
import { eachInstance } from "../../src/checks/localise/system/each-instance";
import { rulesOf } from "../../src/templates/houses";
import type { TableKey } from "../../src/templates/define";
import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import type { Recognised, Row, Table } from "../../src/workbook/recognised";
import { amountCells, edited, seeded, type AmountCell } from "./mutation-cases";
import { blockOf, exchanged, replaced, rewritten, shifted } from "./cause-cases";
import { slipped } from "./row-cases";

/** What a hand does to a right workbook, by the kinds that are counted apart. */
export const FAULT_KINDS = [
  "digit",
  "transposed",
  "point",
  "sign",
  "blanked",
  "row left out",
  "row written twice",
  "row put in",
  "columns exchanged",
  "column one row off",
  "moved one column",
  "wrong unit",
  "another book's table",
  "another name",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly table: Table;
  /** Where, for a person. */
  readonly what: string;
  readonly workbook: PlainWorkbook;
  /** The cells that were changed, where it is a matter of cells. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  /** A word of the row, where it is a matter of a row. */
  readonly row: Row | null;
}

export interface FaultOutcome {
  readonly fault: Fault;
  readonly detected: boolean;
  /** Nothing else is broken in the workbook, so that what is said first is about the fault. */
  readonly blamable: boolean;
  /** What is said first is the place, and where it is one cause, the cause. */
  readonly first: boolean;
  /** Findings of level error about identities that the table is no part of, or arithmetic where only a name was changed. */
  readonly falseErrors: readonly string[];
  readonly said: string;
}

/** A workbook with what is known of it while it is right. */
export class RightBook {
  readonly recognised: Recognised;
  readonly before: ReadonlySet<string>;
  /** What is broken in it already may be said first. */
  readonly isClean: boolean;
  private readonly seen: ReadonlySet<string>;
  private readonly tied: ReadonlySet<Table>;
  private readonly tablesOf: ReadonlyMap<string, ReadonlySet<TableKey>>;

  constructor(
    readonly name: string,
    readonly workbook: PlainWorkbook,
  ) {
    this.recognised = recogniseWorkbook(workbook);
    const checks = rulesOf(this.recognised.template);
    const report = checkWorkbook(this.recognised);
    this.isClean = report.suspects.length === 0 && report.causes.length === 0;
    this.before = new Set(report.findings.filter(({ verdict }) => verdict === "broken").map(({ key }) => key));
    this.tablesOf = new Map(
      checks.flatMap((check) =>
        check.kind === "identity"
          ? [[check.id, new Set([...check.identity.left, ...check.identity.right].map(({ table }) => table))] as const]
          : [],
      ),
    );
    const seen = new Set<string>();
    const tied = new Set<Table>();
    eachInstance(this.recognised, checks, null, (check, instance) => {
      if (check.severity !== "error" || check.identity.operator !== "=") return;
      const amounts = instance.addends.filter(({ row, table, column }) => row !== null && table.amount(row, column)?.isZero() === false);
      const tables = new Set(amounts.map(({ table }) => table));
      if (tables.size > 1) for (const table of tables) tied.add(table);
      for (const { row, table, column } of instance.addends)
        if (row) seen.add(`${table.key}|${String(row.position)}|${String(table.cell(row, column)?.column)}`);
    });
    this.seen = seen;
    this.tied = tied;
  }

  /** Whether an equation that must hold ties the table to another one by a figure. */
  ties(table: Table): boolean {
    return this.tied.has(table);
  }

  /** Whether an equation that must hold speaks of the cell. */
  sees(table: Table, row: number, column: number): boolean {
    return this.seen.has(`${table.key}|${String(row)}|${String(column)}`);
  }

  tried(fault: Fault): FaultOutcome {
    const report = checkWorkbook(recogniseWorkbook(fault.workbook));
    const fresh = report.findings.filter(({ verdict, key }) => verdict === "broken" && !this.before.has(key));
    const errors = fresh.filter(({ severity }) => severity === "error");
    const isArithmetic = ({ id }: Finding): boolean => this.tablesOf.has(id);
    const elsewhere = errors.filter((finding) => this.tablesOf.get(finding.id)?.has(fault.table.key) === false);
    const named = fault.kind === "another name" ? errors.filter(isArithmetic) : [];
    const seen =
      fault.kind === "another name" ? fresh.filter(({ id }) => id.startsWith("K")) : fresh.filter((finding) => finding.severity !== "info");
    return {
      fault,
      detected: seen.length > 0,
      blamable: this.isClean,
      first: fault.kind === "another name" ? seen.length > 0 : saidFirst(fault, report),
      falseErrors: [...elsewhere, ...named].map(({ id, message }) => `${id} ${message}`),
      said: [
        ...report.causes.slice(0, 2).map(({ kind, message }) => `${kind}: ${message}`),
        ...report.suspects.slice(0, 2).map(({ message }) => message),
        ...fresh.slice(0, 2).map(({ id, message }) => `${id} ${message}`),
      ]
        .join(" | ")
        .slice(0, 400),
    };
  }
}

const CAUSES: Readonly<Partial<Record<FaultKind, readonly string[]>>> = {
  "row left out": ["missing"],
  "row written twice": ["doubled"],
  "columns exchanged": ["columns"],
  "column one row off": ["shift"],
  "moved one column": ["columns"],
  "wrong unit": ["unit"],
  "another book's table": ["foreign"],
};

/** The first cause is of the kind and names the table, or the first suspect is a cell of the fault. */
function saidFirst({ kind, table, cells, row }: Fault, { causes, suspects }: CheckReport): boolean {
  const [cause] = causes;
  const [suspect] = suspects;
  const atCell = suspect?.sheet === table.sheet.name && cells.some((cell) => cell.row === suspect.row && cell.column === suspect.column);
  const kinds = CAUSES[kind];
  if (!kinds)
    return atCell || (row !== null && cause?.cells.some((cell) => cell.sheet === table.sheet.name && cell.row === row.position) === true);
  const named = cause !== undefined && kinds.includes(cause.kind) && cause.message.includes(table.label);
  // A row or a column in which one or two cells say anything is one or two cells.
  return named || atCell;
}

const changed = (value: Exact, decimals: number, at: number, by: number): Exact | null => {
  const digits = Array.from(value.toFixed(decimals));
  const places = digits.flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  const place = places[at % places.length] ?? 0;
  digits[place] = String((Number(digits[place]) + 1 + (by % 9)) % 10);
  return Exact.parse(digits.join(""));
};

/** Every kind of fault on every table it can befall, `each` of the kinds that befall cells and rows on each table. `others`: the same family's other books. */
export function faultsOf(book: RightBook, others: readonly RightBook[], each: number, seed: number): readonly Fault[] {
  const { recognised, workbook } = book;
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const some = <T>(all: readonly T[], count = each): readonly T[] =>
    all.length <= count
      ? all
      : Array.from({ length: count }, () => all[below(all.length)]).flatMap((one) => (one === undefined ? [] : [one]));
  const faults: Fault[] = [];
  const filledCells = amountCells(recognised, true);
  for (const table of recognised.tables.values()) {
    const add = (kind: FaultKind, what: string, wrong: PlainWorkbook, cells: Fault["cells"] = [], row: Row | null = null): void =>
      void faults.push({ kind, table, what: `${table.label} ${what}`, workbook: wrong, cells, row });
    const cells = filledCells.filter(({ sheet, row, column }) => sheet === table.sheet.name && book.sees(table, row, column));
    const own = table.facts.unit;
    // Amounts of the cells are in the workbook's unit; a table may print another.
    const printedIn = (cell: AmountCell): AmountCell =>
      own === recognised.unit
        ? cell
        : {
            ...cell,
            value: cell.value.shifted(own === "元" ? 4 : -4),
            neighbour: cell.neighbour && { ...cell.neighbour, value: cell.neighbour.value.shifted(own === "元" ? 4 : -4) },
          };
    for (const cell of some(cells).map(printedIn)) {
      const at = [{ row: cell.row, column: cell.column }];
      const where = `${String(cell.row + 1)}/${String(cell.column + 1)} ${cell.value.toFixed(2)}`;
      const cellFault = (kind: FaultKind, value: Exact | null): void => {
        if (value === null || value.equals(cell.value)) return;
        add(kind, `${where} -> ${value.toFixed(2)}`, edited(workbook, [{ ...cell, value }]), at);
      };
      const decimals = decimalsAt(table, cell);
      cellFault("digit", changed(cell.value, decimals, below(20), below(9)));
      cellFault("transposed", transposed(cell.value, decimals));
      cellFault("point", cell.value.shifted(below(2) === 0 ? 1 : -1).round(decimals));
      cellFault("sign", cell.value.negated());
      add("blanked", where, edited(workbook, [{ ...cell, value: null }]), at);
    }
    if (cells.length === 0) continue;
    const items = lowest(table).filter((row) => [...table.columns.keys()].some((column) => table.amount(row, column)?.isZero() === false));
    const rowCells = (row: Row): Fault["cells"] => [...table.columns.keys()].flatMap((column) => table.cell(row, column) ?? []);
    if (table.spec.layout === "coded" || table.spec.layout === "projects") {
      for (const row of some(items, Math.ceil(each / 2))) {
        add("row left out", row.code ?? row.name, slipped(workbook, { kind: "deleted", table, row }), [], row);
        add(
          "row written twice",
          row.code ?? row.name,
          slipped(workbook, { kind: "doubled", table, row }),
          [...rowCells(row), ...rowCells(row).map((cell) => ({ ...cell, row: cell.row + 1 }))],
          row,
        );
        add(
          "row put in",
          row.code ?? row.name,
          putIn(workbook, table, row, below(900) + 100),
          rowCells(row).map((cell) => ({ ...cell, row: cell.row + 1 })),
          row,
        );
      }
    }
    const amounts = [...table.columns.values()].sort((a, b) => a.position - b.position);
    const filled = (key: string): number =>
      table.rows.filter((row) => row.kind !== "other" && table.amount(row, key)?.isZero() === false).length;
    const full = amounts.filter(({ key }) => filled(key) >= 3);
    const [a, b] = full;
    const alike = (one: string, other: string): boolean =>
      table.rows.every((row) => table.amount(row, one)?.toString() === table.amount(row, other)?.toString());
    if (table.spec.layout === "coded" && a && b) {
      if (!alike(a.key, b.key))
        add("columns exchanged", `${a.heading} ${b.heading}`, exchanged(workbook, blockOf(table, [a.key, b.key]), "columns"));
      add(
        "moved one column",
        "",
        movedRight(
          workbook,
          table,
          amounts.map(({ key }) => key),
        ),
      );
    }
    if (table.spec.layout === "coded" || table.spec.layout === "panels")
      for (const column of some(full, 2))
        add("column one row off", column.heading, shifted(workbook, blockOf(table, [column.key]), below(2) === 0 ? 1 : -1));
    // Only what ties it to other tables can tell that a table as a whole is another.
    if (!book.ties(table)) continue;
    add("wrong unit", "", inOtherUnit(workbook, table, own));
    for (const other of others) {
      const theirs = other.recognised.tables.get(table.key);
      if (
        theirs &&
        other.recognised.template.id === recognised.template.id &&
        theirs.facts.unit === own &&
        theirs.columns.size === table.columns.size &&
        figuresIn(theirs) !== figuresIn(table)
      ) {
        add("another book's table", other.name, replaced(workbook, table, theirs));
        break;
      }
    }
    const classified = table.spec.classification !== null && table.spec.layout === "coded" && table.facts.namesFound !== false;
    if (classified)
      for (const row of some(items, Math.ceil(each / 3))) {
        const name = items.find((one) => one.name !== row.name && !one.name.includes(row.name))?.name;
        if (name)
          add(
            "another name",
            `${row.code ?? ""} ${row.name} -> ${name}`,
            rewritten(workbook, { table, rows: [row.position], columns: [row.labelColumn] }, () => name),
            [],
            row,
          );
      }
  }
  return faults;
}

/** Two neighbouring digits that differ in each other's place; null where there are none. */
function transposed(value: Exact, decimals: number): Exact | null {
  const digits = Array.from(value.toFixed(decimals));
  const places = digits.flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  const pair = places
    .map((place, index) => [place, places[index + 1]] as const)
    .reverse()
    .find(([a, b]) => b !== undefined && digits[a] !== digits[b]);
  if (pair?.[1] === undefined) return null;
  const [a, b] = [pair[0], pair[1]];
  [digits[a], digits[b]] = [digits[b] ?? "", digits[a] ?? ""];
  return Exact.parse(digits.join(""));
}

/** The decimals a cell shows: nobody types 分 into a table of whole 元. */
function decimalsAt(table: Table, cell: AmountCell): number {
  for (const row of table.rows) {
    if (row.position !== cell.row) continue;
    for (const key of table.columns.keys()) {
      const reading = table.read(row, key);
      if (table.cell(row, key)?.column === cell.column && reading?.kind === "amount") return Math.max(0, reading.decimals);
    }
  }
  return 2;
}

/** Every figure of the table in the other unit, as it is then printed: 万元 to two decimals, whole hundreds of 元. */
function inOtherUnit(workbook: PlainWorkbook, table: Table, own: "元" | "万元"): PlainWorkbook {
  const cells = new Set(
    table.rows.flatMap((row) =>
      [...table.columns.keys()].flatMap((key) => {
        const cell = table.read(row, key) === undefined ? null : table.cell(row, key);
        return cell ? [`${String(cell.row)}/${String(cell.column)}`] : [];
      }),
    ),
  );
  const edit = (sheet: PlainSheet): PlainSheet => {
    const at = (r: number, c: number): boolean => cells.has(`${String(r + sheet.top)}/${String(c + sheet.left)}`);
    const values = sheet.values.map((line, r) =>
      line.map((value, c) =>
        typeof value === "number" && at(r, c)
          ? Exact.ofDouble(value)
              .shifted(own === "元" ? -4 : 4)
              .round(2)
              .toNumber()
          : value,
      ),
    );
    const formats = sheet.values.map((line, r) => line.map((_, c) => (at(r, c) ? "0.00" : sheet.formats[r]?.[c])));
    return { ...sheet, values, formats, formulas: [] };
  };
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === table.sheet.name ? edit(sheet) : sheet)) };
}

const figuresIn = (table: Table): string =>
  table.rows.flatMap((row) => [...table.columns.keys()].map((key) => table.amount(row, key)?.toString() ?? "")).join();

/** The rows that stand for themselves: items, or groups of an economic table; projects. */
function lowest(table: Table): readonly Row[] {
  const kinds = table.spec.classification === "economic" ? ["group"] : table.spec.layout === "projects" ? ["project"] : ["item"];
  return table.rows.filter(({ kind }) => kinds.includes(kind));
}

/** A further row below the given one, with its codes but the last digit, and figures of its own. */
function putIn(workbook: PlainWorkbook, table: Table, row: Row, hundredths: number): PlainWorkbook {
  const doubled = slipped(workbook, { kind: "doubled", table, row });
  const at = row.position + 1;
  const columns = [...table.columns.values()].map(({ position }) => position);
  const edit = (sheet: PlainSheet): PlainSheet => ({
    ...sheet,
    values: sheet.values.map((line, r) =>
      r + sheet.top !== at
        ? line
        : line.map((value, c) =>
            columns.includes(c + sheet.left) && typeof value === "number" && value !== 0
              ? (hundredths * (table.facts.unit === "元" ? 10_000 : 1)) / 100
              : typeof value === "string" && /^\d+$/.test(value) && lastCode(line, c)
                ? nextCode(value)
                : value,
          ),
    ),
  });
  return { ...doubled, sheets: doubled.sheets.map((sheet) => (sheet.name === table.sheet.name ? edit(sheet) : sheet)) };
}

const lastCode = (line: PlainSheet["values"][number], column: number): boolean =>
  !line.slice(column + 1).some((value) => typeof value === "string" && /^\d+$/.test(value));
const nextCode = (code: string): string => code.slice(0, -2) + String((Number(code.slice(-2)) + 61) % 100).padStart(2, "0");

/** Every figure one column to the right; what falls off is lost. */
function movedRight(workbook: PlainWorkbook, table: Table, keys: readonly string[]): PlainWorkbook {
  const block = blockOf(table, keys);
  return rewritten(workbook, block, (row, column, was) => {
    const from = block.columns[block.columns.indexOf(column) - 1];
    return from === undefined ? null : was(row, from);
  });
}
