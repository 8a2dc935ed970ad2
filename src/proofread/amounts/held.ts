import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { inWan, type Wan } from "../../amount/unit";
import { subjectOf } from "../../templates/common/subjects";
import type { CellValue } from "../../workbook/plain";
import type { Recognised } from "../../workbook/recognised";
import { canon } from "../../text/canon";
import { rememberedFor } from "../../text/remembered";
import type { Book } from "../book";
import type { Ledger } from "../ledger";

/** An amount of the tables, and what a sentence has to name for it to be meant. */
export interface Named {
  readonly row: string;
  readonly column: string;
  readonly isTotal: boolean;
  readonly cell: CellRef | null;
}

/** An amount of the tables under the name of its row. */
export interface Held {
  readonly value: Exact;
  readonly cell: CellRef | null;
  /** Of the economic classification in the table of 基本支出: all expenditure is divided into the same classes. */
  readonly ofBasic?: boolean;
}

/** Words of a whole: 收入总计, 预算; 收支总预算 without its last word. */
export const TOTAL = /总计|合计|总预算|总额|预算|收入|支出|收支总/;

/** 一般公共服务（类）支出 is 一般公共服务支出. */
export const bare = (words: string): string =>
  canon(words).replace(
    /^(?:其中：)?（[一二三四五六七八九十\d]{1,3}）|（[类款项]）|(?<![一二三四五六七八九十\d])[一二三四五六七八九十\d]+[、.]|其中：|支出$|收入$/g,
    "",
  );

export function indexOf({ book }: Ledger): ReadonlyMap<string, readonly Named[]> {
  const index = new Map<string, Named[]>();
  for (const table of book.recognised.tables.values())
    for (const row of table.rows)
      for (const { key, heading } of table.columns.values()) {
        const value = table.amount(row, key);
        if (!value || value.isZero()) continue;
        const entry: Named = {
          row: bare(row.project ?? row.name),
          column: columnName(key, heading),
          isTotal: row.kind === "total",
          cell: table.cell(row, key),
        };
        // As a text in 万元 rounds it, and to the cent.
        for (const printed of new Set([value.round(2).toString(), value.toString()]))
          index.set(printed, [...(index.get(printed) ?? []), entry]);
      }
  for (const [name, value] of basicParts(book))
    index.set(value, [...(index.get(value) ?? []), { row: name, column: "", isTotal: false, cell: null }]);
  return index;
}

/** 人员经费 and 公用经费, where the table has the classes of 基本支出 alone. */
function basicParts(book: Book): readonly (readonly [string, string])[] {
  const basic = book.recognised.tables.get("basic");
  const amounts = (basic?.rows ?? []).flatMap((row) => {
    const value =
      row.kind === "class" && basic ? [...basic.columns.keys()].map((key) => basic.amount(row, key)).find((one) => one !== null) : null;
    return value ? [{ personnel: PERSONNEL.includes(row.code ?? ""), value }] : [];
  });
  const sum = (personnel: boolean): string =>
    Exact.sum(amounts.filter((one) => one.personnel === personnel).map(({ value }) => value))
      .round(2)
      .toString();
  return amounts.length === 0
    ? []
    : [
        ["人员经费", sum(true)],
        ["公用经费", sum(false)],
      ];
}

const PERSONNEL = ["301", "303"];

/** 小计 below 基本支出 is told by the name of the group; below 财政拨款, which every whole has a part of, by none. */
const columnName = (key: string, heading: string): string =>
  GROUP_TOTAL.test(bare(heading)) && key.endsWith("支出") ? canon(key) : bare(heading);
const GROUP_TOTAL = /^(?:小计|合计)$/;

/** The amounts of every row that is named, in whichever table and column. */
export function amountsByName({ book }: Ledger): ReadonlyMap<string, readonly Held[]> {
  const byName = new Map<string, Held[]>();
  const add = (name: string, held: Held): void => {
    if (name.length >= SHORTEST_NAME) byName.set(name, [...(byName.get(name) ?? []), held]);
  };
  for (const table of book.recognised.tables.values())
    for (const row of table.rows)
      for (const { key, heading } of table.columns.values()) {
        const value = table.amount(row, key);
        if (!value || value.isZero()) continue;
        const ofBasic = table.key === "basic" && row.kind !== "total";
        add(row.kind === "total" ? columnName(key, heading) : bare(row.project ?? row.name), {
          value,
          cell: table.cell(row, key),
          ofBasic,
        });
      }
  for (const [name, value] of [...classesOfItems(book), ...printedBeside(book)]) add(name, { value, cell: null });
  // Of “三公”经费 there may be none of a part, and that is said as well.
  const three = book.recognised.tables.get("threePublic");
  for (const row of three?.rows ?? []) {
    const cell = row.line === null ? null : (three?.cell(row, "合计") ?? null);
    const name = bare(row.name);
    if (cell && !byName.has(name) && three?.read(row, "合计")?.kind === "blank") add(name, { value: Exact.zero, cell });
  }
  return byName;
}
const SHORTEST_NAME = 4;

