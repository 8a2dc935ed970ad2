import type { Suspect } from "../report";

/** A cell at fault, before it is put into the words and the unit of its table. */
export type Blamed = Omit<Suspect, "what" | "entry" | "printed">;
