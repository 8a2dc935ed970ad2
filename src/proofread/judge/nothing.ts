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
  /** It is said of what is to be bought, not of what there is. */
  readonly buying: boolean;
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
/** 安排购置大型设备, 购置大型设备, 大型设备: what is not done may be part of the name or not. */
const VERB = /^(?:安排|发生|使用|编制|购置|新增|有)/;

const BUYING = /购置|采购|购买/;

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
    if (said) made.push({ start: index, end: index + clause.length, ...said, buying: BUYING.test(clause) });
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
  const tails = [clause.slice(word.index + (/^[未不]/.test(word[0]) ? 1 : word[0].length))];
  for (let verb = VERB.exec(tails[0] ?? ""); verb; verb = VERB.exec(tails.at(-1) ?? ""))
    tails.push((tails.at(-1) ?? "").slice(verb[0].length));
  return tails.at(-1) === ""
    ? { items: head.split(LIST), behind: false }
    : { items: tails.flatMap((one) => one.split(LIST)), behind: true };
}

/** The clause that says there is nothing of a thing, called by one of its names. */
export function nothingOf(found: Found, names: readonly string[]): Nothing | null {
  return nothingIn(found).find((said) => said.items.some((item) => names.some((name) => isCalled(item, name, said)))) ?? null;
}

/** 安排购置50万元以上大型设备: what is dearer than so much, of a kind. */
const ABOVE = /(?<!\d)(\d{1,6})万元以上的?(.{2,40})$/;

/** A name of two characters (车辆) is in many others, a long one is not. */
function isCalled(item: string, name: string, { behind, buying }: Nothing): boolean {
  const dear = ABOVE.exec(name);
  if (dear) return BUYING.test(name) === buying && isDearer(item, Number(dear[1]), dear[2] ?? "", behind);
  if (name.length < 3) return item === name;
  if (name.length > 5 && item.includes(name)) return true;
  return behind ? item.startsWith(name) : item.endsWith(name);
}

/** Of what there is none at all, or none above a price, there is none above a higher one. */
function isDearer(item: string, price: number, kind: string, behind: boolean): boolean {
  const said = ABOVE.exec(item);
  if (said) return (said[2] ?? "").startsWith(kind) && Number(said[1]) <= price;
  return behind ? item.startsWith(kind) : item.endsWith(kind);
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
