import { inflateSync } from "fflate";
import { crc32 } from "./crc32";

/** A part of a zip as it was packed, and what it should be. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** What the parts of a zip are unpacked and proved with. */
export interface Unpacker {
  /** What was packed, of which there should be so many bytes. Throws where it cannot be unpacked. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
  /** Many parts in one, where that is quicker than one by one; null where any of them is not whole. */
  readonly inflateAll?: (parts: readonly Packed[]) => readonly Uint8Array[] | null;
}

/** Runs everywhere. */
export const anywhere: Unpacker = { inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }), crc32 };

let unpacker = anywhere;

/** From now on parts are unpacked by another one, which gives the same bytes. */
export function unpackBy(other: Unpacker): void {
  unpacker = other;
}

export const inflate: Unpacker["inflate"] = (packed, size) => unpacker.inflate(packed, size);
export const inflateAll = (parts: readonly Packed[]): readonly Uint8Array[] | null => unpacker.inflateAll?.(parts) ?? null;
export const checksum: Unpacker["crc32"] = (bytes) => unpacker.crc32(bytes);
