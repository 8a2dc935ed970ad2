import type { TableKey } from "../../templates/define";
import type { Inputs } from "../../inputs/read";
import type { Recognised } from "../../workbook/recognised";
import type { Identity } from "../language/expression";
import type { FindingCell, Severity } from "../report";

/** One case in which a rule holds and one in which it does not, each a short text for the manual. */
export interface Examples {
  readonly holds: string;
  readonly fails: string;
}

/** What every rule says of itself, of whatever kind; the docs are made from it, and 自定义审核 grades it. */
export interface Rule {
  /** Rule id; docs/rules.md A. */
  readonly id: string;
  /** Id of the family of templates that it is true of; null: of every family. */
  readonly family: string | null;
  readonly severity: Severity;
  /** The years of budgets it is in force for, the last one included; from the first and to this day where nothing is said. */
  readonly from?: number;
  readonly until?: number;
  /** Why it must hold: one clause, no full stop. */
  readonly why: string;
  /** The rule it comes from, where it is not docs/rules.md A under the same id. */
  readonly source?: string;
}

/** A check that is an identity between cells. */
export interface IdentityCheck extends Rule {
  readonly kind: "identity";
  readonly identity: Identity;
  /** Runs only where this says so; otherwise 不适用. */
  readonly when?: (recognised: Recognised) => boolean;
  /** Where a difference usually goes, though nothing is wrong: a subject of a table. */
  readonly differenceGoesTo?: { readonly table: TableKey; readonly code: string };
}

/** A check that looks at words, codes or structure and says what it found. */
export interface InspectionCheck extends Rule {
  readonly kind: "inspection";
  /** The rule in words, in place of a formula. */
  readonly rule: string;
  /** `inputs`: the 填报 sheets, where they are in hand. */
  readonly inspect: (recognised: Recognised, inputs: Inputs | null) => Inspection;
  readonly examples: Examples;
}

export type Check = IdentityCheck | InspectionCheck;

/** Something an inspection has to say; the finding's id, why and rule are its check's. */
export interface Remark {
  /** Tells this remark from the check's others, whatever the figures. */
  readonly key: string;
  /** One or two Chinese sentences: where, what is wrong. */
  readonly message: string;
  readonly cells: readonly FindingCell[];
  /** What to do next. */
  readonly advice?: string;
  /** Where it is not the check's own. */
  readonly severity?: Severity;
}

/** The outcome of an inspection: how many instances hold, and what is to be said of the others. */
export interface Inspection {
  readonly holds: number;
  readonly remarks: readonly Remark[];
  readonly notApplicable?: number;
  /** What could not be looked at and why, in Chinese. */
  readonly notRun?: readonly {
    readonly key: string;
    readonly message: string;
    readonly advice?: string;
    readonly cells?: readonly FindingCell[];
  }[];
}

type Facts = Omit<IdentityCheck, "kind" | "identity" | "id" | "family" | "severity" | "why">;

/** `check("X56", t5.at(…).equals(t6.at(…)), "表5…")`: severity error unless said otherwise. */
export function check(id: string, identity: Identity, why: string, facts: Facts & { readonly severity?: Severity } = {}): IdentityCheck {
  return { kind: "identity", id, family: null, identity, why, severity: "error", ...facts };
}

export function inspection(
  id: string,
  severity: Severity,
  rule: string,
  why: string,
  inspect: InspectionCheck["inspect"],
  facts: Pick<InspectionCheck, "examples" | "source" | "from" | "until">,
): InspectionCheck {
  return { kind: "inspection", id, family: null, severity, rule, why, inspect, ...facts };
}

/** Rules that one family alone has. */
export function ofFamily<R extends Rule>(family: string, rules: readonly R[]): readonly R[] {
  return rules.map((rule) => ({ ...rule, family }));
}

/** Why a rule does not speak of a year; null where it does. A year that is not known is of no use to a rule that has some. */
export function outOfForce({ from, until }: Pick<Rule, "from" | "until">, year: number | null): "otherYear" | "unknownYear" | null {
  if (from === undefined && until === undefined) return null;
  if (year === null) return "unknownYear";
  return year < (from ?? year) || year > (until ?? year) ? "otherYear" : null;
}

/** "2018年起", "2019年至2024年"; "" where it is always in force. */
export function yearsOf({ from, until }: Pick<Rule, "from" | "until">): string {
  if (until === undefined) return from === undefined ? "" : `${from}年起`;
  return from === undefined ? `至${until}年` : `${from}年至${until}年`;
}

/** An inspection with nothing to look at. */
export const nothing: Inspection = { holds: 0, remarks: [], notApplicable: 1 };

/** Puts what was found on several tables or rows together; nothing at all is 不适用. */
export function inspected(holds: number, remarks: readonly Remark[]): Inspection {
  return holds + remarks.length === 0 ? nothing : { holds, remarks };
}
