import type { XmlElement } from "./xml";

/** An Office package, unzipped and ready to be asked for its parts. */
export interface OfficePackage {
  /** A part as a tree; null where there is none. */
  readonly xml: (path: string) => XmlElement | null;
  /** What a part relates to; "" is the package itself. */
  readonly relations: (path: string) => readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** The last word of its type: "officeDocument", "footnotes". */
  readonly type: string;
  /** From the package's root. */
  readonly path: string;
}

/** The part that a relation of that type leads to. */
export function related(office: OfficePackage, from: string, type: string): XmlElement | null {
  const path = office.relations(from).find((relation) => relation.type === type)?.path;
  return path === undefined ? null : office.xml(path);
}
