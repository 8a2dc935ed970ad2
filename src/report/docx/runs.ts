import { childOf, childrenOf, isElement, innerText, type XmlElement } from "../xml";
import { isHidden, type StyleSheet } from "./styles";

/** A stretch of a paragraph's text and the run it stands in; null: printed by the program (an automatic number). */
export interface Piece {
  readonly text: string;
  readonly run: XmlElement | null;
}

/** What stands inside a paragraph beside its words. */
export interface Inside {
  readonly pieces: readonly Piece[];
  /** The contents of text boxes, in order. */
  readonly boxes: readonly XmlElement[];
  /** Numbers of the footnotes referred to, in order. */
  readonly notes: readonly { readonly part: "footnotes" | "endnotes"; readonly id: string }[];
  /** In Chinese: what could not be read. */
  readonly unread: readonly string[];
}

/** Codes of fields are no text; only their results are. A field may run over several paragraphs. */
interface OpenFields {
  readonly results: boolean[];
}

export type RunReader = (paragraph: XmlElement) => Inside;

/** Deleted and moved away: gone when the changes are accepted. Properties and marks hold no text. */
const PASSED_OVER = new Set([
  "w:del",
  "w:moveFrom",
  "w:pPr",
  "w:rPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:rt",
  "w:proofErr",
  "w:annotationRef",
  "w:footnoteRef",
  "w:endnoteRef",
  "w:separator",
  "w:continuationSeparator",
  "w:lastRenderedPageBreak",
  "w:commentReference",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:fldData",
  "w:smartTagPr",
  "w:customXmlPr",
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:softHyphen",
  "w:rubyPr",
  "m:ctrlPr",
  "m:rPr",
]);
const SIGNS: Readonly<Record<string, string>> = { "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-" };
/** How what is said of pictures begins. */
export const PICTURE = "图片";
const UNREAD: Readonly<Record<string, string>> = {
  "w:object": "嵌入的对象（如 Excel 表）",
  "w:pict": PICTURE,
  "w:drawing": `${PICTURE}或图表`,
  "w:altChunk": "嵌入的另一份文档",
  "w:control": "控件",
  "w:subDoc": "子文档",
};
/** Symbol fonts keep their signs in the private area; these are all that reports use for words. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0A8: "□",
  F06F: "□",
  F0FE: "☑",
  F052: "☑",
  F0FC: "√",
  F050: "√",
  F0D7: "×",
  F0B4: "×",
  F0B7: "•",
  F06C: "●",
  F06E: "■",
};

/** Reads paragraphs one after the other, in the order of the document. */
export function runReader(styles: StyleSheet): RunReader {
  const fields: OpenFields = { results: [] };
  return (paragraph) => {
    const style = childOf(childOf(paragraph, "w:pPr"), "w:pStyle")?.attributes["w:val"] ?? styles.usual;
    const pieces: Piece[] = [];
    const boxes: XmlElement[] = [];
    const notes: { part: "footnotes" | "endnotes"; id: string }[] = [];
    const unread: string[] = [];
    const say = (text: string, run: XmlElement | null): void => {
      if (text !== "" && fields.results.every((result) => result)) pieces.push({ text, run });
    };
    const visit = (parent: XmlElement, run: XmlElement | null): void => {
      for (const child of parent.children) {
        if (!isElement(child) || PASSED_OVER.has(child.name)) continue;
        const sign = SIGNS[child.name];
        if (child.name === "w:r") {
          if (!isHidden(styles, childOf(child, "w:rPr"), style)) visit(child, child);
          else hiddenFields(child, fields);
        } else if (child.name === "w:t" || child.name === "m:t") say(innerText(child), run);
        else if (sign !== undefined) {
          if (run) say(child.attributes["w:type"] === "page" || child.attributes["w:type"] === "column" ? "" : sign, run);
        } else if (child.name === "w:sym") symbol(child, run, say, unread);
        else if (child.name === "w:fldChar") stepField(child, fields);
        else if (child.name === "w:footnoteReference" || child.name === "w:endnoteReference")
          notes.push({ part: child.name === "w:footnoteReference" ? "footnotes" : "endnotes", id: child.attributes["w:id"] ?? "" });
        else if (child.name === "mc:AlternateContent") visit(alternative(child), run);
        else if (child.name === "w:txbxContent") boxes.push(child);
        else {
          const [before, first] = [boxes.length, pieces.length];
          visit(child, run);
          if (child.name === "m:num" || child.name === "m:den") fractionPart(pieces, first, child.name === "m:den");
          const what = UNREAD[child.name];
          if (what !== undefined && boxes.length === before && !isLine(child)) unread.push(what);
        }
      }
    };
    visit(paragraph, null);
    return { pieces, boxes, notes, unread };
  };
}

/** Above or below the line of a fraction: written in one line, a sum or a product needs brackets. */
function fractionPart(pieces: Piece[], first: number, below: boolean): void {
  const said = pieces.slice(first).map(({ text }) => text);
  const compound = /[-+−–×*·÷/]/.test(said.join("").slice(1));
  const open = `${below ? "/" : ""}${compound ? "(" : ""}`;
  if (open !== "") pieces.splice(first, 0, { text: open, run: null });
  if (compound) pieces.push({ text: ")", run: null });
}

/** Of two ways to say the same the first that is understood: shapes have text in the newer as in the older. */
const alternative = (choice: XmlElement): XmlElement => childrenOf(choice, "mc:Choice")[0] ?? childOf(choice, "mc:Fallback") ?? choice;

/** Ruled lines, frames and other shapes without words or pictures are no loss. */
function isLine(element: XmlElement): boolean {
  const has = (at: XmlElement): boolean =>
    at.children.some(
      (child) =>
        isElement(child) && (/^(?:pic:pic|v:imagedata|c:chart|cx:chart|dgm:relIds|o:OLEObject|w:control)$/.test(child.name) || has(child)),
    );
  return element.name !== "w:altChunk" && !has(element);
}

function stepField(mark: XmlElement, { results }: OpenFields): void {
  const type = mark.attributes["w:fldCharType"];
  if (type === "begin") results.push(false);
  else if (type === "separate" && results.length > 0) results[results.length - 1] = true;
  else if (type === "end") results.pop();
}

/** A field's marks count even where they are hidden, as those of an index are. */
const hiddenFields = (run: XmlElement, fields: OpenFields): void => childrenOf(run, "w:fldChar").forEach((mark) => stepField(mark, fields));

function symbol(element: XmlElement, run: XmlElement | null, say: (text: string, run: XmlElement | null) => void, unread: string[]): void {
  const code = (element.attributes["w:char"] ?? "").toUpperCase().padStart(4, "0");
  const known =
    SYMBOLS[code] ?? (/^[0-9A-F]{4,6}$/.test(code) && !/^F0/.test(code) ? String.fromCodePoint(Number.parseInt(code, 16)) : undefined);
  if (known === undefined) unread.push("符号字体里的符号");
  else say(known, run);
}
