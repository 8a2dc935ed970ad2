import { address, parseAddress, type CellRef } from "../../../amount/cell-ref";
import type { CellValue } from "../../../workbook/plain";
import { isCellError } from "../../../workbook/plain";
import { children, MAIN } from "./package";

export interface CellEdit extends Pick<CellRef, "row" | "column"> {
  readonly value: CellValue;
}

/** A child's 0-based position: as it states it, else after the one before. */
function positions(parent: Element, name: string, read: (text: string) => number): Map<number, Element> {
  const found = new Map<number, Element>();
  let next = 0;
  for (const child of children(parent, name)) {
    const stated = child.getAttribute("r");
    const at = stated ? read(stated) : next;
    found.set(at, child);
    next = at + 1;
  }
  return found;
}

/** The child at a position, created among its siblings in order. */
function place(parent: Element, name: string, at: number, label: string, read: (text: string) => number): Element {
  const all = positions(parent, name, read);
  const known = all.get(at);
  if (known) return known;
  const made = parent.ownerDocument.createElementNS(MAIN, name);
  made.setAttribute("r", label);
  const after = [...all].filter(([other]) => other > at).sort(([a], [b]) => a - b)[0]?.[1];
  parent.insertBefore(made, after ?? null);
  return made;
}

function write(cell: Element, value: CellValue): void {
  while (cell.firstChild) cell.removeChild(cell.firstChild);
  for (const name of ["t", "cm", "vm"]) cell.removeAttribute(name);
  const add = (parent: Element, name: string, text?: string): Element => {
    const child = cell.ownerDocument.createElementNS(MAIN, name);
    if (text !== undefined) child.appendChild(cell.ownerDocument.createTextNode(text));
    return parent.appendChild(child);
  };
  if (value === null) return;
  if (typeof value === "string") {
    cell.setAttribute("t", "inlineStr");
    add(add(cell, "is"), "t", value).setAttribute("xml:space", "preserve");
  } else if (isCellError(value)) {
    cell.setAttribute("t", "e");
    add(cell, "v", value.error);
  } else {
    if (typeof value === "boolean") cell.setAttribute("t", "b");
    add(cell, "v", String(Number(value)));
  }
}

/** Cells that lean on this cell's shared formula get their own text before it goes. */
function releaseShared(data: Element, cell: Element, formulaAt: (row: number, column: number) => string | undefined): void {
  const formula = children(cell, "f")[0];
  if (formula?.getAttribute("t") !== "shared" || !formula.hasAttribute("ref")) return;
  const index = formula.getAttribute("si");
  for (const row of children(data, "row"))
    for (const other of children(row, "c")) {
      const leaning = children(other, "f")[0];
      if (leaning === undefined || other === cell || leaning.getAttribute("t") !== "shared" || leaning.getAttribute("si") !== index) continue;
      const at = parseAddress(other.getAttribute("r") ?? "");
      const text = at && formulaAt(at.row, at.column);
      if (text === null || text === undefined) continue;
      for (const name of ["t", "si", "ref"]) leaning.removeAttribute(name);
      leaning.textContent = text.replace(/^=/, "");
    }
}

/**
 * Writes the edits into a sheet's tree, keeping each cell's format. `formulaAt` gives a cell's formula with its "=" as
 * it was before any edit. Returns whether a formula was overwritten.
 */
export function editCells(sheet: Element, edits: readonly CellEdit[], formulaAt: (row: number, column: number) => string | undefined): boolean {
  const data = children(sheet, "sheetData")[0];
  if (!data) throw new Error("the sheet has no cells part");
  let overwritten = false;
  for (const edit of edits) {
    const row = place(data, "row", edit.row, String(edit.row + 1), (text) => Number(text) - 1);
    const cell = place(row, "c", edit.column, address(edit), (text) => parseAddress(text)?.column ?? 0);
    row.removeAttribute("spans");
    if (children(cell, "f").length > 0) {
      overwritten = true;
      releaseShared(data, cell, formulaAt);
    }
    write(cell, edit.value);
  }
  return overwritten;
}
