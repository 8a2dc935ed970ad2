import { fullAddress } from "../amount/cell-ref";
import type { Inputs } from "../inputs/read";
import type { Recognised, Row } from "../workbook/recognised";
import { adviser } from "./advice/advise";
import { localRules } from "./custom/local-rules";
import { outOfForce, yearsOf, type Check, type IdentityCheck, type Inspection, type InspectionCheck, type Rule } from "./engine/check";
import { findingOf, notRunFinding, remarkFinding, unlistedFinding, type Outcome } from "./engine/finding";
import { walk, type Addend, type Instance } from "./engine/instances";
import { doubtOf, speaksOfWholeTables } from "./engine/understood";
import { withoutMistaken } from "./engine/mistaken";
import { awaitsCalculation, judgeExactly, skimPlainly, type PlainVerdict } from "./engine/judge";
import { findingKey } from "./engine/finding-key";
import { Money } from "./engine/money";
import { remarkedBy } from "./inspected";
import type { Identity, Operator } from "./language/expression";
import { printIdentity } from "./language/print";
import type { KeyOf } from "./localise/cells/suspects";
import { localise, type Localised } from "./localise/localise";
import type { Cause } from "./cause";
import type { CheckReport, Finding, Suspect, Verdict } from "./report";
import { isTie, noCounts, Ties } from "./ties";

/** A broken identity and the place of its finding. */
interface Broken {
  readonly outcome: Outcome;
  readonly at: number;
}

/** Findings of one check and verdict that are listed; more of them are counted and said in one line. */
const LISTED = 500;

/** What a run has come to so far. */
class Tally {
  readonly counts = noCounts();
  readonly findings: Finding[] = [];
  readonly ties = new Ties();
  /** Broken identities and the place of their finding, for advice and the search of the cell at fault. */
  readonly broken: Broken[] = [];
  /** Findings beyond LISTED, by check and verdict. */
  readonly unlisted = new Map<
    string,
    { readonly check: Check; readonly formula: string; readonly verdict: "rounding" | "broken" | "notRun"; count: number }
  >();
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

  /** Runs an identity, and keeps what it says of the tables that it ties. */
  tie(identity: Identity, run: () => void): void {
    if (!isTie(identity)) {
      run();
      return;
    }
    const [before, listed] = [{ ...this.counts }, this.findings.length];
    run();
    this.ties.add(
      identity,
      (verdict) => this.counts[verdict] - before[verdict],
      this.findings.length === listed ? [] : this.findings.slice(listed).map(({ key }) => key),
    );
  }
}

/**
 * Runs rules, and the workbook's own ones (自定义审核), on a recognised workbook. Pure; never throws whatever the sheets
 * hold. `inputs`: the 填报 sheets, where they are in hand. `others`: rules that are run elsewhere and that 自定义审核 may
 * name, too.
 */
export function runChecks(
  recognised: Recognised,
  inputs: Inputs | null,
  checks: readonly Check[],
  others: readonly Rule[] = [],
): CheckReport {
  const tally = new Tally();
  const local = localRules(recognised, checks, others);
  for (const check of local.checks) {
    const out = outOfForce(check, recognised.year);
    if (out !== null) sayOutOfForce(check, out, recognised, tally);
    else if (check.kind === "identity") tally.tie(check.identity, () => runIdentity(check, recognised, tally));
    else runInspection(check, withoutMistaken(check.inspect(recognised, inputs), recognised), tally);
  }
  for (const finding of local.findings) {
    if (finding.verdict === "notRun" || finding.severity !== "info") tally.counts[finding.verdict]++;
    tally.add(finding);
  }
  const { causes, suspects, incomplete } = localised(tally, recognised, local.checks, inputs);
  advise(recognised, tally, causes, suspects);
  for (const { check, formula, verdict, count } of tally.unlisted.values()) tally.add(unlistedFinding(check, formula, verdict, count));
  return {
    counts: tally.counts,
    findings: tally.findings,
    causes,
    suspects,
    suspectsIncomplete: incomplete || [...tally.unlisted.values()].some(({ verdict }) => verdict === "broken"),
    ties: tally.ties.list(),
  };
}

/**
 * Nobody is blamed from a result that was worked out here: what the sheet will show is known when the file has been saved
 * with it.
 */
function localised(tally: Tally, recognised: Recognised, checks: readonly Check[], inputs: Inputs | null): Localised {
  const workedOut = new Set(recognised.calculated.map(fullAddress));
  const isSaved = ({ table, row, column }: Addend): boolean => {
    const cell = row && table.cell(row, column);
    return !cell || !workedOut.has(fullAddress(cell));
  };
  const called = tally.broken
    .map(({ outcome }) => outcome)
    .filter(({ instance }) => workedOut.size === 0 || instance.addends.every(isSaved));
  if (!tally.findings.some(({ verdict, severity }) => verdict === "broken" && severity !== "info"))
    return { causes: [], suspects: [], incomplete: false };
  const keys = new Map<Check, Map<Row | null, Map<string | null, string>>>();
  for (const {
    outcome: { check, instance },
    at,
  } of tally.broken) {
    const finding = tally.findings[at];
    if (finding) within(within(keys, check), instance.row).set(instance.column, finding.key);
  }
  const keyOf: KeyOf = ({ check, instance }) => keys.get(check)?.get(instance.row)?.get(instance.column) ?? null;
  return localise(recognised, checks, called, keyOf, remarkedBy(checks, inputs));
}

