import type { NamedFile } from "./task";

/** What was chosen: files, or a folder with its subfolders. */
export const filesChosen = (list: FileList): readonly NamedFile[] =>
  [...list].map((file) => ({ name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }));

/** What was dropped, folders with their subfolders. The entries must be taken before anything is waited for. */
export async function filesDropped({ items }: DataTransfer): Promise<readonly NamedFile[]> {
  const dropped = [...items].map((item): Promise<readonly NamedFile[]> => {
    const entry = item.webkitGetAsEntry();
    // Where a browser knows no entries, files come without their folders.
    const file = entry ? null : item.getAsFile();
    return entry ? filesIn(entry) : Promise.resolve(file ? [{ name: file.name, file }] : []);
  });
  return (await Promise.all(dropped)).flat();
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
