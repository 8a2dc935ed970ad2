import type { Identity } from "../checks/language/expression";
import { rowHeight } from "../inputs/row-height";
import { rightTitles, type PrintedTable } from "../templates/family";
import type { DraftArea, DraftCell, DraftRow, SheetDraft } from "../workbook/draft";
import { columnsOf, type Print, type SheetColumn } from "./columns";
import { sumOf, type Laid } from "./formulas";
import { headingRows, headingTree } from "./headings";
import { stripsOf, type Slot } from "./rows";

/** The blank sheet of a table: headings, rows and formulas all follow from its description and the template's identities. */
export function blankSheet({ spec, label }: PrintedTable, identities: readonly Identity[], print: Print): SheetDraft {
  const { template, paper, kind, year } = print;
  const columns = columnsOf(spec, print);
  const title = rightTitles(template, spec, kind)[0] ?? "";
  const above = [
    ...(paper.numbered ? [noteRow(columns, label)] : []),
    titleRow(columns, `${paper.dated ? `${String(year)}年` : ""}${title}`),
    unitRow(columns, paper.organisation?.replace("{部门}", kind) ?? null, `单位：${spec.unit ?? template.unit}`),
  ];
  const heading = headingRows(headingTree(columns, spec.groups), above.length);
  const top = above.length + heading.rows.length;
  const laid: Laid = { key: spec.key, columns, strips: stripsOf(spec, columns, print), top };
  const height = rowHeight(columns.map(({ head, width }) => ({ text: head, width })));
  const rows: readonly DraftRow[] = [
    ...above,
    ...heading.rows.map((cells, index) => (index === heading.rows.length - 1 && height !== undefined ? { cells, height } : { cells })),
    ...bodyRows(laid, identities),
    ...(spec.nothing === null ? [] : [noteRow(columns, paper.emptySentence(spec.nothing, { title, year, kind, organisation: "" }))]),
  ];
  const wholeRow = (row: number): DraftArea => ({ top: row, left: 0, bottom: row, right: columns.length - 1 });
  return {
    name: paper.numbered ? label : title,
    columnWidths: columns.map(({ width }) => width),
    rows,
    frozenRows: top,
    merges: [wholeRow(paper.numbered ? 1 : 0), ...heading.merges, ...(spec.nothing === null ? [] : [wholeRow(rows.length - 1)])],
    lists: [],
    landscape: columns.length > 8,
  };
}

function lineOf(columns: readonly SheetColumn[], ...cells: readonly [number, DraftCell][]): readonly DraftCell[] {
  const given = new Map(cells);
  return columns.map((_, index): DraftCell => given.get(index) ?? { value: null, style: "blank" });
}

const noteRow = (columns: readonly SheetColumn[], text: string): DraftRow => ({
  cells: lineOf(columns, [0, { value: text, style: "note" }]),
});
const titleRow = (columns: readonly SheetColumn[], text: string): DraftRow => ({
  cells: lineOf(columns, [0, { value: text, style: "title" }]),
  height: 30,
});

function unitRow(columns: readonly SheetColumn[], organisation: string | null, unit: string): DraftRow {
  const last: [number, DraftCell] = [Math.max(1, columns.length - 1), { value: unit, style: "note" }];
  return {
    cells: lineOf(
      columns,
      ...(organisation === null ? [] : [[0, { value: organisation, style: "note" }] satisfies [number, DraftCell]]),
      last,
    ),
  };
}

function bodyRows(laid: Laid, identities: readonly Identity[]): readonly DraftRow[] {
  const length = Math.max(...[...laid.strips.values()].map((slots) => slots.length));
  return Array.from({ length }, (_, row) => ({ cells: laid.columns.map((column) => bodyCell(laid, identities, row, column)) }));
}

const BLANK: DraftCell = { value: null, style: "label" };
const TO_FILL: DraftCell = { value: null, style: "inputAmount" };

function bodyCell(laid: Laid, identities: readonly Identity[], row: number, column: SheetColumn): DraftCell {
  const slot = laid.strips.get(column.strip)?.[row];
  if (!slot || slot.kind === "nothing") return BLANK;
  if (column.kind !== "amount") return bearsText(laid, column) && slot.text !== "" ? { value: slot.text, style: "label" } : BLANK;
  const sum = sumOf(laid, identities, row, column);
  return sum ? formulaCell(slot, sum) : TO_FILL;
}

/** The words of a row stand in its label, or under the names of subjects. */
function bearsText({ columns }: Laid, column: SheetColumn): boolean {
  return (
    column.kind === "name" ||
    (column.kind === "label" && columns.find(({ kind, strip }) => kind === "label" && strip === column.strip) === column)
  );
}

/** A total shows 0.00 while nothing is filled in; a sum within the table stays blank while its parts are. */
function formulaCell(slot: Slot, { parts, whole }: { readonly parts: string; readonly whole: boolean }): DraftCell {
  const sum = whole ? parts : `SUM(${parts})`;
  return slot.kind === "total"
    ? { value: 0, formula: `=${sum}`, style: "amount" }
    : { value: null, formula: whole ? `=${sum}` : `=IF(COUNT(${parts})=0,"",${sum})`, style: "amount" };
}
