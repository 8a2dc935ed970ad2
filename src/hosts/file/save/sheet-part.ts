import { asUtf8 } from "../xml/encoding";
import { joined, nextTag, patched } from "../xml/scan";
import { editCells } from "./cells";
import type { SheetEdits, StyledEdit } from "./edits";
import { columnPatches, rowHeightPatches } from "./sizes";

/** A sheet's part, in pieces, with its cells, widths and heights changed; everything else in it keeps its bytes. */
export function editSheetPart(
  part: Uint8Array,
  edits: Pick<SheetEdits, "widths" | "heights"> & { readonly cells: readonly StyledEdit[] },
  formulaAt: (row: number, column: number) => string | undefined,
): { readonly pieces: readonly Uint8Array[]; readonly overwritten: boolean } {
  const own = asUtf8(part);
  const root = nextTag(own, 0);
  if (!root) throw new Error("the sheet's part is empty");
  const { patches, overwritten } = editCells(own, root, edits.cells, formulaAt);
  const pieces = patched(own, [...patches, ...columnPatches(own, root, edits.widths)]);
  if (edits.heights.size === 0) return { pieces, overwritten };
  // Heights last: a row's tag may have been changed with its cells.
  const bytes = joined(pieces);
  const again = nextTag(bytes, 0);
  return { pieces: again ? patched(bytes, rowHeightPatches(bytes, again, edits.heights)) : pieces, overwritten };
}
