import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Line, type Span } from "../text/lines";

/** Words within which a name may end or begin where it is looked for by its characters: 整治费|用, 国|有资本, 组织部部|门. */
const WORDS: readonly string[] = ["费用", "国有", "部门"];
/** 整治费用于购置: the second character begins another word. */
const USED_FOR = /^用[于途]/;
/** What may stand right behind an organisation's name and is no part of it. */
const BEHIND = /(?:部门|单位|本级)$/;
const FAR = 12;

/**
 * The words that stand in a name's place, from the beginning of a word to the end of one: put in for a part of a word, the name would leave
 * the rest of it standing. Null where it is the name itself that stands there, and the part of another word behind it.
 */
export function wholeWords(at: Span, name: string): Span | null {
  const right = canon(name);
  const before = isCut(at.line, at.start) ? 1 : 0;
  const behind = isCut(at.line, at.end) ? 1 : 0;
  if (spanText({ ...at, start: at.start + before, end: at.end - behind }) === right) return null;
  const whole = { ...at, start: at.start - before, end: at.end + behind };
  const tail = BEHIND.test(right) ? "" : (BEHIND.exec(spanText(whole))?.[0] ?? "");
  const bare = { ...whole, end: whole.end - tail.length };
  return tail !== "" && far(bare, right) + tail.length <= far(whole, right) ? bare : whole;
}

const far = (at: Span, right: string): number => editDistance(spanText(at), right, FAR);

/** Whether an offset is within one of those words. */
export const isCut = ({ text }: Line, at: number): boolean =>
  at > 0 && WORDS.includes(text.slice(at - 1, at + 1)) && !USED_FOR.test(text.slice(at));
