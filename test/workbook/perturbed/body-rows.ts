import type { CellValue } from "../../../src/workbook/plain";
import type { Document, DocumentRow, DocumentTable } from "./document";
import type { LaidColumn } from "./headings";
import type { Layout } from "./layout";
import type { Random } from "./random";
import { decimal, writeAmount, type WrittenAmount } from "./write-amount";

/** What a row must read back as. */
export interface ExpectedRow {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly project: string | null;
  /** By column key: hundredths as decimal text, "" for blank, "error" or "text". */
  readonly amounts: Readonly<Record<string, string>>;
}

export interface LaidRow {
  readonly cells: readonly WrittenAmount[];
  readonly left: ExpectedRow | null;
  readonly right: ExpectedRow | null;
}

const LEVELS: Readonly<Record<number, string>> = { 3: "class", 5: "group", 7: "item" };

/** The rows of the document in the order and wording of the layout. */
export function orderedRows(table: DocumentTable, layout: Layout): readonly DocumentRow[] {
  const twoSided = table.key === "overview" || table.key === "fiscal";
  if (twoSided) return table.rows;
  const body = withItems(table, layout).filter((row) => !row.total);
  const lines = table.key === "threePublic" && layout.lineOrder === "reversed" ? [...body].reverse() : body;
  const totals = table.rows.filter((row) => row.total);
  const top = layout.total === "top" || (layout.total === "published" && table.rows[0]?.total === true && table.rows.length > 1);
  return top ? [...totals, ...lines] : [...lines, ...totals];
}

/** Projects without codes stand below a row of their item. */
function withItems(table: DocumentTable, layout: Layout): readonly DocumentRow[] {
  if (layout.projectCodes === "published") return table.rows;
  return table.rows.flatMap((row, index) => {
    if (row.project === null || row.code === null || table.rows[index - 1]?.code === row.code) return [row];
    const own = table.rows.filter((other) => other.code === row.code);
    const amounts = Object.fromEntries(
      Object.keys(row.amounts).map((key) => [key, own.reduce((sum, other) => sum + Math.round((other.amounts[key] ?? 0) * 100), 0) / 100]),
    );
    return [{ ...row, project: null, amounts }, row];
  });
}

export function layRow(
  document: Document,
  table: DocumentTable,
  columns: readonly LaidColumn[],
  row: DocumentRow,
  index: number,
  unit: "万元" | "元",
  layout: Layout,
  odd: string | null,
  random: Random,
): LaidRow {
  const twoSided = table.key === "overview" || table.key === "fiscal";
  const name = row.total ? totalName(row.name, twoSided, layout) : row.name;
  const rightName = row.rightName === null ? null : row.total ? totalName(row.rightName, true, layout) : row.rightName;
  const amounts: Record<string, string> = {};
  const cells = columns.map((column): WrittenAmount => {
    if (column.key !== null) {
      if (twoSided && (column.side === "left" ? row.name === "" : rightName === null)) return { value: null };
      const { cell, expected } = amountCell(row.amounts[column.key] ?? null, unit, layout, odd === column.key, random);
      amounts[column.key] = expected;
      return { ...cell, isAmount: true };
    }
    return { value: labelCell(column, row, name, rightName, index, layout) };
  });
  const of = (side: "left" | "right"): Record<string, string> =>
    Object.fromEntries(
      columns.flatMap((column) =>
        column.key !== null && (!twoSided || column.side === side) ? [[column.key, amounts[column.key] ?? ""]] : [],
      ),
    );
  if (!twoSided)
    return {
      cells,
      left: null,
      right: {
        kind: kindOf(document, table, row),
        code: row.code,
        name: expectedName(row, name, layout),
        project: row.project,
        amounts: of("right"),
      },
    };
  return {
    cells,
    left: row.name === "" ? null : { kind: row.total ? "total" : "line", code: null, name, project: null, amounts: of("left") },
    right:
      rightName === null
        ? null
        : {
            kind: row.total ? "total" : "class",
            code: row.total ? null : rightName.slice(0, 3),
            name: row.total ? rightName : rightName.slice(3).trim(),
            project: null,
            amounts: of("right"),
          },
  };
}

function expectedName(row: DocumentRow, name: string, layout: Layout): string {
  return row.project !== null && layout.projectCodes === "blank" ? "" : name;
}

