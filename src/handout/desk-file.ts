import type { Desk } from "../desk/desk";
import { writeWorkbook } from "../hosts/file/write-workbook";
import { deskHtml } from "../render/desk-html";
import { deskSheets } from "../render/desk-sheets";

export interface DeskNames {
  /** What the desk is called. */
  readonly title: string;
  /** Where a file lies, as a relative address, its parts escaped for a URL. */
  readonly link: (file: string) => string;
}

/** The desk as a file to hand on: a workbook, or one page that needs nothing beside it. */
export async function writeDesk(format: "xlsx" | "html", desk: Desk, names: DeskNames): Promise<Uint8Array> {
  return format === "html" ? new TextEncoder().encode(deskHtml(desk, names)) : writeWorkbook(deskSheets(desk, names));
}
