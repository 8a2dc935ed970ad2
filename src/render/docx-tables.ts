import type { IParagraphStyleOptions } from "docx";
import type { Recognised, Table } from "../workbook/recognised";
import { clean, font, halfPoints, LANDSCAPE_TEXT_WIDTH, millimetres, PAGE, TEXT_WIDTH, twips, type Docx } from "./docx-measures";
import { TITLE_SIZE, type OfficialStyle } from "./official-style";
import { gridOf, type Grid, type GridCell } from "./table-grid";

type Section = ConstructorParameters<Docx["Document"]>[0]["sections"][number];
type Page = NonNullable<NonNullable<Section["properties"]>["page"]>;

/** More columns than this do not fit upright. */
const UPRIGHT_COLUMNS = 8;
const CELL_SIZE = 10.5;
/** Long tables (1 and 4 list every class) stay on one page in a smaller size. */
const LONG_TABLE = { rows: 28, size: 9 };
const SMALL_CELL_SIZE = 8;
/** Space between a cell's text and its borders, in twips. */
const CELL_MARGIN = 60;

/** Styles of the tables' cells, one for each size. */
export function tableStyles(docx: Docx, style: OfficialStyle): readonly IParagraphStyleOptions[] {
  return [CELL_SIZE, LONG_TABLE.size, SMALL_CELL_SIZE].map((size) => ({
    id: cellStyle(size),
    name: `Table Text ${size}`,
    basedOn: "Normal",
    run: { size: halfPoints(size), font: font("宋体", style.latinFont) },
    paragraph: { spacing: { line: twips(size * 1.35), lineRule: docx.LineRuleType.AT_LEAST, before: 0, after: 0 } },
  }));
}

function cellStyle(size: number): string {
  return `TableText${String(size).replace(".", "")}`;
}

/** 第二部分: one section a table, in printed order, wide tables on their side. */
export function tableSections(docx: Docx, recognised: Recognised, style: OfficialStyle): readonly Section[] {
  const found = recognised.template.tables.flatMap(({ key }) => recognised.tables.get(key) ?? []);
  return found.map((table, index) => {
    const grid = gridOf(table);
    const landscape = grid.width > UPRIGHT_COLUMNS;
    const width = landscape ? LANDSCAPE_TEXT_WIDTH : TEXT_WIDTH;
    return {
      properties: { ...(index > 0 ? { type: docx.SectionType.NEXT_PAGE } : {}), page: landscape ? landscapePage(docx) : PAGE },
      children: [
        ...(index === 0 ? [partTitle(docx, recognised)] : []),
        ...headOf(docx, table, grid, style, width),
        tableOf(docx, grid, width),
        footOf(docx, grid, style),
      ],
    };
  });
}

function partTitle(docx: Docx, { year, organisationKind }: Recognised): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({
    style: "Title",
    children: [new docx.TextRun({ text: `第二部分 ${year === null ? "" : `${year}年`}${organisationKind}预算公开表` })],
  });
}

function landscapePage(docx: Docx): Page {
  const side = millimetres(20);
  return {
    size: { ...PAGE.size, orientation: docx.PageOrientation.LANDSCAPE },
    margin: { ...PAGE.margin, top: millimetres(28), bottom: millimetres(26), left: side, right: side, footer: millimetres(18) },
  };
}

function headOf(docx: Docx, table: Table, grid: Grid, style: OfficialStyle, width: number): InstanceType<Docx["Paragraph"]>[] {
  const size = halfPoints(12);
  const line = (...children: readonly (string | InstanceType<Docx["Tab"]>)[]): InstanceType<Docx["Paragraph"]> =>
    new docx.Paragraph({
      spacing: { line: twips(20), lineRule: docx.LineRuleType.EXACT },
      tabStops: [{ type: docx.TabStopType.RIGHT, position: width }],
      children: [
        new docx.TextRun({
          size,
          font: font("宋体", style.latinFont),
          children: children.map((child) => (typeof child === "string" ? clean(child) : child)),
        }),
      ],
    });
  return [
    line(table.label),
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { line: twips(TITLE_SIZE * 1.5), lineRule: docx.LineRuleType.EXACT },
      children: [new docx.TextRun({ text: clean(grid.title), size: halfPoints(18), font: font(style.titleFont, style.latinFont) })],
    }),
    line(grid.organisation, new docx.Tab(), grid.unit),
  ];
}

/** Word wants a paragraph after a table that ends a section; it holds the sentence under empty tables. */
function footOf(docx: Docx, grid: Grid, style: OfficialStyle): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({
    spacing: { line: twips(18), lineRule: docx.LineRuleType.EXACT },
    children: [new docx.TextRun({ text: clean(grid.note), size: halfPoints(CELL_SIZE), font: font("宋体", style.latinFont) })],
  });
}

function tableOf(docx: Docx, grid: Grid, width: number): InstanceType<Docx["Table"]> {
  const size = grid.width > UPRIGHT_COLUMNS ? SMALL_CELL_SIZE : grid.rows.length > LONG_TABLE.rows ? LONG_TABLE.size : CELL_SIZE;
  const widths = columnWidths(grid, width);
  return new docx.Table({
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    rows: grid.rows.map(
      (cells, index) =>
        new docx.TableRow({
          tableHeader: index < grid.headingRows,
          cantSplit: true,
          children: cells.map((cell) => cellOf(docx, cell, size)),
        }),
    ),
  });
}

function cellOf(docx: Docx, cell: GridCell, size: number): InstanceType<Docx["TableCell"]> {
  const alignment = cell.align === "right" ? docx.AlignmentType.RIGHT : docx.AlignmentType.CENTER;
  return new docx.TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [
      new docx.Paragraph({
        style: cellStyle(size),
        ...(cell.align === "left" ? {} : { alignment }),
        children: cell.text === "" ? [] : [new docx.TextRun(clean(cell.text))],
      }),
    ],
  });
}

/** By the longest text of each column that is not spanned, within bounds; together the whole width. */
function columnWidths(grid: Grid, width: number): number[] {
  const longest = Array.from({ length: grid.width }, () => 2);
  for (const cells of grid.rows.slice(grid.headingRows))
    cells.forEach((cell, column) => {
      longest[column] = Math.max(longest[column] ?? 0, textWidth(cell.text));
    });
  const weights = longest.map((length) => Math.min(Math.max(length, 3), 16) + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((weight / total) * width));
}

/** In Chinese characters. */
function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);
}
