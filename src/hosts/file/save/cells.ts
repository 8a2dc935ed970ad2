import { address, parseAddress } from "../../../amount/cell-ref";
import { attributeOf, attributesOf, childrenOf, escapeAttribute, isNamed, textOf, type Patch, type Tag } from "../xml/scan";
import { cellXml, formulaXml } from "./cell-xml";
import type { StyledEdit } from "./edits";

type FormulaAt = (row: number, column: number) => string | undefined;
interface Placed {
  readonly tag: Tag;
  readonly end: number;
}

/** The `<sheetData>` element of a sheet's part. */
export function sheetData(bytes: Uint8Array, root: Tag): Placed {
  for (const child of childrenOf(bytes, root)) if (isNamed(bytes, child.tag, "sheetData")) return child;
  throw new Error("the sheet has no cells part");
}

/** Rows or cells with their 0-based positions: as they state them, else after the one before. */
export function* positioned(bytes: Uint8Array, parent: Tag, read: (text: string) => number): Generator<Placed & { readonly at: number }> {
  let next = 0;
  for (const child of childrenOf(bytes, parent)) {
    const stated = attributeOf(bytes, child.tag, "r");
    const at = stated === undefined ? next : read(stated);
    yield { ...child, at };
    next = at + 1;
  }
}

export const rowOf = (text: string): number => Number(text) - 1;
export const columnOf = (text: string): number => parseAddress(text)?.column ?? 0;

const child = (bytes: Uint8Array, parent: Tag, name: string): Placed | undefined => {
  for (const found of childrenOf(bytes, parent)) if (isNamed(bytes, found.tag, name)) return found;
  return undefined;
};

/** The `<f>` that the edited cell gets, where it gets one. */
function formulaAfter(bytes: Uint8Array, edit: StyledEdit, prefix: string, known: Placed | undefined): string | undefined {
  if (edit.content?.kind === "formula") return formulaXml(prefix, edit.content.formula);
  if (edit.content?.kind === "result" && known) return textOf(bytes, known.tag.start, known.end);
  return undefined;
}

/** A cell that the file has, as it is to be. */
function rewritten(bytes: Uint8Array, cell: Placed, edit: StyledEdit, prefix: string): Patch {
  const attributes = attributesOf(bytes, cell.tag);
  if (edit.style !== undefined) attributes.set("s", String(edit.style));
  if (!edit.content) {
    const stated = [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");
    return { start: cell.tag.start, end: cell.tag.end, text: `<${prefix}c${stated}${cell.tag.kind === "empty" ? "/" : ""}>` };
  }
  const formula = formulaAfter(bytes, edit, prefix, child(bytes, cell.tag, "f"));
  return {
    start: cell.tag.start,
    end: cell.end,
    text: cellXml(prefix, attributes, { value: edit.content.value, ...(formula !== undefined && { formula }) }),
  };
}

/** A cell that the file does not have yet. */
function added(edit: StyledEdit, prefix: string): string {
  const attributes = new Map([["r", address(edit)]]);
  if (edit.style !== undefined) attributes.set("s", String(edit.style));
  const formula = edit.content?.kind === "formula" ? formulaXml(prefix, edit.content.formula) : undefined;
  return cellXml(prefix, attributes, { value: edit.content?.value ?? null, ...(formula !== undefined && { formula }) });
}

/** The patches within one row that the file has; the shared formulas that lose the cell which states them. */
function rowPatches(
  bytes: Uint8Array,
  row: Placed,
  edits: readonly StyledEdit[],
  prefix: string,
): { patches: Patch[]; freed: string[]; overwritten: boolean } {
  const waiting = [...edits].sort((a, b) => a.column - b.column);
  const patches: Patch[] = [];
  const freed: string[] = [];
  let overwritten = false;
  const insert = (before: number, at: number): void => {
    while (waiting[0] && waiting[0].column < before) {
      const edit = waiting.shift();
      if (edit) patches.push({ start: at, end: at, text: added(edit, prefix) });
    }
  };
  let last = row.tag.kind === "open" ? row.tag.end : row.end;
  if (row.tag.kind === "open")
    for (const cell of positioned(bytes, row.tag, columnOf)) {
      last = cell.end;
      const own = waiting.findIndex((edit) => edit.column === cell.at);
      insert(cell.at, cell.tag.start);
      if (own === -1) continue;
      const edit = waiting.splice(
        waiting.findIndex((other) => other.column === cell.at),
        1,
      )[0];
      if (!edit) continue;
      const formula = child(bytes, cell.tag, "f");
      if (formula && edit.content && edit.content.kind !== "result") {
        overwritten = true;
        const stated = attributesOf(bytes, formula.tag);
        if (stated.get("t") === "shared" && stated.has("ref")) freed.push(stated.get("si") ?? "");
      }
      patches.push(rewritten(bytes, cell, edit, prefix));
    }
  insert(Number.POSITIVE_INFINITY, last);
  // Cells that are put in replace nothing.
  const fresh = patches.some(({ start, end }) => start === end);
  if (fresh && row.tag.kind === "open") {
    const { start, end } = row.tag;
    // What a row says of its first and last cell is a hint that would now be wrong.
    patches.push({ start, end, text: textOf(bytes, start, end).replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, "") });
  }
  if (row.tag.kind === "empty" && fresh) {
    const inside = patches.map((patch) => patch.text).join("");
    const opened = textOf(bytes, row.tag.start, row.tag.end).replace(/(?<!\s)\s*\/>$/, ">");
    return { patches: [{ start: row.tag.start, end: row.tag.end, text: `${opened}${inside}</${prefix}row>` }], freed, overwritten };
  }
  return { patches, freed, overwritten };
}

