import { baseName } from "../../desk/base-name";
import { passedOverWords, sorted } from "../../hosts/file/among-files";
import type { NamedFile } from "./task";
import type { DeskThreads } from "./threads";

/** Files that were dropped or chosen, by what is done with them. */
export interface Gathered {
  /** By their names, those in archives among them. */
  readonly files: readonly NamedFile[];
  /** What was decided on them before. */
  readonly decisions: readonly NamedFile[];
  /** Names of those that are not read. */
  readonly others: readonly string[];
}

/** As this tool calls them, and as a browser calls a second copy. */
const isDecisions = (name: string): boolean => /\.json$/i.test(name) && baseName(name).includes("审核意见");

/** Sorts what was dropped or chosen; what lies in archives counts as if it lay in a folder. */
export async function gathered(all: readonly NamedFile[], threads: DeskThreads): Promise<Gathered> {
  const { read, archives, others } = sorted(all, ({ name }) => name);
  // What cannot be looked into is told of in its own row.
  const inside = await Promise.all(archives.map(async (of) => ({ of, found: await threads.archived(of) })));
  const files = inside.flatMap(
    ({ of, found }) => found?.files.map((path) => ({ ...of, name: `${of.name}/${path}`, inside: path })) ?? [of],
  );
  return {
    files: [...read, ...files].sort((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true })),
    decisions: others.filter(({ name }) => isDecisions(name)),
    others: [
      ...others.flatMap(({ name }) => (isDecisions(name) ? [] : [name])),
      ...inside.flatMap(({ of, found }) => found?.others.map((path) => `${of.name}/${path}`) ?? []),
    ],
  };
}

/** What is said where nothing can be read. */
export const nothingThere = ({ others }: Gathered): string =>
  `这里没有可以校验的文件。请选放有公开表（.xlsx、.xls、.et、.ods）或报告（.docx、.pdf、.txt）的文件夹。${passedOverWords(others, "读")}`;

/** A file as if it lay outside its archive. Throws `DoorProblem`. */
export async function fileOf({ name, file, inside }: NamedFile): Promise<File> {
  if (inside === undefined) return file;
  const { inArchive } = await import("../../hosts/file/archive");
  const own = baseName(name);
  const bytes = inArchive(new Uint8Array(await file.arrayBuffer()), inside, own);
  return new File([new Uint8Array(bytes)], own, { lastModified: file.lastModified });
}
