import type { CellRef } from "../../amount/cell-ref";
import { specOf } from "../../templates/xinjiang/tables/index";
import type { TableKey } from "../../templates/define";
import { variants } from "../../templates/xinjiang/variants";
import type { Choices, Recognised, Table } from "../../workbook/recognised";
import type { Overview, TableOverview } from "./protocol";

/** The recognised workbook as plain data for the pane's map: every table of the template, found or not. */
export function overviewOf(recognised: Recognised, choices: Choices): Overview {
  const { workbook, variant } = recognised;
  return {
    organisation: recognised.organisation,
    organisationKind: recognised.organisationKind,
    year: recognised.year,
    variant,
    variantEvidence: recognised.variantEvidence,
    unit: recognised.unit,
    tables: variants[variant].order.map((key, index) => tableOverview(recognised, choices, key, index + 1)),
    sheets: workbook.sheets.map(({ name, visibility }) => ({ name, visibility })),
    hasInputSheets: workbook.sheets.some((sheet) => sheet.name.startsWith("填报-")),
  };
}

function tableOverview(recognised: Recognised, choices: Choices, key: TableKey, number: number): TableOverview {
  const table = recognised.tables.get(key);
  const usualTitle = specOf(key).titles[0]?.replace("{部门}", recognised.organisationKind) ?? "";
  if (!table) return { key, number, title: usualTitle, status: "missing", place: null, evidence: [], doubts: [], chosen: false };
  const again = recognised.duplicates.filter((other) => other.key === key).map((other) => `工作表“${other.sheet}”${other.range}也像这张表，没有采用`);
  const doubts = [...table.facts.doubts, ...again];
  return {
    key,
    number,
    title: table.title?.text ?? usualTitle,
    status: doubts.length > 0 ? "doubtful" : "found",
    place: { sheet: table.sheet.name, range: table.range, cell: firstCell(table) },
    evidence: table.facts.evidence,
    doubts,
    chosen: choices.sheets?.[key] === table.sheet.name,
  };
}

function firstCell(table: Table): CellRef {
  return table.title?.cell ?? { sheet: table.sheet.name, row: table.area.top, column: table.area.left };
}
