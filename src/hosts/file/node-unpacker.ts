import zlib from "node:zlib";
import { anywhere, type Packed, type Unpacker } from "./whole/unpacker";

/** Room for one byte too many: so it is seen that there are more than there should be. */
const SPARE = 1;
/** Less room than this the library does not take. */
const LEAST = 64;

const room = (size: number): zlib.ZlibOptions => ({ chunkSize: Math.max(LEAST, size + SPARE), maxOutputLength: size + SPARE });

/** What was unpacked, where it is of that size. */
function plainly(unpacked: () => Buffer, size: number): Uint8Array | null {
  try {
    const plain = unpacked();
    return plain.length === size ? new Uint8Array(plain.buffer, plain.byteOffset, size) : null;
  } catch {
    return null;
  }
}

const inflate = (packed: Uint8Array, size: number): Uint8Array | null => plainly(() => zlib.inflateRawSync(packed, room(size)), size);

/** What stands before a member of a .gz file: its marks, deflated, no name and no time (RFC 1952). */
const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** Behind it: its checksum and its length, four bytes each. */
const GZIP_TAIL = 8;

/**
 * The parts as the members of one .gz file, which are unpacked and proved in one: a workbook has some thirty parts of a few
 * kilobytes, and getting ready for each takes longer than unpacking it.
 */
function inflateAll(parts: readonly Packed[]): readonly Uint8Array[] | null {
  const around = GZIP_HEAD.length + GZIP_TAIL;
  const file = Buffer.allocUnsafe(parts.reduce((sum, { bytes }) => sum + bytes.length + around, 0));
  let at = 0;
  for (const { bytes, size, crc } of parts) {
    file.set(GZIP_HEAD, at);
    file.set(bytes, at + GZIP_HEAD.length);
    at += around + bytes.length;
    file.writeUInt32LE(crc, at - GZIP_TAIL);
    file.writeUInt32LE(size, at - GZIP_TAIL / 2);
  }
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const plain = plainly(() => zlib.gunzipSync(file, room(size)), size);
  let from = 0;
  return plain && parts.map((part) => plain.subarray(from, (from += part.size)));
}

/**
 * Node's own: compiled long ago, where a thread that reads some dozens of files has hardly warmed up its own. What it does not
 * find whole is left to the one that runs everywhere, so that a damaged file is told of in the same words wherever it is read.
 */
export const nodeUnpacker: Unpacker = {
  inflate: (packed, size) => inflate(packed, size) ?? anywhere.inflate(packed, size),
  inflateAll,
  // Node has it from 20.15 and 22.2 on.
  crc32: typeof zlib.crc32 === "function" ? (bytes) => zlib.crc32(bytes) : anywhere.crc32,
};
