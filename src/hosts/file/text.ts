import { decodeText } from "./decode";
import { paragraphsOf } from "./paragraphs";
import { problem } from "./problems";
import { sniff } from "./sniff";
import { wholeContents } from "./whole/require-whole";

/**
 * The paragraphs of a text file (UTF-8, UTF-16, GB18030), blank lines left out.
 * Throws `DoorProblem` when it is empty or no text.
 */
export function readText(bytes: Uint8Array, name: string): string[] {
  if (bytes.length === 0) throw problem.empty(name);
  const text = sniff(bytes) === "zip" || sniff(bytes) === "compound" ? null : decodeText(bytes);
  if (text === null) throw problem.notText(name);
  return paragraphsOf(text);
}

/** A node of the HTML that the library writes: only what text needs. */
interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
}

const textOf = (node: HtmlNode): string => (node.nodeType === 3 ? (node.nodeValue ?? "") : node.nodeName === "br" ? "\n" : Array.from(node.childNodes, textOf).join(""));

/** Paragraphs, headings and list items one a line; a table row is one line, its cells parted by tabs. */
function lines(node: HtmlNode): string[] {
  if (node.nodeName === "tr") return [Array.from(node.childNodes, (cell) => lines(cell).join(" ").trim()).join("\t")];
  if (/^(p|h[1-6])$/.test(node.nodeName)) return paragraphsOf(textOf(node));
  const children = Array.from(node.childNodes);
  const block = children.some((child) => /^(p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|div)$/.test(child.nodeName));
  return block ? children.flatMap((child) => (child.nodeType === 3 ? [] : lines(child))) : paragraphsOf(textOf(node));
}

/**
 * The paragraphs of a .docx in order, tables as one tab-separated line a row, blank ones left out.
 * Throws `DoorProblem` for damaged files and for files that are no .docx.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<string[]> {
  if (bytes.length === 0) throw problem.empty(name);
  if (sniff(bytes) !== "zip" || wholeContents(bytes, name, "zip") !== "document") throw problem.notWord(name);
  const [{ default: mammoth }, { DOMParser }] = await Promise.all([import("mammoth"), import("@xmldom/xmldom")]);
  try {
    const buffer = bytes.slice().buffer;
    // In the browser the library takes an array buffer, in Node a Buffer.
    const input = typeof Buffer === "undefined" ? { arrayBuffer: buffer } : { buffer: Buffer.from(buffer) };
    const { value } = await mammoth.convertToHtml(input, { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })) });
    const tree = new DOMParser().parseFromString(`<div>${value}</div>`, "text/xml");
    return lines(tree.documentElement);
  } catch (cause) {
    throw problem.notWord(name, cause);
  }
}

/** The paragraphs of a .docx or a text file, told apart by content. */
export async function readNarrativeText(bytes: Uint8Array, name: string): Promise<string[]> {
  return sniff(bytes) === "zip" || /\.docx?$/i.test(name) ? readDocx(bytes, name) : readText(bytes, name);
}
