import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8 } from "fflate";
import { relationsPath } from "../office-package";
import { partKey } from "../whole/office-package";
import { openZip, type ZipPart } from "../whole/zip";
import { asUtf8 } from "../xml/encoding";
import { joined } from "../xml/scan";
import { deflated, zipOf, type ZippedPart } from "./write-zip";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES = "[Content_Types].xml";

/** The elements below `node` of that local name, in document order. */
export const elements = (node: Document | Element, name: string): Element[] => Array.from(node.getElementsByTagNameNS("*", name));

/** The element's own children of that local name. */
export const children = (node: Element, name: string): Element[] =>
  Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1 && (child as Element).localName === name);

/** An attribute by its local name, whichever namespace (transitional or strict) it stands in. */
export const relationId = (element: Element): string =>
  element.getAttributeNS(RELATION, "id") || element.getAttributeNS(STRICT_RELATION, "id") || "";

/** A new element beside or inside another, in its namespace and with its prefix. */
export function sibling(of: Element, name: string): Element {
  return of.ownerDocument.createElementNS(of.namespaceURI, of.prefix ? `${of.prefix}:${name}` : name);
}

/** A relation's target as a path from the package's root. */
function resolve(part: string, target: string): string {
  const steps = /^[/\\]/.test(target) ? [] : part.split("/").slice(0, -1);
  for (const step of target.split(/[/\\]/)) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** A part as it stands in the file, packed, or as it is to be, in pieces. */
interface Part {
  /** As the file names it. */
  readonly name: string;
  readonly held: ZipPart | readonly Uint8Array[];
}

const isPieces = (held: Part["held"]): held is readonly Uint8Array[] => Array.isArray(held);

/**
 * An .xlsx as its parts. Parts that nobody changes keep their bytes, and are not unpacked unless they are looked at; a changed
 * tree is written back from the tree. Mutable on purpose: saving is a series of small changes to one package.
 */
export class Package {
  private readonly trees = new Map<string, { readonly tree: Document; readonly before: string }>();

  private constructor(private readonly parts: Map<string, Part>) {}

  /** Throws `Damage` or `TooMuch` where the zip is not sound. */
  static open(bytes: Uint8Array): Package {
    return new Package(new Map(openZip(bytes).map((part) => [partKey(part.name), { name: part.name, held: part }])));
  }

  has(path: string): boolean {
    return this.parts.has(partKey(path));
  }

  /** A part's bytes, unpacked each time they are asked for. Throws when there is no such part. */
  content(path: string): Uint8Array {
    const part = this.parts.get(partKey(path));
    if (!part) throw new Error(`the package has no part ${path}`);
    return isPieces(part.held) ? joined(part.held) : part.held.unpack();
  }

  /** The part as a tree that may be changed. Throws when there is no such part. */
  tree(path: string): Document {
    const known = this.trees.get(partKey(path));
    if (known) return known.tree;
    const tree = new DOMParser().parseFromString(strFromU8(asUtf8(this.content(path))).replace(/^\ufeff/, ""), "text/xml");
    this.trees.set(partKey(path), { tree, before: new XMLSerializer().serializeToString(tree) });
    return tree;
  }

  root(path: string): Element {
    return this.tree(path).documentElement;
  }

  /** Whether the file keeps to the strict form of the standard, whose namespaces are others. */
  isStrict(workbook: string): boolean {
    return this.root(workbook).namespaceURI === STRICT_MAIN;
  }

  /** Adds or replaces a part. */
  put(path: string, content: string | readonly Uint8Array[]): void {
    const key = partKey(path);
    this.trees.delete(key);
    this.parts.set(key, {
      name: this.parts.get(key)?.name ?? path,
      held: typeof content === "string" ? [strToU8(content)] : content,
    });
  }

  /** Takes a part out, with its relations and its content type. */
  remove(path: string): void {
    this.drop(path);
    this.dropRelations(path);
    for (const entry of children(this.root(CONTENT_TYPES), "Override"))
      if (partKey(entry.getAttribute("PartName") ?? "") === partKey(path)) entry.parentNode?.removeChild(entry);
  }

  /** Drops the relations of a part (a rewritten sheet no longer has comments or drawings). */
  dropRelations(path: string): void {
    this.drop(relationsPath(path));
  }

  private drop(path: string): void {
    this.parts.delete(partKey(path));
    this.trees.delete(partKey(path));
  }

  declare(path: string, contentType: string): void {
    const types = this.root(CONTENT_TYPES);
    const entry = sibling(types, "Override");
    entry.setAttribute("PartName", `/${path}`);
    entry.setAttribute("ContentType", contentType);
    types.appendChild(entry);
  }

  /** Paths of the parts that `part` relates to, by relation id; "" is the package itself. */
  relations(part: string): { id: string; type: string; path: string; element: Element }[] {
    const path = relationsPath(part);
    if (!this.has(path)) return [];
    return children(this.root(path), "Relationship").map((element) => ({
      id: element.getAttribute("Id") ?? "",
      type: (element.getAttribute("Type") ?? "").split("/").at(-1) ?? "",
      path: element.getAttribute("TargetMode") === "External" ? "" : resolve(part, element.getAttribute("Target") ?? ""),
      element,
    }));
  }

  /** Relates `part` to `path`; the new relation's id. */
  relate(part: string, type: string, path: string): string {
    const where = relationsPath(part);
    if (!this.has(where))
      this.put(where, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${PACKAGE_RELATIONS}"/>`);
    const known = this.relations(part);
    const taken = new Set(known.map((relation) => relation.id));
    let number = taken.size + 1;
    while (taken.has(`rId${String(number)}`)) number++;
    const strict = known.some(({ element }) => (element.getAttribute("Type") ?? "").startsWith(STRICT_RELATION));
    const entry = sibling(this.root(where), "Relationship");
    entry.setAttribute("Id", `rId${String(number)}`);
    entry.setAttribute("Type", `${strict ? STRICT_RELATION : RELATION}/${type}`);
    entry.setAttribute("Target", `/${path}`);
    this.root(where).appendChild(entry);
    return `rId${String(number)}`;
  }

  bytes(): Uint8Array {
    const writer = new XMLSerializer();
    return zipOf(
      [...this.parts].map(([key, { name, held }]) => {
        const tree = this.trees.get(key);
        const xml = tree && writer.serializeToString(tree.tree);
        // A tree that was only looked at keeps its bytes.
        if (xml !== undefined && xml !== tree?.before) return deflated(name, [strToU8(xml)]);
        return isPieces(held) ? deflated(name, held) : { name, ...packedAs(held) };
      }),
    );
  }
}

const packedAs = ({ size, crc, method, packed }: ZipPart): Omit<ZippedPart, "name"> => ({ size, crc, method, bytes: [packed()] });

/** A part written by this tool in the namespaces that the file keeps to. */
export const strictly = (xml: string): string => xml.replaceAll(MAIN, STRICT_MAIN).replaceAll(RELATION, STRICT_RELATION);
