import { rememberedFor } from "../../text/remembered";
import { isArchiveName, passedOverWords, sorted } from "./among-files";
import { DoorProblem } from "../door";
import { problem } from "./problems";
import { sniff } from "./sniff";
import { Damage, TooMuch } from "./whole/damage";
import { LIMITS } from "./whole/limits";
import { inWords } from "./whole/require-whole";
import { isFolder, isLocked, requireApart, unpack } from "./whole/zip";
import { zipDirectory, type DirectoryEntry } from "./whole/zip-directory";

/** What lies in an archive, by paths as if it were a folder; in archives within it, too. */
export interface Archived {
  /** At least one. */
  readonly files: readonly string[];
  readonly others: readonly string[];
}

/** An office's archive in that of all offices: deeper, and it is one that was made to have no end. */
const DEEPEST = 2;

/** What says that a zip is a file of some office program. */
const OF_A_PROGRAM = /^(?:\[content_types\]\.xml|mimetype|meta-inf[\\/]manifest\.xml)$/i;

interface Entry extends DirectoryEntry {
  /** Its name as a path that leads nowhere but into the archive. */
  readonly path: string;
}

/** A path's parts that go down: none that goes up, to a drive, or nowhere. */
const pathIn = (name: string): string =>
  name
    .split(/[\\/]/)
    .filter((part) => !/^(?:|\.{1,2}|[A-Za-z]:)$/.test(part))
    .join("/");

/** Looked through once, however many of its files are read. Throws `Damage` or `TooMuch`. */
const entriesOf = rememberedFor((bytes: Uint8Array): readonly Entry[] => {
  const entries = zipDirectory(bytes)
    .filter((entry) => !isFolder(entry))
    .map((entry) => ({ ...entry, path: pathIn(entry.name) }));
  requireApart(entries.map((entry) => ({ ...entry, name: entry.path })));
  return entries;
});

/** As the user is told of it. */
function told<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof TooMuch ? problem.largeArchive(name, cause) : inWords(name, cause);
  }
}

/** Whether a file is a .zip that somebody packed, and no workbook or report under that name. */
export function isArchive(bytes: Uint8Array, name: string): boolean {
  if (!isArchiveName(name) || sniff(bytes) !== "zip") return false;
  try {
    return !zipDirectory(bytes).some((entry) => OF_A_PROGRAM.test(entry.name));
  } catch (cause) {
    // What is wrong with it is said by whoever looks into it.
    if (cause instanceof Damage || cause instanceof TooMuch) return true;
    throw cause;
  }
}

/** The files in an archive. Throws `DoorProblem` where it is damaged, locked, too large, or holds nothing that can be read. */
export function archived(bytes: Uint8Array, name: string): Archived {
  let left = LIMITS.unpacked;
  const take = (entries: readonly DirectoryEntry[]): void => {
    left -= entries.reduce((sum, { size }) => sum + size, 0);
    if (left < 0 || entries.some(({ size }) => size > LIMITS.part)) throw new TooMuch("展开后太大");
  };
  const look = (inside: Uint8Array, deep: number): Archived | null => {
    const entries = entriesOf(inside);
    if (entries.some(isLocked)) return null;
    const { read, archives, others } = sorted(entries, ({ path }) => path);
    take([...read, ...archives]);
    const below = archives.map((entry) => ({ path: entry.path, found: deep < DEEPEST ? within(inside, entry, deep + 1) : null }));
    return {
      files: [
        ...read.map(({ path }) => path),
        ...below.flatMap(({ path, found }) => found?.files.map((file) => `${path}/${file}`) ?? [path]),
      ],
      others: [
        ...others.map(({ path }) => path),
        ...below.flatMap(({ path, found }) => found?.others.map((file) => `${path}/${file}`) ?? []),
      ],
    };
  };
  /** null: it is no archive, or one that cannot be looked into, which is said when it is read. */
  const within = (inside: Uint8Array, entry: Entry, deep: number): Archived | null => {
    try {
      const own = unpack(inside, entry);
      const found = isArchive(own, entry.path) ? look(own, deep) : null;
      return found && found.files.length > 0 ? found : null;
    } catch (cause) {
      if (cause instanceof Damage) return null;
      throw cause;
    }
  };
  const found = told(name, () => look(bytes, 0));
  if (!found) throw problem.lockedArchive(name);
  if (found.files.length === 0) throw problem.noneInArchive(name, passedOverWords(found.others, "读"));
  return found;
}

/** The bytes of a file in an archive, by its path there. Throws `DoorProblem`. */
export function inArchive(bytes: Uint8Array, path: string, name: string): Uint8Array {
  const entry = told(name, () => entriesOf(bytes)).find((one) => one.path === path || path.startsWith(`${one.path}/`));
  if (!entry) throw problem.missing(name);
  const inside = told(name, () => unpack(bytes, entry));
  return entry.path === path ? inside : inArchive(inside, path.slice(entry.path.length + 1), name);
}

/** Why an archive has to be unpacked by hand. */
export function whyNotRead(bytes: Uint8Array, name: string): DoorProblem {
  try {
    archived(bytes, name);
  } catch (cause) {
    if (cause instanceof DoorProblem) return cause;
    throw cause;
  }
  return problem.archive(name);
}
