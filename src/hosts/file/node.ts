import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Report } from "../../report/report";
import type { PlainWorkbook } from "../../workbook/plain";
import { createApartReader, resultOf, type ApartReader } from "./apart/apart";
import { startNodeThread } from "./apart/node-thread";
import { answerRead, type ReaderKind, type ReadResult } from "./apart/readers";
import { DoorProblem } from "../door";
import { inArchive } from "./archive";
import { problem } from "./problems";
import { nodePdfAssets } from "./node-assets";
import { nodeUnpacker } from "./node-unpacker";
import { withoutSettings } from "./read-workbook";
import { unpackBy } from "./whole/unpacker";

unpackBy(nodeUnpacker);

/** Larger files do not fit into one buffer, nor into the memory of most desks. */
const LARGEST = 1_000_000_000;

/** What is said of a file that the disk does not give: it is missing, or may not be read. */
export const refused = (path: string, cause: unknown): DoorProblem =>
  (cause as NodeJS.ErrnoException).code === "ENOENT" ? problem.missing(path, cause) : problem.unreadable(path, cause);

/** An archive whose files are read one after the other is not read anew for each, unless it is so large. */
const KEPT = 200_000_000;
let lastArchive: { readonly path: string; readonly bytes: Uint8Array } | null = null;

/** The archive on disk that a path leads into, and the way within it; null where it leads into none. */
function intoArchive(path: string): { readonly archive: string; readonly inside: string } | null {
  for (const { 0: ending, index } of path.matchAll(/\.zip(?=[\\/])/gi)) {
    const end = index + ending.length;
    const archive = path.slice(0, end);
    if (statSync(archive, { throwIfNoEntry: false })?.isFile()) return { archive, inside: path.slice(end + 1).replaceAll("\\", "/") };
  }
  return null;
}

/** The bytes of a file that a path through an archive leads to; null where it leads through none. Throws `DoorProblem`. */
function archivedBytes(path: string): Uint8Array | null {
  const way = intoArchive(path);
  if (!way) return null;
  const bytes = lastArchive?.path === way.archive ? lastArchive.bytes : readBytes(way.archive);
  lastArchive = bytes.length <= KEPT ? { path: way.archive, bytes } : null;
  return inArchive(bytes, way.inside, basename(path));
}

/**
 * The bytes of a file on disk, or in an archive there. Throws `DoorProblem` when it is missing or may not be read. Nobody waits beside it: asking
 * Node's own threads for so small a file takes longer than reading it.
 */
export function readBytes(path: string): Uint8Array {
  try {
    const archived = archivedBytes(path);
    if (archived) return archived;
    const found = statSync(path);
    if (found.isDirectory()) throw problem.noneInFolder(path);
    if (found.size > LARGEST) throw problem.heavy(path);
    const buffer = readFileSync(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (cause) {
    if (cause instanceof DoorProblem) throw cause;
    throw refused(path, cause);
  }
}

/** Reads on this thread, without a budget: for files that this project's own scripts made, and in a thread that has one. */
const here: Pick<ApartReader, "read"> = {
  read: async <Kind extends ReaderKind>(kind: Kind, bytes: Uint8Array, name: string, onProgress?: (done: number) => void) =>
    resultOf(await answerRead({ kind, bytes, name }, () => Promise.resolve(nodePdfAssets), onProgress), name) as ReadResult<Kind>,
};
let reader = here;

/** From now on files are read in a thread of their own, which runs `program`: the built `apart/node-worker`. */
export function readApart(program: string): void {
  reader = createApartReader(startNodeThread(program));
}

/** Reads a workbook from disk; the workbook's name is the file's own name. */
export async function readWorkbookFile(path: string): Promise<PlainWorkbook> {
  return readWorkbookBytes(readBytes(path), path);
}

/** A finished report's bytes as blocks; its name is the file's own name. */
export async function readReportBytes(bytes: Uint8Array, path: string, onProgress?: (done: number) => void): Promise<Report> {
  return reader.read("report", bytes, basename(path), onProgress);
}

/** A finished report on disk as blocks. */
export async function readReportFile(path: string): Promise<Report> {
  return readReportBytes(readBytes(path), path);
}

/** A workbook's bytes, read as a file of that name. */
export async function readWorkbookBytes(bytes: Uint8Array, path: string): Promise<PlainWorkbook> {
  return withoutSettings((await reader.read("workbook", bytes, basename(path))).workbook);
}
