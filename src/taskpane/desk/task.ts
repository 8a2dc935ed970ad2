import type { Desk } from "../../desk/desk";
import type { DeskFile, DeskProof } from "../../desk/file";
import type { FileIdentity } from "../../desk/file-identity";
import type { DeskHeld, DeskRound } from "../../desk/held";
import type { Archived } from "../../hosts/file/archive";
import type { Filed } from "../../desk/units/filed";
import type { LetterRequest } from "../../handout/letter-files";

/** A file of this machine by the name that the desk shows: its path from the folder that was dropped. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
  /** Where the file is an archive: the path in it of the one that is meant. */
  readonly inside?: string;
}

/** What a thread of the desk is asked. */
export type DeskTask =
  | { readonly kind: "check"; readonly of: NamedFile }
  | { readonly kind: "archived"; readonly of: NamedFile }
  | { readonly kind: "identity"; readonly of: NamedFile }
  | { readonly kind: "beside"; readonly workbook: NamedFile; readonly report: NamedFile }
  | { readonly kind: "round"; readonly of: NamedFile; readonly before: NamedFile }
  | { readonly kind: "lastYear"; readonly of: NamedFile; readonly last: NamedFile }
  | { readonly kind: "filed"; readonly of: NamedFile }
  | { readonly kind: "letters"; readonly offices: Desk["offices"]; readonly request: LetterRequest }
  | { readonly kind: "write"; readonly format: DeskFormat; readonly desk: Desk };

export type DeskFormat = "xlsx" | "html";

/** What it answers to each. */
export interface DeskAnswers {
  readonly check: DeskFile;
  /** null: it is no archive, or cannot be looked into. */
  readonly archived: Archived | null;
  /** null: it cannot be read, or holds no budget's tables. */
  readonly identity: FileIdentity | null;
  /** null: the two could not be held against each other. */
  readonly beside: DeskProof | null;
  readonly round: DeskRound | null;
  readonly lastYear: DeskHeld | null;
  readonly filed: Filed | null;
  /** One letter as it is, several packed as one; null: nobody is to be told anything. */
  readonly letters: { readonly name: string; readonly bytes: Uint8Array; readonly count: number } | null;
  readonly write: Uint8Array;
}
