import type { WpsApplication, WpsFiles, WpsWorkbook } from "./model";
import { attempt, quietly, text, truth } from "./sheets";

let made = 0;

/** A file of this tool's own in the folder for temporary ones. */
function temporaryPath(app: WpsApplication, ending: string): string | null {
  const folder = text(app.Env.GetTempPath());
  if (folder === "") return null;
  const between = /[\\/]$/.test(folder) ? "" : folder.includes("\\") ? "\\" : "/";
  return `${folder}${between}budget-disclosure-${Date.now().toString(36)}-${String(++made)}${ending}`;
}

/** A file's bytes: as a buffer or, in editions that give none, as a text of one character a byte. null: WPS gave neither. */
function bytesOf(files: WpsFiles, path: string): Uint8Array | null {
  const buffer = attempt(() => files.ReadFileAsArrayBuffer(path));
  if (typeof buffer === "object" && buffer !== null && "byteLength" in buffer) {
    const bytes = new Uint8Array(buffer as ArrayBuffer).slice();
    if (bytes.length > 0) return bytes;
  }
  const binary = text(attempt(() => files.readAsBinaryString(path)));
  return binary === "" ? null : Uint8Array.from(binary, (character) => character.charCodeAt(0) & 0xff);
}

/**
 * The workbook as it stands, as the bytes of a copy in its own format; the copy is gone afterwards. null where WPS makes
 * none: it may refuse, or do nothing without a word.
 */
export function copyOf(app: WpsApplication, workbook: WpsWorkbook): Uint8Array | null {
  const ending = /\.[A-Za-z]{2,5}$/.exec(text(workbook.Name))?.[0] ?? ".xlsx";
  return attempt(() => {
    const path = temporaryPath(app, ending);
    if (path === null) return null;
    try {
      quietly(app, () => workbook.SaveCopyAs(path));
      return truth(app.FileSystem.Exists(path)) ? bytesOf(app.FileSystem, path) : null;
    } finally {
      attempt(() => app.FileSystem.Remove(path));
    }
  });
}

/** Opens a workbook in a window of its own; false where WPS does not. The file stays: it is what is open then. */
export function openApart(app: WpsApplication, bytes: Uint8Array): boolean {
  const path = temporaryPath(app, ".xlsx");
  if (path === null) return false;
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  app.FileSystem.writeAsBinaryString(path, binary);
  return truth(app.FileSystem.Exists(path)) === true && Boolean(app.Workbooks.Open(path));
}
