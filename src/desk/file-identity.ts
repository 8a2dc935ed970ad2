import { tablesOf, type ReadFile } from "../results/checked";
import type { DeskFile } from "./file";

/** Whose tables a file holds, and of which year: all that putting files together takes. */
export type FileIdentity = Pick<DeskFile, "file" | "kind" | "state" | "organisation" | "year" | "content">;

/** Of a file that cannot be read, or holds no budget's tables. */
export const unknownIdentity = (file: string): FileIdentity => ({
  file,
  kind: "workbook",
  state: "unreadable",
  organisation: null,
  year: null,
  content: null,
});

/** A file's identity, for which nothing in it has to be checked; null where it holds no budget's tables. */
export function fileIdentity(file: string, read: ReadFile): FileIdentity | null {
  const recognised = tablesOf(read)?.book.recognised;
  if (!recognised || recognised.tables.size === 0) return null;
  const { organisation, year } = recognised;
  return { file, kind: read.printed ? "report" : "workbook", state: "checked", organisation, year, content: read.content };
}
