import type { CellRef } from "../amount/cell-ref";
import type { Exact } from "../amount/exact";
import { writtenIn, type Unit, type Wan } from "../amount/unit";
import type { TableKey } from "../templates/define";
import { normaliseLabel } from "../text/wording";
import type { Column, Recognised, Row, Table } from "../workbook/recognised";
import { nameOf, pairedRows } from "./rows";

/** A cell of a printed table and the cell of the workbook that it should say the same as. */
export interface Meeting {
  readonly key: TableKey;
  /** The table's label in the workbook: 表5. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** What the report's table is printed in. */
  readonly unit: Unit;
  /** In the report. */
  readonly printed: CellRef;
  /** In the workbook. */
  readonly own: CellRef;
}

/** amount: another figure · text: words where a figure belongs, or no figure can be read · name: another name · code: another code, or a part of it in its own cell. */
export type Difference =
  | (Meeting & { readonly kind: "amount"; readonly says: Exact<Wan>; readonly wanted: Exact<Wan> })
  | (Meeting & { readonly kind: "text"; readonly says: string; readonly wanted: Exact<Wan> })
  | (Meeting & { readonly kind: "name"; readonly says: string; readonly wanted: string })
  | (Meeting & { readonly kind: "code"; readonly says: string; readonly wanted: string; readonly part: string });

/** A row that only one side has. */
export interface LoneRow {
  readonly key: TableKey;
  readonly table: string;
  readonly row: string;
  readonly cell: CellRef;
  /** How many amounts other than zero it holds. */
  readonly amounts: number;
}

/** A printed table with the workbook's very figures under another unit: the unit is what is wrong. */
export interface OtherUnit {
  readonly key: TableKey;
  readonly table: string;
  readonly says: Unit;
  readonly wanted: Unit;
  /** Where the report states it. */
  readonly cell: CellRef;
}

