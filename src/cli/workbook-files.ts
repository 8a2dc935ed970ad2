import { readdir, stat } from "node:fs/promises";
import path from "node:path";

const WORKBOOK = /\.(xlsx|xlsm|xls|ods|et|docx|pdf)$/i;
/** What Excel and WPS leave beside an open workbook, and what is hidden. */
const LOCK = /^[~.]/;

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** What a folder holds, or a pattern means. */
interface Listed {
  readonly files: readonly string[];
  /** Files that are neither workbooks nor reports. */
  readonly others: readonly string[];
}

/** The workbooks and reports in a folder, by name; its subfolders' behind its own. Nothing where it cannot be listed. */
async function listed(folder: string): Promise<Listed> {
  const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);
  const seen = entries.filter(({ name }) => !LOCK.test(name)).sort((a, b) => byName.compare(a.name, b.name));
  const own = seen.filter((entry) => !entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const below = await Promise.all(seen.filter((entry) => entry.isDirectory()).map(({ name }) => listed(path.join(folder, name))));
  return {
    files: [...own.filter((name) => WORKBOOK.test(name)), ...below.flatMap(({ files }) => files)],
    others: [...own.filter((name) => !WORKBOOK.test(name)), ...below.flatMap(({ others }) => others)],
  };
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
  const files = names.filter((name) => WORKBOOK.test(name) && !LOCK.test(name) && wanted.test(name)).sort(byName.compare);
  return { files: files.map((name) => path.join(folder, name)), others: [] };
}

async function expand(given: string): Promise<Listed> {
  const kind = await stat(given).catch(() => null);
  if (kind?.isDirectory()) return listed(given);
  const name = path.basename(given);
  if (kind || !/[*?]/.test(name)) return { files: [given], others: [] };
  return matching(path.dirname(given) === "." && !given.startsWith(".") ? "" : path.dirname(given), pattern(name));
}

/**
 * The files that the arguments mean, in the order given: a folder stands for the workbooks and reports in it and in its
 * subfolders, and a name with * or ? for those that match (on Windows no shell has done so before). What means nothing stays
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

/** Whether a path means many files: a folder, or the results of an earlier run. */
export async function isMany(given: string): Promise<boolean> {
  const found = await stat(given).catch(() => null);
  return found?.isDirectory() === true || isResults(given);
}
