import type * as Parse5 from "parse5";
import { Damage } from "../whole/damage";
import { Grid, type ParsedSheet } from "./grid";
import { classFormats, formatIn } from "./html-formats";
import { typedCell, type TypedCell } from "./typed";

type Node = Parse5.DefaultTreeAdapterMap["node"];
type Element = Parse5.DefaultTreeAdapterMap["element"];
type Formats = ReadonlyMap<string, string>;

const SKIPPED = new Set(["style", "script", "xml", "table"]);
const BLOCKS = new Set(["br", "p", "div"]);

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

/** The text below a node, in pieces; a line end where a page begins a new line. Tables inside are tables of their own. */
function textOf(node: Node, pieces: string[] = []): string[] {
  for (const child of childrenOf(node)) {
    if ("value" in child) pieces.push(child.value.replace(/[ \t\r\n]+/g, " "));
    else if (isElement(child) && !SKIPPED.has(child.tagName)) {
      if (BLOCKS.has(child.tagName)) pieces.push("\n");
      textOf(child, pieces);
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
  for (const row of elementsOf(table, ["tr"], (name) => name !== "table" && name !== "tr")) {
    grid.startRow();
    for (const cell of elementsOf(row, ["td", "th"], (name) => name !== "table" && name !== "td" && name !== "th"))
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
  return elementsOf(tree, ["table"], () => true)
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
