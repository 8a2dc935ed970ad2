import { related, type OfficePackage } from "../package";
import { isBlankText, type Block, type GridCell, type Report, type ReportTable, type Unread } from "../report";
import { childOf, childrenOf, elementsOf, isElement, switchOf, within, type XmlElement } from "../xml";
import { numberer, type Numberer } from "./numbering";
import { PICTURE, runReader, type Inside, type Piece, type RunReader } from "./runs";
import { outlineLevel, readStyles, type StyleSheet } from "./styles";
import { gridOf } from "./table";

/** The main part of a Word document, found by its relationship whatever its name; null where there is none. */
export function mainPart(office: OfficePackage): string | null {
  return office.relations("").find(({ type }) => type === "officeDocument")?.path ?? null;
}

/**
 * A Word document as blocks: changes accepted, hidden text left out, automatic numbers printed, footnotes behind the body.
 * null: the package holds no document.
 */
export function readDocument(office: OfficePackage, name: string): Report | null {
  const reader = readThrough(office);
  return reader && { name, kind: "docx", blocks: reader.blocks, unread: reader.unread };
}

/** A picture stands for a page: with so little text to each of them there is none to be read. */
const CAPTION = 50;

/** Whether it holds pictures and no more text than stands beside them: a scan laid into a document. */
export function isPictures({ blocks, unread }: Report): boolean {
  const pictures = unread.filter(({ what }) => what.startsWith(PICTURE)).length;
  const text = blocks.reduce((sum, block) => sum + (block.kind === "table" ? Infinity : block.text.trim().length), 0);
  return pictures > 0 && text < CAPTION * pictures;
}

/** By `source` of a paragraph or cell: its text as `readDocument` gives it, in pieces with the runs they stand in. */
export function piecesBySource(office: OfficePackage): ReadonlyMap<number, readonly Piece[]> {
  return readThrough(office)?.pieces ?? new Map<number, readonly Piece[]>();
}

function readThrough(office: OfficePackage): Reader | null {
  const main = mainPart(office);
  const root = main === null ? null : office.xml(main);
  const body = childOf(root ?? undefined, "w:body");
  if (main === null || !root || !body) return null;
  const reader = new Reader(office, main, root);
  reader.content(body);
  reader.footnotes();
  return reader;
}

/** Whether a paragraph's mark is gone when the changes are accepted: it goes on with the next. */
const goesOn = (paragraph: XmlElement): boolean => {
  const mark = within(paragraph, "w:pPr", "w:rPr");
  return childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined || switchOf(mark, "w:vanish") === true;
};

/** Walks the document once; the state is what Word itself carries along: lists, open fields, the paragraph's number. */
class Reader {
  readonly blocks: Block[] = [];
  readonly unread: Unread[] = [];
  readonly pieces = new Map<number, readonly Piece[]>();
  private paragraph = 0;
  private carried = "";
  private carriedPieces: readonly Piece[] = [];
  private carriedFrom: number | null = null;
  private readonly referred: Inside["notes"][number][] = [];
  private readonly styles: StyleSheet;
  private readonly numbered: Numberer;
  private readonly inside: RunReader;
  private readonly sources: ReadonlyMap<XmlElement, number>;

  constructor(
    private readonly office: OfficePackage,
    private readonly main: string,
    root: XmlElement,
  ) {
    this.styles = readStyles(related(office, main, "styles"));
    this.numbered = numberer(related(office, main, "numbering"), this.styles);
    this.inside = runReader(this.styles);
    this.sources = new Map(elementsOf(root, "w:p").map((element, index) => [element, index]));
  }

  content(parent: XmlElement): void {
    for (const child of childrenOf(parent)) {
      if (child.name === "w:p") this.readParagraph(child, "body");
      else if (child.name === "w:tbl") this.readTable(child);
      else if (child.name === "mc:AlternateContent")
        this.content(childrenOf(child, "mc:Choice")[0] ?? childOf(child, "mc:Fallback") ?? child);
      else if (child.name === "w:altChunk") this.say("嵌入的另一份文档");
      else if (child.name !== "w:sectPr" && child.name !== "w:sdtPr") this.content(child);
    }
  }

