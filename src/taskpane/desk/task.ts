import type { Desk } from "../../desk/desk";
import type { DeskFile, DeskProof } from "../../desk/file";

/** A file of this machine by the name that the desk shows: its path from the folder that was dropped. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** What a thread of the desk is asked. */
export type DeskTask =
  | { readonly kind: "check"; readonly of: NamedFile }
  | { readonly kind: "beside"; readonly workbook: NamedFile; readonly report: NamedFile }
  | { readonly kind: "write"; readonly format: DeskFormat; readonly desk: Desk };

export type DeskFormat = "xlsx" | "html";

/** What it answers to each. */
export interface DeskAnswers {
  readonly check: DeskFile;
  /** null: the two could not be held against each other. */
  readonly beside: DeskProof | null;
  readonly write: Uint8Array;
}
