import { readFileSync } from "node:fs";
import path from "node:path";
import { checksPage } from "./checks";
import { helpPage } from "./help-page";
import { accuracyPage, performancePage } from "./measured";
import { HELP_FOLDER, helpPages } from "./pages";
import { termsPage } from "./terms";

/** A file of the repository that is made from another source. Paths are from the project's root. */
export interface GeneratedDocument {
  readonly file: string;
  readonly content: string;
}

const helpDocuments = (): readonly GeneratedDocument[] =>
  helpPages.map((page) => ({ file: path.posix.join(HELP_FOLDER, page.file), content: helpPage(readFileSync(page.source, "utf8"), page) }));

const termsDocument = (): readonly GeneratedDocument[] => [{ file: "docs/terms.md", content: termsPage() }];

const checksDocument = (): readonly GeneratedDocument[] => [{ file: "docs/checks.md", content: checksPage() }];

const measuredDocuments = (): readonly GeneratedDocument[] => [
  { file: "docs/accuracy.md", content: accuracyPage() },
  { file: "docs/performance.md", content: performancePage() },
];

/** In order: what a later one reads, an earlier one has written. */
export const generators: readonly (() => readonly GeneratedDocument[])[] = [checksDocument, termsDocument, measuredDocuments, helpDocuments];
