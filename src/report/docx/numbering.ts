import { childOf, childrenOf, switchOf, within, type XmlElement } from "../xml";
import { numeral } from "./numerals";
import type { StyleSheet } from "./styles";

interface Level {
  readonly format: string;
  /** "第%1部分". */
  readonly text: string;
  readonly start: number;
  /** The level whose step sets this one back; 0: none. */
  readonly restart: number | undefined;
  /** Other levels' numbers in plain digits. */
  readonly legal: boolean;
  /** The paragraph style that stands at this level. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one abstract definition count on together. */
  readonly family: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly overrides: ReadonlyMap<number, number>;
}

/** Prints a list's next number: "二、"; "" where the paragraph is in none. Called for each paragraph in order. */
export type Numberer = (properties: XmlElement | undefined, paragraphStyle: string | undefined) => string;

const value = (parent: XmlElement | undefined, name: string): string | undefined => childOf(parent, name)?.attributes["w:val"];

function readLevel(element: XmlElement): readonly [number, Level] {
  return [
    Number(element.attributes["w:ilvl"] ?? 0),
    {
      format: value(element, "w:numFmt") ?? "decimal",
      text: value(element, "w:lvlText") ?? "",
      start: Number(value(element, "w:start") ?? 1),
      restart: value(element, "w:lvlRestart") === undefined ? undefined : Number(value(element, "w:lvlRestart")),
      legal: switchOf(element, "w:isLgl") ?? false,
      style: value(element, "w:pStyle"),
    },
  ];
}

function readLists(root: XmlElement, styles: StyleSheet): ReadonlyMap<string, List> {
  const families = new Map(childrenOf(root, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", one]));
  const numbers = new Map(childrenOf(root, "w:num").map((one) => [one.attributes["w:numId"] ?? "", one]));
  /** A list that only points to a numbering style has that style's levels. */
  const levelsOf = (family: string, depth = 0): ReadonlyMap<number, Level> => {
    const abstract = families.get(family);
    const link = value(abstract, "w:numStyleLink");
    if (link !== undefined && depth < 5) {
      const linked = styles.first(link, (style) => value(within(style, "w:pPr", "w:numPr"), "w:numId"));
      const next = value(numbers.get(linked ?? ""), "w:abstractNumId");
      if (next !== undefined) return levelsOf(next, depth + 1);
    }
    return new Map((abstract ? childrenOf(abstract, "w:lvl") : []).map(readLevel));
  };
  return new Map(
    [...numbers].map(([id, number]) => {
      const family = value(number, "w:abstractNumId") ?? "";
      const levels = new Map(levelsOf(family));
      const overrides = new Map<number, number>();
      for (const override of childrenOf(number, "w:lvlOverride")) {
        const own = childOf(override, "w:lvl");
        if (own) levels.set(...readLevel(own));
        const start = value(override, "w:startOverride");
        if (start !== undefined) overrides.set(Number(override.attributes["w:ilvl"] ?? 0), Number(start));
      }
      return [id, { family, levels, overrides }];
    }),
  );
}

/** Counts the automatic numbers of a document's lists. */
export function numberer(root: XmlElement | null, styles: StyleSheet): Numberer {
  const lists = root ? readLists(root, styles) : new Map<string, List>();
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (properties, paragraphStyle) => {
    const stated = childOf(properties, "w:numPr");
    const styled = <T>(read: (numbering: XmlElement) => T | undefined): T | undefined =>
      styles.first(paragraphStyle, (style) => {
        const numbering = within(style, "w:pPr", "w:numPr");
        return numbering && read(numbering);
      });
    const id = value(stated, "w:numId") ?? styled((numbering) => value(numbering, "w:numId"));
    const list = id === undefined ? undefined : lists.get(id);
    if (id === undefined || !list) return "";
    const linked = [...list.levels].find(([, { style }]) => style !== undefined && style === paragraphStyle)?.[0];
    const depth = Number(value(stated, "w:ilvl") ?? linked ?? styled((numbering) => value(numbering, "w:ilvl")) ?? 0);
    const level = list.levels.get(depth);
    if (!level) return "";
    const counter = counters.get(list.family) ?? [];
    counters.set(list.family, counter);
    const restart = list.overrides.get(depth);
    if (restart !== undefined && !begun.has(`${id}.${String(depth)}`)) counter[depth] = restart;
    else counter[depth] = counter[depth] === undefined ? level.start : counter[depth] + 1;
    begun.add(`${id}.${String(depth)}`);
    for (let below = depth + 1; below < 9; below++) {
      const setBack = list.levels.get(below)?.restart;
      if (setBack === undefined || (setBack > 0 && depth < setBack)) counter[below] = undefined;
    }
    return level.text.replace(/%(\d)/g, (_, place: string) => {
      const other = Number(place) - 1;
      const shown = list.levels.get(other);
      return numeral(level.legal && other !== depth ? "decimal" : (shown?.format ?? "decimal"), counter[other] ?? shown?.start ?? 1);
    });
  };
}
