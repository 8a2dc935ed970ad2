import { limits, TooLarge } from "../limits";
import { isBlankText, type Block, type GridCell, type MergedArea, type Report, type ReportTable, type Unread } from "../report";
import { childrenOf, isElement, type XmlElement } from "../xml";

const BLOCKS = new Set([
  "html",
  "body",
  "address",
  "article",
  "aside",
  "blockquote",
  "center",
  "dd",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "ul",
  "caption",
]);
/** Deleted words, scripts and what is only there for programs. */
const PASSED_OVER = new Set([
  "head",
  "script",
  "style",
  "title",
  "meta",
  "link",
  "template",
  "noscript",
  "del",
  "o:documentproperties",
  "xml",
  "colgroup",
  "col",
  "w:worddocument",
]);
const UNREAD: Readonly<Record<string, string>> = {
  img: "图片",
  object: "嵌入的对象",
  iframe: "嵌入的网页",
  canvas: "图片",
  svg: "图形",
  "v:imagedata": "图片",
};
const WIDEST = 1000;

const style = ({ attributes }: XmlElement): string => (attributes["style"] ?? "").toLowerCase().replace(/\s/g, "");
const isHidden = (element: XmlElement): boolean =>
  /display:none|visibility:hidden|mso-hide:all/.test(style(element)) || "hidden" in element.attributes;

/** A page or what a clipboard holds (Word, WPS, Excel, a browser) as blocks. */
export function readHtml(root: XmlElement, name: string): Report {
  const reader = new Reader();
  reader.content(root);
  reader.flush(null);
  return { name, kind: "html", blocks: reader.blocks, unread: reader.unread };
}

class Reader {
  readonly blocks: Block[] = [];
  readonly unread: Unread[] = [];
  private words = "";
  private paragraph = 0;

  content(parent: XmlElement, level: number | null = null): void {
    let item = Number(parent.attributes["start"] ?? 1);
    for (const child of parent.children) {
      if (!isElement(child)) {
        this.words += parent.name === "pre" ? child : child.replace(/[ \t\r\n\f]+/g, " ");
        continue;
      }
      if (PASSED_OVER.has(child.name) || isHidden(child)) continue;
      const what = UNREAD[child.name];
      if (what !== undefined) this.unread.push({ what, paragraph: this.paragraph, page: null });
      if (child.name === "br") this.words += "\n";
      else if (child.name === "table") this.table(child, level);
      else if (BLOCKS.has(child.name)) {
        this.flush(level);
        const heading = /^h([1-6])$/.exec(child.name)?.[1];
        const own = heading === undefined ? level : Number(heading);
        if (child.name === "li" && parent.name === "ol") this.words = `${String(item++)}.`;
        this.content(child, own);
        this.flush(own);
      } else this.content(child, level);
    }
  }

  /** What has gathered so far is a paragraph. */
  flush(level: number | null): void {
    const text = this.words
      .replace(/\u00a0/g, " ")
      .split("\n")
      .map((line) => line.trim())
      .join("\n")
      .trim();
    this.words = "";
    if (!isBlankText(text))
      this.blocks.push({ kind: "paragraph", text, level, role: "body", source: null, paragraph: ++this.paragraph, page: null });
  }

  private table(element: XmlElement, level: number | null): void {
    this.flush(level);
    const nested: XmlElement[] = [];
    const rows = rowsOf(element);
    const cells = rows.flatMap(cellsOf);
    for (const caption of childrenOf(element, "caption")) {
      this.content(caption, level);
      this.flush(level);
    }
    // One cell is a frame around the page, no table.
    if (cells.length === 1 && cells[0]) {
      this.content(cells[0], level);
      this.flush(level);
      return;
    }
    const table = { ...gridOf(rows, nested), paragraph: this.paragraph };
    if (table.rows.length > 0) this.blocks.push(table);
    for (const inner of nested) this.table(inner, level);
  }
}

const rowsOf = (table: XmlElement): XmlElement[] =>
  childrenOf(table)
    .flatMap((child) => (child.name === "tr" ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : []))
    .filter((row) => !isHidden(row));
const cellsOf = (row: XmlElement): XmlElement[] => childrenOf(row).filter(({ name }) => name === "td" || name === "th");

const span = (cell: XmlElement, name: string): number => Math.min(WIDEST, Math.max(1, Math.floor(Number(cell.attributes[name] ?? 1)) || 1));

function gridOf(rows: readonly XmlElement[], nested: XmlElement[]): ReportTable {
  const grid: (GridCell | undefined)[][] = rows.map(() => []);
  const merges: MergedArea[] = [];
  let places = 0;
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of cellsOf(row)) {
      while (grid[top]?.[left] !== undefined) left++;
      const [wide, high] = [span(cell, "colspan"), Math.min(span(cell, "rowspan"), rows.length - top)];
      if ((places += wide * high) > limits.cells) throw new TooLarge();
      for (let r = top; r < top + high; r++)
        for (let c = left; c < left + wide; c++)
          (grid[r] ??= [])[c] = { text: r === top && c === left ? cellText(cell, nested) : "", source: null };
      if (wide > 1 || high > 1) merges.push({ top, left, bottom: top + high - 1, right: left + wide - 1 });
      left += wide;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * grid.length > limits.cells) throw new TooLarge();
  const whole = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: "", source: null }));
  return { kind: "table", rows: whole, merges, rowPages: [], paragraph: 0, page: null };
}

/** A cell's own lines; tables in it stand for themselves. */
function cellText(cell: XmlElement, nested: XmlElement[]): string {
  const lines = [""];
  const say = (text: string): void => void lines.push(`${lines.pop() ?? ""}${text}`);
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (!isElement(child)) say(child.replace(/[ \t\r\n\f\u00a0]+/g, " "));
      else if (child.name === "table") nested.push(child);
      else if (child.name === "br") lines.push("");
      else if (!PASSED_OVER.has(child.name) && !isHidden(child)) {
        const block = BLOCKS.has(child.name);
        if (block) lines.push("");
        visit(child);
        if (block) lines.push("");
      }
    }
  };
  if (!isHidden(cell)) visit(cell);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
