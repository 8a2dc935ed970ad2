/** A parsed element of XML or HTML, as plain data. The parsers stand behind the file door. */
export interface XmlElement {
  /** With the usual prefix of its namespace, whatever prefix the file uses: "w:p". HTML: the tag in lower case. */
  readonly name: string;
  /** Names as `name`: "w:val". HTML: in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** UTF-16 offsets in the part's text: of "<", behind the opening tag, behind the closing tag. -1 in HTML. */
  readonly start: number;
  readonly opened: number;
  readonly end: number;
}

export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== "string";

/** The element's own children, of that name where one is given. */
export const childrenOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.filter((node): node is XmlElement => isElement(node) && (name === undefined || node.name === name));

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);

/** `childOf` down a path of names. */
export const within = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childOf(at, name), element);

/** All elements below of that name, in document order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (at: XmlElement): void => {
    for (const child of at.children)
      if (isElement(child)) {
        if (child.name === name) found.push(child);
        visit(child);
      }
  };
  visit(element);
  return found;
}

/** All text below. */
export const innerText = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? innerText(node) : node)).join("");

/** Whether a switch such as <w:vanish/> is on; undefined where it is not stated. */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(parent, name);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes["w:val"] ?? "1");
}
