import type { Unzlib } from "fflate";
import { TooLarge } from "../../report/limits";

/** Unpacked, what a page prints and the fonts of a report stay far below these. */
const LARGEST = 32_000_000;
const ALL = 150_000_000;
/** A packed stream this short cannot unpack to much. */
const SHORT = 2000;
/** Bytes handed over at once: what they unpack to fits into memory, whatever they are. */
const SLICE = 8192;
/** A stream's own dictionary stands right before it. */
const DICTIONARY = 1000;

/**
 * Tests that no packed stream of a PDF unpacks to more than reports have, before a reader unpacks it whole. Pictures are
 * not counted: they are not unpacked. Throws `TooLarge`.
 */
export async function requireModestStreams(bytes: Uint8Array): Promise<void> {
  const { Unzlib: Unpacker } = await import("fflate");
  const text = new TextDecoder("latin1").decode(bytes);
  let all = 0;
  const count = (size: number): void => {
    if ((all += size) > ALL) throw new TooLarge();
  };
  for (const { start, end, filters } of packedStreams(text)) {
    // Packed twice, one is unpacked behind the other.
    let unpack: Step = () => undefined;
    for (let level = 0; level < filters; level++) unpack = counted(new Unpacker(), unpack, count);
    try {
      for (let at = start; at < end; at += SLICE) unpack(bytes.subarray(at, Math.min(end, at + SLICE)), at + SLICE >= end);
    } catch (cause) {
      // What cannot be unpacked is for the reader to say.
      if (cause instanceof TooLarge) throw cause;
    }
  }
}

type Step = (data: Uint8Array, final: boolean) => void;

/** Unpacks piece by piece and counts what comes out, each stage for itself and all together. */
function counted(stage: Unzlib, next: Step, count: (size: number) => void): Step {
  let size = 0;
  stage.ondata = (data, final) => {
    if ((size += data.length) > LARGEST) throw new TooLarge();
    count(data.length);
    next(data, final);
  };
  return (data, final) => stage.push(data, final);
}

/** Where the packed streams stand that are no pictures, and how many times they are packed. */
function* packedStreams(text: string): Generator<{ readonly start: number; readonly end: number; readonly filters: number }> {
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    const line = text.startsWith("\r\n", at + 6) ? 2 : /[\r\n]/.test(text.charAt(at + 6)) ? 1 : 0;
    if (line === 0 || text.startsWith("end", at - 3)) continue;
    const before = text.slice(Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    const filters = (dictionary.match(/\/(?:FlateDecode|Fl)\b/g) ?? []).length;
    const start = at + 6 + line;
    const closing = text.indexOf("endstream", start);
    const end = closing < 0 ? text.length : closing;
    if (filters > 0 && end - start > SHORT && !/\/Subtype\s*\/Image\b/.test(dictionary)) yield { start, end, filters };
    at = end;
  }
}
