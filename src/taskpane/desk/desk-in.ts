import { deskOf, type Desk } from "../../desk/desk";
import type { DeskState } from "./state";

/** The desk of what has been read so far. */
export const deskIn = ({ files, ...more }: Pick<DeskState, "files" | "proofs" | "held" | "rounds" | "decisions" | "gone">): Desk =>
  deskOf(
    files.filter((file) => file !== undefined),
    more,
  );
