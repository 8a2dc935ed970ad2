import type * as SheetJs from "@e965/xlsx";
import { codepages } from "./codepages";
import { lockSheets, withOpenCells } from "./locks/carry";
import { locksOf } from "./locks/read-locks";
import { problem } from "./problems";
import { parseWorkbook } from "./read-workbook";
import { sniff } from "./sniff";
import { asUtf8 } from "./xml/encoding";

/** What the package's list of contents says of a workbook, transitional or strict, with macros or without. */
const WORKBOOK = /(spreadsheetml\.(sheet|template)|excel\.(sheet|template)\.macroEnabled)\.main\+xml/i;

/** Whether the bytes are an .xlsx or .xlsm whose parts can be changed one by one. */
export async function isPackage(bytes: Uint8Array): Promise<boolean> {
  if (sniff(bytes) !== "zip") return false;
  const { strFromU8, unzipSync } = await import("fflate");
  const [types] = Object.values(unzipSync(bytes, { filter: (part) => /^[/\\]?\[Content_Types\]\.xml$/i.test(part.name) }));
  return types !== undefined && WORKBOOK.test(strFromU8(asUtf8(types)));
}

type Library = typeof SheetJs;

/** What a text export shows, as a workbook: the numbers, texts and merged areas that were read from it. */
async function rebuilt(library: Library, bytes: Uint8Array, name: string): Promise<SheetJs.WorkBook> {
  const { workbook, merges } = await parseWorkbook(bytes, name);
  const book = library.utils.book_new();
  for (const { name: title, top, left, values, formats } of workbook.sheets) {
    const sheet = library.utils.aoa_to_sheet([], { dense: true }) as SheetJs.DenseWorkSheet;
    const shown = values.map((row) => row.map((value) => (typeof value === "object" ? null : value)));
    library.utils.sheet_add_aoa(sheet, shown, { origin: { r: top, c: left } });
    for (const [row, line] of formats.entries())
      for (const [column, format] of line.entries()) {
        const cell = sheet["!data"][top + row]?.[left + column];
        if (cell && format !== undefined) cell.z = format;
      }
    sheet["!merges"] = (merges.get(title) ?? []).map((area) => ({
      s: { r: area.top, c: area.left },
      e: { r: area.bottom, c: area.right },
    }));
    library.utils.book_append_sheet(book, sheet, title);
  }
  return book;
}

/** Whether the spreadsheet library reads the bytes itself; text exports are read by this tool. */
const isLibrarys = (bytes: Uint8Array): boolean => ["zip", "compound", "records"].includes(sniff(bytes));

/**
 * The file as .xlsx: itself when it is one; otherwise (.xls, .ods, .et, text exports) its values, formulas, number formats,
 * merges, column widths and protection written anew, because those formats cannot be kept part by part.
 */
export async function asPackage(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (await isPackage(bytes)) return bytes;
  const library = await import("@e965/xlsx");
  library.set_cptable(codepages);
  try {
    const book = isLibrarys(bytes)
      ? library.read(bytes, { type: "array", cellNF: true, cellStyles: true, cellHTML: false })
      : await rebuilt(library, bytes, name);
    lockSheets(library.utils, book, locksOf(bytes));
    const written = library.write(book, { type: "array", bookType: "xlsx", compression: true, cellStyles: true }) as ArrayBuffer;
    return withOpenCells(new Uint8Array(written));
  } catch (cause) {
    throw problem.corrupt(name, cause);
  }
}
