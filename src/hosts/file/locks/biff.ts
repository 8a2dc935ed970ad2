import type { DraftArea } from "../../../workbook/draft";
import { openCompound } from "../whole/compound";
import { viewOf } from "../whole/zip-directory";
import type { Locks } from "./locks";

/** Records of [MS-XLS] 2.3 by their numbers. */
const BOF = 0x0809;
const EOF = 0x000a;
const PROTECT = 0x0012;
const BOUNDSHEET = 0x0085;
const MULRK = 0x00bd;
const MULBLANK = 0x00be;
const XF = 0x00e0;
/** Formula, string, shared string, blank, number, label, error or boolean, small number: row, column, format … */
const CELLS = new Set([0x0006, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e]);

interface Entry {
  readonly record: number;
  readonly view: DataView;
}

/** The records of the substream that begins here, without those of charts within it. */
function* recordsAt(stream: DataView, start: number): Generator<Entry> {
  let depth = 0;
  for (let at = start; at + 4 <= stream.byteLength;) {
    const [record, length] = [stream.getUint16(at, true), stream.getUint16(at + 2, true)];
    if (at + 4 + length > stream.byteLength) return;
    if (record === BOF) depth++;
    else if (depth === 1) yield { record, view: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    if (record === EOF && --depth === 0) return;
    at += 4 + length;
  }
}

/** The name in a record of the list of sheets: letters of one or two bytes. */
function nameIn(view: DataView): string {
  const wide = (view.getUint8(7) & 1) === 1;
  const count = Math.min(view.getUint8(6), (view.byteLength - 8) >> (wide ? 1 : 0));
  const letters = Array.from({ length: count }, (_, i) => (wide ? view.getUint16(8 + 2 * i, true) : view.getUint8(8 + i)));
  return String.fromCharCode(...letters);
}

/** Row, column and format of each cell in a record. */
function* cellsIn({ record, view }: Entry): Generator<readonly [row: number, column: number, format: number]> {
  // A record that is cut short names no cell.
  if (view.byteLength < 6) return;
  if (CELLS.has(record)) yield [view.getUint16(0, true), view.getUint16(2, true), view.getUint16(4, true)];
  if (record !== MULRK && record !== MULBLANK) return;
  const step = record === MULRK ? 6 : 2;
  const first = view.getUint16(2, true);
  for (let at = 4; at + step <= view.byteLength - 2; at += step)
    yield [view.getUint16(0, true), first + (at - 4) / step, view.getUint16(at, true)];
}

function openCells(stream: DataView, start: number, locked: readonly boolean[]): readonly DraftArea[] | null {
  const open: DraftArea[] = [];
  let isProtected = false;
  for (const entry of recordsAt(stream, start)) {
    if (entry.record === PROTECT && entry.view.byteLength >= 2 && entry.view.getUint16(0, true) !== 0) isProtected = true;
    for (const [row, column, format] of cellsIn(entry))
      if (locked[format] === false) open.push({ top: row, bottom: row, left: column, right: column });
  }
  return isProtected ? open : null;
}

/** The protected sheets of an .xls or .et of Excel 97 and later; cells without a record of their own count as locked. */
export function biffLocks(bytes: Uint8Array): Locks {
  const workbook = openCompound(bytes).find(({ name, top }) => top && name === "Workbook");
  const stream = viewOf(workbook?.bytes ?? new Uint8Array());
  const sheets: (readonly [name: string, at: number])[] = [];
  const locked: boolean[] = [];
  for (const { record, view } of recordsAt(stream, 0)) {
    if (record === BOUNDSHEET && view.byteLength >= 8) sheets.push([nameIn(view), view.getUint32(0, true)]);
    if (record === XF) locked.push(view.byteLength < 6 || (view.getUint16(4, true) & 1) === 1);
  }
  return new Map(
    sheets.flatMap(([name, at]) => {
      const open = openCells(stream, at, locked);
      return open ? [[name, open] as const] : [];
    }),
  );
}
