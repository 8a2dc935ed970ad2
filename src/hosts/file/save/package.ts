import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { relationsPath } from "../office-package";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES = "[Content_Types].xml";

/** The elements below `node` of that local name, in document order. */
export const elements = (node: Document | Element, name: string): Element[] => Array.from(node.getElementsByTagNameNS("*", name));

/** The element's own children of that local name. */
export const children = (node: Element, name: string): Element[] =>
  Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1 && (child as Element).localName === name);

/** A relation's target as a path from the package's root. */
function resolve(part: string, target: string): string {
  const steps = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/**
 * An .xlsx as its parts. Parts that nobody asks for keep their bytes; those asked for as XML are written back from
 * their tree. Mutable on purpose: saving is a series of small changes to one package.
 */
export class Package {
  private readonly trees = new Map<string, Document>();

  private constructor(private readonly parts: Map<string, Uint8Array>) {}

  static open(bytes: Uint8Array): Package {
    return new Package(new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/"))));
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  /** The part as a tree that may be changed. Throws when there is no such part. */
  tree(path: string): Document {
    const known = this.trees.get(path);
    if (known) return known;
    const bytes = this.parts.get(path);
    if (!bytes) throw new Error(`the package has no part ${path}`);
    const tree = new DOMParser().parseFromString(strFromU8(bytes), "text/xml");
    this.trees.set(path, tree);
    return tree;
  }

  root(path: string): Element {
    return this.tree(path).documentElement;
  }

  /** Adds or replaces a part by its text. */
  put(path: string, xml: string): void {
    this.trees.delete(path);
    this.parts.set(path, strToU8(xml));
  }

  /** Takes a part out, with its relations and its content type. */
  remove(path: string): void {
    for (const gone of [path, relationsPath(path)]) {
      this.parts.delete(gone);
      this.trees.delete(gone);
    }
    for (const entry of children(this.root(CONTENT_TYPES), "Override")) if (entry.getAttribute("PartName") === `/${path}`) entry.parentNode?.removeChild(entry);
  }

  /** Drops the relations of a part (a rewritten sheet no longer has comments or drawings). */
  dropRelations(path: string): void {
    this.parts.delete(relationsPath(path));
    this.trees.delete(relationsPath(path));
  }

  declare(path: string, contentType: string): void {
    const types = this.tree(CONTENT_TYPES);
    const entry = types.createElementNS(types.documentElement.namespaceURI, "Override");
    entry.setAttribute("PartName", `/${path}`);
    entry.setAttribute("ContentType", contentType);
    types.documentElement.appendChild(entry);
  }

  /** Paths of the parts that `part` relates to, by relation id; "" is the package itself. */
  relations(part: string): { id: string; type: string; path: string; element: Element }[] {
    const path = relationsPath(part);
    if (!this.has(path)) return [];
    return children(this.root(path), "Relationship").map((element) => ({
      id: element.getAttribute("Id") ?? "",
      type: (element.getAttribute("Type") ?? "").split("/").at(-1) ?? "",
      path: resolve(part, element.getAttribute("Target") ?? ""),
      element,
    }));
  }

  /** Relates `part` to `path`; the new relation's id. */
  relate(part: string, type: string, path: string): string {
    const where = relationsPath(part);
    if (!this.has(where)) this.put(where, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${PACKAGE_RELATIONS}"/>`);
    const taken = new Set(this.relations(part).map((relation) => relation.id));
    let number = taken.size + 1;
    while (taken.has(`rId${String(number)}`)) number++;
    const tree = this.tree(where);
    const entry = tree.createElementNS(PACKAGE_RELATIONS, "Relationship");
    entry.setAttribute("Id", `rId${String(number)}`);
    entry.setAttribute("Type", `${RELATION}/${type}`);
    entry.setAttribute("Target", `/${path}`);
    tree.documentElement.appendChild(entry);
    return `rId${String(number)}`;
  }

  bytes(): Uint8Array {
    const writer = new XMLSerializer();
    const all: Record<string, Uint8Array> = {};
    for (const [path, bytes] of this.parts) {
      const tree = this.trees.get(path);
      all[path] = tree ? strToU8(writer.serializeToString(tree)) : bytes;
    }
    return zipSync(all, { mtime: new Date(2000, 0, 1) });
  }
}
