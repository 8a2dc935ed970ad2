import { deskOf, type Desk } from "../../desk/desk";
import type { DeskState } from "./state";

/** The desk of what has been read so far. */
export const deskIn = ({ files, proofs }: Pick<DeskState, "files" | "proofs">): Desk =>
  deskOf(
    files.filter((file) => file !== undefined),
    { proofs },
  );