/** The map under a key, made where there is none. */
function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map<L, V>()));
  return map;
}

/** A rule of other years is 不适用; where the year is not known it could not be run. */
function sayOutOfForce(check: Check, out: "otherYear" | "unknownYear", { template }: Recognised, tally: Tally): void {
  tally.counts[out === "otherYear" ? "notApplicable" : "notRun"]++;
  if (out === "otherYear") return;
  const formula = check.kind === "identity" ? printIdentity(check.identity, template) : check.rule;
  const message = `未执行：没有认出预算年度，这条审核只用于${yearsOf(check)}的公开表。`;
  tally.add(notRunFinding(check, formula, { key: "year", message, advice: "请在标题或“填报-基本信息”里写明预算年度，再校验。" }));
}

function runIdentity(check: IdentityCheck, recognised: Recognised, tally: Tally): void {
  if (check.when && !check.when(recognised)) {
    tally.counts.notApplicable++;
    return;
  }
  const formula = printIdentity(check.identity, recognised.template);
  const run = { check, formula, money: new Money(recognised), whole: speaksOfWholeTables(check.identity, recognised) };
  let plain: PlainVerdict | null = null;
  const problem = walk(check.identity, recognised, {
    skim: (slots, rows) => {
      plain = skimPlainly(slots, rows, check.identity.operator);
      if (plain === null || !run.whole) return false;
      tally.counts[plain]++;
      return true;
    },
    visit: (instance) => takeInstance(run, instance, plain, tally),
  });
  if (!problem) return;
  tally.counts[problem.kind]++;
  if (problem.kind === "notRun") tally.add(notRunFinding(check, formula, { key: "", message: `未执行：${problem.reason}。` }));
}

/** An identity while its instances are gone through. */
interface IdentityRun {
  readonly check: IdentityCheck;
  readonly formula: string;
  readonly money: Money;
  /** Whether it speaks of whole tables: nothing is in doubt. */
  readonly whole: boolean;
}

/** Counts an instance and says what is to be said of it. `plain`: what is known of it already. */
function takeInstance({ check, formula, money, whole }: IdentityRun, instance: Instance, plain: PlainVerdict | null, tally: Tally): void {
  const { operator } = check.identity;
  const judged = plain ? null : judgeExactly(instance, operator);
  const verdict = plain ?? judged?.verdict ?? "notRun";
  const doubt = whole || !saysMore(verdict, operator, instance) ? null : doubtOf(instance);
  if (doubt) {
    tally.counts.notRun++;
    const key = `doubt ${findingKey(check, instance)}`;
    if (tally.lists(check, formula, "notRun"))
      tally.add(notRunFinding(check, formula, { key, message: `未执行：${doubt.reason}。`, advice: DOUBTED, cells: doubt.cells }));
    return;
  }
  tally.counts[verdict]++;
  if (!judged || verdict === "holds" || verdict === "notApplicable" || awaitsCalculation(judged) || !tally.lists(check, formula, verdict))
    return;
  const outcome = { check, instance, judged };
  if (verdict === "broken") tally.broken.push({ outcome, at: tally.findings.length });
  tally.add(findingOf(outcome, formula, money));
}

const DOUBTED = "请核对这一行（列）的编码、名称或标题；认出来以后再校验。没有执行的审核不能当作通过。";

/** Sums that come out right prove that nothing was left out; "at most", and a total that is not there, prove nothing. */
function saysMore(verdict: Verdict, operator: Operator, { parts }: Instance): boolean {
  if (verdict === "notApplicable" || verdict === "notRun") return false;
  return verdict !== "holds" || operator === "<=" || parts.some(({ slot, rows }) => slot.term.row.by === "total" && rows.length === 0);
}

/** A notice (info) says nothing is wrong: its instance counts as holding, so that 不符 stays the number of things to mend. */
function runInspection(check: InspectionCheck, result: Inspection, tally: Tally): void {
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

/** Of a finding that a cause explains: nothing at its own cells is to be mended. */
const CAUSED = "这一条由最前面说的原因引起，先改那里；这里的数先不要改。";

/** Fills in the advice of broken identities; the figures are indexed only when there is something broken. */
function advise(recognised: Recognised, tally: Tally, causes: readonly Cause[], suspects: readonly Suspect[]): void {
  if (tally.broken.length === 0) return;
  const advice = adviser(
    recognised,
    tally.broken.map(({ outcome }) => outcome),
  );
  const blamed = new Map<string, Suspect>();
  for (const suspect of suspects) for (const key of suspect.explains) if (!blamed.has(key)) blamed.set(key, suspect);
  // A row that is missing or doubled is seen where it is wanted; any other cause leads away from the cells of its findings.
  const caused = new Set(causes.flatMap(({ kind, explains }) => (kind === "missing" || kind === "doubled" ? [] : explains)));
  for (const { outcome, at } of tally.broken) {
    const finding = tally.findings[at];
    if (finding) tally.findings[at] = { ...finding, advice: caused.has(finding.key) ? CAUSED : advice(outcome, blamed.get(finding.key)) };
  }
}
