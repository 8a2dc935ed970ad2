import type { Finding, FindingCell, Severity } from "../report";
import type { Check, IdentityCheck, InspectionCheck, Remark } from "./check";
import { cellOf, messageOf } from "./describe";
import { findingKey } from "./finding-key";
import type { Instance } from "./instances";
import type { Judged } from "./judge";
import type { Money } from "./money";

/** One judged instance of an identity. */
export interface Outcome {
  readonly check: IdentityCheck;
  readonly instance: Instance;
  readonly judged: Judged;
}

/** What is reported of an identity that does not simply hold on one instance. */
export function findingOf({ check, instance, judged }: Outcome, formula: string, money: Money): Finding {
  const figures = judged.verdict !== "notRun";
  return {
    id: check.id,
    key: findingKey(check, instance),
    verdict: judged.verdict === "rounding" ? "rounding" : figures ? "broken" : "notRun",
    severity: weaker(check.severity, judged.severity),
    message: messageOf(instance, judged, check.identity.operator, money),
    formula,
    why: check.why,
    advice: figures ? "" : "把这一格改成数字（没有就留空）后再校验。",
    left: figures ? money.plain(judged.left) : null,
    right: figures ? money.plain(judged.right) : null,
    difference: figures ? money.plain(judged.difference) : null,
    cells: instance.addends.map((addend) => cellOf(addend, money)).filter((cell) => cell !== null),
  };
}

/** What is reported of an inspection's remark. */
export function remarkFinding(check: InspectionCheck, remark: Remark): Finding {
  return {
    ...worded(check, check.rule, remark.key, remark.message, remark.advice ?? "", remark.cells),
    verdict: "broken",
    severity: remark.severity ?? check.severity,
  };
}

/** A check that could not be run: never shown as passed. */
export function notRunFinding(
  check: Check,
  formula: string,
  missing: { readonly key: string; readonly message: string; readonly advice?: string; readonly cells?: readonly FindingCell[] },
): Finding {
  const advice = missing.advice ?? "补上这张表或这一列后再校验；没有执行的审核不能当作通过。";
  return {
    ...worded(check, formula, missing.key, missing.message, advice, missing.cells ?? []),
    verdict: "notRun",
    severity: check.severity,
  };
}

const UNLISTED = { broken: "不符", rounding: "尾差", notRun: "没有核对" } as const;

/** One line for findings too many to list: they are counted, and said. */
export function unlistedFinding(check: Check, formula: string, verdict: Finding["verdict"], count: number): Finding {
  const advice = verdict === "rounding" ? "" : "先改好已列出的，再校验一次。";
  return {
    ...worded(check, formula, `unlisted ${verdict}`, `另有 ${count} 处${UNLISTED[verdict]}，没有逐一列出。`, advice, []),
    verdict,
    severity: verdict === "rounding" ? "info" : check.severity,
  };
}

function worded(
  check: Check,
  formula: string,
  key: string,
  message: string,
  advice: string,
  cells: readonly FindingCell[],
): Omit<Finding, "verdict" | "severity"> {
  return {
    id: check.id,
    key: `${check.id}|${key}`,
    message,
    formula,
    why: check.why,
    advice,
    left: null,
    right: null,
    difference: null,
    cells,
  };
}

/** The weaker of the check's severity and the judgement's. */
function weaker(a: Severity, b: Severity): Severity {
  const rank = { error: 2, warning: 1, info: 0 } as const;
  return rank[a] <= rank[b] ? a : b;
}
