import type { NamedFile } from "./task";

/** What the desk reads; everything else is counted and left. */
const READ = /\.(?:xlsx|xlsm|xls|et|ods|docx|pdf)$/i;
/** Left by Office beside a file that is open. */
const LEFT_BY_OFFICE = /(?:^|\/)~\$/;

export interface Gathered {
  readonly files: readonly NamedFile[];
  /** What was decided on them before. */
  readonly decisions: readonly NamedFile[];
  /** How many are of other kinds. */
  readonly others: number;
}

/** As this tool calls them, and as a browser calls a second copy. */
const isDecisions = (name: string): boolean => /\.json$/i.test(name) && name.slice(name.lastIndexOf("/") + 1).includes("审核意见");

const gathered = (all: readonly NamedFile[]): Gathered => {
  const files = all.filter(({ name }) => READ.test(name) && !LEFT_BY_OFFICE.test(name));
  const decisions = all.filter(({ name }) => isDecisions(name));
  return {
    files: [...files].sort((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true })),
    decisions,
    others: all.length - files.length - decisions.length,
  };
};

/** What was chosen: files, or a folder with its subfolders. */
export const filesChosen = (list: FileList): Gathered =>
  gathered([...list].map((file) => ({ name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file })));

/** What was dropped, folders with their subfolders. The entries must be taken before anything is waited for. */
export async function filesDropped({ items }: DataTransfer): Promise<Gathered> {
  const dropped = [...items].map((item): Promise<readonly NamedFile[]> => {
    const entry = item.webkitGetAsEntry();
    // Where a browser knows no entries, files come without their folders.
    const file = entry ? null : item.getAsFile();
    return entry ? filesIn(entry) : Promise.resolve(file ? [{ name: file.name, file }] : []);
  });
  return gathered((await Promise.all(dropped)).flat());
}

async function filesIn(entry: FileSystemEntry): Promise<readonly NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
    return file ? [{ name: entry.fullPath.replace(/^\//, ""), file }] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A folder is told in pieces, the last of them empty.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesIn))).flat();
}
