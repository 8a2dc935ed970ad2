import { TooLarge } from "../../report/limits";
import type { OfficePackage, Relation } from "../../report/package";
import { childrenOf, type XmlElement } from "../../report/xml";
import { parseXml } from "./xml";

/** A part beyond this is no document's text. */
const LARGEST_PART = 30_000_000;

const folder = (path: string): readonly string[] => path.split("/").slice(0, -1);

/** A relation's target as a path from the package's root. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : [...folder(from)];
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Where the relations of a part stand. */
export function relationsPath(part: string): string {
  const name = part.lastIndexOf("/") + 1;
  return `${part.slice(0, name)}_rels/${part.slice(name)}.rels`;
}

/** UTF-8 unless its byte order mark says otherwise. */
export function xmlText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Whether a zip is a Word document, by what its own list of contents calls its main part: no part of it is read. */
export async function isDocumentPackage(bytes: Uint8Array): Promise<boolean> {
  const { unzipSync } = await import("fflate");
  const types = unzipSync(bytes, {
    filter: ({ name, originalSize }) => /^\[content_types\]\.xml$/i.test(name) && originalSize < 4_000_000,
  });
  const [list] = Object.values(types);
  return (
    list !== undefined &&
    /["']application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|vnd\.ms-word\.(?:document|template)\.macroEnabled)\.main\+xml["']/i.test(
      xmlText(list),
    )
  );
}

/** The XML parts of an Office package; a part's name is the same in any case and with either slash. */
export async function openOfficePackage(bytes: Uint8Array): Promise<OfficePackage> {
  const { unzipSync } = await import("fflate");
  const filed = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      if (originalSize > LARGEST_PART) throw new TooLarge();
      return true;
    },
  });
  const key = (path: string): string => path.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
  const parts = new Map(Object.entries(filed).map(([path, part]) => [key(path), part]));
  const trees = new Map<string, XmlElement | null>();
  const xml = (path: string): XmlElement | null => {
    const known = trees.get(key(path));
    if (known !== undefined) return known;
    const part = parts.get(key(path));
    const tree = part ? parseXml(xmlText(part)) : null;
    trees.set(key(path), tree);
    return tree;
  };
  const relations = (path: string): readonly Relation[] => {
    const root = xml(relationsPath(path));
    return (root ? childrenOf(root, "Relationship") : [])
      .filter(({ attributes }) => attributes["TargetMode"] !== "External")
      .map(({ attributes }) => ({
        id: attributes["Id"] ?? "",
        type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        path: resolve(path, attributes["Target"] ?? ""),
      }));
  };
  return { xml, relations };
}
