import { DoorProblem, type CellEntry, type WorkbookDoor } from "../../hosts/door";

/**
 * Types into one cell where it still holds what was last known of it; else what stands there is put back, and `refused` is
 * the problem. Resolves to what stood there.
 */
export async function putWhereStill(
  door: WorkbookDoor,
  entry: CellEntry,
  isStill: (before: CellEntry) => boolean,
  refused: string,
): Promise<CellEntry | null> {
  const [before] = await door.put([entry]);
  if (!before || isStill(before)) return before ?? null;
  await door.put([before]);
  throw new DoorProblem("unknown", refused);
}
