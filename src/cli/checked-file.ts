import { DoorProblem } from "../hosts/door";
import { checked, FINAL_ACCOUNTS, NO_TABLES, tablesOf, type CheckedFile, type FileTables, type ReadFile } from "../results/checked";
import { openFile } from "./opened-file";

/** A file with tables that were found and checked. */
export interface NamedFile extends CheckedFile {
  readonly file: string;
}

/** Opens and checks a file that is to be held against others. Throws `DoorProblem` where it has no tables to hold. */
export const openChecked = (file: string, open = openFile): Promise<NamedFile> => openAs(file, open, checked);

/** The same for a round of a file: of a report its words are enough. */
export const openRound = (file: string, open = openFile): Promise<NamedFile> => openAs(file, open, checked, true);

/** The same where its tables are enough, and nothing has to be checked. */
export const openTables = (file: string, open = openFile): Promise<FileTables & Pick<NamedFile, "file">> => openAs(file, open, tablesOf);

async function openAs<Found extends FileTables>(
  file: string,
  open: typeof openFile,
  find: (read: ReadFile) => Found | null | Promise<Found | null>,
  wordsToo = false,
): Promise<Found & Pick<NamedFile, "file">> {
  const found = await find(await open(file));
  if (!found) throw new DoorProblem("unsupported", `${file}：${FINAL_ACCOUNTS}`);
  if (found.book.recognised.tables.size === 0 && !(wordsToo && found.printed))
    throw new DoorProblem("unsupported", `${file}：${NO_TABLES}`);
  return { ...found, file };
}
