import type { ParsedSheet } from "../exports/grid";
import { Damage, TooMuch } from "../whole/damage";
import { LIMITS } from "../whole/limits";
import { partKey, type OfficePackage, type SheetEntry } from "../whole/office-package";
import type { ZipPart } from "../whole/zip";
import { readNumberFormats } from "./number-formats";
import { readSharedStrings } from "./shared-strings";
import { readSheetPart, type BookContent } from "./sheet-part";

/** A sheet that holds a chart, a dialog or a macro has no cells. */
const withoutCells = ({ name, visibility }: SheetEntry): ParsedSheet => ({
  sheet: { name, visibility, top: 0, left: 0, values: [], formats: [], formulas: [] },
  merges: [],
});

/**
 * The sheets of an .xlsx, read part by part in one pass that proves them. Throws `Damage` that names the part, `TooMuch`
 * where the file asks for more than a budget allows.
 */
export function readPackage(parts: readonly ZipPart[], { main, relations, sheets, count }: OfficePackage): readonly ParsedSheet[] {
  const byKey = new Map(parts.map((part) => [partKey(part.name), part]));
  const related = relations.get(main) ?? [];
  const readRelated = <Content>(type: string, read: (part: string, bytes: Uint8Array) => Content): Content | undefined => {
    const part = byKey.get(related.find((relation) => relation.type === type)?.target ?? "");
    return part && read(part.name, part.unpack());
  };
  const book: BookContent = {
    texts: readRelated("sharedStrings", readSharedStrings) ?? [],
    formats: readRelated("styles", readNumberFormats) ?? [],
    count,
  };
  let cells = 0;
  return sheets.map((entry) => {
    const part = byKey.get(entry.part);
    if (!part) throw new Damage(entry.part, "缺失");
    if (entry.kind !== "worksheet") return withoutCells(entry);
    const { name, visibility } = entry;
    const { count: stated, ...parsed } = readSheetPart(part.name, part.unpack(), { name, visibility }, book);
    if ((cells += stated) > LIMITS.cells) throw new TooMuch(`有内容的格多于 ${String(LIMITS.cells / 10_000)} 万个`);
    return parsed;
  });
}