  footnotes(): void {
    for (const part of ["footnotes", "endnotes"] as const) {
      const root = related(this.office, this.main, part);
      if (!root) continue;
      const notes = new Map(childrenOf(root).map((note) => [note.attributes["w:id"] ?? "", note]));
      // A note that is referred to twice is printed once.
      for (const id of new Set(this.referred.filter((note) => note.part === part).map((note) => note.id))) {
        const note = notes.get(id);
        for (const paragraph of note ? elementsOf(note, "w:p") : []) this.readParagraph(paragraph, "footnote");
      }
    }
  }

  private readParagraph(element: XmlElement, role: "body" | "footnote"): void {
    const { text, pieces, boxes } = this.words(element);
    const whole = this.carried + text;
    const all = [...this.carriedPieces, ...pieces];
    const source = this.carriedFrom ?? this.sources.get(element) ?? null;
    if (goesOn(element)) {
      this.carried = whole;
      this.carriedFrom = whole === "" ? null : source;
      this.carriedPieces = all;
    } else {
      this.carried = "";
      this.carriedPieces = [];
      if (source !== null) this.pieces.set(source, all);
      this.carriedFrom = null;
      if (!isBlankText(whole)) {
        const level = outlineLevel(this.styles, childOf(element, "w:pPr"), this.styleOf(element));
        this.blocks.push({ kind: "paragraph", text: whole, level, role, source, paragraph: ++this.paragraph, page: null });
      }
    }
    for (const box of boxes) this.content(box);
  }

  private readTable(element: XmlElement): void {
    const nested: XmlElement[] = [];
    const { rows, merges } = gridOf(element, (cell) => this.readCell(cell, nested));
    const only = rows.length === 1 && rows[0]?.length === 1 ? elementsOf(element, "w:tc")[0] : undefined;
    if (only) {
      this.content(only);
      return;
    }
    const table: ReportTable = { kind: "table", rows, merges, rowPages: [], paragraph: this.paragraph, page: null };
    if (rows.length > 0) this.blocks.push(table);
    for (const inner of nested) this.readTable(inner);
  }

  /** A cell's own paragraphs; tables in it stand for themselves. */
  private readCell(cell: XmlElement, nested: XmlElement[]): GridCell {
    const lines: string[] = [];
    const first: { source: number | null } = { source: null };
    const found: Piece[] = [];
    const visit = (parent: XmlElement): void => {
      for (const child of parent.children) {
        if (!isElement(child)) continue;
        if (child.name === "w:p") {
          const { text, pieces, boxes } = this.words(child);
          first.source ??= this.sources.get(child) ?? null;
          if (!isBlankText(text)) {
            found.push(...(lines.length > 0 ? [{ text: "\n", run: null }] : []), ...pieces);
            lines.push(text);
          }
          boxes.forEach(visit);
        } else if (child.name === "w:tbl") nested.push(child);
        else if (child.name !== "w:tcPr" && child.name !== "w:sdtPr") visit(child);
      }
    };
    if (!within(cell, "w:tcPr", "w:cellDel")) visit(cell);
    if (first.source !== null) this.pieces.set(first.source, found);
    return { text: lines.join("\n"), source: first.source };
  }

  private words(element: XmlElement): { readonly text: string; readonly pieces: readonly Piece[]; readonly boxes: readonly XmlElement[] } {
    const { pieces, boxes, notes, unread } = this.inside(element);
    this.referred.push(...notes);
    for (const what of unread) this.say(what);
    const text = pieces.map((piece) => piece.text).join("");
    const deleted = text === "" && goesOn(element);
    const number = deleted ? "" : this.numbered(childOf(element, "w:pPr"), this.styleOf(element));
    return isBlankText(text) ? { text, pieces, boxes } : { text: number + text, pieces: [{ text: number, run: null }, ...pieces], boxes };
  }

  private styleOf(element: XmlElement): string | undefined {
    return within(element, "w:pPr", "w:pStyle")?.attributes["w:val"] ?? this.styles.usual;
  }

  private say(what: string): void {
    this.unread.push({ what, paragraph: this.paragraph, page: null });
  }
}
