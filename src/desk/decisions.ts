import { canon } from "../text/canon";
import { fingerprint } from "../text/fingerprint";
import type { DeskFinding } from "./file";

/** accepted: to be put right · rejected: let stand, for a reason · withdrawn: open again, whatever was decided before. */
export type Judgement = "accepted" | "rejected" | "withdrawn";

/**
 * What a reviewer decided on a finding. It holds for one office's finding while its figures stay, or for the same finding in
 * all offices of one form. Decisions are never changed: a later one says which it takes the place of, so that the files of
 * several reviewers can be put together in any order.
 */
export interface Decision {
  /** null: for all offices that use the form. */
  readonly office: string | null;
  readonly year: number | null;
  /** What the form is called; "" in a decision for one office. */
  readonly form: string;
  /** The rule, and its place by meaning. */
  readonly rule: string;
  readonly key: string;
  /** Of the finding that was decided on; "" in a decision for all. */
  readonly figures: string;
  readonly judgement: Judgement;
  readonly reason: string;
  /** Who decided; "" where nobody is named. */
  readonly by: string;
  /** When, as ISO 8601 with milliseconds. */
  readonly at: string;
  /** Stamps of all the decisions that it takes the place of, and that those did. */
  readonly over: readonly string[];
  /** What the finding said then. */
  readonly about: string;
}

/** Whose finding it is. */
export interface Whose {
  readonly name: string;
  readonly year: number | null;
  readonly form: string;
}

/**
 * How a finding stands. disputed: two reviewers decided differently, so that it is open until one decides again · lapsed: it was
 * decided on other figures, and is open again.
 */
export interface Standing {
  readonly state: "open" | "accepted" | "rejected" | "disputed" | "lapsed";
  /** Those that it stands by; both sides where they differ; of a lapsed one what was decided before. */
  readonly decisions: readonly Decision[];
}

export const OPEN: Standing = { state: "open", decisions: [] };

/** Whether it is decided that the finding needs nothing. */
export const isRejected = ({ state }: Standing): boolean => state === "rejected";

/** Whether somebody still has to decide. */
export const isUndecided = ({ state }: Standing): boolean => state !== "accepted" && state !== "rejected";

/** Tells a decision from every other. */
export const stampOf = ({ at, by, office, rule, key }: Decision): string => fingerprint(JSON.stringify([at, by, office, rule, key]));

/** Decisions of several files as one: each once, without those that another takes the place of. */
export function mergedDecisions(...lists: readonly (readonly Decision[])[]): readonly Decision[] {
  const all = new Map(lists.flat().map((decision) => [stampOf(decision), decision]));
  const over = new Set([...all.values()].flatMap((decision) => decision.over));
  return [...all].filter(([stamp]) => !over.has(stamp)).map(([, decision]) => decision);
}

const placeOf = (whose: string, year: number | null, { rule, key }: Pick<Decision, "rule" | "key">): string =>
  JSON.stringify([whose, year, rule, key]);

const forOne = (name: string, year: number | null, at: Pick<Decision, "rule" | "key">): string =>
  placeOf(`office ${canon(name)}`, year, at);
const forAll = (form: string, year: number | null, at: Pick<Decision, "rule" | "key">): string => placeOf(`form ${form}`, year, at);

/** Decisions, to be found by what they are about. */
export interface Decided {
  readonly standing: (whose: Whose, finding: DeskFinding) => Standing;
  /** What was decided for all offices of a form and year; null where nothing was, or it was taken back. */
  readonly forAll: (of: Pick<Whose, "form" | "year">, finding: Pick<DeskFinding, "id" | "key">) => Standing | null;
}

/** Whether it stands so by what was said to all. */
export const forAllOf = ({ decisions }: Standing): boolean => decisions.some(({ office }) => office === null);

/** @param decisions as `mergedDecisions` gives them. */
export function decided(decisions: readonly Decision[]): Decided {
  const places = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const { office, year, form } = decision;
    const place = office === null ? forAll(form, year, decision) : forOne(office, year, decision);
    const there = places.get(place);
    if (there) there.push(decision);
    else places.set(place, [decision]);
  }
  if (places.size === 0) return { standing: () => OPEN, forAll: () => null };
  return {
    forAll: ({ form, year }, { id: rule, key }) => standingOf(places.get(forAll(form, year, { rule, key })) ?? []),
    standing: ({ name, year, form }, { id: rule, key, figures }) => {
      const own = places.get(forOne(name, year, { rule, key })) ?? [];
      const current = own.filter((decision) => decision.figures === figures);
      // What an office was told by itself goes before what was said to all, and so does its being open again.
      const standing = standingOf(current) ?? (current.length > 0 ? OPEN : standingOf(places.get(forAll(form, year, { rule, key })) ?? []));
      if (standing) return standing;
      const before = own.filter(({ judgement }) => judgement !== "withdrawn");
      return before.length === 0 ? OPEN : { state: "lapsed", decisions: before };
    },
  };
}

function standingOf(decisions: readonly Decision[]): Standing | null {
  const said = decisions.filter(({ judgement }) => judgement !== "withdrawn");
  const [first] = said;
  if (!first || first.judgement === "withdrawn") return null;
  return { state: said.every(({ judgement }) => judgement === first.judgement) ? first.judgement : "disputed", decisions: said };
}

/** Of what a finding said, enough to know it again. */
const LONGEST_ABOUT = 500;

/** Where a decision is to hold. */
export type Scope = "office" | "all";

/**
 * A decision on a finding, which takes the place of those it stands by now.
 * @param before every decision there is.
 */
export function decide(
  before: readonly Decision[],
  whose: Whose,
  finding: DeskFinding,
  { judgement, reason, by, at, scope }: Pick<Decision, "judgement" | "reason" | "by" | "at"> & { readonly scope: Scope },
): readonly Decision[] {
  const { id: rule, key } = finding;
  const base = { rule, key, year: whose.year, judgement, reason, by, at, about: finding.message.slice(0, LONGEST_ABOUT) };
  const made: Decision =
    scope === "all"
      ? { ...base, office: null, form: whose.form, figures: "", over: [] }
      : { ...base, office: whose.name, form: "", figures: finding.figures, over: [] };
  const place = placed(made);
  // A decision for all leaves what single offices were told by name; one for an office leaves what was said to all.
  const over = before.filter((decision) => placed(decision) === place).flatMap((decision) => [stampOf(decision), ...decision.over]);
  return mergedDecisions(before, [{ ...made, over }]);
}

const placed = (decision: Decision): string =>
  decision.office === null ? forAll(decision.form, decision.year, decision) : forOne(decision.office, decision.year, decision);
