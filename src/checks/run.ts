import type { Recognised } from "../workbook/recognised";
import { catalogue } from "./catalogue";
import type { Check, IdentityCheck } from "./engine/check";
import { cellOf, messageOf, Money } from "./engine/describe";
import { findingKey } from "./engine/finding-key";
import { expand, type Instance } from "./engine/instances";
import { judge, type Judged } from "./engine/judge";
import { printIdentity } from "./language/print";
import { localise, type Localised } from "./localise/localise";
import type { CheckReport, Counts, Finding, Severity, Verdict } from "./report";

/** One judged instance of an identity. */
export interface Outcome {
  readonly check: IdentityCheck;
  readonly instance: Instance;
  readonly judged: Judged;
}

interface Tally {
  readonly counts: Record<Verdict, number>;
  readonly findings: Finding[];
  /** Broken identities, for the search of the cell at fault. */
  readonly broken: Outcome[];
}

/** Runs the whole catalogue on a recognised workbook. Pure; never throws whatever the sheets hold. */
export function checkWorkbook(recognised: Recognised, checks: readonly Check[] = catalogue): CheckReport {
  const tally: Tally = { counts: { holds: 0, rounding: 0, broken: 0, notApplicable: 0, notRun: 0 }, findings: [], broken: [] };
  for (const check of checks) {
    if (check.variants && !check.variants.includes(recognised.variant)) {
      tally.counts.notApplicable++;
      continue;
    }
    if (check.kind === "identity") runIdentity(check, recognised, tally);
    else runInspection(check, recognised, tally);
  }
  const counts: Counts = tally.counts;
  const { suspects, incomplete } = localised(tally, recognised, checks);
  return { counts, findings: tally.findings, suspects, suspectsIncomplete: incomplete };
}

/** Only identities that must hold call for a culprit; those that usually hold merely weigh. */
function localised(tally: Tally, recognised: Recognised, checks: readonly Check[]): Localised {
  const called = tally.broken.some(({ check }) => check.severity === "error");
  return called ? localise(recognised, checks) : { suspects: [], incomplete: false };
}

function runIdentity(check: IdentityCheck, recognised: Recognised, tally: Tally): void {
  if (check.when && !check.when(recognised)) {
    tally.counts.notApplicable++;
    return;
  }
  const expansion = expand(check.identity, recognised);
  if (expansion.kind === "notApplicable") {
    tally.counts.notApplicable++;
    return;
  }
  const formula = printIdentity(check.identity, recognised.variant);
  if (expansion.kind === "notRun") {
    tally.counts.notRun++;
    tally.findings.push(notRun(check, formula, expansion.reason));
    return;
  }
  const money = new Money(recognised);
  for (const instance of expansion.instances) {
    const judged = judge(instance, check.identity.operator, recognised.precision);
    tally.counts[judged.verdict]++;
    if (judged.verdict === "broken") tally.broken.push({ check, instance, judged });
    if (judged.verdict === "holds" || judged.verdict === "notApplicable") continue;
    tally.findings.push(findingOf({ check, instance, judged }, formula, money));
  }
}

function runInspection(check: Extract<Check, { kind: "inspection" }>, recognised: Recognised, tally: Tally): void {
  const result = check.inspect(recognised);
  tally.counts.holds += result.holds;
  tally.counts.notApplicable += result.notApplicable ?? 0;
  if (result.notRun !== undefined) {
    tally.counts.notRun++;
    tally.findings.push(notRun(check, check.rule, result.notRun));
  }
  for (const finding of result.findings) {
    tally.counts[finding.verdict]++;
    tally.findings.push(finding);
  }
}

function notRun(check: Check, formula: string, reason: string): Finding {
  return {
    id: check.id, key: `${check.id}|`, verdict: "notRun", severity: check.severity, formula, why: check.why,
    message: `未执行：${reason}。`, advice: "补上这张表或这一列后再校验；没有执行的审核不能当作通过。",
    left: null, right: null, difference: null, cells: [],
  };
}

/** The weaker of the check's severity and the judgement's. */
function weaker(a: Severity, b: Severity): Severity {
  const rank = { error: 2, warning: 1, info: 0 } as const;
  return rank[a] <= rank[b] ? a : b;
}

export function findingOf({ check, instance, judged }: Outcome, formula: string, money: Money): Finding {
  const cells = instance.addends.map((addend) => cellOf(addend, money)).filter((cell) => cell !== null);
  const figures = judged.verdict !== "notRun";
  return {
    id: check.id,
    key: findingKey(check, instance),
    verdict: judged.verdict === "rounding" ? "rounding" : judged.verdict === "notRun" ? "notRun" : "broken",
    severity: weaker(check.severity, judged.severity),
    message: messageOf(instance, judged, check.identity.operator, money),
    formula,
    why: check.why,
    advice: "",
    left: figures ? money.plain(judged.left) : null,
    right: figures ? money.plain(judged.right) : null,
    difference: figures ? money.plain(judged.difference) : null,
    cells,
  };
}
