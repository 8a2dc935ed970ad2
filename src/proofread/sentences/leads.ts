import { numeralsIn } from "../../narrative/pattern/numerals";
import { ORGANISATION, type Node, type Pattern } from "../../narrative/pattern/node";
import { segmentsText } from "../../narrative/segments";
import { canon } from "../../text/canon";

/**
 * What a statement is about, in the words that lead to its first figure: all that a text that words the rest as it likes has
 * in common with the one that ought to be there.
 */
export function leadOf(text: string): string {
  const first = [...numeralsIn(text).keys()][0];
  const unit = text.indexOf("万元");
  const ends = [first, unit < 0 ? undefined : unit].flatMap((at) => at ?? []);
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}

/** So many ways of saying it are looked for. */
const MOST = 60;

/** The same for a pattern, in each way of saying it. */
export function leadsOf(pattern: Pattern): readonly string[] {
  let leads: readonly string[] = [""];
  for (const node of pattern) {
    if (tells(node)) break;
    const ways = waysOf(node);
    leads = leads.flatMap((lead) => ways.map((way) => lead + way)).slice(0, MOST);
  }
  return leads;
}

const tells = (node: Node): boolean =>
  node.kind === "figure" || node.kind === "either" || (node.kind === "maybe" && node.pattern.some(tells));

function waysOf(node: Node): readonly string[] {
  if (node.kind === "way") return [node.up, node.down];
  if (node.kind === "maybe") {
    const [only] = node.pattern;
    return only && node.pattern.length === 1 ? ["", ...waysOf(only).slice(0, 1)] : [""];
  }
  if (node.kind !== "words" && (node.kind !== "name" || node.what === ORGANISATION)) return [""];
  return [...new Set([node.kind === "words" ? node.text : segmentsText(node.segments), ...(node.others ?? [])].map(canon))];
}
