import type { Pattern, Quantity } from "../../narrative/pattern/node";
import type { Found } from "../sentences/found";

/** A clause that says there is nothing of some things: 无事业收入 · 因公出国（境）费和公务用车购置费未安排 · 各项收入均为0万元. */
export interface Nothing {
  /** Offsets in the statement. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly string[];
  /** The things stand behind the word that says it: they begin with a name; before it they end with one. */
  readonly behind: boolean;
}

const CLAUSE = /[^，。；：]+/g;
/** A person's own words on why and what for. */
const OWN_WORDS = /原因|因为|由于|用于|主要[是系]/;
const NOTHING = /无|没有|[未不](?:安排|发生|使用|编制|购置|新增)/;
/** That nothing changed is said of what there is. */
const CHANGED = /变|增|减|调整|持平|一致|相同/;
const AMOUNT = /[1-9][\d,.]{0,16}(?:万元|元|辆|台|个|%)(?!以上)/;
const ALL_ZERO = /^(.*?)[均都皆全]为(?:0(?:\.0+)?|零)(?:万元|元|辆|台)?$/;
const LIST = /[、和及与]|以及/;
const VERB = /^(?:安排|发生|使用|编制|购置|新增|有)/;

const known = new WeakMap<Found, readonly Nothing[]>();

/** What one statement says there is nothing of. */
export function nothingIn(found: Found): readonly Nothing[] {
  const before = known.get(found);
  if (before) return before;
  const made: Nothing[] = [];
  let own = false;
  for (const { 0: clause, index } of found.text.matchAll(CLAUSE)) {
    if (/[。；]$/.test(found.text.slice(0, index))) own = false;
    if (OWN_WORDS.test(clause)) own = true;
    if (own) continue;
    const said = ofClause(clause);
    if (said) made.push({ start: index, end: index + clause.length, ...said });
  }
  known.set(found, made);
  return made;
}

function ofClause(clause: string): Pick<Nothing, "items" | "behind"> | null {
  const zero = ALL_ZERO.exec(clause);
  if (zero) return { items: (zero[1] ?? "").split(LIST), behind: false };
  const word = NOTHING.exec(clause);
  if (!word || CHANGED.test(clause) || AMOUNT.test(clause)) return null;
  const head = clause.slice(0, word.index);
  const tail = clause.slice(word.index + (/^[未不]/.test(word[0]) ? 1 : word[0].length));
  const bare = tail.replace(VERB, "");
  return bare === "" ? { items: head.split(LIST), behind: false } : { items: [tail, bare].flatMap((one) => one.split(LIST)), behind: true };
}

/** The clause that says there is nothing of a thing, called by one of its names. */
export function nothingOf(found: Found, names: readonly string[]): Nothing | null {
  return nothingIn(found).find(({ items, behind }) => items.some((item) => names.some((name) => isCalled(item, name, behind)))) ?? null;
}

/** A name of two characters (车辆) is in many others, a long one is not. */
function isCalled(item: string, name: string, behind: boolean): boolean {
  if (name.length < 3) return item === name;
  if (name.length > 5 && item.includes(name)) return true;
  return behind ? item.startsWith(name) : item.endsWith(name);
}

/** What a quantity may be called where there is none of it: 国有资本经营预算拨款支出预算, 国有资本经营预算拨款. */
export function namesOf({ what }: Quantity, others: readonly string[] = []): readonly string[] {
  const bare = what.replace(/(?:支出)?预算$|[数价][量值]$/, "").replace(/^占用/, "");
  return [what, bare, ...others].filter((one) => one.length > 1);
}

/** The quantities of which a pattern tells how much there is. */
export function currentIn(pattern: Pattern): readonly Quantity[] {
  return pattern.flatMap((node): readonly Quantity[] => {
    if (node.kind === "figure") return node.part === "current" && node.quantity ? [node.quantity] : [];
    if (node.kind === "either") return currentIn(node.written);
    return node.kind === "maybe" && node.written ? currentIn(node.pattern) : [];
  });
}
