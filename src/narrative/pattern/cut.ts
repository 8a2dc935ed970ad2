import type { Node, Pattern } from "./node";

/** Where one statement ends and the next begins: full stops, semicolons, and the words before an enumeration. */
const ENDS = /(?<=[。；]|其中：|如下：|支出包括：)(?!$)/;
const CLOSES = /(?:[。；]|其中：|如下：|支出包括：)$/;

/** What leads to an enumeration, and may be left out. */
const LEAD = /^，?其中：$/;

/**
 * A paragraph's pattern in its statements, each of which may be left out, moved or altered by itself.
 *
 * @param each every amount that a sentence names one after the other is a statement of its own, whatever mark parts them.
 */
export function cut(pattern: Pattern, each = false): readonly Pattern[] {
  const units: Node[][] = [[]];
  for (const [index, node] of pattern.entries()) {
    const pieces: readonly Node[] =
      node.kind === "words" && node.others === undefined && node.gap === undefined
        ? node.text.split(ENDS).map((text) => ({ kind: "words" as const, text }))
        : [node];
    for (const piece of pieces) {
      units.at(-1)?.push(piece);
      if (closes(piece) || (each && piece === pieces.at(-1) && endsEntry(units.at(-1) ?? [], pattern.slice(index + 1)))) units.push([]);
    }
  }
  return units.filter((unit) => unit.length > 0);
}

/** Behind a figure a mark, and then the next name with its figure. */
function endsEntry(unit: readonly Node[], [next, after]: Pattern): boolean {
  const [before, last] = [unit.at(-2), unit.at(-1)];
  if (last?.kind !== "words" || last.others !== undefined || !/[，、]$/.test(last.text)) return false;
  const words = (before?.kind === "words" ? before.text : "") + last.text;
  if (!/[元辆台][，、]$/.test(words) && !(words.length === 1 && (before?.kind === "figure" || before?.kind === "maybe"))) return false;
  const named = next?.kind === "name" || (next?.kind === "words" && next.others !== undefined);
  return named && after?.kind === "figure" && unit.some(({ kind }) => kind === "figure");
}

/** The same for a text: the offsets where its statements begin. A reason or a use set off by a full stop belongs to what it explains. */
export function cutText(text: string, each = false): readonly number[] {
  const found = [0];
  // 其中 without its colon begins an enumeration too, but not inside a person's own words.
  let own = false;
  let beside = false;
  for (const { 0: said, index, 1: bare, 2: entry, 3: moved } of text.matchAll(each ? BEGINS_EACH : BEGINS)) {
    if (/^[。；]/.test(said)) own = false;
    // What 其中 names first is said beside the whole, where another 其中 leads to its parts: 100万元，其中：甲60万元，乙40万元，其中：
    const isBeside: boolean =
      !each && said === "其中：" && !beside && leadsAgain(text.slice(index + said.length, index + said.length + FAR));
    beside = isBeside;
    if (isBeside) continue;
    if (OWN_WORDS.test(said)) own = true;
    else if (index + said.length < text.length && (!own || (bare ?? entry ?? moved) === undefined)) found.push(index + said.length);
  }
  return found;
}

/** 甲60万元，乙40万元，其中： */
function leadsAgain(rest: string): boolean {
  const [sentence = ""] = rest.split(/[。；]/, 1);
  return /\d/.test(sentence.slice(0, Math.max(0, sentence.indexOf("其中："))));
}
const FAR = 60;

const OWN_WORDS = /^(?:原因|主要|用于)/;
const BEGINS =
  /。(?!其?(?:主要)?原因|主要是|主要系|主要用于|(?:比|较|与|同|和)(?:上年|\d{4}年))|；|其中：|如下：|支出包括：(?=[^。；、]{2,24}(?:\d|万元))|，(其中)(?=[^：，。；、\d年月]{2,24}\d[\d,.]{0,16}[^，。；、\d]{1,8}[，、；])|原因|主要(?:是|系|用于)|用于/g;

/** What may part two entries, and that the next one is 其中. */
const PARTED = "([，、](?:其中[：，]?)?)";
/** A share, a comparison or a change of the one before is no name of the next. */
const NO_NAME = "(?![占比较与同和各])(?!主要|原因|用于|[^，。；：\\d]{0,40}(?:增|减|升|降|上年(?!结)|去年|占|比重))";
const NUMBER = "(?:\\d[\\d,.OoIl]{0,20}(?![\\d,.年月日号%％个家人项]|百分)|万元)";
/** ，公务接待费397.50万元: behind an amount the next name with its figure. */
const ENTRY = `(?<=[元%）辆台点\\d])${PARTED}(?=${NO_NAME}[^，。；：\\d]{2,40}${NUMBER})`;
const NO_SUBJECT = "(?![占比较与同和各总]|主要|原因|用于|[^，。；：\\d]{0,20}(?:总计|总预算|各[增减]))";
const BY = "(?:增加|减少)(?:\\d[\\d,.OoIl]{0,20}(?![\\d,.%年])|万元)";
/** ，科学技术支出增加166.77万元: what the next one changed by, behind one that did not change as well. */
const FLAT = "[与同和较比](?:上一?年|去年|20\\d\\d年)[^，。；：\\d]{0,8}(?:持平|一致|相同)";
const CHANGED = `(?<=[元%）点平同致变])${PARTED}(?=${NO_SUBJECT}[^，。；：\\d增减升降]{3,20}(?:${BY}|${FLAT}))`;
const BEGINS_EACH = new RegExp(
  `${BEGINS.source.replace("。(?!", "。(?!主要包括|").replace("|；|", "|；(?![二三四五六]是)|")}|${ENTRY}|${CHANGED}`,
  "g",
);

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
