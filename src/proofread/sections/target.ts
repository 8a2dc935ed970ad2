import type { Figure } from "../../narrative/figure";
import type { Comparison } from "../../narrative/comparison";
import { judgeChange } from "../judge/changes";
import { judgeFigure, judgeShareOf } from "../judge/figures";
import { judgeWords } from "../judge/inputs";
import { judgeReason, type ReasonOf } from "../judge/reasons";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Statement } from "../read/statements";
import type { Line, Span } from "../text/lines";
import type { SectionKey } from "../text/sections";

/** The quantity that a statement speaks of. */
export interface Target {
  /** Key in the ledger, by which sums find it. */
  readonly id: string;
  /** For messages: 一般公共预算收入. */
  readonly what: string;
  readonly figure: Figure | null;
  readonly comparison?: Comparison | null;
  /** Ids of the whole that a share is of, the likeliest first, or the figure. */
  readonly whole?: readonly string[];
  readonly wholeFigure?: Figure;
  readonly of?: ReasonOf;
}

/** What a section's reader is handed. */
export interface Reading {
  readonly ledger: Ledger;
  readonly line: Line;
  readonly section: SectionKey;
}

/** Holds everything one statement says against the quantity it speaks of. */
export function judgeStatement(ledger: Ledger, statement: Statement, target: Target): void {
  const { id, what, figure, comparison = null, of } = target;
  const entry = statement.current ? judgeFigure(ledger, id, what, statement.current, figure) : null;
  const current = figure?.known ? figure.value : (entry?.stated.value ?? ledger.entries.get(id)?.stated.value ?? null);
  if (statement.share) {
    const whole = target.wholeFigure?.known ? target.wholeFigure.value : (target.whole ?? []).map((key) => ledger.value(ledger.entries.get(key) ?? null)).find((value) => value !== null);
    judgeShareOf(ledger, what, statement.share, entry, whole ?? null);
  }
  if (!statement.change) return;
  const found = judgeChange(ledger, id, what, statement.change, current, comparison, figure?.known ? null : statement.current);
  if (!of) return;
  const reason = statement.reason ? judgeWords(ledger, statement.reason, comparison?.reason ?? null, `“${what}”的主要原因`) : null;
  if (reason) restated(ledger, reason, statement);
  judgeReason(ledger, what, of, reason, found, statement.change.span);
}

/** An amount in a reason that says the sentence's own figure again. */
function restated(ledger: Ledger, reason: Span, { current, change }: Statement): void {
  for (const stated of figuresOf(reason.line, reason.start, reason.end))
    for (const own of [current, change?.delta ?? null])
      if (stated.unit === "amount" && own?.value && stated.value?.equals(own.value) === true && ledger.standing(own)?.kind === "proved") ledger.prove(stated, "与本句的金额一致");
}
