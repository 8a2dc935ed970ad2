import type { DraftArea } from "../../../workbook/draft";

/** The protected sheets of a file by name, each with the cells that may be changed nevertheless. */
export type Locks = ReadonlyMap<string, readonly DraftArea[]>;
