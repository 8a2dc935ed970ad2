import type { Look } from "./edits";
import { children, sibling, type Package } from "./package";

const FIRST_OWN_FORMAT = 164;
const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

/** The section of the style sheet, created in its place when the file has none. */
function section(root: Element, name: string): Element {
  const found = children(root, name)[0];
  if (found) return found;
  const made = sibling(root, name);
  // Number formats stand first; the other sections are never missing where there are any cell formats.
  root.insertBefore(made, name === "numFmts" ? root.firstChild : null);
  return made;
}

/** A copy of an element of another document, in this one's namespace and with its prefix. */
function inNamespaceOf(target: Element, entry: Element): Element {
  const copy = sibling(target, entry.localName);
  for (const attribute of Array.from(entry.attributes))
    if (!attribute.name.startsWith("xmlns")) copy.setAttribute(attribute.name, attribute.value);
  for (const child of Array.from(entry.childNodes)) if (child.nodeType === 1) copy.appendChild(inNamespaceOf(target, child as Element));
  return copy;
}

/** Appends copies of the source's entries; the index that the first of them got. */
function append(target: Element, entries: readonly Element[]): number {
  const first = Array.from(target.childNodes).filter((node) => node.nodeType === 1).length;
  for (const entry of entries) target.appendChild(inNamespaceOf(target, entry));
  target.setAttribute("count", String(first + entries.length));
  return first;
}

/** Adds the source's own number formats; which id each got. */
function mergeFormats(target: Element, source: Element): Map<number, number> {
  const ids = new Map<number, number>();
  const wanted = children(source, "numFmts").flatMap((formats) => children(formats, "numFmt"));
  if (wanted.length === 0) return ids;
  const formats = section(target, "numFmts");
  const known = children(formats, "numFmt");
  let next = Math.max(FIRST_OWN_FORMAT, ...known.map((format) => number(format, "numFmtId") + 1));
  for (const format of wanted) {
    const same = known.find((other) => other.getAttribute("formatCode") === format.getAttribute("formatCode"));
    if (same) {
      ids.set(number(format, "numFmtId"), number(same, "numFmtId"));
      continue;
    }
    const copy = inNamespaceOf(formats, format);
    ids.set(number(format, "numFmtId"), next);
    copy.setAttribute("numFmtId", String(next++));
    formats.appendChild(copy);
  }
  formats.setAttribute("count", String(children(formats, "numFmt").length));
  return ids;
}

/**
 * Adds the cell formats of the source package to the target's style sheet, leaving all that is there as it is.
 * Returns what each of the source's format numbers (a cell's `s`) has become.
 */
export function mergeStyles(target: Package, targetPath: string, source: Package, sourcePath: string): (style: number) => number {
  const into = target.root(targetPath);
  const from = source.root(sourcePath);
  const formats = mergeFormats(into, from);
  const entries = (name: string): Element[] =>
    children(from, name).flatMap((list) => Array.from(list.childNodes).filter((node): node is Element => node.nodeType === 1));
  const shift = Object.fromEntries(["fonts", "fills", "borders"].map((name) => [name, append(section(into, name), entries(name))]));
  const cellFormats = entries("cellXfs").map((xf) => {
    const copy = xf.cloneNode(true) as Element;
    copy.setAttribute("fontId", String(number(xf, "fontId") + (shift["fonts"] ?? 0)));
    copy.setAttribute("fillId", String(number(xf, "fillId") + (shift["fills"] ?? 0)));
    copy.setAttribute("borderId", String(number(xf, "borderId") + (shift["borders"] ?? 0)));
    copy.setAttribute("numFmtId", String(formats.get(number(xf, "numFmtId")) ?? number(xf, "numFmtId")));
    copy.setAttribute("xfId", "0");
    return copy;
  });
  const first = append(section(into, "cellXfs"), cellFormats);
  return (style) => style + first;
}

const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "yyyy/m/d": 14,
  "h:mm": 20,
  "@": 49,
};

/** The id of a number format, added where the file has none of that code. */
function numberFormatId(root: Element, code: string): number {
  const built = BUILT_IN[code];
  if (built !== undefined) return built;
  const formats = section(root, "numFmts");
  const known = children(formats, "numFmt");
  const same = known.find((format) => format.getAttribute("formatCode") === code);
  if (same) return number(same, "numFmtId");
  const made = sibling(formats, "numFmt");
  const id = Math.max(FIRST_OWN_FORMAT, ...known.map((format) => number(format, "numFmtId") + 1));
  made.setAttribute("numFmtId", String(id));
  made.setAttribute("formatCode", code);
  formats.appendChild(made);
  formats.setAttribute("count", String(known.length + 1));
  return id;
}

/** The cell format (a cell's `s`) of a look; one with another number format is added once. */
export function styleOfLook(file: Package, path: string, look: Look): number {
  if (look.numberFormat === undefined) return look.format;
  const root = file.root(path);
  const formats = section(root, "cellXfs");
  const all = children(formats, "xf");
  const id = String(numberFormatId(root, look.numberFormat));
  const base = all[look.format];
  const copy = base ? (base.cloneNode(true) as Element) : sibling(formats, "xf");
  copy.setAttribute("numFmtId", id);
  copy.setAttribute("applyNumberFormat", "1");
  const same = all.findIndex((xf) => describe(xf) === describe(copy));
  if (same !== -1) return same;
  formats.appendChild(copy);
  formats.setAttribute("count", String(all.length + 1));
  return all.length;
}

const describe = (xf: Element): string =>
  [xf, ...Array.from(xf.getElementsByTagName("*"))]
    .map(
      (element) =>
        `${element.localName}(${Array.from(element.attributes)
          .map(({ name, value }) => `${name}=${value}`)
          .sort()
          .join(" ")})`,
    )
    .join();
