import { remembered } from "../../../text/remembered";
import type { PlainSheet } from "../../../workbook/plain";
import { shownText } from "../xlsx/text-item";
import { Damage, TooMuch } from "./damage";
import { LIMITS } from "./limits";
import { rootOf, scanXml } from "./xml";
import type { ZipPart } from "./zip";

/** One line of a relations part. */
interface Relation {
  readonly id: string;
  /** The last step of its type: "worksheet", "sharedStrings". */
  readonly type: string;
  readonly target: string;
}

/** Relations whose part holds what a reader would show: without it something is missing and nobody would see. */
const NEEDED = new Set([
  "officeDocument",
  "worksheet",
  "chartsheet",
  "dialogsheet",
  "xlMacrosheet",
  "sharedStrings",
  "styles",
  "numbering",
  "footnotes",
  "endnotes",
  "header",
  "footer",
]);
const CONTENT_TYPES = "[Content_Types].xml";

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** One spelling of a part's name: packages tell neither capitals nor slashes apart, nor signs from their codes ("%E8%A1%A8"). */
export const partKey = remembered((name) => decoded(name).replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase());

/** The part whose relations a relations part lists; "" for the package itself. */
const ownerOf = (relations: string): string => relations.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");

/** A target as a part's key. */
function resolve(owner: string, target: string): string {
  const plain = partKey(target.split("#")[0] ?? "");
  const steps = /^[\\/]/.test(target) ? [] : owner.split("/").slice(0, -1);
  for (const step of plain.split("/"))
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  return steps.join("/");
}

function relationsOf(part: ZipPart): Relation[] {
  const owner = ownerOf(partKey(part.name));
  const found: Relation[] = [];
  const ids = new Set<string>();
  scanXml(part.name, part.unpack(), {
    open: (name, tag) => {
      if (name !== "Relationship" || tag.attribute("TargetMode") === "External") return;
      const type = tag.attribute("Type")?.split("/").at(-1) ?? "";
      const id = tag.attribute("Id") ?? "";
      if (ids.has(id)) throw new Damage(part.name, "有两行同一编号");
      ids.add(id);
      found.push({ id, type, target: resolve(owner, tag.attribute("Target") ?? "") });
    },
  });
  return found;
}

/** A sheet as the workbook lists it. */
export interface SheetEntry extends Pick<PlainSheet, "name" | "visibility"> {
  /** The key of its part. */
  readonly part: string;
  /** The type of its relation: "worksheet", "chartsheet". */
  readonly kind: string;
}

/** A package of Office's: its parts, and what stands in for what. */
export interface OfficePackage {
  /** The key of the main part, the workbook or the document, and its bytes. */
  readonly main: string;
  readonly content: Uint8Array;
  /** Its root element: "workbook", "document", "presentation"; "binary" for an .xlsb. */
  readonly root: string;
  /** By the owner's key. */
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  /** In the workbook's order; empty where the package is no workbook. */
  readonly sheets: readonly SheetEntry[];
  /** The year from which the workbook counts its days. */
  readonly count: 1900 | 1904;
}

const visibilityOf = (state: string | undefined): PlainSheet["visibility"] =>
  state === "hidden" || state === "veryHidden" ? state : "visible";

/** Two sheets of one name, or of one part: which of them a reader shows would be a matter of luck. */
function requireApart(sheets: readonly SheetEntry[]): void {
  const [names, parts] = [new Set<string>(), new Set<string>()];
  for (const { name, part } of sheets) {
    if (names.has(name.toLowerCase())) throw new Damage(null, `有两张工作表都叫“${name}”`);
    if (parts.has(part)) throw new Damage(part, "登记给了两张工作表");
    names.add(name.toLowerCase());
    parts.add(part);
  }
}

/** The main part's root element, and for a workbook which part holds which sheet; a sheet without a part is damage. */
function readMain(name: string, content: Uint8Array, relations: readonly Relation[]): Pick<OfficePackage, "root" | "sheets" | "count"> {
  const sheets: SheetEntry[] = [];
  const root = /\.bin$/i.test(name) ? "binary" : rootOf(content);
  let count: OfficePackage["count"] = 1900;
  if (root !== "workbook") return { root, sheets, count };
  scanXml(name, content, {
    open: (element, tag) => {
      if (element === "workbookPr" && ["1", "true"].includes(tag.attribute("date1904") ?? "")) count = 1904;
      const sheet = tag.attribute("name");
      if (element !== "sheet" || sheet === undefined) return;
      const relation = relations.find(({ id }) => id === tag.prefixed("id"));
      if (relation === undefined) throw new Damage(null, `“${sheet}”所在的部分没有登记`);
      const { target: part, type: kind } = relation;
      sheets.push({ name: shownText(sheet), visibility: visibilityOf(tag.attribute("state")), part, kind });
    },
  });
  requireApart(sheets);
  if (sheets.length > LIMITS.sheets) throw new TooMuch(`工作表多于 ${String(LIMITS.sheets)} 张`);
  return { root, sheets, count };
}

/** The package's own account of itself; null where the zip is no package of Office's. Throws `Damage` where it has none. */
export function officePackage(parts: readonly ZipPart[]): OfficePackage | null {
  const byKey = new Map(parts.map((part) => [partKey(part.name), part]));
  if (!byKey.has(partKey(CONTENT_TYPES)) && !byKey.has("_rels/.rels")) return null;
  const relations = new Map<string, Relation[]>();
  for (const [key, part] of byKey) if (/(^|\/)_rels\/[^/]*\.rels$/.test(key)) relations.set(ownerOf(key), relationsOf(part));
  const main = relations.get("")?.find(({ type }) => type === "officeDocument")?.target;
  if (main === undefined) throw new Damage(null, "缺少说明它是什么文件的部分");
  const mainPart = byKey.get(main);
  if (mainPart === undefined) throw new Damage(main, "缺失");
  const types = byKey.get(partKey(CONTENT_TYPES));
  if (!types) throw new Damage(CONTENT_TYPES, "缺失");
  scanXml(types.name, types.unpack());
  const content = mainPart.unpack();
  return { main, content, relations, ...readMain(mainPart.name, content, relations.get(main) ?? []) };
}

/** Every part that a relation promises and a reader needs is there. Throws `Damage` whose `part` is the key it should have. */
export function requirePromised({ relations, sheets }: OfficePackage, parts: readonly ZipPart[]): void {
  const there = new Set(parts.map(({ name }) => partKey(name)));
  const promised = [...relations.values()].flat().filter(({ type }) => NEEDED.has(type));
  const missing = [...sheets.map(({ part }) => part), ...promised.map(({ target }) => target)].find((target) => !there.has(target));
  if (missing !== undefined) throw new Damage(missing, "缺失");
}
