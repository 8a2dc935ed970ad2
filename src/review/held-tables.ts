import { fullAddress, type CellRef } from "../amount/cell-ref";
import type { BorneOut } from "../checks/borne-out";
import type { CheckReport } from "../checks/report";
import type { Comparison } from "../compare/compare-tables";
import { noTables, type TableProof } from "../proofread/table-proof";
import type { ReportTable } from "../report/report";
import { cellSpan } from "../report/text";
import type { TableKey } from "../templates/define";
import type { Recognised, Table } from "../workbook/recognised";
import type { OpenedReport } from "./open-report";
import { withoutSlippedRows, type SlippedRows } from "./slipped-rows";
import type { SlippedTable } from "./slipped-tables";
import { tableWords, type TableWords } from "./table-words";

type Standing = TableProof["cells"][number]["standing"];
type Fault = TableProof["faults"][number];

/** A cell of the report's tables as a stretch of the lines that proofreading takes. */
function pieceOf({ lines, lineOf }: OpenedReport, { sheet, row, column }: CellRef): Fault["at"] | null {
  const paragraph = lineOf(sheet, row);
  const line = paragraph === null ? undefined : lines[paragraph];
  return paragraph === null || !line ? null : { paragraph, ...cellSpan(line, column) };
}

/** The lines that are rows of tables which were recognised. */
function rowsOf({ sheets, lineOf }: OpenedReport, tables: readonly Table[]): ReadonlySet<number> {
  const known = tables.flatMap(({ sheet }) => {
    const rows = sheets.places.get(sheet.name)?.table.rows ?? [];
    return rows.flatMap((_, row) => lineOf(sheet.name, row) ?? []);
  });
  return new Set(known);
}

const cellsWith = (opened: OpenedReport, cells: readonly CellRef[], standing: Standing): TableProof["cells"] =>
  cells.flatMap((cell) => {
    const at = pieceOf(opened, cell);
    return at ? [{ at, standing }] : [];
  });

const SLIPPED: Standing = { kind: "unchecked", reason: "这张表的列没有读懂，没有逐格核对" };
const UNLIKE: Standing = { kind: "unchecked", reason: "工作簿里没有与这一格对应的列或行，请人工核对" };

/** Tables of a text that do not agree with themselves as they were read, and that the workbook shows to have rows in other cells: they were not read. */
export function tornTables(
  opened: OpenedReport,
  printed: Recognised,
  own: Recognised,
  compared: Comparison,
  suspected: readonly SlippedTable[],
): readonly SlippedTable[] {
  if (suspected.length === 0) return [];
  const { slipped } = withoutSlippedRows(opened, printed, own, compared);
  return suspected.filter(({ table }) => slipped.some((one) => one.table.key === table.key));
}

/** The report's tables beside a workbook: each figure is what the workbook says, or a fault; of those that were not read nothing is held. */
export function heldBeside(
  opened: OpenedReport,
  printed: Recognised,
  own: Recognised,
  compared: Comparison,
  torn: readonly SlippedTable[],
): TableProof {
  if (printed.tables.size === 0) return noTables;
  const { comparison, slipped: all } = withoutSlippedRows(opened, printed, own, compared);
  const isTorn = (key: Table["key"]): boolean => torn.some(({ table }) => table.key === key);
  const slipped = all.filter(({ table }) => !isTorn(table.key));
  const words = tableWords(comparison, opened.report.kind === "text").filter(({ table }) => !isTorn(table));
  return {
    rows: rowsOf(opened, [...printed.tables.values()]),
    cells: [
      ...words.flatMap(({ covers, unread }) => cellsWith(opened, covers, unread ? SLIPPED : { kind: "faulty" })),
      ...cellsWith(opened, comparison.proved, { kind: "proved", by: "与工作簿的这一格一致" }),
      ...cellsWith(opened, comparison.named, { kind: "proved", by: "与工作簿的这一行同名" }),
      ...cellsWith(opened, comparison.unchecked, UNLIKE),
      ...slipped.flatMap(({ covers }) => cellsWith(opened, covers, SLIPPED)),
    ],
    faults: [
      ...slipped.flatMap((one) => rowsFault(opened, one) ?? []),
      ...words.flatMap((one) => faultOf(opened, printed, one) ?? []),
      ...missingTables(opened, printed, own),
      ...repeatedTables(opened, printed),
    ],
  };
}

function faultOf(opened: OpenedReport, printed: Recognised, words: TableWords): Fault | null {
  const { category, severity, message, expected, own } = words;
  const cell = words.printed ?? endOf(printed, words.table);
  const at = cell && pieceOf(opened, cell);
  const gone = words.printed === null;
  return at
    ? {
        id: "T-表",
        category,
        severity,
        at: gone ? { ...at, start: at.end } : at,
        message,
        expected,
        cells: own ? [own] : [],
        ...(gone ? {} : { printed: cell }),
      }
    : null;
}

/** Where a row that is not there would stand: behind the last of its table. */
function endOf({ tables }: Recognised, key: TableWords["table"]): CellRef | null {
  const table = tables.get(key);
  const last = table?.rows.at(-1);
  return table && last ? table.labelCell(last) : null;
}

/** So many tables of the workbook that a report lacks are pages that were not read, rather than tables left out. */
const MOST_LACKING = 2;

