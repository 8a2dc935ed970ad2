import { Damage, TooMuch } from "./damage";
import { LIMITS } from "./limits";
import { scanXml, type XmlTag } from "./xml";
import type { ZipPart } from "./zip";

/** A package of LibreOffice's and WPS's open formats. */
export interface OpenDocument {
  /** "spreadsheet", "text" …: what its body holds. */
  readonly body: string;
  readonly encrypted: boolean;
}

/** Whether the manifest says that parts are encrypted; parts that it lists and a reader needs must be there. */
function encrypted(manifest: ZipPart | undefined, names: ReadonlySet<string>): boolean {
  if (!manifest) return false;
  let found = false;
  scanXml(manifest.name, manifest.unpack(), {
    open: (name, tag) => {
      if (name === "encryption-data") found = true;
      const path = tag.prefixed("full-path") ?? tag.attribute("full-path");
      if (name === "file-entry" && (path === "content.xml" || path === "styles.xml") && !names.has(path)) throw new Damage(path, "缺失");
    },
  });
  return found;
}

/** Counts the cells that hold something, those that a row or a cell says once for many too (OpenDocument 1.2, 19.675). */
function cellCounter(): (name: string, tag: XmlTag) => void {
  let rows = 1;
  let cells = 0;
  const times = (tag: XmlTag, what: string): number => Math.max(1, Number(tag.prefixed(what) ?? 1) || 1);
  return (name, tag) => {
    if (name === "table-row") rows = times(tag, "number-rows-repeated");
    else if (name === "table-cell" && tag.prefixed("value-type") !== undefined)
      if ((cells += rows * times(tag, "number-columns-repeated")) > LIMITS.openCells)
        throw new TooMuch(`有内容的格多于 ${String(LIMITS.openCells / 10_000)} 万个`);
  };
}

/** null where the zip is no open document. Throws `Damage` where its content is missing or cut off. */
export function openDocument(parts: readonly ZipPart[]): OpenDocument | null {
  const named = (name: string): ZipPart | undefined => parts.find((part) => part.name === name);
  const [mimetype, manifest, content, styles] = ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml"].map(named);
  if (!manifest && !(mimetype && content)) return null;
  if (mimetype && !/^application\/vnd\.(oasis|sun)/.test(new TextDecoder().decode(mimetype.unpack()))) return null;
  if (encrypted(manifest, new Set(parts.map(({ name }) => name)))) return { body: "", encrypted: true };
  if (!content) throw new Damage("content.xml", "缺失");
  let body = "";
  let inBody = false;
  const count = cellCounter();
  scanXml(content.name, content.unpack(), {
    open: (name, tag) => {
      count(name, tag);
      if (inBody && body === "") body = name;
      if (name === "body") inBody = true;
    },
  });
  if (styles) scanXml(styles.name, styles.unpack());
  return { body, encrypted: false };
}
