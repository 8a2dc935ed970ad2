import { canon } from "../../text/canon";
import { isProjectField } from "../sections/project-blocks";
import type { Line } from "../text/lines";
import { foundIn, type Found } from "./found";
import { gramsOf } from "./grams";

/** A text in its statements. */
export interface Said {
  /** All lines of the part, project fields among them. */
  readonly lines: readonly Line[];
  /** As its name is spelt; "" where nobody knows it. */
  readonly organisation: string;
  /** What is in the organisation's name, which tells nothing of what a statement is about. */
  readonly own: ReadonlySet<number>;
  /** Each office words them as it likes: an amount is a statement, known by the words that lead to it. */
  readonly freely: boolean;
  readonly found: readonly Found[];
}

/** A text in its statements, in either way of cutting it: once for all families that are worded so. */
export function saidIn(body: readonly Line[], named: string | null): (freely: boolean) => Said {
  const organisation = canon(named ?? "");
  const own = new Set(gramsOf(organisation));
  const cut = new Map<boolean, Said>();
  return (freely) => {
    const lines = freely ? withoutGlossary(body) : body;
    const made = cut.get(freely) ?? { lines, organisation, own, freely, found: statementsIn(lines, own, freely) };
    cut.set(freely, made);
    return made;
  };
}

const withoutProjects = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => !isProjectField(line));

/** Without 四、名词解释 and what it explains, where no part has a number of its own: terms are numbered like the items before them. */
function withoutGlossary(lines: readonly Line[]): readonly Line[] {
  const at = lines.reduce((found, { text }, index) => (GLOSSARY.test(text) ? index : found), -1);
  if (at < 0) return lines;
  const behind = lines.slice(at + 1).findIndex(({ text }) => CHAPTER.test(text));
  return [...lines.slice(0, at), ...(behind < 0 ? [] : lines.slice(at + 1 + behind))];
}
const GLOSSARY = /^[一二三四五六七八九十]{1,3}、名词解释$/;
const CHAPTER = /^[一二三四五六七八九十]{1,3}、[^。；：]{2,30}$/;

function statementsIn(lines: readonly Line[], own: ReadonlySet<number>, freely: boolean): readonly Found[] {
  const found = foundIn(withoutProjects(lines), own, freely);
  return freely ? withoutCopies(found) : found;
}

/** What is pasted twice running is itself once, and nothing else that ought to be there the other time. */
function withoutCopies(found: readonly Found[]): readonly Found[] {
  const said = new Map<string, Found>();
  return found.filter((one) => {
    const before = said.get(one.text);
    said.set(one.text, one);
    return !before || one.digits.size === 0 || one.line.index - before.line.index > 1 || one.text.length < COPIED;
  });
}
/** Shorter words may be said of two things. */
const COPIED = 10;
