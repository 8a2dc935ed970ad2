import type { CellObject, Range, utils, WorkBook, WorkSheet } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DraftArea } from "../../../workbook/draft";
import type { Locks } from "./locks";

/**
 * The spreadsheet library writes that a sheet is protected, but not which cells are open nevertheless. Their number formats
 * bear this sign (of Unicode's private use) until the package stands; then it becomes what it means.
 */
const OPEN = "\uE000";
const SIGNED = /<numFmt numFmtId="(\d+)" formatCode="[^"]*\uE000"/g;
const STYLES = "xl/styles.xml";
/** A format that runs on for more rows or columns reaches to the end of the sheet, and is meant for the part that is used. */
const LONG = 500;

type Utils = Pick<typeof utils, "encode_cell" | "encode_range" | "decode_range">;

/** The part of an area that can be meant. */
function meant(area: DraftArea, used: Range): DraftArea {
  const reach = (first: number, last: number, end: number): number => (last - first < LONG ? last : Math.min(last, Math.max(first, end)));
  return { ...area, bottom: reach(area.top, area.bottom, used.e.r), right: reach(area.left, area.right, used.e.c) };
}

function sign(library: Utils, sheet: WorkSheet, area: DraftArea): void {
  for (let r = area.top; r <= area.bottom; r++)
    for (let c = area.left; c <= area.right; c++) {
      const address = library.encode_cell({ r, c });
      const cell = (sheet[address] ?? { t: "z" }) as CellObject;
      sheet[address] = { ...cell, z: `${String(cell.z ?? "General")}${OPEN}` };
    }
}

/** Sheets are protected as the file says; cells that are open are signed. */
export function lockSheets(library: Utils, book: WorkBook, locks: Locks): void {
  for (const [name, areas] of locks) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    sheet["!protect"] = {};
    const used = library.decode_range(sheet["!ref"] ?? "A1");
    const end = { ...used.e };
    for (const area of areas.map((one) => meant(one, used))) {
      sign(library, sheet, area);
      end.r = Math.max(end.r, area.bottom);
      end.c = Math.max(end.c, area.right);
    }
    sheet["!ref"] = library.encode_range({ s: used.s, e: end });
  }
}

/** The signs in the number formats of the package made into open cells. */
export function withOpenCells(bytes: Uint8Array): Uint8Array {
  const styles = unzipSync(bytes, { filter: ({ name }) => name === STYLES })[STYLES];
  const written = styles ? strFromU8(styles) : "";
  if (!written.includes(OPEN)) return bytes;
  const signed = new Set([...written.matchAll(SIGNED)].map(([, id]) => id));
  const opened = written
    .replaceAll(OPEN, "")
    .replace(/<xf numFmtId="(\d+)"([^<>]*)\/>/g, (format, id: string, rest: string) =>
      signed.has(id) ? `<xf numFmtId="${id}"${rest} applyProtection="1"><protection locked="0"/></xf>` : format,
    );
  return zipSync({ ...unzipSync(bytes), [STYLES]: strToU8(opened) });
}