/** Cells that lean on a shared formula which went get their own text. Those that the edits rewrite are left out. */
function released(bytes: Uint8Array, data: Tag, freed: ReadonlySet<string>, edited: ReadonlySet<string>, formulaAt: FormulaAt): Patch[] {
  const patches: Patch[] = [];
  for (const row of positioned(bytes, data, rowOf))
    for (const cell of positioned(bytes, row.tag, columnOf)) {
      const formula = child(bytes, cell.tag, "f");
      const stated = formula && attributesOf(bytes, formula.tag);
      if (
        !formula ||
        stated?.get("t") !== "shared" ||
        !freed.has(stated.get("si") ?? "") ||
        edited.has(`${String(row.at)},${String(cell.at)}`)
      )
        continue;
      const text = formulaAt(row.at, cell.at);
      if (text !== undefined) patches.push({ start: formula.tag.start, end: formula.end, text: formulaXml(formula.tag.prefix, text) });
    }
  return patches;
}

/** Rows that the file does not have yet, each before the first that comes after it. */
function newRows(bytes: Uint8Array, data: Placed, missing: readonly number[], xml: (row: number) => string): Patch[] {
  if (missing.length === 0) return [];
  if (data.tag.kind === "empty")
    return [
      {
        start: data.tag.start,
        end: data.tag.end,
        text: `<${data.tag.prefix}sheetData>${missing.map(xml).join("")}</${data.tag.prefix}sheetData>`,
      },
    ];
  const waiting = [...missing];
  const patches: Patch[] = [];
  const insert = (before: number, start: number): void => {
    while (waiting[0] !== undefined && waiting[0] < before) patches.push({ start, end: start, text: xml(waiting.shift() ?? 0) });
  };
  for (const row of positioned(bytes, data.tag, rowOf)) insert(row.at, row.tag.start);
  insert(Number.POSITIVE_INFINITY, closingOf(bytes, data.end));
  return patches;
}

/**
 * What the edits change in the bytes of a sheet's part, each cell keeping its format. `formulaAt` gives a cell's formula
 * with its "=" as it was before any edit. `overwritten`: a formula is gone or is another.
 */
export function editCells(
  bytes: Uint8Array,
  root: Tag,
  edits: readonly StyledEdit[],
  formulaAt: FormulaAt,
): { readonly patches: Patch[]; readonly overwritten: boolean } {
  const data = sheetData(bytes, root);
  const prefix = data.tag.prefix;
  const waiting = new Map<number, StyledEdit[]>();
  for (const edit of edits) waiting.set(edit.row, [...(waiting.get(edit.row) ?? []), edit]);
  const patches: Patch[] = [];
  const freed = new Set<string>();
  let overwritten = edits.some((edit) => edit.content?.kind === "formula");
  const known = new Set<number>();
  for (const row of positioned(bytes, data.tag, rowOf)) {
    const own = waiting.get(row.at);
    if (!own || known.has(row.at)) continue;
    known.add(row.at);
    const change = rowPatches(bytes, row, own, prefix);
    patches.push(...change.patches);
    for (const shared of change.freed) freed.add(shared);
    overwritten ||= change.overwritten;
  }
  const missing = [...waiting.keys()].filter((row) => !known.has(row)).sort((a, b) => a - b);
  patches.push(
    ...newRows(bytes, data, missing, (row) => {
      const cells = [...(waiting.get(row) ?? [])].sort((a, b) => a.column - b.column);
      return `<${prefix}row r="${String(row + 1)}">${cells.map((edit) => added(edit, prefix)).join("")}</${prefix}row>`;
    }),
  );
  if (freed.size > 0)
    patches.push(
      ...released(
        bytes,
        data.tag,
        freed,
        new Set(edits.filter((edit) => edit.content).map((edit) => `${String(edit.row)},${String(edit.column)}`)),
        formulaAt,
      ),
    );
  return { patches, overwritten };
}

/** Where the closing tag that ends at this position begins. */
export const closingOf = (bytes: Uint8Array, end: number): number => bytes.lastIndexOf(0x3c, end - 1);