/** A table that the report lacks is a fault only where everything it prints was understood: behind the table before it. */
function missingTables(opened: OpenedReport, printed: Recognised, own: Recognised): readonly Fault[] {
  const wanting = [...own.tables].flatMap(([key, table]) => (printed.tables.has(key) ? [] : [table]));
  if (printed.unread.some(({ goals }) => goals !== true) || wanting.length > MOST_LACKING) return [];
  return wanting.map(({ key, label }) => ({
    id: "T-表",
    category: "missing" as const,
    severity: "warning" as const,
    at: placeFor(opened, printed, [...own.tables.keys()], key),
    expected: label,
    message: `工作簿里有${label}，报告里没有找到这张表。报告若另附这张表，可不理会。`,
  }));
}

/** Behind the last table that stands before it in the workbook's order; of the first one, at the report's end. */
function placeFor(opened: OpenedReport, { tables }: Recognised, order: readonly TableKey[], key: TableKey): Fault["at"] {
  const before = order.slice(0, order.indexOf(key)).flatMap((one) => tables.get(one) ?? []);
  const { sheet } = before.at(-1) ?? {};
  const last = sheet && opened.lineOf(sheet.name, (opened.sheets.places.get(sheet.name)?.table.rows.length ?? 0) - 1);
  const paragraph = last ?? Math.max(0, opened.lines.length - 1);
  const end = opened.lines[paragraph]?.text.length ?? 0;
  return { paragraph, start: end, end };
}

/** A table printed a second time, cell by cell. */
function repeatedTables(opened: OpenedReport, printed: Recognised): readonly Fault[] {
  return printed.duplicates.flatMap(({ key, sheet }) => {
    const [table, again] = [printed.tables.get(key), opened.sheets.places.get(sheet)?.table];
    const first = table && opened.sheets.places.get(table.sheet.name)?.table;
    const paragraph = opened.lineOf(sheet, 0);
    if (!table || !again || !first || paragraph === null || gridText(first) !== gridText(again)) return [];
    return {
      id: "T-表",
      category: "extra" as const,
      severity: "warning" as const,
      at: { paragraph, start: 0, end: opened.lines[paragraph]?.text.length ?? 0 },
      expected: "",
      message: `${table.label}印了两遍，这是第二遍，每一格都相同。请删去一遍。`,
    };
  });
}

const gridText = ({ rows }: ReportTable): string => rows.map((row) => row.map(({ text }) => text).join("\t")).join("\n");

/** The report's tables alone: a figure is proved by the others that it agrees with, never by itself. */
export function heldAlone(opened: OpenedReport, printed: Recognised, report: CheckReport, { agreed, disputed }: BorneOut): TableProof {
  if (printed.tables.size === 0) return noTables;
  const blamed = new Set(report.suspects.map(fullAddress));
  const cells: TableProof["cells"][number][] = [];
  for (const table of printed.tables.values())
    for (const row of table.rows)
      for (const key of table.columns.keys()) {
        const cell = table.cell(row, key);
        const at = cell && table.read(row, key)?.kind === "amount" ? pieceOf(opened, cell) : null;
        if (!cell || !at) continue;
        const address = fullAddress(cell);
        const isZero = table.amount(row, key)?.isZero() === true;
        const standing: Standing =
          blamed.has(address) || disputed.has(address)
            ? { kind: "faulty" }
            : agreed.has(address) || isZero
              ? { kind: "proved", by: "与报告里别的数相符" }
              : { kind: "unchecked", reason: "报告里没有别的数可以核对这一格，请人工核对" };
        cells.push({ at, standing });
      }
  return { rows: rowsOf(opened, [...printed.tables.values()]), cells, faults: [] };
}

/** The same with the tables of a text whose columns slipped: none of their figures is held, and it is said over each. */
export function withSlipped(opened: OpenedReport, proof: TableProof, slipped: readonly SlippedTable[]): TableProof {
  if (slipped.length === 0) return proof;
  const tables = slipped.map(({ table }) => table);
  const rows = rowsOf(opened, tables);
  return {
    rows: new Set([...proof.rows, ...rows]),
    cells: [
      ...proof.cells,
      ...tables.flatMap((table) =>
        table.rows.flatMap((row) => [...table.columns.keys()].flatMap((key) => cellsWith(opened, cellOf(table, row, key), SLIPPED))),
      ),
    ],
    faults: [...proof.faults, ...slipped.flatMap((one) => slippedFault(opened, one) ?? [])],
  };
}

function cellOf(table: Table, row: Table["rows"][number], key: string): readonly CellRef[] {
  const cell = table.cell(row, key);
  return cell ? [cell] : [];
}

function rowsFault(opened: OpenedReport, { table, at: cell }: SlippedRows): Fault | null {
  const at = pieceOf(opened, cell);
  return at
    ? {
        id: "T-表",
        category: "figure",
        severity: "warning",
        at,
        message: `${table.label}的这一行没有读懂：数字与工作簿相同，却像是错了格，没有逐格核对。`,
        advice: "文字里的表容易错列，请用 Word 或 PDF 文件再校对一次。",
      }
    : null;
}

function slippedFault(opened: OpenedReport, { table, reason }: SlippedTable): Fault | null {
  const cell = table.title?.cell ?? (table.rows[0] ? table.labelCell(table.rows[0]) : null);
  const at = cell && pieceOf(opened, cell);
  return at
    ? {
        id: "T-表",
        category: "figure",
        severity: "warning",
        at,
        message: `${table.label}这张表没有读懂：${reason}，没有逐格核对，也没有用它核对别处。`,
        advice: "文字里的表容易错列，请用 Word 或 PDF 文件再校对一次。",
      }
    : null;
}
