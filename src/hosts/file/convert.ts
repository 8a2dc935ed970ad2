import { problem } from "./problems";
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

/**
 * The file as .xlsx: itself when it is one; otherwise (.xls, .ods, .et, HTML) its values, formulas, number formats,
 * merges and column widths written anew, because those formats cannot be kept part by part.
 */
export async function asPackage(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (await isPackage(bytes)) return bytes;
  const library = await import("@e965/xlsx");
  try {
    const book = library.read(bytes, { type: "array", cellNF: true, cellStyles: true, cellHTML: false, raw: sniff(bytes) === "markup" });
    return new Uint8Array(library.write(book, { type: "array", bookType: "xlsx", compression: true, cellStyles: true }) as ArrayBuffer);
  } catch (cause) {
    throw problem.corrupt(name, cause);
  }
}
