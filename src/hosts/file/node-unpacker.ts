import zlib from "node:zlib";
import { anywhere, type Unpacker } from "./whole/unpacker";

/** Room for one byte too many: so it is seen that there are more than there should be. */
const SPARE = 1;
/** Less room than this the library does not take. */
const LEAST = 64;

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    const plain = zlib.inflateRawSync(packed, { chunkSize: Math.max(LEAST, size + SPARE), maxOutputLength: size + SPARE });
    return plain.length === size ? new Uint8Array(plain.buffer, plain.byteOffset, size) : null;
  } catch {
    return null;
  }
}

/**
 * Node's own: compiled long ago, where a thread that reads some dozens of files has hardly warmed up its own. What it does not
 * find whole is left to the one that runs everywhere, so that a damaged file is told of in the same words wherever it is read.
 */
export const nodeUnpacker: Unpacker = {
  inflate: (packed, size) => inflate(packed, size) ?? anywhere.inflate(packed, size),
  // Node has it from 20.15 and 22.2 on.
  crc32: typeof zlib.crc32 === "function" ? (bytes) => zlib.crc32(bytes) : anywhere.crc32,
};
