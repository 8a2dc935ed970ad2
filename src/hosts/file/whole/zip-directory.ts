import { rememberedFor } from "../../../text/remembered";
import { Damage, TooMuch } from "./damage";
import { LIMITS } from "./limits";

/** One line of a zip's directory, as it stands there. */
export interface DirectoryEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local head stands. */
  readonly offset: number;
}

const END = 0x06054b50;
/** Where its first byte, "P", stands last, up to a place. The engine's own search: looking at every byte took 2 % of checking a file. */
const lastLetter = (bytes: Uint8Array, upTo: number): number => (upTo < 0 ? -1 : bytes.lastIndexOf(0x50, upTo));
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const UTF8_NAME = 0x800;
const ALL_ONES = 0xffffffff;

const cut = (): Damage => new Damage(null, "文件不完整，可能没有复制或下载完");

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A 64-bit length or place; beyond 2^53 no file reaches. */
const long = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

/** A sign that takes three bytes or more in UTF-8, as Chinese ones do. */
const THREE_BYTES = /[\u0800-\uffff]/;

/**
 * A name with signs beyond plain letters. Some programs write UTF-8 without saying so, others what Chinese programs wrote before: names in
 * that are seldom UTF-8 by chance, and then of two bytes a sign.
 */
function wideName(bytes: Uint8Array, flags: number): string {
  if (flags & UTF8_NAME) return new TextDecoder("utf-8").decode(bytes);
  try {
    const name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (THREE_BYTES.test(name)) return name;
  } catch {
    // In no case UTF-8.
  }
  return new TextDecoder("gb18030").decode(bytes);
}

/** A name as it is written: in plain letters, as nearly all are, or in Chinese. */
export function nameAt(bytes: Uint8Array, from: number, length: number, flags: number): string {
  let name = "";
  for (let at = from; at < from + length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) return wideName(bytes.subarray(from, from + length), flags);
    name += String.fromCharCode(byte);
  }
  return name;
}

interface Extent {
  readonly count: number;
  readonly start: number;
  /** Where the directory must end. */
  readonly end: number;
}

/** The directory that the end record at this place speaks of; null where none lies there. */
function extentAt(view: DataView, at: number): Extent | null {
  const plain = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), start: view.getUint32(at + 16, true) };
  const locator = at - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
    const end64 = long(view, locator + 8);
    if (end64 + 56 > locator || view.getUint32(end64, true) !== END64) return null;
    const wide = { count: long(view, end64 + 32), size: long(view, end64 + 40), start: long(view, end64 + 48) };
    return wide.start + wide.size === end64 ? { count: wide.count, start: wide.start, end: end64 } : null;
  }
  return plain.start + plain.size === at ? { count: plain.count, start: plain.start, end: at } : null;
}

/**
 * The directory of a zip, by the record at its end. A comment may follow that record, and hold its signature: the record is
 * the one whose comment reaches the end of the file and whose directory lies before it. Where several do, which of them a
 * reader takes would be a matter of luck. Behind a zip that something was hung on to, no comment reaches the end.
 */
function extentOf(bytes: Uint8Array, view: DataView): Extent {
  const whole: Extent[] = [];
  const hungOn: Extent[] = [];
  const last = bytes.length - END_SIZE;
  const first = Math.max(0, last - LONGEST_COMMENT);
  for (let at = lastLetter(bytes, last); at >= first; at = lastLetter(bytes, at - 1)) {
    const extent = view.getUint32(at, true) === END ? extentAt(view, at) : null;
    if (extent) (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength ? whole : hungOn).push(extent);
  }
  const [extent, another] = whole.length > 0 ? whole : hungOn;
  if (!extent) throw cut();
  if (another) throw new Damage(null, "里面有两份名单，看不出哪一份是它的");
  return extent;
}

/** The sizes and the place of an entry whose 32 bits do not suffice stand in its extra field, in this order. */
function widened(
  view: DataView,
  extra: number,
  length: number,
  short: Pick<DirectoryEntry, "size" | "packed" | "offset">,
  name: string,
): typeof short {
  const wide = { ...short };
  const wanted = (["size", "packed", "offset"] as const).filter((key) => short[key] === ALL_ONES);
  for (let at = extra; wanted.length > 0 && at + 4 <= extra + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = at + 4 + view.getUint16(at + 2, true);
    for (const [i, key] of wanted.entries()) {
      if (at + 12 + i * 8 > Math.min(end, extra + length)) throw new Damage(name, "长度记录不对");
      wide[key] = long(view, at + 4 + i * 8);
    }
    return wide;
  }
  return wide;
}

/**
 * Every entry that a zip's directory lists; read once, whoever asks what the file is and what stands in it. Throws `Damage`
 * where the directory does not fit the file.
 */
export const zipDirectory = rememberedFor((bytes: Uint8Array): readonly DirectoryEntry[] => {
  const view = viewOf(bytes);
  const { count, start, end } = extentOf(bytes, view);
  if (count > LIMITS.entries) throw new TooMuch(`里面的部分多于 ${String(LIMITS.entries)} 个`);
  const entries: DirectoryEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw cut();
    const [nameLength, extraLength, commentLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > end) throw cut();
    const flags = view.getUint16(at + 8, true);
    const name = nameAt(bytes, at + 46, nameLength, flags);
    const short = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
    const wide = widened(view, at + 46 + nameLength, extraLength, short, name);
    entries.push({ name, flags, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), ...wide });
    at = next;
  }
  if (at !== end) throw cut();
  return entries;
});
