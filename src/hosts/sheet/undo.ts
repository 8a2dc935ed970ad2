import { LocalUndoRedoService, type IUndoRedoItem } from "@univerjs/core";

/** Undo without limit: the library's own forgets all but the last twenty steps. */
export class EndlessUndo extends LocalUndoRedoService {
  override pushUndoRedo(item: IUndoRedoItem): void {
    const stack = this._getUndoStack(item.unitID, true);
    const [first] = stack;
    super.pushUndoRedo(item);
    if (first && stack[0] !== first) stack.unshift(first);
    this._updateStatus();
  }
}
