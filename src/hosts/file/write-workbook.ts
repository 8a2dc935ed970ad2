import type { Cell, CellValue, WriteSheet } from "hucre/xlsx";
import { address, quoteSheet } from "../../amount/cell-ref";
import type { DraftArea, DraftCell, FileLink, SheetDraft } from "../../workbook/draft";
import { DRAFT_STYLES } from "./draft-styles";

const range = (area: DraftArea): string =>
  `${address({ row: area.top, column: area.left })}:${address({ row: area.bottom, column: area.right })}`;

/** Strings are stored as strings whatever they begin with; only `formula` is ever a formula. */
function cellOf(cell: DraftCell): Partial<Cell> {
  const type =
    cell.formula !== undefined ? "formula" : typeof cell.value === "number" ? "number" : cell.value === null ? "empty" : "string";
  return {
    value: cell.value,
    type,
    style: DRAFT_STYLES[cell.style],
    ...(cell.formula !== undefined && { formula: cell.formula.replace(/^=/, ""), formulaResult: cell.value }),
    ...(cell.link && { hyperlink: { target: "", location: locationOf(cell.link) } }),
    ...(cell.opens && { hyperlink: fileLink(cell.opens) }),
  };
}

const locationOf = ({ sheet, address: cell }: NonNullable<DraftCell["link"]>): string => `${quoteSheet(sheet)}!${cell}`;

/** Excel takes the place in another workbook as a part of its address. */
function fileLink({ file, sheet, address: cell }: FileLink): { readonly target: string } {
  return { target: sheet === undefined || cell === undefined ? file : `${file}#${encodeURI(locationOf({ sheet, address: cell }))}` };
}

/** A draft as the writing library takes it. */
export function writeSheet(draft: SheetDraft): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = draft.rows.map((row, r) =>
    row.cells.map((cell, c): CellValue => {
      cells.set(`${String(r)},${String(c)}`, cellOf(cell));
      return cell.value;
    }),
  );
  const heights = draft.rows.flatMap((row, r) => (row.height === undefined ? [] : [[r, { height: row.height }] as const]));
  return {
    name: draft.name,
    columns: draft.columnWidths.map((width) => ({ width })),
    rows,
    cells,
    rowDefs: new Map(heights),
    merges: draft.merges.map((area) => ({ startRow: area.top, startCol: area.left, endRow: area.bottom, endCol: area.right })),
    dataValidations: draft.lists.map((list) => ({
      type: "list",
      values: [...list.values],
      range: range(list.area),
      allowBlank: true,
      errorStyle: "warning",
    })),
    ...(draft.frozenRows > 0 && { freezePane: { rows: draft.frozenRows } }),
    pageSetup: { paperSize: "a4", orientation: draft.landscape ? "landscape" : "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** A written file says nothing of when it was made, so that the same drafts give the same file. */
const EPOCH = new Date(Date.UTC(2000, 0, 1));

/** A fresh styled .xlsx of the drafts. The bytes depend on the drafts alone. */
export async function writeWorkbook(drafts: readonly SheetDraft[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: drafts.map(writeSheet),
    defaultFont: { name: "宋体", size: 11 },
    properties: { created: EPOCH, modified: EPOCH },
  });
}
