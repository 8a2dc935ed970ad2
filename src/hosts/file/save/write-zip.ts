import { Deflate } from "fflate";
import { crc32 } from "../whole/crc32";
import { DEFLATED } from "../whole/zip";
import { joined } from "../xml/scan";

/** A part as it goes into a zip: packed, in pieces. */
export interface ZippedPart {
  readonly name: string;
  /** How it is packed, as zip files number the ways. */
  readonly method: number;
  /** Of the plain bytes. */
  readonly crc: number;
  readonly size: number;
  readonly bytes: readonly Uint8Array[];
}

/** So much is packed at once: a part of a hundred megabytes needs no buffer of its own size. */
const SLICE = 1 << 16;

/** Packs a part whose plain bytes come in pieces. */
export function deflated(name: string, pieces: readonly Uint8Array[]): ZippedPart {
  const bytes: Uint8Array[] = [];
  const packer = new Deflate({ level: 6 }, (packed) => bytes.push(packed));
  let crc = 0;
  let size = 0;
  for (const piece of pieces) {
    crc = crc32(piece, crc);
    size += piece.length;
    for (let at = 0; at < piece.length; at += SLICE) packer.push(piece.subarray(at, at + SLICE));
  }
  packer.push(new Uint8Array(), true);
  return { name, method: DEFLATED, crc, size, bytes };
}

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Deflate needs version 2.0 of a reader. */
const VERSION = 20;
const UTF8_NAME = 0x800;
/** 1 January 2000, so that the same workbook gives the same bytes whenever it is saved. */
const DATE = (20 << 9) | (1 << 5) | 1;

/** Fields of two or four bytes, one after the other. */
function record(fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** A zip of these parts, in their order. Their number and their bytes are those of an opened package: no wide fields. */
export function zipOf(parts: readonly ZippedPart[]): Uint8Array {
  const written: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, crc, size, bytes } of parts) {
    const title = new TextEncoder().encode(name);
    const common: readonly (readonly [2 | 4, number])[] = [
      [2, VERSION],
      [2, title.length === name.length ? 0 : UTF8_NAME],
      [2, method],
      [2, 0],
      [2, DATE],
      [4, crc],
      [4, lengthOf(bytes)],
      [4, size],
      [2, title.length],
      [2, 0],
    ];
    const local = [record([[4, LOCAL], ...common]), title, ...bytes];
    directory.push(record([[4, ENTRY], [2, VERSION], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), title);
    written.push(...local);
    offset += lengthOf(local);
  }
  const end = record([
    [4, END],
    [2, 0],
    [2, 0],
    [2, parts.length],
    [2, parts.length],
    [4, lengthOf(directory)],
    [4, offset],
    [2, 0],
  ]);
  return joined([...written, ...directory, end]);
}
