import { mainPart, piecesBySource } from "../../report/docx/read";
import { withCommentMarks, type CommentAnchor } from "../../report/docx/comment";
import { DoorProblem } from "../door";
import { escapeAttribute, escapeText } from "./xml/scan";
import { openOfficePackage, relationsPath, xmlText } from "./office-package";
import { parseXml } from "./xml/tree";
import { problem } from "./problems";

/** A comment to be put into a Word file. */
export interface Comment {
  /** As the report's paragraphs and cells give it. */
  readonly source: number;
  /** UTF-16 offsets in the paragraph's text; null: all of it. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** Paragraphs of the comment. */
  readonly text: readonly string[];
}

export interface CommentBy {
  readonly author: string;
  readonly initials: string;
  readonly at: Date;
}

const TYPES = "[Content_Types].xml";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const TRANSITIONAL = {
  words: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const STRICT = {
  words: "http://purl.oclc.org/ooxml/wordprocessingml/main",
  relations: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

/**
 * A Word file with comments added: every part but the text, the comments and what names them keeps its bytes, comments that
 * are there already stay. Throws `DoorProblem` where the bytes are no Word file.
 */
export async function commentedDocx(bytes: Uint8Array, name: string, comments: readonly Comment[], by: CommentBy): Promise<Uint8Array> {
  try {
    return await withComments(bytes, name, comments, by);
  } catch (cause) {
    throw cause instanceof DoorProblem ? cause : problem.notWord(name, cause);
  }
}

async function withComments(bytes: Uint8Array, name: string, comments: readonly Comment[], by: CommentBy): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import("fflate");
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
  const office = openOfficePackage(parts);
  const main = mainPart(office);
  const find = (path: string): string | undefined =>
    [...parts.keys()].find((key) => key.replaceAll("\\", "/").toLowerCase() === path.toLowerCase());
  const mainKey = main === null ? undefined : find(main);
  const document = mainKey === undefined ? undefined : parts.get(mainKey);
  if (main === null || mainKey === undefined || !document) throw problem.notWord(name);
  const edit = (path: string, blank: string, change: (text: string) => string): void => {
    const key = find(path) ?? path;
    const old = parts.get(key);
    parts.set(key, old ? encodedLike(old, change(xmlText(old))) : new TextEncoder().encode(change(blank)));
  };
  const text = xmlText(document);
  const names = text.includes(STRICT.words) ? STRICT : TRANSITIONAL;
  const known = office.relations(main).find(({ type }) => type === "comments")?.path;
  const target = known ?? freePath(folderOf(main), (path) => find(path) !== undefined);
  const there = parts.get(find(target) ?? "");
  const first = nextId(text + (there ? xmlText(there) : ""));
  const anchors = comments.map(({ source, span }, index): CommentAnchor => ({ id: first + index, source, span }));
  edit(main, "", (whole) => withCommentMarks(whole, parseXml(whole), piecesBySource(office), anchors));
  edit(target, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${names.words}"></w:comments>`, (whole) =>
    appended(whole, (prefix) => comments.map((comment, index) => commentXml(prefix, first + index, comment, by)).join("")),
  );
  if (known === undefined) {
    const relations = relationsPath(main);
    edit(
      relations,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
      (whole) =>
        appended(
          whole,
          (prefix) => `<${prefix}Relationship Id="${freeId(whole)}" Type="${names.relations}/comments" Target="/${target}"/>`,
        ),
    );
    edit(TYPES, "", (whole) => appended(whole, (prefix) => `<${prefix}Override PartName="/${target}" ContentType="${CONTENT_TYPE}"/>`));
  }
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2000, 0, 1) });
}

const folderOf = (path: string): string =>
  path
    .split("/")
    .slice(0, -1)
    .map((step) => `${step}/`)
    .join("");

function freePath(folder: string, taken: (path: string) => boolean): string {
  let number = 0;
  let path = `${folder}comments.xml`;
  while (taken(path)) path = `${folder}comments${String(++number)}.xml`;
  return path;
}

/** Beyond every id that the text or the comments use for comments. */
function nextId(text: string): number {
  let most = -1;
  for (const match of text.matchAll(
    /<(?:[\w.-]+:)?comment(?:RangeStart|RangeEnd|Reference)?\s[^<>]*?\b(?:[\w.-]+:)?id\s*=\s*["'](\d{1,9})["']/g,
  ))
    most = Math.max(most, Number(match[1]));
  return most + 1;
}

function freeId(relations: string): string {
  let number = 1;
  while (relations.includes(`"rIdBudget${String(number)}"`)) number++;
  return `rIdBudget${String(number)}`;
}

/** The part with more at the end of its root, whose prefix the new elements take. */
function appended(text: string, more: (prefix: string) => string): string {
  const root = parseXml(text);
  const prefix = /^<([\w.-]+:)?/.exec(text.slice(root.start, root.start + 60))?.[1] ?? "";
  if (root.opened === root.end) {
    const name = /^<([\w.:-]+)/.exec(text.slice(root.start, root.start + 80))?.[1] ?? "";
    return `${text.slice(0, root.end - 2)}>${more(prefix)}</${name}>${text.slice(root.end)}`;
  }
  const close = text.lastIndexOf("</", root.end - 1);
  return text.slice(0, close) + more(prefix) + text.slice(close);
}

function commentXml(w: string, id: number, { text }: Comment, { author, initials, at }: CommentBy): string {
  const paragraph = (words: string): string =>
    `<${w}p><${w}r><${w}t xml:space="preserve">${escapeText(inXml(words))}</${w}t></${w}r></${w}p>`;
  return `<${w}comment ${w}id="${String(id)}" ${w}author="${escapeAttribute(inXml(author))}" ${w}date="${at.toISOString().slice(0, 19)}Z" ${w}initials="${escapeAttribute(inXml(initials))}">${text.map(paragraph).join("")}</${w}comment>`;
}

/** Without what XML cannot hold. */
const inXml = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

/** In the encoding that the part had, which its declaration names. */
function encodedLike(old: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const little = old[0] === 0xff && old[1] === 0xfe;
  if (!little && !(old[0] === 0xfe && old[1] === 0xff)) return new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}
