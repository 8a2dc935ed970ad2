import { Damage } from "./damage";
import { viewOf } from "./zip-directory";

const HEAD = 512;
const ENTRY = 128;
const SMALL_LIMIT = 4096;
const MOST_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;
const [STREAM, ROOT] = [2, 5];

/** A stream of an OLE file, by its name within its folders ("Workbook", "ObjectPool/…" by its last step only). */
export interface CompoundStream {
  readonly name: string;
  /** Whether it stands directly in the file, in no folder. */
  readonly top: boolean;
  readonly bytes: Uint8Array;
}

const broken = (how: string): Damage => new Damage(null, how);

/** The sectors of one kind and how they follow each other. */
interface Sectors {
  readonly size: number;
  readonly next: (sector: number) => number | undefined;
  readonly at: (sector: number) => Uint8Array | undefined;
}

/** Follows a chain; it may not loop, leave the file, or share a sector with another chain. */
function chain(sectors: Sectors, first: number, part: string, taken: Set<number>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let sector = first; sector !== END_OF_CHAIN;) {
    const piece = sector <= MOST_SECTOR ? sectors.at(sector) : undefined;
    const next = sectors.next(sector);
    if (!piece || next === undefined || taken.has(sector)) throw new Damage(part, "内容不完整");
    taken.add(sector);
    pieces.push(piece);
    sector = next;
  }
  return pieces;
}

function joined(pieces: readonly Uint8Array[], size: number, part: string): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  if (all.length < size) throw new Damage(part, "内容不完整");
  return all.subarray(0, size);
}

/** The file's own sectors with its allocation table. */
function mainSectors(bytes: Uint8Array): Sectors {
  const view = viewOf(bytes);
  const shift = view.getUint16(30, true);
  if (view.getUint16(28, true) !== 0xfffe || (shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6)
    throw broken("文件的开头不对");
  const size = 1 << shift;
  const at = (sector: number): Uint8Array | undefined => {
    const start = (sector + 1) * size;
    return start < bytes.length ? bytes.subarray(start, start + size) : undefined;
  };
  const tables: number[] = [];
  for (let i = 0; i < 109; i++) tables.push(view.getUint32(76 + i * 4, true));
  let more = view.getUint32(68, true);
  for (let left = view.getUint32(72, true); left > 0 && more <= MOST_SECTOR; left--) {
    const sector = at(more);
    if (sector?.length !== size) throw broken("文件不完整，可能没有复制或下载完");
    const words = viewOf(sector);
    for (let i = 0; i < size / 4 - 1; i++) tables.push(words.getUint32(i * 4, true));
    more = words.getUint32(size - 4, true);
  }
  const wanted = view.getUint32(44, true);
  const used = tables.filter((sector) => sector <= MOST_SECTOR);
  if (used.length < wanted) throw broken("文件的目录不完整");
  const table = used.slice(0, wanted).map((sector) => {
    const piece = at(sector);
    if (piece?.length !== size) throw broken("文件不完整，可能没有复制或下载完");
    return viewOf(piece);
  });
  return { size, at, next: (sector) => table[Math.floor(sector / (size / 4))]?.getUint32((sector % (size / 4)) * 4, true) };
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly first: number;
  readonly size: number;
  readonly links: readonly number[];
  readonly child: number;
}

function entries(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, i) => {
    const at = i * ENTRY;
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    return {
      name: new TextDecoder("utf-16le").decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      links: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
      child: view.getUint32(at + 76, true),
      first: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** Which entries stand directly in the file: the tree of siblings below the root. */
function topEntries(all: readonly Entry[]): Set<Entry> {
  const found = new Set<Entry>();
  const waiting = [all[0]?.child ?? NO_ENTRY];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = all[index];
    if (index === NO_ENTRY) continue;
    if (!entry || found.has(entry)) throw broken("文件的目录不完整");
    found.add(entry);
    waiting.push(...entry.links);
  }
  return found;
}

/**
 * The streams of an OLE file (.xls, .et, encrypted .xlsx, .doc), each with all its bytes. Throws `Damage` where a chain of
 * sectors breaks off, loops or meets another.
 */
export function openCompound(bytes: Uint8Array): CompoundStream[] {
  if (bytes.length < HEAD) throw broken("文件不完整，可能没有复制或下载完");
  const view = viewOf(bytes);
  const sectors = mainSectors(bytes);
  const taken = new Set<number>();
  const directory = chain(sectors, view.getUint32(48, true), "目录", taken);
  const all = entries(joined(directory, directory.length * sectors.size, "目录"));
  const root = all[0];
  if (root?.type !== ROOT) throw broken("文件的目录不完整");
  const small = smallSectors(view, sectors, root, taken);
  const smallTaken = new Set<number>();
  const top = topEntries(all);
  return all.flatMap((entry) => {
    if (entry.type !== STREAM) return [];
    const { name, size, first } = entry;
    if (size === 0) return [{ name, top: top.has(entry), bytes: new Uint8Array() }];
    const pieces = size < SMALL_LIMIT ? chain(small, first, name, smallTaken) : chain(sectors, first, name, taken);
    return [{ name, top: top.has(entry), bytes: joined(pieces, size, name) }];
  });
}

/** Streams below 4,096 bytes stand in sectors of 64 bytes inside a stream of the root's. */
function smallSectors(view: DataView, sectors: Sectors, root: Entry, taken: Set<number>): Sectors {
  const whole = root.size === 0 ? new Uint8Array() : joined(chain(sectors, root.first, "小块", taken), root.size, "小块");
  const count = view.getUint32(64, true);
  const pieces = count === 0 ? [] : chain(sectors, view.getUint32(60, true), "小块目录", taken);
  const table = viewOf(joined(pieces, pieces.length * sectors.size, "小块目录"));
  return {
    size: 64,
    next: (sector) => (sector * 4 + 4 <= table.byteLength ? table.getUint32(sector * 4, true) : undefined),
    at: (sector) => (sector * 64 < whole.length ? whole.subarray(sector * 64, sector * 64 + 64) : undefined),
  };
}
