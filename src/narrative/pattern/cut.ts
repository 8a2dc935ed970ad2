import type { Node, Pattern } from "./node";

/** Where one statement ends and the next begins: full stops, semicolons, and the words before an enumeration. */
const ENDS = /(?<=[。；]|其中：|如下：|支出包括：)(?!$)/;
const CLOSES = /(?:[。；]|其中：|如下：|支出包括：)$/;

/** What leads to an enumeration, and may be left out. */
const LEAD = /^，?其中：$/;

/** A paragraph's pattern in its statements, each of which may be left out, moved or altered by itself. */
export function cut(pattern: Pattern): readonly Pattern[] {
  const units: Node[][] = [[]];
  for (const node of pattern) {
    const pieces: readonly Node[] =
      node.kind === "words" && node.others === undefined && node.gap === undefined
        ? node.text.split(ENDS).map((text) => ({ kind: "words" as const, text }))
        : [node];
    for (const piece of pieces) {
      units.at(-1)?.push(piece);
      if (closes(piece)) units.push([]);
    }
  }
  return units.filter((unit) => unit.length > 0);
}

/** The same for a text: the offsets where its statements begin. A reason or a use set off by a full stop belongs to what it explains. */
export function cutText(text: string): readonly number[] {
  const found = [0];
  // 其中 without its colon begins an enumeration too, but not inside a person's own words.
  let own = false;
  for (const { 0: said, index, 1: bare } of text.matchAll(BEGINS)) {
    if (/^[。；]/.test(said)) own = false;
    if (OWN_WORDS.test(said)) own = true;
    else if (index + said.length < text.length && (bare === undefined || !own)) found.push(index + said.length);
  }
  return found;
}

const OWN_WORDS = /^(?:原因|主要|用于)/;
const BEGINS =
  /。(?!其?(?:主要)?原因|主要是|主要系|主要用于|(?:比|较|与|同|和)(?:上年|\d{4}年))|；|其中：|如下：|支出包括：(?=[^。；、]{2,24}\d)|，(其中)(?=[^：，。；、\d年月]{2,24}\d[\d,.]{0,16}[^，。；、\d]{1,8}[，、；])|原因|主要(?:是|系|用于)|用于/g;

function closes(node: Node): boolean {
  if (node.kind === "words") return CLOSES.test(node.text);
  if (node.kind === "maybe") return node.pattern.every((one) => one.kind === "words" && LEAD.test(one.text));
  return (
    node.kind === "either" &&
    node.options.every(({ pattern }) => {
      const last = pattern.at(-1);
      return last?.kind === "words" || last?.kind === "maybe" ? closesAny(last) : false;
    })
  );
}

function closesAny(node: Node): boolean {
  return node.kind === "maybe" ? node.pattern.some(closesAny) : node.kind === "words" && CLOSES.test(node.text);
}
