import type { Recognised, Row } from "../workbook/recognised";
import { adviser } from "./advice/advise";
import { localRules } from "./custom/local-rules";
import type { Check, IdentityCheck, InspectionCheck, Rule } from "./engine/check";
import { findingOf, notRunFinding, remarkFinding, unlistedFinding, type Outcome } from "./engine/finding";
import { walk } from "./engine/instances";
import { judge, judgePlainly } from "./engine/judge";
import { Money } from "./engine/money";
import { printIdentity } from "./language/print";
import { localise, type Localised } from "./localise/localise";
import type { CheckReport, Finding, Suspect, Verdict } from "./report";

/** A broken identity and the place of its finding. */
interface Broken {
  readonly outcome: Outcome;
  readonly at: number;
}

/** Findings of one check and verdict that are listed; more of them are counted and said in one line. */
const LISTED = 500;

/** What a run has come to so far. */
class Tally {
  readonly counts: Record<Verdict, number> = { holds: 0, rounding: 0, broken: 0, notApplicable: 0, notRun: 0 };
  readonly findings: Finding[] = [];
  /** Broken identities and the place of their finding, for advice and the search of the cell at fault. */
  readonly broken: Broken[] = [];
  /** Findings beyond LISTED, by check and verdict. */
  readonly unlisted = new Map<string, { readonly check: Check; readonly formula: string; readonly verdict: "rounding" | "broken" | "notRun"; count: number }>();
  private readonly keys = new Map<string, number>();
  private readonly listed = new Map<string, number>();

  /** Whether a finding of this check and verdict is still to be listed. */
  lists(check: Check, formula: string, verdict: "rounding" | "broken" | "notRun"): boolean {
    const key = `${check.id}|${verdict}`;
    const before = this.listed.get(key) ?? 0;
    this.listed.set(key, before + 1);
    if (before < LISTED) return true;
    const beyond = this.unlisted.get(key);
    if (beyond) beyond.count++;
    else this.unlisted.set(key, { check, formula, verdict, count: 1 });
    return false;
  }

  /** Keys tell findings apart: a second one of the same key gets a number. */
  add(finding: Finding): void {
    const before = this.keys.get(finding.key) ?? 0;
    this.keys.set(finding.key, before + 1);
    this.findings.push(before === 0 ? finding : { ...finding, key: `${finding.key}#${before + 1}` });
  }
}

/**
 * Runs rules, and the workbook's own ones (自定义审核), on a recognised workbook. Pure; never throws whatever the sheets
 * hold. `others`: rules that are run elsewhere and that 自定义审核 may name, too.
 */
export function runChecks(recognised: Recognised, checks: readonly Check[], others: readonly Rule[] = []): CheckReport {
  const tally = new Tally();
  const local = localRules(recognised, checks, others);
  for (const check of local.checks) {
    if (check.kind === "identity") runIdentity(check, recognised, tally);
    else runInspection(check, recognised, tally);
  }
  for (const finding of local.findings) {
    if (finding.verdict === "notRun" || finding.severity !== "info") tally.counts[finding.verdict]++;
    tally.add(finding);
  }
  const { suspects, incomplete } = localised(tally, recognised, local.checks);
  advise(recognised, tally, suspects);
  for (const { check, formula, verdict, count } of tally.unlisted.values()) tally.add(unlistedFinding(check, formula, verdict, count));
  return { counts: tally.counts, findings: tally.findings, suspects, suspectsIncomplete: incomplete || [...tally.unlisted.values()].some(({ verdict }) => verdict === "broken") };
}

/** Only identities that must hold call for a culprit; those that usually hold merely weigh. */
function localised(tally: Tally, recognised: Recognised, checks: readonly Check[]): Localised {
  const called = tally.broken.filter(({ outcome }) => outcome.check.severity === "error").map(({ outcome }) => outcome);
  if (called.length === 0) return { suspects: [], incomplete: false };
  const keys = new Map<Check, Map<Row | null, Map<string | null, string>>>();
  for (const { outcome: { check, instance }, at } of tally.broken) {
    const finding = tally.findings[at];
    if (finding) within(within(keys, check), instance.row).set(instance.column, finding.key);
  }
  return localise(recognised, checks, called, ({ check, instance }) => keys.get(check)?.get(instance.row)?.get(instance.column) ?? null);
}

/** The map under a key, made where there is none. */
function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map<L, V>()));
  return map;
}

function runIdentity(check: IdentityCheck, recognised: Recognised, tally: Tally): void {
  if (check.when && !check.when(recognised)) {
    tally.counts.notApplicable++;
    return;
  }
  const formula = printIdentity(check.identity, recognised.template);
  const money = new Money(recognised);
  const { operator } = check.identity;
  const problem = walk(check.identity, recognised, (instance) => {
    const plain = judgePlainly(instance, operator);
    const judged = plain ? null : judge(instance, operator, recognised.precision);
    const verdict = plain ?? judged?.verdict ?? "notRun";
    tally.counts[verdict]++;
    if (!judged || verdict === "holds" || verdict === "notApplicable" || !tally.lists(check, formula, verdict)) return;
    const outcome = { check, instance, judged };
    if (verdict === "broken") tally.broken.push({ outcome, at: tally.findings.length });
    tally.add(findingOf(outcome, formula, money));
  });
  if (!problem) return;
  tally.counts[problem.kind]++;
  if (problem.kind === "notRun") tally.add(notRunFinding(check, formula, { key: "", message: `未执行：${problem.reason}。` }));
}

/** A notice (info) says nothing is wrong: its instance counts as holding, so that 不符 stays the number of things to mend. */
function runInspection(check: InspectionCheck, recognised: Recognised, tally: Tally): void {
  const result = check.inspect(recognised);
  tally.counts.holds += result.holds;
  tally.counts.notApplicable += result.notApplicable ?? 0;
  for (const missing of result.notRun ?? []) {
    tally.counts.notRun++;
    tally.add(notRunFinding(check, check.rule, missing));
  }
  for (const remark of result.remarks) {
    const finding = remarkFinding(check, remark);
    tally.counts[finding.severity === "info" ? "holds" : "broken"]++;
    if (tally.lists(check, check.rule, "broken")) tally.add(finding);
  }
}

/** Fills in the advice of broken identities; the figures are indexed only when there is something broken. */
function advise(recognised: Recognised, tally: Tally, suspects: readonly Suspect[]): void {
  if (tally.broken.length === 0) return;
  const advice = adviser(recognised, tally.broken.map(({ outcome }) => outcome));
  const blamed = new Map<string, Suspect>();
  for (const suspect of suspects) for (const key of suspect.explains) if (!blamed.has(key)) blamed.set(key, suspect);
  for (const { outcome, at } of tally.broken) {
    const finding = tally.findings[at];
    if (finding) tally.findings[at] = { ...finding, advice: advice(outcome, blamed.get(finding.key)) };
  }
}
