import { childOf, childrenOf, switchOf, within, type XmlElement } from "../xml";

/** What a style or a paragraph says about itself, styles it is based on included. */
export interface StyleSheet {
  /** The first of a style and those it is based on that states something; undefined where none does. */
  readonly first: <T>(style: string | undefined, read: (style: XmlElement) => T | undefined) => T | undefined;
  /** The style of paragraphs that name none. */
  readonly usual: string | undefined;
}

const DEEPEST = 30;

/** The styles part; empty where there is none. */
export function readStyles(root: XmlElement | null): StyleSheet {
  const styles = new Map((root ? childrenOf(root, "w:style") : []).map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const usual = [...styles].find(
    ([, style]) => style.attributes["w:type"] === "paragraph" && /^(?:1|true|on)$/.test(style.attributes["w:default"] ?? ""),
  )?.[0];
  return {
    usual,
    first: (name, read) => {
      let at = name;
      for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
        const style = styles.get(at);
        if (!style) return undefined;
        const found = read(style);
        if (found !== undefined) return found;
        at = childOf(style, "w:basedOn")?.attributes["w:val"];
      }
      return undefined;
    },
  };
}

/** Whether a run is hidden: by itself, by its style, or by the paragraph's. */
export function isHidden(styles: StyleSheet, properties: XmlElement | undefined, paragraphStyle: string | undefined): boolean {
  const own = switchOf(properties, "w:vanish");
  if (own !== undefined) return own;
  const vanish = (style: XmlElement): boolean | undefined => switchOf(childOf(style, "w:rPr"), "w:vanish");
  const named = childOf(properties, "w:rStyle")?.attributes["w:val"];
  return styles.first(named, vanish) ?? styles.first(paragraphStyle, vanish) ?? false;
}

/** 1 to 9; null for body text. */
export function outlineLevel(styles: StyleSheet, properties: XmlElement | undefined, paragraphStyle: string | undefined): number | null {
  const read = (parent: XmlElement | undefined): number | undefined => {
    const stated = childOf(parent, "w:outlineLvl")?.attributes["w:val"];
    return stated === undefined ? undefined : Number(stated);
  };
  const level = read(properties) ?? styles.first(paragraphStyle, (style) => read(within(style, "w:pPr")));
  return level === undefined || !(level >= 0 && level < 9) ? null : level + 1;
}
