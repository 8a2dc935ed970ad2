import type { DraftArea } from "../../../workbook/draft";
import { columnOf, positioned, rowOf } from "../../file/save/cells";
import { marksIn } from "../../file/save/marks";
import { areaOf } from "../../file/xlsx/place";
import { attributesOf, childrenOf, isNamed, type Tag } from "../../file/xml/scan";
import type { SheetLook } from "./look";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const areas = (text: string | undefined): readonly DraftArea[] => (text ?? "").split(/\s+/).flatMap((part) => areaOf(part) ?? []);
const yes = (text: string | undefined): boolean => text === "1" || text === "true";
const numbered = (text: string | undefined): number | undefined =>
  text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);

/** Formats beyond what is used are shown this far; a sheet may state formats for a million blank rows. */
const SPARE = { rows: 200, columns: 30 };

/** The cells' and rows' own formats, and the areas of array formulas. */
function readRows(
  bytes: Uint8Array,
  data: Tag,
  used: { readonly rows: number; readonly columns: number },
): Pick<SheetLook, "cells" | "rows" | "arrays"> {
  const cells: number[] = [];
  const rows: SheetLook["rows"][number][] = [];
  const arrays: DraftArea[] = [];
  for (const { tag, at: row } of positioned(bytes, data, rowOf)) {
    if (row > used.rows + SPARE.rows) continue;
    const stated = attributesOf(bytes, tag);
    const height = numbered(stated.get("ht"));
    const format = yes(stated.get("customFormat")) ? numbered(stated.get("s")) : undefined;
    const hidden = yes(stated.get("hidden"));
    if (height !== undefined || hidden || format !== undefined)
      rows.push({ row, hidden, ...(height !== undefined && { height }), ...(format !== undefined && { format }) });
    for (const cell of positioned(bytes, tag, columnOf)) {
      if (cell.at > used.columns + SPARE.columns) break;
      const own = Number(attributesOf(bytes, cell.tag).get("s") ?? 0);
      cells.push(row, cell.at, own);
      for (const inner of childrenOf(bytes, cell.tag)) {
        if (!isNamed(bytes, inner.tag, "f")) continue;
        const formula = attributesOf(bytes, inner.tag);
        if (formula.get("t") === "array" || formula.get("t") === "dataTable") arrays.push(...areas(formula.get("ref")));
      }
    }
  }
  return { cells: Int32Array.from(cells), rows, arrays };
}

function readView(bytes: Uint8Array, views: Tag, into: Mutable<SheetLook>): void {
  for (const view of childrenOf(bytes, views)) {
    const stated = attributesOf(bytes, view.tag);
    into.gridlines = stated.get("showGridLines") !== "0" && stated.get("showGridLines") !== "false";
    into.zoom = (numbered(stated.get("zoomScale")) ?? 100) / 100;
    for (const pane of childrenOf(bytes, view.tag)) {
      const split = attributesOf(bytes, pane.tag);
      if (isNamed(bytes, pane.tag, "pane") && split.get("state")?.startsWith("frozen"))
        into.frozen = { rows: numbered(split.get("ySplit")) ?? 0, columns: numbered(split.get("xSplit")) ?? 0 };
    }
    return;
  }
}

function readColumns(bytes: Uint8Array, columns: Tag): SheetLook["columns"] {
  return [...childrenOf(bytes, columns)].map(({ tag }) => {
    const stated = attributesOf(bytes, tag);
    const width = numbered(stated.get("width"));
    const format = numbered(stated.get("style"));
    return {
      first: Number(stated.get("min")) - 1,
      last: Number(stated.get("max")) - 1,
      hidden: yes(stated.get("hidden")),
      ...(width !== undefined && { width }),
      ...(format !== undefined && { format }),
    };
  });
}

/** How one sheet looks, from its part (in UTF-8). `used`: the last row and column that hold something. */
export function readSheetLook(
  bytes: Uint8Array,
  root: Tag,
  name: string,
  used: { readonly rows: number; readonly columns: number },
  headings: readonly DraftArea[],
): SheetLook {
  const look: Mutable<SheetLook> = {
    name,
    cells: new Int32Array(),
    rows: [],
    columns: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    gridlines: true,
    zoom: 1,
    rowHeight: null,
    columnWidth: null,
    protected: false,
    arrays: [],
    headings,
    marks: marksIn(bytes, root, name),
    own: false,
  };
  const readers: Readonly<Record<string, (tag: Tag) => void>> = {
    sheetViews: (tag) => readView(bytes, tag, look),
    sheetFormatPr: (tag) => {
      const stated = attributesOf(bytes, tag);
      look.rowHeight = numbered(stated.get("defaultRowHeight")) ?? null;
      look.columnWidth = numbered(stated.get("defaultColWidth")) ?? null;
    },
    cols: (tag) => void (look.columns = readColumns(bytes, tag)),
    sheetData: (tag) => void Object.assign(look, readRows(bytes, tag, used)),
    sheetProtection: (tag) => void (look.protected = yes(attributesOf(bytes, tag).get("sheet"))),
    mergeCells: (tag) =>
      void (look.merges = [...childrenOf(bytes, tag)].flatMap((merge) => areas(attributesOf(bytes, merge.tag).get("ref")))),
  };
  for (const { tag } of childrenOf(bytes, root))
    for (const [element, read] of Object.entries(readers)) if (isNamed(bytes, tag, element)) read(tag);
  return look;
}
