import { Damage } from "./damage";
import { viewOf } from "./zip-directory";

const BOF = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const EOF = 0x000a;
const FILEPASS = 0x002f;
const BOUNDSHEET = 0x0085;
const WORKBOOK_GLOBALS = 0x0005;

/** What a workbook's stream says of itself. */
export interface BiffWorkbook {
  readonly encrypted: boolean;
}

const cut = (cause?: unknown): Damage => new Damage("Workbook", "内容不完整", { cause });

/** Where a substream that begins at `at` ends, with what the workbook's own lists. */
function walk(
  view: DataView,
  at: number,
): { readonly end: number; readonly sheets: readonly number[]; readonly encrypted: boolean; readonly type: number } {
  const sheets: number[] = [];
  let encrypted = false;
  let depth = 0;
  const type = view.getUint16(at + 6, true);
  for (;;) {
    if (at + 4 > view.byteLength) throw cut();
    const [record, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    // Zeros are no record: a part of the stream was blanked out.
    if (at + 4 + length > view.byteLength || (record === 0 && length === 0)) throw cut();
    if (BOF.has(record)) depth++;
    else if (record === FILEPASS) encrypted = true;
    else if (record === BOUNDSHEET && depth === 1 && length >= 6) sheets.push(view.getUint32(at + 4, true));
    at += 4 + length;
    if (record === EOF && --depth <= 0) return { end: at, sheets, encrypted, type };
  }
}

/**
 * Goes through the records of an .xls: each must end where the next begins, each sheet must begin where the list of sheets
 * says and have its end. Throws `Damage` where not.
 */
export function biffWorkbook(stream: Uint8Array): BiffWorkbook {
  const view = viewOf(stream);
  if (view.byteLength < 8 || !BOF.has(view.getUint16(0, true))) throw cut();
  const first = walk(view, 0);
  if (first.type === WORKBOOK_GLOBALS && !first.encrypted)
    for (const at of first.sheets) {
      if (at + 8 > view.byteLength || !BOF.has(view.getUint16(at, true))) throw cut();
      walk(view, at);
    }
  return { encrypted: first.encrypted };
}
