import { tablesOf, type ReadFile } from "../results/checked";
import { reportIdentity } from "../review/belongs";
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

/** A file's identity, for which nothing in it has to be checked; null where it holds neither a budget's tables nor words on one. */
export function fileIdentity(file: string, read: ReadFile): FileIdentity | null {
  const recognised = tablesOf(read)?.book.recognised;
  if (!recognised) return null;
  const { printed, content } = read;
  const whose = printed ? reportIdentity(printed, recognised) : recognised;
  const state = recognised.tables.size > 0 ? "checked" : "words";
  if (state === "words" && (!printed || whose.organisation === null)) return null;
  return { file, kind: printed ? "report" : "workbook", state, organisation: whose.organisation, year: whose.year, content };
}
