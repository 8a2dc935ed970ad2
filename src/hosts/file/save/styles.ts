import { children, MAIN, type Package } from "./package";

const FIRST_OWN_FORMAT = 164;
const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

/** The section of the style sheet, created in its place when the file has none. */
function section(root: Element, name: string): Element {
  const found = children(root, name)[0];
  if (found) return found;
  const made = root.ownerDocument.createElementNS(MAIN, name);
  // Number formats stand first; the other sections are never missing where there are any cell formats.
  root.insertBefore(made, name === "numFmts" ? root.firstChild : null);
  return made;
}

/** Appends copies of the source's entries; the index that the first of them got. */
function append(target: Element, entries: readonly Element[]): number {
  const first = Array.from(target.childNodes).filter((node) => node.nodeType === 1).length;
  for (const entry of entries) target.appendChild(target.ownerDocument.importNode(entry, true));
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
    const copy = formats.ownerDocument.importNode(format, true);
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
  const entries = (name: string): Element[] => children(from, name).flatMap((list) => Array.from(list.childNodes).filter((node): node is Element => node.nodeType === 1));
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
