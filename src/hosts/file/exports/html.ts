import type * as Parse5 from "parse5";
import { Damage } from "../whole/damage";
import { Grid, type ParsedSheet } from "./grid";
import { classFormats, formatIn } from "./html-formats";
import { typedCell, type TypedCell } from "./typed";

type Node = Parse5.DefaultTreeAdapterMap["node"];
type Element = Parse5.DefaultTreeAdapterMap["element"];
type Formats = ReadonlyMap<string, string>;

const SKIPPED = new Set(["style", "script", "xml"]);
const BLOCKS = new Set(["br", "p", "div"]);
const CELLS = ["td", "th"];
/** Kinds of a form's fields that show what is in them. */
const TYPED = new Set(["text", "number", "tel", ""]);

const childrenOf = (node: Node): readonly Node[] => ("childNodes" in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => "tagName" in node;
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;

/** Every element of those names below a node, in order; `within` says whether to look inside one that was found. */
function elementsOf(node: Node, names: readonly string[], into: (name: string) => boolean, found: Element[] = []): Element[] {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    if (names.includes(child.tagName)) found.push(child);
    if (into(child.tagName)) elementsOf(child, names, into, found);
  }
  return found;
}

const rowsOf = (table: Element): Element[] => elementsOf(table, ["tr"], (name) => name !== "table" && name !== "tr");
const cellsOf = (row: Element): Element[] => elementsOf(row, CELLS, (name) => name !== "table" && !CELLS.includes(name));

/** A table of one cell within a cell is the way some report programs draw a frame around what stands in it. */
const isFrame = (table: Element): boolean => rowsOf(table).reduce((count, row) => count + cellsOf(row).length, 0) === 1;

/** The tables of a page; frames within cells belong to the cell's text. */
function tablesOf(node: Node, inCell: boolean, found: Element[] = []): Element[] {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    if (child.tagName === "table" && !(inCell && isFrame(child))) found.push(child);
    tablesOf(child, CELLS.includes(child.tagName) || (inCell && child.tagName !== "table") || (inCell && isFrame(child)), found);
  }
  return found;
}

/** What a form's field shows: what is typed into it, or what is chosen. */
function fieldOf(element: Element): string | null {
  if (element.tagName === "input") return TYPED.has(attribute(element, "type") ?? "text") ? (attribute(element, "value") ?? "") : "";
  if (element.tagName !== "select") return null;
  const choices = elementsOf(element, ["option"], () => true);
  const chosen = choices.find((choice) => attribute(choice, "selected") !== undefined) ?? choices[0];
  return chosen ? textOf(chosen).join("") : "";
}

/** The text below a node, in pieces; a line end where a page begins a new line. Tables inside are tables of their own, but for frames. */
function textOf(node: Node, pieces: string[] = []): string[] {
  for (const child of childrenOf(node)) {
    if ("value" in child) pieces.push(child.value.replace(/[ \t\r\n]+/g, " "));
    else if (isElement(child) && !SKIPPED.has(child.tagName) && (child.tagName !== "table" || isFrame(child))) {
      const field = fieldOf(child);
      if (BLOCKS.has(child.tagName)) pieces.push("\n");
      if (field === null) textOf(child, pieces);
      else pieces.push(field);
    }
  }
  return pieces;
}

/** Lines without the blanks that a page does not show; no-break spaces are kept, they indent. */
function shown(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/^ | $/g, "").replace(/ {2,}/g, " "));
  let [first, last] = [0, lines.length];
  while (first < last && lines[first] === "") first++;
  while (last > first && lines[last - 1] === "") last--;
  return lines.slice(first, last).join("\n");
}

/** Excel writes beside the shown text what the cell holds: `x:num` the number, `x:str` or the format "@" that it is text. */
function cellOf(cell: Element, formats: Formats): TypedCell {
  const words = shown(textOf(cell).join(""));
  const classes = (attribute(cell, "class") ?? "").split(/\s+/).map((name) => formats.get(name));
  const format = formatIn(attribute(cell, "style") ?? "") ?? classes.find((found) => found !== undefined);
  const stated = attribute(cell, "x:num") ?? "";
  if (words === "" && stated === "") return { value: null };
  if (format === "@" || attribute(cell, "x:str") !== undefined) return { value: words, ...(format === "@" && { format }) };
  const typed = typedCell(words);
  const value = stated !== "" && Number.isFinite(Number(stated)) ? Number(stated) : typed.value;
  const looks = format !== undefined && format !== "General" ? format : typed.format;
  return typeof value === "number" && looks !== undefined ? { value, format: looks } : { value };
}

function gridOf(table: Element, formats: Formats): Grid {
  // A page may leave out a row's or a cell's end, but not a table's.
  if (!table.sourceCodeLocation?.endTag) throw new Damage(null, "表格没有结尾，文件不完整");
  const grid = new Grid();
  for (const row of rowsOf(table)) {
    grid.startRow();
    for (const cell of cellsOf(row))
      grid.add(cellOf(cell, formats), Number(attribute(cell, "colspan")) || 1, Number(attribute(cell, "rowspan")) || 1);
  }
  return grid;
}

function gridsOf({ parse }: typeof Parse5, page: string): Grid[] {
  const tree = parse(page, { sourceCodeLocationInfo: true });
  const css = elementsOf(tree, ["style"], () => true).flatMap((style) =>
    childrenOf(style).map((text) => ("value" in text ? text.value : "")),
  );
  const formats = classFormats(css.join("}"));
  return tablesOf(tree, false)
    .map((table) => gridOf(table, formats))
    .filter((grid) => !grid.empty);
}

/** Sheets' names as Excel writes them into the page. */
const sheetNames = (page: string): string[] =>
  Array.from(page.matchAll(/<x:Name>([^<]{1,100})<\/x:Name>/gi), (match) => (match[1] ?? "").trim());

/** The tables of pages as sheets, one each. Throws `Damage` where a table has no end: the file is cut off. */
export function htmlSheets(parser: typeof Parse5, pages: readonly string[]): ParsedSheet[] {
  const grids = pages.flatMap((page) => gridsOf(parser, page));
  const names = pages.flatMap(sheetNames);
  const named = names.length === grids.length && new Set(names).size === names.length;
  return grids.map((grid, i) => grid.finish((named ? names[i] : undefined) ?? `Sheet${String(i + 1)}`));
}
