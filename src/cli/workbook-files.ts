import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { isArchiveName, isLeftBehind, sorted } from "../hosts/file/among-files";

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** What a folder holds, or a pattern means. */
interface Listed {
  readonly files: readonly string[];
  /** Files that are neither workbooks nor reports. */
  readonly others: readonly string[];
}

const together = (all: readonly Listed[]): Listed => ({
  files: all.flatMap(({ files }) => files),
  others: all.flatMap(({ others }) => others),
});

/** What an archive holds, as if it were a folder; the archive itself where it is none or cannot be looked into: whoever reads it says so. */
async function unpacked(archive: string): Promise<Listed> {
  const [{ archived, isArchive }, { readBytes }] = await Promise.all([import("../hosts/file/archive"), import("../hosts/file/node")]);
  try {
    const bytes = readBytes(archive);
    if (!isArchive(bytes, archive)) return { files: [archive], others: [] };
    const { files, others } = archived(bytes, path.basename(archive));
    const inside = (names: readonly string[]): readonly string[] => [...names].sort(byName.compare).map((name) => path.join(archive, name));
    return { files: inside(files), others: inside(others) };
  } catch {
    return { files: [archive], others: [] };
  }
}

/** Files of one folder by what they are. */
async function among(files: readonly string[]): Promise<Listed> {
  const { read, archives, others } = sorted(files, (file) => path.basename(file));
  const inside: Listed[] = [];
  // One archive in memory at a time.
  for (const archive of archives) inside.push(await unpacked(archive));
  return together([{ files: read, others }, ...inside]);
}

/** The workbooks and reports in a folder, by name; its subfolders' behind its own. Nothing where it cannot be listed. */
async function listed(folder: string): Promise<Listed> {
  const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);
  const seen = entries.filter(({ name }) => !isLeftBehind(name)).sort((a, b) => byName.compare(a.name, b.name));
  const own = seen.filter((entry) => !entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const below = seen.filter((entry) => entry.isDirectory()).map(({ name }) => listed(path.join(folder, name)));
  return together([await among(own), ...(await Promise.all(below))]);
}

/** `*` and `?` as shells read them. */
function pattern(words: string): RegExp {
  const source = words
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "iu");
}

/** The workbooks and reports of a folder, without its subfolders', whose name is meant. */
async function matching(folder: string, wanted: RegExp): Promise<Listed> {
  const names = await readdir(folder === "" ? "." : folder).catch(() => []);
  const files = names.filter((name) => wanted.test(name)).sort(byName.compare);
  return { ...(await among(files.map((name) => path.join(folder, name)))), others: [] };
}

async function expand(given: string): Promise<Listed> {
  const kind = await stat(given).catch(() => null);
  if (kind?.isDirectory()) return listed(given);
  if (kind && isArchiveName(given)) return unpacked(given);
  const name = path.basename(given);
  if (kind || !/[*?]/.test(name)) return { files: [given], others: [] };
  return matching(path.dirname(given) === "." && !given.startsWith(".") ? "" : path.dirname(given), pattern(name));
}

/**
 * The files that the arguments mean, in the order given: a folder stands for the workbooks and reports in it, in its
 * subfolders and archives, an archive for those in it, and a name with * or ? for those that match (on Windows no shell has done so before). What means nothing stays
 * as it is, to be complained of. `others`: what the folders hold beside them.
 */
export async function workbookFiles(given: readonly string[]): Promise<Listed> {
  const found = await Promise.all(given.map(async (one) => [one, await expand(one)] as const));
  return {
    files: found.flatMap(([one, { files }]) => (files.length === 0 ? [one] : files)),
    others: found.flatMap(([, { others }]) => others),
  };
}

/** The results of an earlier run. */
export const isResults = (given: string): boolean => /\.(?:ndjson|jsonl)$/i.test(given);

/** Whether a path means many files: a folder, an archive, or the results of an earlier run. */
export async function isMany(given: string): Promise<boolean> {
  const found = await stat(given).catch(() => null);
  return found?.isDirectory() === true || (found !== null && isArchiveName(given)) || isResults(given);
}
