import { problem } from "./problems";
import { sniff } from "./sniff";

/** The transitional main namespace, which Excel, WPS and LibreOffice write by default. */
const TRANSITIONAL = "schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Whether the bytes are an .xlsx or .xlsm whose parts can be changed one by one. */
async function isPackage(bytes: Uint8Array): Promise<boolean> {
  if (sniff(bytes) !== "zip") return false;
  const { strFromU8, unzipSync } = await import("fflate");
  const main = unzipSync(bytes, { filter: (part) => part.name === "xl/workbook.xml" })["xl/workbook.xml"];
  return main !== undefined && strFromU8(main).includes(TRANSITIONAL);
}

/**
 * The file as .xlsx: itself when it is one; otherwise (.xls, .ods, .et, HTML) its values, formulas, number formats,
 * merges and column widths written anew, because those formats cannot be kept part by part.
 */
export async function asPackage(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (await isPackage(bytes)) return bytes;
  const library = await import("@e965/xlsx");
  try {
    const book = library.read(bytes, { type: "array", cellNF: true, cellStyles: true, cellHTML: false });
    return new Uint8Array(library.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
  } catch (cause) {
    throw problem.corrupt(name, cause);
  }
}
