import type { Template } from "../templates/family";
import type { Check, Examples, Rule } from "./engine/check";
import { examplesOf } from "./examples";
import { printIdentity } from "./language/print";
import type { Reconciliation } from "./prior-year";
import type { TextRule } from "./text-rules";

/** A rule of any kind: of the tables, of last year's figures, of the text. */
export type AnyRule = Check | Reconciliation | TextRule;

/** What a rule of any kind says of itself. */
export interface RuleCard extends Rule {
  /** What must be so: a formula that can be pasted into 自定义审核, or words. */
  readonly message: string;
  readonly isFormula: boolean;
  readonly examples: Examples;
}

/** The card of a rule, its formula in the words of a template. */
export function cardOf(rule: AnyRule, template: Template): RuleCard {
  const { id, family, severity, from, until, why, source } = rule;
  const said = rule.kind === "identity" ? printIdentity(rule.identity, template) : rule.rule;
  const examples = rule.kind === "identity" || rule.kind === "inspection" ? examplesOf(rule) : rule.examples;
  return {
    id,
    family,
    severity,
    why,
    message: said,
    isFormula: rule.kind === "identity",
    examples,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(source !== undefined && { source }),
  };
}
