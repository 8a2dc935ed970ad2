import { readdir, stat } from "node:fs/promises";
import path from "node:path";

const WORKBOOK = /\.(xlsx|xlsm|xls|ods|et|docx|pdf)$/i;
/** What Excel and WPS leave beside an open workbook. */
const LOCK = /^[~.]/;

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** The workbooks and reports in a folder that the test takes, by name; none where it cannot be listed. */
async function listed(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const names = await readdir(folder === "" ? "." : folder).catch(() => []);
  return names
    .filter((name) => WORKBOOK.test(name) && !LOCK.test(name) && wanted(name))
    .sort(byName.compare)
    .map((name) => path.join(folder, name));
}

/** `*` and `?` as shells read them. */
function pattern(words: string): RegExp {
  const source = words
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "iu");
}

async function expand(given: string): Promise<string[]> {
  const kind = await stat(given).catch(() => null);
  if (kind?.isDirectory()) return listed(given, () => true);
  const name = path.basename(given);
  if (kind || !/[*?]/.test(name)) return [given];
  const wanted = pattern(name);
  return listed(path.dirname(given) === "." && !given.startsWith(".") ? "" : path.dirname(given), (candidate) => wanted.test(candidate));
}

/**
 * The files that the arguments mean, in the order given: a folder stands for the workbooks in it, and a name with * or ?
 * for those that match (on Windows no shell has done so before). What means nothing stays as it is, to be complained of.
 */
export async function workbookFiles(given: readonly string[]): Promise<string[]> {
  const found = await Promise.all(given.map(async (one) => [one, await expand(one)] as const));
  return found.flatMap(([one, files]) => (files.length === 0 ? [one] : files));
}
