import { DoorProblem } from "../hosts/door";
import { checked, FINAL_ACCOUNTS, NO_TABLES, type CheckedFile } from "../results/checked";
import { openFile } from "./opened-file";

/** A file with tables that were found and checked. */
export interface NamedFile extends CheckedFile {
  readonly file: string;
}

/** Opens and checks a file that is to be held against others. Throws `DoorProblem` where it has no tables to hold. */
export async function openChecked(file: string): Promise<NamedFile> {
  const found = checked(await openFile(file));
  if (!found) throw new DoorProblem("unsupported", `${file}：${FINAL_ACCOUNTS}`);
  if (found.book.recognised.tables.size === 0) throw new DoorProblem("unsupported", `${file}：${NO_TABLES}`);
  return { ...found, file };
}
