import { fullAddress } from "../../amount/cell-ref";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import type { Line } from "../text/lines";
import { bare, type Named, indexOf, amountsByName, totalsOf, TOTAL, printedAmounts } from "./held";
import { wordsBefore, clauseBefore } from "./clause";
import { slipped, judgeNamed } from "./slips";
import { judgeMisnamed, judgeClassName } from "./names";
import { judgeBalance } from "./balance";
import { judgeBillions, judgeYuan } from "./yuan";
import { changed, changedBy, judgeFromBefore, isChangeOf, isComparedAgain } from "./changes";
import { amountsByEnding, shares, judgeShares, judgeSharesOfSum, judgeNamedShares } from "./shares";
import { isShareBehind } from "./share-behind";
import { judgeInNoTable } from "./in-no-table";
import type { PrintedRows } from "./printed-rows";
import { judgeLeftUnsaid } from "./left-unsaid";
import { judgeRowsLeftOut } from "./rows-left-out";
import { judgeSubjectsLeftOut } from "./subjects-left-out";
import { judgeSectionTotals } from "./section-totals";

/** So many figures back the whole may stand of which a share is said. */
const WHOLES = 16;

/**
 * Sentences of which no family's pattern is known: an amount is proved where the words before it name the row or the column
 * in which the tables have it; a change by its own amount and rate; a share by the total before it. Blamed is only a change
 * that contradicts itself: nobody knows what such a sentence ought to say. `alone`: no family's pattern looks at them, so that an
 * amount which no table has and which is a keystroke away from the one of the name before it is told as well.
 */
export function readNamedAmounts(ledger: Ledger, lines: readonly Line[], alone: boolean, printed: PrintedRows): void {
  const index = indexOf(ledger);
  const byName = amountsByName(ledger);
  const own = alone && !ledger.book.withWorkbook;
  const totals = alone ? totalsOf(ledger) : [];
  const onSheets = printedAmounts(ledger.book.recognised);
  const all = lines.flatMap((line) => (line.kind === "row" ? [] : figuresOf(line)));
  const told = amountsByEnding(all);
  let before: readonly Stated[] = [];
  if (alone) judgeYuan(ledger, all, index);
  if (alone) judgeBillions(ledger, all, index);
  for (const [place, line] of lines.entries()) {
    const figures = figuresOf(line);
    for (const stated of figures) {
      named(ledger, stated, index);
      const clause = clauseBefore(stated, lines[place - 1]?.text);
      if (alone) slipped(ledger, stated, clause, byName, index, totals, onSheets);
      judgeNamed(ledger, stated, clause, byName, index, onSheets);
      judgeClassName(ledger, stated);
      if (alone) judgeMisnamed(ledger, stated, clause, own ? printed.byName : byName, own ? printed.index : index);
      if (own) slipped(ledger, stated, clause, printed.byName, printed.index, [], onSheets);
      if (ledger.book.withWorkbook) judgeInNoTable(ledger, stated, byName, index);
    }
    [undefined, ...figures].forEach((stated, index) => {
      const at = index - 1;
      const next = figures[at + 1];
      const from = at + (stated && next && isShareBehind(stated, next) ? 2 : 1);
      const [first, second] = [figures[from], figures[from + 1]];
      const behind = figures.slice(0, Math.max(at, 0));
      if (!first || !second) return;
      const [delta, rate] = first.unit === "percent" ? [second, first] : [first, second];
      const current = changedBy(stated, behind, first, told);
      if (!current) return;
      changed(ledger, current, delta, rate, behind);
      const [again, other] = [figures[from + 2], figures[from + 3]];
      if (again && other && isChangeOf(current, delta, rate) && isComparedAgain(rate, again))
        changed(ledger, current, again, other, behind, rate);
    });
    shares(ledger, figures, before);
    if (alone) judgeShares(ledger, figures, [...figures, ...before].reverse(), index);
    if (alone) judgeSharesOfSum(ledger, figures);
    if (alone) judgeFromBefore(ledger, figures);
    before = [...before, ...figures].slice(-WHOLES);
  }
  if (alone) judgeBalance(ledger, all);
  if (alone) judgeNamedShares(ledger, all, told);
  if (!alone) return;
  if (ledger.book.withWorkbook) judgeLeftUnsaid(ledger, lines, index);
  judgeSubjectsLeftOut(ledger, lines);
  judgeRowsLeftOut(ledger, lines, byName);
  judgeSectionTotals(ledger, lines);
}

function named(ledger: Ledger, stated: Stated, index: ReadonlyMap<string, readonly Named[]>): void {
  if (!stated.value || stated.unit !== "amount" || ledger.standing(stated)) return;
  const before = bare(wordsBefore(stated));
  const found = (index.get(stated.value.toString()) ?? []).find(
    ({ row, column, isTotal }) =>
      (row.length > 1 && before.includes(row)) || (isTotal && (TOTAL.test(before) || (column !== "" && before.includes(column)))),
  );
  if (found) ledger.prove(stated, `与公开表一致${found.cell ? `（见${fullAddress(found.cell)}）` : ""}`);
}
