import type { FileLine, ProofLine } from "./line";

/** A line of NDJSON: a file that was checked, or a report held against a workbook. */
export type ResultLine = { readonly kind: "file"; readonly line: FileLine } | { readonly kind: "proof"; readonly line: ProofLine };

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** What a desk reads of a line. A line that lacks any of it was not written by this tool, or not to its end. */
const LISTS = ["tables", "missing", "unread", "findings", "suspects"];

const isProof = (value: Fields): boolean =>
  typeof value["text"] === "string" && isObject(value["coverage"]) && Array.isArray(value["findings"]);

const isFile = (value: Fields): boolean =>
  typeof value["file"] === "string" &&
  (typeof value["error"] === "string" || (isObject(value["counts"]) && LISTS.every((key) => Array.isArray(value[key]))));

/** A line as the result it is; null where it is none. */
export function resultLine(text: string): ResultLine | null {
  try {
    const value = JSON.parse(text) as unknown;
    if (!isObject(value)) return null;
    if (isProof(value)) return { kind: "proof", line: value as unknown as ProofLine };
    return isFile(value) ? { kind: "file", line: value as unknown as FileLine } : null;
  } catch {
    return null;
  }
}
