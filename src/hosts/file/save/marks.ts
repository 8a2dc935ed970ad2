import { address, parseAddress } from "../../../amount/cell-ref";
import type { CellMark } from "../../door";
import { MARK_LEVELS, MARK_LOOKS, MARK_TAG, markRule } from "../../mark-rule";
import { asUtf8 } from "../xml/encoding";
import { attributesOf, childrenOf, escapeText, isNamed, nextTag, patched, textOf, unescape, type Patch, type Tag } from "../xml/scan";
import { children, sibling, type Package } from "./package";

/** What stands before a sheet's conditional formats, after its cells. */
const BEFORE = [
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
];

/** This tool's marks among a sheet's conditional formats. */
export function marksIn(bytes: Uint8Array, root: Tag, sheet: string): readonly CellMark[] {
  return ownFormats(bytes, root).flatMap(({ text, areas }) => {
    const level = MARK_LEVELS.find((known) => text.includes(`${MARK_TAG} ${known}`));
    return level === undefined ? [] : areas.flatMap((area) => cellsOf(area).map((cell): CellMark => ({ sheet, ...cell, level })));
  });
}

function cellsOf(area: string): { readonly row: number; readonly column: number }[] {
  const [from, to] = area.split(":").map(parseAddress);
  if (!from) return [];
  const last = to ?? from;
  return Array.from({ length: (last.row - from.row + 1) * (last.column - from.column + 1) }, (_, i) => ({
    row: from.row + Math.floor(i / (last.column - from.column + 1)),
    column: from.column + (i % (last.column - from.column + 1)),
  }));
}

function ownFormats(
  bytes: Uint8Array,
  root: Tag,
): { readonly start: number; readonly end: number; readonly text: string; readonly areas: readonly string[] }[] {
  return [...childrenOf(bytes, root)]
    .filter(({ tag }) => isNamed(bytes, tag, "conditionalFormatting"))
    .flatMap(({ tag, end }) => {
      const text = unescape(textOf(bytes, tag.start, end));
      return text.includes(MARK_TAG)
        ? [{ start: tag.start, end, text, areas: (attributesOf(bytes, tag).get("sqref") ?? "").split(/\s+/) }]
        : [];
    });
}

/** The number of the differential format that fills a cell so, added where the file has none. */
function fillFormat(file: Package, styles: string, level: CellMark["level"]): number {
  const root = file.root(styles);
  let list = children(root, "dxfs")[0];
  if (!list) {
    list = sibling(root, "dxfs");
    const after = ["cellStyles", "cellXfs"].map((name) => children(root, name)[0]).find((element) => element !== undefined);
    root.insertBefore(list, after?.nextSibling ?? null);
  }
  const { fill, writing } = MARK_LOOKS[level];
  const colour = `FF${fill.slice(1)}`;
  const letter = writing.slice(0, 1);
  const known = children(list, "dxf");
  const same = known.findIndex((dxf) => {
    const within = Array.from(dxf.getElementsByTagName("*"));
    const names = within.map(({ localName }) => localName).join(" ");
    return names === `font ${letter} fill patternFill bgColor` && within.at(-1)?.getAttribute("rgb") === colour;
  });
  if (same !== -1) return same;
  const dxf = list.appendChild(sibling(list, "dxf"));
  dxf.appendChild(sibling(list, "font")).appendChild(sibling(list, letter));
  const pattern = dxf.appendChild(sibling(list, "fill")).appendChild(sibling(list, "patternFill"));
  pattern.appendChild(sibling(list, "bgColor")).setAttribute("rgb", colour);
  list.setAttribute("count", String(known.length + 1));
  return known.length;
}

/** Replaces this tool's marks in the file by these; the user's own conditional formats stay. */
export function markSheets(file: Package, workbook: string, parts: ReadonlyMap<string, string>, marks: readonly CellMark[]): void {
  const styles = file.relations(workbook).find((relation) => relation.type === "styles")?.path;
  for (const [sheet, path] of parts) {
    const own = marks.filter((mark) => mark.sheet === sheet);
    const bytes = asUtf8(file.content(path));
    const root = nextTag(bytes, 0);
    if (!root) continue;
    const patches: Patch[] = ownFormats(bytes, root).map(({ start, end }) => ({ start, end, text: "" }));
    if (own.length > 0 && styles !== undefined) patches.push(newMarks(bytes, root, own, (level) => fillFormat(file, styles, level)));
    if (patches.length > 0) file.put(path, patched(bytes, patches));
  }
}

function newMarks(bytes: Uint8Array, root: Tag, marks: readonly CellMark[], format: (level: CellMark["level"]) => number): Patch {
  let place = root.end;
  let priority = 0;
  for (const { tag, end } of childrenOf(bytes, root)) {
    if (BEFORE.some((name) => isNamed(bytes, tag, name))) place = end;
    if (isNamed(bytes, tag, "conditionalFormatting"))
      for (const rule of childrenOf(bytes, tag)) priority = Math.max(priority, Number(attributesOf(bytes, rule.tag).get("priority") ?? 0));
  }
  const { prefix } = root;
  const text = [...MARK_LEVELS]
    .reverse()
    .map((level) => {
      const cells = marks
        .filter((mark) => mark.level === level)
        .map(address)
        .join(" ");
      const rule = escapeText(markRule(level).slice(1));
      return cells === ""
        ? ""
        : `<${prefix}conditionalFormatting sqref="${cells}"><${prefix}cfRule type="expression" dxfId="${String(format(level))}" priority="${String(++priority)}"><${prefix}formula>${rule}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`;
    })
    .join("");
  return { start: place, end: place, text };
}
