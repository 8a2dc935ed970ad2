import type { Unit } from "../amount/unit";
import { ONE_COLUMN, type TableKey } from "../templates/define";
import type { Candidate } from "./identify";
import type { Laid } from "./lay-table";
import { withoutNamelessProjects } from "./nameless-projects";
import { withoutNamelessTotal } from "./nameless-total";
import { readCell, type Reading } from "./reading";
import type { Column, Row, Table, TableFacts } from "./recognised";
import { unknownColumns, unknownRows } from "./unknown";
import { findNote } from "./surroundings";
import type { TableUnit } from "./units";

/** A table's parts before the template, and so its printed number, is known. */
export interface Parts {
  readonly candidate: Candidate;
  readonly title: Table["title"];
  readonly area: Table["area"];
  readonly columns: ReadonlyMap<string, Column>;
  readonly rows: readonly Row[];
  readonly readings: Readings;
  /** Column key -> index into a row's readings. */
  readonly order: ReadonlyMap<string, number>;
  readonly facts: TableFacts;
}

export type Readings = ReadonlyMap<Row, readonly (Reading | undefined)[]>;
export type RawTables = ReadonlyMap<TableKey, Parts>;

/** Reads a laid table's amounts, in 万元, and what surrounds them. */
export function readTable({ candidate, body, end }: Laid, unit: TableUnit): Parts {
  const { block, columns: map } = candidate;
  const { sheet } = block;
  const order = new Map<string, number>();
  const columns = new Map<string, Column>();
  const [first] = map.amounts.values();
  if (candidate.spec.cells && first) columns.set(ONE_COLUMN, { key: ONE_COLUMN, position: sheet.left + first.index, heading: "" });
  else for (const [key, found] of map.amounts) columns.set(key, { key, position: sheet.left + found.index, heading: found.heading });
  for (const key of columns.keys()) order.set(key, order.size);
  const { title } = candidate;
  const note = findNote(sheet, block.bodyStart, end);
  const { spec } = candidate;
  const rows = withoutNamelessProjects(withoutNamelessTotal(body.rows, sheet, spec, map), sheet, spec, map);
  return {
    candidate,
    title: title && { text: title.text, cell: title.cell },
    area: areaOf(candidate, columns, body.last),
    columns,
    rows,
    readings: readAmounts(candidate, rows, unit.unit),
    order,
    facts: {
      organisation: candidate.above.organisation,
      statedUnit: candidate.above.statedUnit,
      strangeUnit: candidate.above.strangeUnit,
      unit: unit.unit,
      note,
      skippedRows: body.skipped.map((index) => sheet.top + index),
      extraTotals: body.extraTotals,
      unknownColumns: unknownColumns(candidate, rows),
      unknownRows: unknownRows(candidate, rows),
      namesFound:
        candidate.spec.classification === null || candidate.spec.layout === "panels" ? null : map.label !== null || map.codes.length === 0,
      missingColumns: map.missing,
      evidence: sheet.visibility === "visible" ? candidate.evidence : [...candidate.evidence, "工作表是隐藏的，照样读取"],
      exchangedTitle: null,
      doubts: doubtsOf(candidate, rows, unit, note !== null),
    },
  };
}

function areaOf(candidate: Candidate, columns: ReadonlyMap<string, Column>, last: number): Table["area"] {
  const { block, columns: map, above } = candidate;
  const { sheet } = block;
  const labels = [...map.codes, map.label, map.project, ...map.panels.flatMap(({ label, code }) => [label, code])]
    .filter((column) => column !== null)
    .map((column) => column + sheet.left);
  const all = [...[...columns.values()].map((column) => column.position), ...labels];
  return {
    top: sheet.top + above.top,
    left: Math.min(...all),
    bottom: sheet.top + Math.max(last, block.bodyStart - 1),
    right: Math.max(...all),
  };
}

function doubtsOf(candidate: Candidate, rows: readonly Row[], unit: TableUnit, saysEmpty: boolean): string[] {
  const { above, columns } = candidate;
  const doubts: string[] = [];
  if (!candidate.named) doubts.push("表上没有标题，工作表名也看不出是哪张表，是按列标题认出来的，请核对");
  if (columns.missing.length > 0)
    doubts.push(`没有找到列“${columns.missing.join("”“")}”，用到这些列的检查不能执行，请看列标题是否写错或被删`);
  if (!saysEmpty && rows.every((row) => row.kind === "other")) doubts.push("列标题下没有认得的数据行，也没有写明是空表");
  if (unit.doubt !== null) doubts.push(unit.doubt);
  if (above.titles.length > 1 && candidate.title === null)
    doubts.push(`表上方有“${above.titles.map((title) => title.text).join("”“")}”，都不是已知的表题`);
  return doubts;
}

function readAmounts(candidate: Candidate, rows: readonly Row[], unit: Unit): Readings {
  const { block, spec, columns: map } = candidate;
  const { sheet } = block;
  const columns = spec.cells
    ? [{ index: -1, side: undefined }]
    : [...map.amounts].map(([key, { index }]) => ({ index, side: spec.columns[key]?.side }));
  const readings = new Map<Row, readonly (Reading | undefined)[]>();
  for (const row of rows) {
    if (row.kind === "other") continue;
    const at = row.position - sheet.top;
    const cells = sheet.values[at] ?? [];
    const formats = sheet.formats[at];
    const formulas = sheet.formulas[at];
    readings.set(
      row,
      columns.map(({ index, side }) => {
        const place = row.amountColumn === null ? index : row.amountColumn - sheet.left;
        return side !== undefined && side !== row.side ? undefined : readCell(cells[place], formats?.[place], unit, formulas?.[place]);
      }),
    );
  }
  return readings;
}