/** The tables of a report held against those of a workbook. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Rows of the report that the workbook lacks. */
  readonly added: readonly LoneRow[];
  /** Rows of the workbook that the report lacks. */
  readonly missing: readonly LoneRow[];
  /** Tables of the workbook that the report lacks, and the other way round: their labels. */
  readonly missingTables: readonly string[];
  readonly addedTables: readonly string[];
  /** Cells of the report with a figure that the workbook says as well. */
  readonly proved: readonly CellRef[];
  /** Cells of the report that name a row as the workbook does. */
  readonly named: readonly CellRef[];
  /** Figures in columns that were understood on one side only: neither right nor wrong. */
  readonly unchecked: readonly CellRef[];
  readonly otherUnits: readonly OtherUnit[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Holds each printed table against the workbook's of the same meaning: once a cell, rows and columns by what they mean. */
export function compareTables(printed: Recognised, own: Recognised): Comparison {
  const result: Mutable<Comparison> = {
    differences: [],
    added: [],
    missing: [],
    missingTables: [],
    addedTables: [],
    proved: [],
    named: [],
    unchecked: [],
    otherUnits: [],
  };
  for (const [key, table] of own.tables) {
    const other = printed.tables.get(key);
    if (other) compareTable(other, table, result);
    else result.missingTables.push(table.label);
  }
  for (const [key, table] of printed.tables) if (!own.tables.has(key)) result.addedTables.push(table.label);
  return result;
}

function compareTable(printed: Table, own: Table, result: Mutable<Comparison>): void {
  const { pairs, added, missing } = pairedRows(printed, own);
  const unit = otherUnit(printed, own, pairs);
  if (unit) result.otherUnits.push(unit);
  compareHeadings(printed, own, result);
  for (const [there, here] of pairs) {
    compareNames(printed, own, there, here, result);
    for (const column of printed.columns.keys()) compareCell(printed, own, there, here, column, unit !== null, result);
  }
  const lone =
    (table: Table) =>
    (row: Row): LoneRow => ({
      key: own.key,
      table: own.label,
      row: nameOf(row),
      cell: table.labelCell(row),
      amounts: amountsIn(table, row),
    });
  result.added.push(...added.map(lone(printed)));
  // A row without figures may be left out: many print only what there is.
  result.missing.push(...missing.map(lone(own)).filter(({ amounts }) => amounts > 0));
}

/** One heading of the report that is none, where the workbook has the one column that the report lacks: between the same columns. */
function compareHeadings(printed: Table, own: Table, result: Mutable<Comparison>): void {
  const [strange, ...others] = printed.facts.unknownColumns;
  const [lacking, ...more] = [...own.columns.values()].filter(({ key }) => !printed.columns.has(key));
  if (!strange || others.length > 0 || !lacking || more.length > 0) return;
  const before = ({ columns }: Table, position: number): string =>
    [...columns.values()]
      .filter((column) => column.position < position && printed.columns.has(column.key))
      .map(({ key }) => key)
      .sort()
      .join(" ");
  const cell = headingCell(own, lacking);
  if (!cell || before(printed, strange.position) !== before(own, lacking.position)) return;
  result.differences.push({
    key: own.key,
    table: own.label,
    row: "",
    column: lacking.heading,
    unit: printed.facts.unit,
    printed: strange.cell,
    own: cell,
    kind: "name",
    says: strange.heading,
    wanted: lacking.heading,
  });
}

function headingCell({ sheet, area }: Table, { position, heading }: Column): CellRef | null {
  const column = position - sheet.left;
  const at = sheet.values.findIndex((row) => {
    const value = row[column];
    return typeof value === "string" && normaliseLabel(value) === normaliseLabel(heading);
  });
  return at < 0 || at + sheet.top > area.bottom ? null : { sheet: sheet.name, row: at + sheet.top, column: position };
}

/** Nearly every amount is printed as the workbook writes it, though the units stated are not the same. */
function otherUnit(printed: Table, own: Table, pairs: readonly (readonly [Row, Row])[]): OtherUnit | null {
  const { unit: says, statedUnit } = printed.facts;
  const wanted = own.facts.unit;
  if (says === wanted || !statedUnit) return null;
  const same = pairs.flatMap(([there, here]) =>
    [...printed.columns.keys()].flatMap((column) => {
      const [left, right] = [printed.amount(there, column), own.amount(here, column)];
      return !left || !right || (left.isZero() && right.isZero()) ? [] : [isWrittenAlike(left, right, printed, own)];
    }),
  );
  const alike = same.filter(Boolean).length;
  return alike > 0 && alike >= same.length * NEARLY_ALL ? { key: own.key, table: own.label, says, wanted, cell: statedUnit.cell } : null;
}

const NEARLY_ALL = 0.75;

const isWrittenAlike = (left: Exact<Wan>, right: Exact<Wan>, printed: Table, own: Table): boolean =>
  writtenIn(left, printed.facts.unit).equals(writtenIn(right, own.facts.unit));

function amountsIn(table: Table, row: Row): number {
  let count = 0;
  table.readRow(row, (_, reading) => (count += reading.kind === "amount" && !reading.shown.isZero() ? 1 : 0));
  return count;
}

/** Exactly the same where both print to the same place; else as the coarser of the two prints it. */
function saysTheSame(left: Exact<Wan>, right: Exact<Wan>, printed: Table, own: Table): boolean {
  if (left.equals(right)) return true;
  const finer = printed.precision.compare(own.precision);
  const coarsest = finer > 0 ? printed.precision : own.precision;
  return finer !== 0 && left.minus(right).abs().plus(left.minus(right).abs()).compare(coarsest) <= 0;
}

function compareNames(printed: Table, own: Table, there: Row, here: Row, result: Mutable<Comparison>): void {
  const [says, wanted] = [nameOf(there), nameOf(here)];
  const meeting: Meeting = {
    key: own.key,
    table: own.label,
    row: wanted,
    column: "",
    unit: printed.facts.unit,
    printed: printed.labelCell(there),
    own: own.labelCell(here),
  };
  const sameName = normaliseLabel(says) === normaliseLabel(wanted);
  if (there.code !== null && here.code !== null && there.code !== here.code) {
    const codes = { says: there.code, wanted: here.code };
    const cell = sameName ? codeCell(printed, there, here.code) : null;
    if (sameName)
      result.differences.push({ ...meeting, kind: "code", ...codes, part: cell?.wanted ?? "", ...(cell && { printed: cell.at }) });
    else result.differences.push({ ...meeting, kind: "name", says: `${codes.says} ${says}`, wanted: `${codes.wanted} ${wanted}` });
    return;
  }
  if (says === "" || wanted === "") return;
  if (sameName) result.named.push(printed.labelCell(there));
  else result.differences.push({ ...meeting, kind: "name", says, wanted });
}

/** The cell that holds what is wrong in a row's code, and what ought to stand in it; null where that is not one cell with digits alone. */
function codeCell({ sheet, area }: Table, { position, code, labelColumn }: Row, right: string): { at: CellRef; wanted: string } | null {
  let from = 0;
  const wrong: { at: CellRef; wanted: string }[] = [];
  for (let column = area.left; column <= labelColumn && from < (code?.length ?? 0); column += 1) {
    const value = sheet.values[position - sheet.top]?.[column - sheet.left];
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (text === "") continue;
    if (!/^\d+$/.test(text) || code?.startsWith(text, from) !== true) return null;
    const wanted = right.slice(from, from + text.length);
    if (wanted !== text) wrong.push({ at: { sheet: sheet.name, row: position, column }, wanted });
    from += text.length;
  }
  const [only] = wrong;
  return only && wrong.length === 1 && from === right.length ? only : null;
}

function compareCell(
  printed: Table,
  own: Table,
  there: Row,
  here: Row,
  column: string,
  asWritten: boolean,
  result: Mutable<Comparison>,
): void {
  const [says, at] = [printed.read(there, column), printed.cell(there, column)];
  if (says === undefined || at === null) return;
  const [wanted, cell] = [own.read(here, column), own.cell(here, column)];
  const figure = says.kind === "amount";
  if (wanted === undefined || cell === null || wanted.kind === "text" || wanted.kind === "error") {
    if (figure) result.unchecked.push(at);
    return;
  }
  const heading = own.columns.get(column)?.heading ?? "";
  const meeting: Meeting = {
    key: own.key,
    table: own.label,
    row: nameOf(here),
    column: heading,
    unit: printed.facts.unit,
    printed: at,
    own: cell,
  };
  const right = own.amount(here, column);
  if (right === null) return;
  if (says.kind === "text" || says.kind === "error") {
    result.differences.push({ ...meeting, kind: "text", says: says.kind === "text" ? says.text : says.error, wanted: right });
    return;
  }
  const left = printed.amount(there, column);
  if (left === null) return;
  const same = asWritten ? isWrittenAlike(left, right, printed, own) : saysTheSame(left, right, printed, own);
  if (!same) result.differences.push({ ...meeting, kind: "amount", says: left, wanted: right });
  else if (figure) result.proved.push(at);
}
