import type { CellRef } from "../../amount/cell-ref";
import { standardCatalogue } from "../../book/catalogue";
import { officialTitle, type PrintedTable } from "../../templates/family";
import { NO_TEMPLATE, templateId } from "../../workbook/choose-family";
import type { Choices, Recognised, Table } from "../../workbook/recognised";
import type { Overview, TableOverview, TemplateChoice } from "./protocol";

/** The recognised workbook as plain data for the pane's map: every table of the template, found or not. */
export function overviewOf(recognised: Recognised, choices: Choices): Overview {
  const { workbook, template } = recognised;
  return {
    organisation: recognised.organisation,
    organisationKind: recognised.organisationKind,
    year: recognised.year,
    template: { id: templateId(template), label: template.label },
    family: template.family,
    templateEvidence: recognised.templateEvidence,
    templates: templateChoices(),
    isFinalAccounts: recognised.isFinalAccounts,
    unread: recognised.unread,
    unit: recognised.unit,
    tables: template.tables
      .filter(({ key }) => template.family !== null || recognised.tables.has(key))
      .map((table) => tableOverview(recognised, choices, table)),
    sheets: workbook.sheets.map(({ name, visibility }) => ({ name, visibility })),
    hasInputSheets: workbook.sheets.some((sheet) => sheet.name.startsWith("填报-")),
  };
}

/** Every form of every family, and none at all. */
function templateChoices(): readonly TemplateChoice[] {
  const { families } = standardCatalogue();
  const forms = families.flatMap(({ family, templates }) =>
    templates.map((template) => ({ id: templateId(template), label: `${family.name}　${template.label}` })),
  );
  return [...forms, { id: NO_TEMPLATE, label: "不套用版式，只作各地共有的校验" }];
}

function tableOverview(recognised: Recognised, choices: Choices, { key, number, label, spec }: PrintedTable): TableOverview {
  const table = recognised.tables.get(key);
  const usualTitle = officialTitle(recognised.template, spec, recognised.organisationKind);
  if (!table) return { key, number, label, title: usualTitle, status: "missing", place: null, evidence: [], doubts: [], chosen: false };
  const again = recognised.duplicates
    .filter((other) => other.key === key)
    .map((other) => `工作表“${other.sheet}”${other.range}也像这张表，没有采用`);
  const doubts = [...table.facts.doubts, ...again];
  return {
    key,
    number: table.number,
    label: table.label,
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
