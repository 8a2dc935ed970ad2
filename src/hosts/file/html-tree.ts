import type { DefaultTreeAdapterMap } from "parse5";
import type { XmlElement, XmlNode } from "../../report/xml";

type Parsed = DefaultTreeAdapterMap["childNode"];

/** Deeper nesting is no page anyone wrote. */
const DEEPEST = 400;

function nodeOf(node: Parsed, depth: number): XmlNode | null {
  if ("value" in node) return node.value;
  if (!("tagName" in node) || depth > DEEPEST) return null;
  return elementOf(node.tagName, node.attrs, node.childNodes, depth);
}

const elementOf = (
  name: string,
  attrs: readonly { name: string; value: string }[],
  nodes: readonly Parsed[],
  depth: number,
): XmlElement => ({
  name: name.toLowerCase(),
  attributes: Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value])),
  children: nodes.flatMap((child) => nodeOf(child, depth + 1) ?? []),
  start: -1,
  opened: -1,
  end: -1,
});

/** HTML, as a browser understands it, as plain data. Comments are left out. */
export async function parseHtml(text: string): Promise<XmlElement> {
  const { parse } = await import("parse5");
  return elementOf("#document", [], parse(text).childNodes, 0);
}
