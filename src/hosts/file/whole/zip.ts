import { Damage, TooMuch } from "./damage";
import { LIMITS } from "./limits";
import { notes, rememberedFor } from "../../../text/remembered";
import { checksum, inflate, inflateAll } from "./unpacker";
import { nameAt, viewOf, zipDirectory, type DirectoryEntry } from "./zip-directory";

const LOCAL = 0x04034b50;
const ENCRYPTED = 0x1;
const SIZES_FOLLOW = 0x8;
const STORED = 0;
/** The one way of packing that office packages use. */
export const DEFLATED = 8;

/** A part of a zip whose head, length and checksum are known to fit once it has been unpacked. */
export interface ZipPart extends Pick<DirectoryEntry, "name" | "size" | "crc" | "method"> {
  /** The part's bytes. Throws `Damage` when they are not those that were packed. */
  readonly unpack: () => Uint8Array;
  /** The same without handing them over, unless that has been done. */
  readonly test: () => void;
  /** Its bytes as they stand in the file. Throws `Damage` where they cannot be found. */
  readonly packed: () => Uint8Array;
}

/** Where the packed bytes begin: the local head must say the same as the directory. */
function dataStart(bytes: Uint8Array, entry: DirectoryEntry): number {
  const view = viewOf(bytes);
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new Damage(entry.name, "找不到它的开头");
  const nameLength = view.getUint16(at + 26, true);
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (start + entry.packed > bytes.length) throw new Damage(entry.name, "内容不完整");
  const name = nameAt(bytes, at + 30, nameLength, entry.flags);
  const same =
    name === entry.name &&
    view.getUint16(at + 8, true) === entry.method &&
    (view.getUint16(at + 6, true) & ENCRYPTED) === (entry.flags & ENCRYPTED);
  const stated = [view.getUint32(at + 14, true), view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  const streamed = (entry.flags & SIZES_FOLLOW) !== 0;
  const fits = stated.every(
    (value, i) => value === [entry.crc, entry.packed, entry.size][i] || (i > 0 && value === 0xffffffff) || (streamed && value === 0),
  );
  if (!same || !fits) throw new Damage(entry.name, "开头与目录不一致");
  return start;
}

function packedBytes(bytes: Uint8Array, entry: DirectoryEntry): Uint8Array {
  const start = dataStart(bytes, entry);
  return bytes.subarray(start, start + entry.packed);
}

/** Whether nothing but the usual packing, or none, lies between the bytes and whoever reads them. */
const isPlain = ({ flags, method }: DirectoryEntry): boolean => !isLocked({ flags }) && [STORED, DEFLATED].includes(method);

/** Whether a password is wanted for it. */
export const isLocked = ({ flags }: Pick<DirectoryEntry, "flags">): boolean => (flags & ENCRYPTED) !== 0;

/** What all parts of a file may come to, to be unpacked in one. */
const FEW_BYTES = 4_000_000;

/** The parts of a small file, unpacked in one; none where that cannot be: what is damaged is told of when it is asked for. */
const unpackedAtOnce = rememberedFor((bytes: Uint8Array): ReadonlyMap<DirectoryEntry, Uint8Array> => {
  const packed = zipDirectory(bytes).filter((entry) => entry.method === DEFLATED && isPlain(entry));
  const unpacked = new Map<DirectoryEntry, Uint8Array>();
  if (packed.reduce((sum, { size }) => sum + size, 0) > FEW_BYTES) return unpacked;
  try {
    const parts = packed.map((entry) => ({ bytes: packedBytes(bytes, entry), size: entry.size, crc: entry.crc }));
    for (const [i, plain] of (inflateAll(parts) ?? []).entries()) {
      const entry = packed[i];
      if (entry) unpacked.set(entry, plain);
    }
  } catch {
    // A head that does not fit the directory.
  }
  return unpacked;
}, notes());

/** The bytes of one entry. Throws `Damage` when they are not those that were packed, `TooMuch` where they would fill the memory. */
export function unpack(bytes: Uint8Array, entry: DirectoryEntry): Uint8Array {
  if (!isPlain(entry)) throw new Damage(entry.name, "压缩方式不能识别");
  if (entry.size > LIMITS.part) throw new TooMuch("展开后太大");
  const packed = packedBytes(bytes, entry);
  if (entry.method === STORED && entry.packed !== entry.size) throw new Damage(entry.name, "长度不对");
  let plain = packed;
  if (entry.method === DEFLATED)
    try {
      plain = unpackedAtOnce(bytes).get(entry) ?? inflate(packed, entry.size);
    } catch (cause) {
      throw new Damage(entry.name, "内容解不开", { cause });
    }
  if (plain.length !== entry.size || checksum(plain) !== entry.crc) throw new Damage(entry.name, "内容与校验码不符");
  return plain;
}

function partOf(bytes: Uint8Array, entry: DirectoryEntry): ZipPart {
  const { name, size, crc, method } = entry;
  let isTested = false;
  const tested = (): Uint8Array => {
    const plain = unpack(bytes, entry);
    isTested = true;
    return plain;
  };
  const test = (): void => {
    if (!isTested) tested();
  };
  return { name, size, crc, method, unpack: tested, test, packed: () => packedBytes(bytes, entry) };
}

export const isFolder = ({ name }: Pick<DirectoryEntry, "name">): boolean => /[\\/]$/.test(name);

/** No two entries may claim the same bytes, nor one name: which of them a reader takes would be a matter of luck. */
export function requireApart(entries: readonly DirectoryEntry[]): void {
  const names = new Set<string>();
  let end = 0;
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (names.has(key)) throw new Damage(name, "重复出现");
    names.add(key);
  }
  for (const { name, offset, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < end) throw new Damage(name, "与别的部分重叠");
    end = offset + 30 + packed;
  }
}

/**
 * The parts of a zip, folders left out, in the directory's order. Throws `Damage` where the directory, the local heads and
 * the file do not fit, `TooMuch` where unpacking would fill the memory; a part's own bytes are tested as it is unpacked.
 */
export function openZip(bytes: Uint8Array): ZipPart[] {
  const entries = zipDirectory(bytes);
  requireApart(entries);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > LIMITS.unpacked || entries.some(({ size }) => size > LIMITS.part)) throw new TooMuch("展开后太大");
  return entries.flatMap((entry) => {
    if (!isPlain(entry)) throw new Damage(entry.name, "压缩方式不能识别");
    return isFolder(entry) ? [] : [partOf(bytes, entry)];
  });
}

/** The bytes of the first part that is wanted, whatever the others are like; null where there is none. Throws `Damage`. */
export function onePart(bytes: Uint8Array, isWanted: (entry: DirectoryEntry) => boolean): Uint8Array | null {
  const entry = zipDirectory(bytes).find(isWanted);
  return entry ? unpack(bytes, entry) : null;
}
