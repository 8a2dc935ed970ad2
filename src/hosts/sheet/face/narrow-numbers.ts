import { CellValueType, WrapStrategy, type ICellDataForSheetInterceptor, type IStyleData } from "@univerjs/core";
import { FontCache, getFontStyleString, SpreadsheetSkeleton } from "@univerjs/engine-render";

/** How wide a text is when drawn, in pixels. */
type Measure = (text: string) => number;

const HASH = "#";

/**
 * A number as its column has room for it: a part of a figure is a wrong figure. `text` is what its format makes of it; a
 * number without a format (`plain`) loses decimals first. What still has no room is shown as ###, as spreadsheet programs do.
 */
export function numberInRoom(text: string, plain: number | null, room: number, measure: Measure): string {
  const fits = (shown: string): boolean => measure(shown.trim()) <= room;
  if (fits(text)) return text;
  const decimals = plain === null ? 0 : (/\.(\d+)$/.exec(text)?.[1]?.length ?? 0);
  for (let kept = decimals - 1; plain !== null && kept >= 0; kept--) {
    const shown = plain.toFixed(kept);
    if (fits(shown)) return shown;
  }
  return HASH.repeat(Math.max(1, Math.floor(room / Math.max(1, measure(HASH)))));
}

/** Smaller than this nothing can be read. */
const SMALLEST = 1;

/** The size, in points, at which a text as wide as that has room; its own where it has. */
export function sizeInRoom(size: number, wide: number, room: number): number {
  return wide <= room ? size : Math.max(SMALLEST, Math.floor(((size * room) / wide) * 10) / 10);
}

/** The library's lines between cells, left and right. */
const LINES = 2;
const INDENT = 2;
const DEFAULT_SIZE = 11;

/** The cell as it is drawn, smaller where its format wants it whole in its column: the copy that the library hands over for drawing is changed, never the sheet. */
function asDrawn(
  skeleton: SpreadsheetSkeleton,
  row: number,
  column: number,
  cell: ICellDataForSheetInterceptor,
  style: IStyleData,
): { readonly cell: ICellDataForSheetInterceptor; readonly style: IStyleData } {
  const raw = skeleton.worksheet.getCellRaw(row, column);
  const turned = (style.tr?.a ?? 0) !== 0 || style.tr?.v === 1;
  const shrinks = style.tb === WrapStrategy.CLIP;
  if ((raw?.t !== CellValueType.NUMBER && !shrinks) || cell.p || turned || (typeof cell.v !== "number" && typeof cell.v !== "string"))
    return { cell, style };
  const { startX, endX, isMergedMainCell, mergeInfo } = skeleton.getCellWithCoordByIndex(row, column, false);
  const width = isMergedMainCell ? mergeInfo.endX - mergeInfo.startX : endX - startX;
  const indent = Math.max(0, (style.pd?.l ?? INDENT) - INDENT) + Math.max(0, (style.pd?.r ?? INDENT) - INDENT);
  const font = getFontStyleString(style).fontCache;
  const measure: Measure = (text) => FontCache.getMeasureText(text, font).width;
  if (shrinks) {
    const fs = sizeInRoom(style.fs ?? DEFAULT_SIZE, measure(String(cell.v).trim()), width - LINES - indent);
    return { cell, style: { ...style, fs } };
  }
  const plain = typeof cell.v === "number" ? cell.v : null;
  const v = numberInRoom(String(cell.v), plain, width - LINES - indent, measure);
  // Numbers are never broken into lines.
  return { cell: { ...cell, v }, style: style.tb === WrapStrategy.WRAP ? { ...style, tb: WrapStrategy.CLIP } : style };
}

let shown = false;

/** Numbers that are too wide for their column are not cut off, whatever sheet they stand on. */
export function numbersWhole(): void {
  if (shown) return;
  shown = true;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on each skeleton in turn
  const draw = SpreadsheetSkeleton.prototype._setFontStylesCache;
  SpreadsheetSkeleton.prototype._setFontStylesCache = function (row, column, cellData, style) {
    if (!cellData) return;
    const drawn = asDrawn(this, row, column, cellData, style);
    draw.call(this, row, column, drawn.cell, drawn.style);
  };
}
