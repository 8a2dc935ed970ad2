import { passedOverWords } from "../../hosts/file/among-files";
import { deskOf, type Desk } from "../../desk/desk";
import type { DeskState } from "./state";

/** The desk of what has been read so far. */
export const deskIn = ({
  files,
  others,
  ...more
}: Pick<DeskState, "files" | "others" | "proofs" | "held" | "rounds" | "decisions" | "gone">): Desk =>
  deskOf(
    files.filter((file) => file !== undefined),
    { ...more, passedOver: passedOverWords(others, "读") },
  );