/** What the items of a class come to, in a table that does not sum them up itself. */
function classesOfItems({ recognised }: Book): readonly (readonly [string, Exact])[] {
  return [...recognised.tables.values()].flatMap((table) => {
    const items = table.rows.filter(({ kind }) => kind === "item");
    const classes = new Set(items.flatMap(({ code }) => code?.slice(0, 3) ?? []));
    return [...classes].flatMap((code) => {
      const name = subjectOf(code)?.name;
      if (name === undefined || table.rows.some((row) => row.code === code)) return [];
      const rows = items.filter((row) => row.code?.startsWith(code)).map((row) => table.sheet.values[row.position - table.sheet.top] ?? []);
      const width = Math.max(...rows.map(({ length }) => length));
      return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
        const amounts = rows.flatMap((cells) => amountIn(cells[column]));
        return amounts.length === 0 ? [] : [[bare(name), Exact.sum(amounts)] as const];
      });
    });
  });
}

interface SheetRow {
  readonly cells: readonly CellValue[];
  readonly amounts: readonly Exact<Wan>[];
  /** Whether a table was read from its sheet. */
  readonly isRead: boolean;
}

/** Every row with a figure on any sheet, in the unit of its table. */
function rowsWithAmounts({ workbook, unit, tables }: Recognised): readonly SheetRow[] {
  const units = new Map([...tables.values()].map(({ sheet, facts }) => [sheet.name, facts.unit]));
  return workbook.sheets.flatMap(({ name, values }) =>
    values.flatMap((cells) => {
      const amounts = cells.flatMap(amountIn).map((amount) => inWan(amount, units.get(name) ?? unit));
      return amounts.length === 0 ? [] : [{ cells, amounts, isRead: units.has(name) }];
    }),
  );
}

/** What stands beside a name on any sheet, read or not. */
function printedBeside({ recognised }: Book): readonly (readonly [string, Exact])[] {
  return rowsWithAmounts(recognised).flatMap(({ cells, amounts }) => {
    return namesIn(cells).flatMap((name) => amounts.map((value) => [name, value] as const));
  });
}
const namesIn = (cells: readonly CellValue[]): readonly string[] =>
  cells.filter((cell): cell is string => typeof cell === "string" && HAN.test(cell)).map(bare);
/** So many names of one amount are enough. */
const FEW = 12;
const HAN = /\p{sc=Han}/u;

/** Amounts as they stand on sheets, and as a text in 万元 rounds them. */
export interface Printed {
  readonly all: ReadonlySet<string>;
  /** Those of sheets that no table was read from, with the names that stand beside them. */
  readonly unread: ReadonlyMap<string, readonly string[]>;
}

/** Once for a workbook, however many texts are held against it. */
export const printedAmounts = rememberedFor((recognised: Recognised): Printed => {
  const all = new Set<string>();
  const unread = new Map<string, string[]>();
  for (const { cells, amounts, isRead } of rowsWithAmounts(recognised))
    for (const amount of amounts) {
      const shown = amount.round(2).toString();
      all.add(shown);
      if (!isRead) unread.set(shown, [...(unread.get(shown) ?? []).slice(-FEW), ...namesIn(cells)]);
    }
  return { all, unread };
});

/** A figure as it stands on a sheet, to two places; of a code likewise, which does no harm. */
const amountIn = (cell: CellValue | undefined): readonly Exact[] =>
  typeof cell === "number" && Number.isFinite(cell) ? [Exact.parse(cell.toFixed(2)) ?? Exact.zero] : [];

/** The totals of the tables. */
export function totalsOf({ book }: Ledger): readonly Held[] {
  return [...book.recognised.tables.values()].flatMap((table) =>
    table.rows
      .filter(({ kind }) => kind === "total")
      .flatMap((row) =>
        [...table.columns.keys()].flatMap((key) => {
          const value = table.amount(row, key);
          return value && !value.isZero() ? [{ value, cell: table.cell(row, key) }] : [];
        }),
      ),
  );
}

/** What is held under a name, or under one that it begins with or that begins with it: 因公出国（境）费 and 因公出国（境）费用. */
export function heldOf(name: string, byName: ReadonlyMap<string, readonly Held[]>): readonly Held[] {
  const exact = byName.get(name);
  if (exact || name.length < SHORTEST_NAME) return exact ?? [];
  return [...byName].flatMap(([key, held]) => (key.startsWith(name) || name.startsWith(key) ? held : []));
}
