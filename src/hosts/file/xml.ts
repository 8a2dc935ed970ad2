import { SaxesParser } from "saxes";
import { limits, TooLarge } from "../../report/limits";
import type { XmlElement, XmlNode } from "../../report/xml";

/** What readers call a namespace, whatever prefix the file uses; transitional and strict say the same. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/\/officeDocument\/(?:2006\/)?math$/, "m"],
  [/\/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/drawingml\/(?:2006\/)?main$/, "a"],
  [/\/drawingml\/(?:2006\/)?chart$/, "c"],
  [/\/drawing\/2014\/chartex$/, "cx"],
  [/\/drawingml\/(?:2006\/)?diagram$/, "dgm"],
  [/\/drawingml\/(?:2006\/)?picture$/, "pic"],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, "wp"],
  [/wordprocessingShape$/, "wps"],
  [/wordprocessingGroup$/, "wpg"],
  [/wordprocessingCanvas$/, "wpc"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^urn:schemas-microsoft-com:office:office$/, "o"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, "xml"],
  [/\/package\/2006\/(?:relationships|content-types)$/, ""],
];

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly start: number;
  readonly opened: number;
}

/** Deeper than any office writes; what nests deeper is there to bring a reader down. */
const DEEPEST = 400;

/**
 * Parses XML into plain data. Entities beyond the five of XML itself are not expanded.
 * Throws where it is not well-formed ; `TooLarge` where it nests deeper or is longer than any document.
 */
export function parseXml(text: string): XmlElement {
  const prefixes = new Map<string, string>();
  const named = (uri: string, local: string): string => {
    let prefix = prefixes.get(uri);
    if (prefix === undefined)
      prefixes.set(uri, (prefix = uri === "" ? "" : (NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? "other")));
    return prefix === "" ? local : `${prefix}:${local}`;
  };
  const parser = new SaxesParser<{ xmlns: true; position: true }>({ xmlns: true, position: true });
  const stack: Open[] = [];
  const roots: XmlElement[] = [];
  let opening = 0;
  let count = 0;
  const words = (data: string): void => void stack.at(-1)?.children.push(data);
  parser.on("text", words);
  parser.on("cdata", words);
  parser.on("opentagstart", ({ name }) => (opening = text.lastIndexOf(`<${name}`, parser.position - 1)));
  parser.on("opentag", ({ uri, local, attributes }) => {
    if (stack.length >= DEEPEST || ++count > limits.elements) throw new TooLarge();
    const own: Record<string, string> = {};
    for (const attribute of Object.values(attributes)) own[named(attribute.uri, attribute.local)] = attribute.value;
    stack.push({ name: named(uri, local), attributes: own, children: [], start: opening, opened: parser.position });
  });
  parser.on("closetag", () => {
    const closed = stack.pop();
    if (!closed) return;
    const element: XmlElement = { ...closed, end: parser.position };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else roots.push(element);
  });
  parser.write(text).close();
  const [root] = roots;
  if (!root) throw new Error("the XML has no element");
  return root;
}
