import type { IParagraphStyleOptions } from "docx";
import type { Grid, GridCell } from "../publication/grid";
import { clean, font, halfPoints, twips, type Docx } from "./docx-measures";
import type { OfficialStyle } from "./official-style";
import { CELL_MARGIN, LINE, textWidth, type TableFit } from "./table-fit";

const TITLE_SIZE = 18;
const SMALL_SIZE = 12;
const NOTE_SIZE = 10.5;
/** Of the line with the label, the title and the line with the unit, in points. */
const LABEL_PITCH = 20;
const TITLE_PITCH = 33;
const UNIT_PITCH = 20;
const NOTE_PITCH = 18;

/** How much of a page stands over and under a table of its own, in points. */
export const AROUND_TABLE = LABEL_PITCH + TITLE_PITCH + UNIT_PITCH + NOTE_PITCH;

/** Titles of the disclosure tables stand in the contents; those of the tables inside the text do not. */
export const LISTED_TITLE = "TableTitle";
const INNER_TITLE = "InnerTableTitle";
const NOTE = "TableNote";

export function tableStyles(docx: Docx, style: OfficialStyle): readonly IParagraphStyleOptions[] {
  const line = (points: number) => ({ line: twips(points), lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 });
  const title = (id: string, name: string, level: { outlineLevel?: number }): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: "Normal",
    run: { size: halfPoints(TITLE_SIZE), font: font(style.titleFont, style.latinFont) },
    paragraph: { alignment: docx.AlignmentType.CENTER, spacing: line(TITLE_PITCH), keepNext: true, ...level },
  });
  return [
    title(LISTED_TITLE, "Table Title", { outlineLevel: 1 }),
    title(INNER_TITLE, "Inner Table Title", {}),
    {
      id: NOTE,
      name: "Table Note",
      basedOn: "Normal",
      run: { size: halfPoints(SMALL_SIZE), font: font("宋体", style.latinFont) },
      paragraph: { spacing: line(LABEL_PITCH) },
    },
  ];
}

/** A table with what stands over and under it. Word wants a paragraph behind a table: it holds the sentence under empty ones. */
export function tableBlocks(
  docx: Docx,
  grid: Grid,
  fit: TableFit,
  style: OfficialStyle,
  page: "own" | "new" | "shared",
): readonly (InstanceType<Docx["Paragraph"]> | InstanceType<Docx["Table"]>)[] {
  const width = fit.widths.reduce((sum, points) => sum + points, 0);
  const head = (breaks: boolean, ...children: readonly (string | InstanceType<Docx["Tab"]>)[]): InstanceType<Docx["Paragraph"]> =>
    new docx.Paragraph({
      style: NOTE,
      keepNext: true,
      ...(breaks && { pageBreakBefore: true }),
      tabStops: [{ type: docx.TabStopType.RIGHT, position: twips(width) }],
      children: [new docx.TextRun({ children: children.map((child) => (typeof child === "string" ? clean(child) : child)) })],
    });
  return [
    ...(grid.label === "" ? [] : [head(page === "new", grid.label)]),
    new docx.Paragraph({
      style: page === "shared" ? INNER_TITLE : LISTED_TITLE,
      ...(page === "new" && grid.label === "" ? { pageBreakBefore: true } : {}),
      children: [said(docx, grid.title, Math.min(TITLE_SIZE, width / textWidth(grid.title)))],
    }),
    ...(grid.subtitle === ""
      ? []
      : [new docx.Paragraph({ style: NOTE, alignment: docx.AlignmentType.CENTER, keepNext: true, children: [said(docx, grid.subtitle)] })]),
    ...(grid.organisation === "" && grid.unit === "" ? [] : [head(false, grid.organisation, new docx.Tab(), grid.unit)]),
    tableOf(docx, grid, fit, style, page === "shared"),
    new docx.Paragraph({
      style: NOTE,
      spacing: { line: twips(NOTE_PITCH), lineRule: docx.LineRuleType.EXACT },
      children: [new docx.TextRun({ text: clean(grid.note), size: halfPoints(NOTE_SIZE) })],
    }),
  ];
}

/** In the size of its style, or in another. */
const said = (docx: Docx, text: string, size?: number): InstanceType<Docx["TextRun"]> =>
  new docx.TextRun({ text: clean(text), font: { hint: "eastAsia" }, ...(size !== undefined && { size: halfPoints(size) }) });

/** `together`: the rows stay on one page. */
function tableOf(docx: Docx, grid: Grid, fit: TableFit, style: OfficialStyle, together: boolean): InstanceType<Docx["Table"]> {
  const widths = fit.widths.map(twips);
  return new docx.Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    margins: { left: twips(CELL_MARGIN), right: twips(CELL_MARGIN) },
    rows: grid.rows.map(
      (cells, index) =>
        new docx.TableRow({
          tableHeader: index < grid.headingRows,
          cantSplit: true,
          children: cells.map((cell) => cellOf(docx, cell, fit.size, style, together && index < grid.rows.length - 1)),
        }),
    ),
  });
}

function cellOf(docx: Docx, cell: GridCell, size: number, style: OfficialStyle, keepNext: boolean): InstanceType<Docx["TableCell"]> {
  const { LEFT, CENTER, RIGHT } = docx.AlignmentType;
  return new docx.TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [
      new docx.Paragraph({
        style: NOTE,
        keepNext,
        alignment: { left: LEFT, center: CENTER, right: RIGHT }[cell.align],
        spacing: { line: twips(size * LINE), lineRule: docx.LineRuleType.EXACT },
        ...(cell.indent > 0 && { indent: { left: twips(cell.indent * size) } }),
        children:
          cell.text === ""
            ? []
            : [
                new docx.TextRun({
                  text: clean(cell.text),
                  size: halfPoints(size),
                  font: { ...font("宋体", style.latinFont), hint: "eastAsia" },
                  ...(cell.open && { highlight: "yellow" as const }),
                }),
              ],
      }),
    ],
  });
}
