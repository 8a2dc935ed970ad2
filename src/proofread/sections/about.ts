import { ORGANISATION, type Pattern } from "../../narrative/pattern/node";
import { read, wordings } from "../../narrative/pattern/read";
import { canon } from "../../text/canon";
import { judgeName } from "../judge/names";
import { asMeant } from "../judge/as-meant";
import type { Ledger } from "../ledger";
import { foundIn, type Found } from "../sentences/found";
import { gramsOf } from "../sentences/grams";
import { likest } from "../sentences/pairs";
import type { Line } from "../text/lines";

/** Less alike, a statement is not of this kind. */
const ALIKE = 0.7;
const NONE: ReadonlySet<number> = new Set();
const BEHIND = /(?:部门|单位|本级|部门本级|单位本级)$/;
const OFFICE = /^\p{sc=Han}{2,40}(?:政府|局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|镇|乡|街道|中心)$/u;

/**
 * 第一部分: statements about the organisation that name another. Whether they name it at all is the author's choice, and so
 * is a shorter name; its units have statements of their own.
 */
export function readAbout(ledger: Ledger, lines: readonly Line[], patterns: readonly Pattern[]): void {
  const organisation = canon(ledger.book.organisation ?? "");
  if (organisation === "") return;
  const own = new Set(gramsOf(organisation));
  const forms = patterns.map((pattern) => ({
    pattern,
    grams: wordings(pattern).map((words) => gramsOf(words, own)),
    spare: NONE,
    open: true,
    kind: "statement" as const,
    figured: false,
  }));
  const prose = lines.filter(({ kind }) => kind !== "row");
  for (const found of foundIn(prose, own, false)) {
    const best = [...likest(forms, found)].filter(([, alike]) => alike >= ALIKE).sort((a, b) => b[1] - a[1])[0];
    const pattern = best ? forms[best[0]]?.pattern : undefined;
    if (pattern) judgeNames(ledger, found, pattern, organisation);
  }
}

function judgeNames(ledger: Ledger, found: Found, pattern: Pattern, organisation: string): void {
  const reading = read(pattern, found.text, ledger.book.amounts);
  for (const slot of reading ? asMeant(reading, found).slots : []) {
    if (slot.node.kind !== "name" || slot.node.what !== ORGANISATION || !slot.at || isListItem(found, slot.at)) continue;
    const start = startOf(found, slot.at);
    const said = found.text.slice(start, slot.at.end).replace(BEHIND, "");
    if (OFFICE.test(said) && !isShort(said, organisation) && !said.endsWith(organisation) && !isUnit(ledger, said))
      judgeName(ledger, found, { ...slot, at: { start, end: start + said.length } });
  }
}

/** The last name of a list, which has no stop behind it, was joined with the sentence that begins in the next paragraph. */
function startOf(
  { line: { paragraph }, start: from, text }: Found,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  let next = start + 1;
  while (next < end && paragraph[from + next] === paragraph[from + start]) next += 1;
  return next < end && OFFICE.test(text.slice(start, next)) ? next : start;
}

/** The name goes on to the end of its paragraph as that of a unit of the list above (某镇文化服务中心), and the sentence begins below. */
function isListItem(
  { line: { paragraph }, start: from, text }: Found,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  let next = end;
  while (next < text.length && paragraph[from + next] === paragraph[from + start]) next += 1;
  return next < text.length && REST_OF_UNIT.test(text.slice(end, next));
}

/** 文化服务中心, and no word of what is said of the organisation itself. */
const REST_OF_UNIT = /^(?!.*(?:下属|下设|编制|预算|单位))\p{sc=Han}{2,20}$/u;

/** 市政府办公室 for 某某市人民政府办公室, 本办: all of its characters, in order, and of the same end. */
function isShort(said: string, organisation: string): boolean {
  if (said.length > SHORT && !said.endsWith(organisation.slice(-1))) return false;
  let at = 0;
  const rest = said.replace(/^[本我该]/, "");
  for (const character of rest) {
    at = organisation.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const SHORT = 4;

const isUnit = ({ book }: Ledger, said: string): boolean =>
  [...book.recognised.tables.values()].some(({ rows }) => rows.some(({ kind, name }) => kind === "unit" && canon(name) === said));
