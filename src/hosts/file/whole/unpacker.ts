import { inflateSync } from "fflate";
import { crc32 } from "./crc32";

/** What the parts of a zip are unpacked and proved with. */
export interface Unpacker {
  /** What was packed, of which there should be so many bytes. Throws where it cannot be unpacked. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
}

/** Runs everywhere. */
export const anywhere: Unpacker = { inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }), crc32 };

let unpacker = anywhere;

/** From now on parts are unpacked by another one, which gives the same bytes. */
export function unpackBy(other: Unpacker): void {
  unpacker = other;
}

export const inflate: Unpacker["inflate"] = (packed, size) => unpacker.inflate(packed, size);
export const checksum: Unpacker["crc32"] = (bytes) => unpacker.crc32(bytes);
