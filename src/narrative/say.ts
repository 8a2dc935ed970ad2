import type { Figure } from "./figure";
import type { Node, Pattern } from "./pattern/node";

/** What may stand in a sentence: a figure, part of a pattern, or words made so on purpose. A bare number or string does not compile. */
export type Sayable = Figure | Node | readonly Sayable[];

/** Makes sentences: say`${name}${year}年支出预算${total}万元，其中：`. Interpolation never becomes text early. */
export function say(strings: TemplateStringsArray, ...parts: readonly Sayable[]): Pattern {
  const said: Node[] = [];
  strings.forEach((literal, index) => {
    if (literal !== "") said.push({ kind: "words", text: literal });
    const part = parts[index];
    if (part !== undefined) flatten(part, said);
  });
  return said;
}

export function words(text: string): { readonly kind: "words"; readonly text: string } {
  return { kind: "words", text };
}

/** "一般公共预算；单位资金" */
export function list(items: readonly Sayable[], separator = "、"): readonly Sayable[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [words(separator), item]));
}

function flatten(part: Sayable, into: Node[]): void {
  if (isList(part)) for (const inner of part) flatten(inner, into);
  else if ("known" in part) into.push({ kind: "figure", figure: part, quantity: null, part: "current" });
  else into.push(part);
}

function isList(part: Sayable): part is readonly Sayable[] {
  return Array.isArray(part);
}
