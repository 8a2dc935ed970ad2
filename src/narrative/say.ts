import type { AmountStyle } from "../amount/format";
import { figureSegment, type Figure } from "./figure";
import type { Segment } from "./segments";

/** What may stand in a sentence: a figure, segments, or words made so on purpose. A bare number or string does not compile. */
export type Sayable = Figure | Segment | readonly Sayable[];

/** Writes sentences: say`${name}${year}年支出预算${total}万元，其中：`. Interpolation never becomes text early. */
export type Say = (strings: TemplateStringsArray, ...parts: readonly Sayable[]) => readonly Segment[];

/** The tag that writes figures in a template's style. */
export function sayIn(style: AmountStyle): Say {
  return (strings, ...parts) => {
    const said: Segment[] = [];
    strings.forEach((literal, index) => {
      push(said, { kind: "words", text: literal });
      const part = parts[index];
      if (part !== undefined) flatten(part, style, said);
    });
    return said;
  };
}

export function words(text: string): Segment {
  return { kind: "words", text };
}

/** "一般公共预算、单位资金" */
export function list(items: readonly Sayable[], separator = "、"): readonly Sayable[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [words(separator), item]));
}

function flatten(part: Sayable, style: AmountStyle, into: Segment[]): void {
  if (isList(part)) for (const inner of part) flatten(inner, style, into);
  else push(into, "known" in part ? figureSegment(part, style) : part);
}

function isList(part: Sayable): part is readonly Sayable[] {
  return Array.isArray(part);
}

/** Words that follow words are one segment; empty ones are none. */
function push(said: Segment[], segment: Segment): void {
  if (segment.text === "" && segment.kind !== "todo") return;
  const last = said.at(-1);
  if (segment.kind === "words" && last?.kind === "words" && segment.gap === undefined && last.gap === undefined)
    said[said.length - 1] = { kind: "words", text: last.text + segment.text };
  else said.push(segment);
}