function amountCell(
  amount: number | null,
  unit: "万元" | "元",
  layout: Layout,
  odd: boolean,
  random: Random,
): { cell: WrittenAmount; expected: string } {
  if (odd && layout.oddCells === "error")
    return { cell: { value: { error: random.below(2) === 0 ? "#REF!" : "#DIV/0!" } }, expected: "error" };
  if (odd && layout.oddCells === "words") return { cell: { value: "见附件" }, expected: "text" };
  const hundredths = amount === null ? null : Math.round(amount * 100);
  if (odd && layout.oddCells === "negative") {
    const negative = -(Math.abs(hundredths ?? 0) + 150);
    const number = unit === "万元" ? negative / 100 : negative * 100;
    const inside = unit === "万元" ? decimal(-negative) : String(-negative * 100);
    return {
      cell: { value: layout.amounts === "numbers" ? number : `(${inside})${layout.amounts === "unitBehind" ? unit : ""}` },
      expected: decimal(negative),
    };
  }
  const cell = writeAmount(hundredths, unit, layout);
  const blank = hundredths === null || hundredths === 0;
  return { cell, expected: blank ? (layout.zeros === "blank" || layout.zeros === "spaces" ? "" : "0.00") : decimal(hundredths) };
}

function labelCell(column: LaidColumn, row: DocumentRow, name: string, rightName: string | null, index: number, layout: Layout): CellValue {
  const bare = row.project !== null && layout.projectCodes === "blank";
  const code = bare || row.total ? null : row.code;
  switch (column.role) {
    case "name":
      if (bare) return null;
      return layout.codes === "beforeName" && code !== null
        ? indent(`${code} ${name}`, code.length, layout, false)
        : indent(name, row.code?.length ?? 3, layout, !row.total) || null;
    case "label":
      return row.total ? name : indent(name, name.startsWith("其中") ? 5 : 3, layout, true) || null;
    case "project":
      return row.project;
    case "rightName":
      return rightName === null || row.total ? rightName : rightLabel(rightName, layout);
    case "rightCode":
      return rightName === null || row.total
        ? null
        : layout.classes === "numberColumn"
          ? Number(rightName.slice(0, 3))
          : rightName.slice(0, 3);
    case "rowNumber":
      return index + 1;
    case "remark":
      if (column.side === "left") return row.name === "" ? null : 88.88;
      return column.stack[0] === "备注"
        ? index % 3 === 0
          ? layout.extraColumns === "numbers"
            ? 2026
            : "含上年结转"
          : null
        : 13999112233;
    case "code":
      return code === null
        ? null
        : layout.codes === "singleNumber"
          ? Number(code)
          : layout.codes === "dotted"
            ? [code.slice(0, 3), code.slice(3, 5), code.slice(5)].filter(Boolean).join(".")
            : code;
    case "class":
      return level(code, 0, layout);
    case "group":
      return level(code, 1, layout);
    case "item":
      return level(code, 2, layout);
    case "amount":
      return null;
  }
}

const CUTS = [
  [0, 3],
  [3, 5],
  [5, 7],
] as const;

function level(code: string | null, at: 0 | 1 | 2, layout: Layout): CellValue {
  const [from, to] = CUTS[at];
  const part = code?.slice(from, to) ?? "";
  if (code === null || part === "") return null;
  switch (layout.codes) {
    case "numbers":
      return Number(part);
    case "inherited":
      return code.length === to ? part : null;
    case "cumulative":
      return code.slice(0, to);
    default:
      return part;
  }
}

function rightLabel(published: string, layout: Layout): string {
  const code = published.slice(0, 3);
  const name = published.slice(3).trim();
  switch (layout.classes) {
    case "published":
      return published;
    case "nameOnly":
    case "codeColumn":
    case "numberColumn":
      return indent(name, 5, layout, true);
    case "joined":
      return `${code}${name}`;
    case "wide":
      return `${code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}　${name}`;
  }
}

function indent(name: string, codeLength: number, layout: Layout, always: boolean): string {
  const depth = (codeLength - 3) / 2 + (always ? 1 : 0);
  if (name === "" || layout.indent === "none" || (layout.indent === "dots" && /^\d/.test(name))) return name;
  return { none: "", spaces: "  ", ideographic: "　", dots: "·" }[layout.indent].repeat(Math.max(1, depth)) + name;
}

function totalName(published: string, twoSided: boolean, layout: Layout): string {
  if (layout.totalLabel === "published") return published;
  if (!twoSided) return layout.totalLabel;
  return layout.totalLabel.length === 3 && !layout.totalLabel.endsWith("：")
    ? Array.from(published.replace(/\s/g, "")).join(" ")
    : published;
}

function kindOf(document: Document, table: DocumentTable, row: DocumentRow): string {
  if (row.total) return "total";
  if (row.project !== null) return "project";
  if (row.code !== null) return LEVELS[row.code.length] ?? "?";
  if (table.key === "threePublic") return "line";
  if (table.key === "projects") return "unit";
  const units =
    document.tables
      .find(({ key }) => key === "projects")
      ?.rows.filter((other) => other.code === null && !other.total)
      .map((other) => other.name) ?? [];
  return [document.organisation, ...units].includes(row.name) ? "unit" : "project";
}
