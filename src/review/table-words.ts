import { fullAddress, type CellRef } from "../amount/cell-ref";
import type { Exact } from "../amount/exact";
import { formatAmount, GROUPED } from "../amount/format";
import { writtenIn, type Unit, type Wan } from "../amount/unit";
import type { Comparison, Difference, LoneRow, OtherUnit } from "../compare/compare-tables";
import { displaced } from "../compare/displaced";
import type { TableKey } from "../templates/define";

/** A fault of a printed table in words: where it stands in the report, and what the workbook has there. */
export interface TableWords {
  readonly table: TableKey;
  readonly category: "figure" | "name" | "missing" | "extra";
  readonly severity: "error" | "warning";
  /** The report's cell; null where a whole table is wanting. */
  readonly printed: CellRef | null;
  /** The workbook's cell. */
  readonly own: CellRef | null;
  readonly message: string;
  readonly expected: string;
  /** Cells of the report that it speaks for. */
  readonly covers: readonly CellRef[];
  /** Whether those cells were not understood, rather than wrong. */
  readonly unread?: true;
}

/** So many figures of one table, and more than half of it, differ for one reason: it is another table. */
const FEWEST_OF_ANOTHER = 8;

/**
 * The differences, once a cell; where most of a table differs, once for the table. `loose`: the table was told from tabs in a text,
 * whose headings may have slipped.
 */
export function tableWords(comparison: Comparison, loose = false): readonly TableWords[] {
  const tables = new Map<string, Difference[]>();
  for (const difference of comparison.differences) tables.set(difference.table, [...(tables.get(difference.table) ?? []), difference]);
  return [
    ...[...tables].flatMap(
      ([table, differences]) =>
        (loose ? slippedColumns(table, differences) : null) ??
        otherUnit(table, differences, comparison) ??
        wholeTable(table, differences, comparison) ??
        differences.map(ofCell),
    ),
    ...comparison.otherUnits.map(unit),
    // A row without figures may be printed or left out as one likes.
    ...comparison.added.filter(({ amounts }) => amounts > 0).map(added),
    ...comparison.missing.map(missing),
  ];
}

function slippedColumns(table: string, differences: readonly Difference[]): TableWords[] | null {
  const moved = displaced(differences);
  const [first] = moved;
  if (!first) return null;
  return [
    {
      table: first.key,
      category: "figure",
      severity: "warning",
      printed: first.printed,
      own: first.own,
      expected: "",
      covers: moved.map(({ printed }) => printed),
      unread: true,
      message: `${table}的列没有读懂：这里的数与工作簿相同，却像是在别的列里，没有逐格核对。文字里的表容易错列，请用 Word 或 PDF 文件再校对一次。`,
    },
    ...differences.filter(({ kind }) => kind !== "amount").map(ofCell),
  ];
}

/** 万元 to 元. */
const TIMES = 4;

/** One cause of many different figures, told at the first of them. */
const allOf = (first: Difference, figures: readonly Difference[], message: string): TableWords => ({
  table: first.key,
  category: "figure",
  severity: "error",
  printed: first.printed,
  own: first.own,
  expected: "",
  covers: figures.map(({ printed }) => printed),
  message,
});

/** Every figure of the table is the workbook's ten thousand times, or the other way round: its unit is wrong, and no figure of it. */
function otherUnit(table: string, differences: readonly Difference[], { proved }: Comparison): TableWords[] | null {
  const figures = differences.flatMap((difference) => (difference.kind === "amount" ? [difference] : []));
  const [first] = figures;
  if (!first || figures.length < 2 || proved.some(({ sheet }) => sheet === first.printed.sheet)) return null;
  const by = [TIMES, -TIMES].find((shift) => figures.every(({ says, wanted }) => says.shifted(shift).equals(wanted)));
  if (by === undefined) return null;
  return [
    allOf(
      first,
      figures,
      `报告的${table}写的单位是${first.unit}，${String(figures.length)}个数却都是工作簿的${by > 0 ? "一万分之一" : "一万倍"}：多半是计量单位写错了，数没有错。`,
    ),
    ...differences.filter(({ kind }) => kind !== "amount").map(ofCell),
  ];
}

function wholeTable(table: string, differences: readonly Difference[], { proved }: Comparison): TableWords[] | null {
  const figures = differences.filter(({ kind }) => kind === "amount");
  const [first] = figures;
  const right = proved.filter(({ sheet }) => sheet === first?.printed.sheet).length;
  if (!first || figures.length < FEWEST_OF_ANOTHER || figures.length <= right) return null;
  return [
    allOf(
      first,
      figures,
      `报告的${table}有${String(figures.length)}个数与工作簿不同，相同的只有${String(right)}个。请先看是不是别的年度、别的单位的表，或元与万元混用；换上对的表后再校对。`,
    ),
  ];
}

/** As the report's table would print it, with every decimal that the figure has. */
function inUnit(amount: Exact<Wan>, unit: Unit): string {
  const written = writtenIn(amount, unit);
  return written.decimals() <= 2 ? formatAmount(written, GROUPED) : written.toString();
}

function ofCell(difference: Difference): TableWords {
  const { table, row, column, printed, own } = difference;
  const where = `${table}“${row}”${column === "" ? "" : `的“${column}”`}`;
  const common = { table: difference.key, printed, own, covers: [printed], severity: "error" } as const;
  if (difference.kind === "name")
    return {
      ...common,
      category: "name",
      expected: difference.wanted,
      message: `${table}：报告印的是“${difference.says}”，工作簿是“${difference.wanted}”（见${fullAddress(own)}）。`,
    };
  if (difference.kind === "code")
    return {
      ...common,
      category: "name",
      expected: difference.part,
      message: `${table}“${row}”的科目编码：报告印的是${difference.says}，工作簿是${difference.wanted}（见${fullAddress(own)}）。`,
    };
  const wanted = inUnit(difference.wanted, difference.unit);
  const says =
    difference.kind === "text" ? `“${difference.says}”` : difference.says.isZero() ? "空着或是0" : inUnit(difference.says, difference.unit);
  return {
    ...common,
    category: "figure",
    expected: wanted,
    message: `${where}：报告印的是${says}，工作簿是${wanted}${difference.unit}（见${fullAddress(own)}）。`,
  };
}

const unit = ({ key, table, says, wanted, cell }: OtherUnit): TableWords => ({
  table: key,
  category: "figure",
  severity: "error",
  printed: cell,
  own: null,
  expected: "",
  covers: [],
  message: `${table}的单位印的是“${says}”，数却是工作簿里以“${wanted}”列示的：单位印错了，或数没有换算。`,
});

const added = ({ key, table, row, cell }: LoneRow): TableWords => ({
  table: key,
  category: "extra",
  severity: "error",
  printed: cell,
  own: null,
  expected: "",
  covers: [cell],
  message: `${table}“${row}”：报告里有这一行，工作簿里没有。`,
});

const missing = ({ key, table, row, cell }: LoneRow): TableWords => ({
  table: key,
  category: "missing",
  severity: "error",
  printed: null,
  own: cell,
  expected: row,
  covers: [],
  message: `${table}“${row}”：工作簿里有这一行（见${fullAddress(cell)}），报告里没有印出来。`,
});
