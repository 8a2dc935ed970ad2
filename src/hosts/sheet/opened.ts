import type { PlainWorkbook } from "../../workbook/plain";
import type { BookLook } from "./look/look";

/** A file as it was read: its bytes, its values and how it looks. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly workbook: PlainWorkbook;
  readonly look: BookLook;
}
