import { xmlText } from "./office-package";
import { sniff } from "./sniff";
import { partKey } from "./whole/office-package";
import { checksum } from "./whole/unpacker";
import { onePart } from "./whole/zip";

/** A file's own account of itself is short. */
const LONGEST = 100_000;
const SAVED = /<dcterms:modified\b[^<>]{0,200}>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)<\//;

/** What is known of a file besides what is in it. */
export interface FileAccount {
  readonly saved: string | null;
  /** Equal for files that are the same to the last byte. */
  readonly content: string;
}

export const accountOf = (bytes: Uint8Array): FileAccount => ({
  saved: savedAt(bytes),
  content: `${String(bytes.length)}-${checksum(bytes).toString(16)}`,
});

/**
 * When a workbook or document was last saved, as ISO 8601: as it says itself, which a copy keeps and a file's own time does not.
 * null where it does not say so.
 */
export function savedAt(bytes: Uint8Array): string | null {
  try {
    if (sniff(bytes) !== "zip") return null;
    const part = onePart(bytes, ({ name, size }) => partKey(name) === "docprops/core.xml" && size < LONGEST);
    const [, stated] = (part && SAVED.exec(xmlText(part))) ?? [];
    return stated !== undefined && Number.isFinite(Date.parse(stated)) ? stated : null;
  } catch {
    // What is wrong with a damaged file is said by whoever reads it.
    return null;
  }
}
