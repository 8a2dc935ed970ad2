import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Place } from "../text/sections";
import { judgeComparedYears } from "./compared-years";
import { judgeCounted } from "./counted";
import { judgeCutoff } from "./cutoff";
import { judgeConfusions } from "./confusions";
import { judgeEmptyReasons } from "./empty-reasons";
import { judgeEmptySections } from "./empty-sections";
import { judgeFinalAccounts } from "./final-accounts";
import { judgeGaps } from "./gaps";
import { judgeMalformed } from "./malformed";
import { judgeReasonYears } from "./reason-years";
import { judgeRepeated } from "./repeated";
import { judgeNumbering } from "./numbering";
import { judgeOpposites } from "./opposites";
import { judgeOtherSubjects } from "./other-subjects";
import { judgePairs } from "./pairs";
import { judgeRates } from "./rates";
import { judgeSignature } from "./signed";
import { judgeTwice } from "./twice";
import { judgeUnchanged } from "./unchanged";
import { judgeWideCommas } from "./wide-commas";
import { judgeWording } from "./words";

/** Everything that is wrong whatever the template, with a workbook or without one. */
export function judgeRules(ledger: Ledger, lines: readonly Line[], paragraphs: readonly string[], places: readonly Place[]): void {
  judgeRates(ledger, lines);
  judgeTwice(ledger, lines);
  judgeComparedYears(ledger, lines);
  judgeReasonYears(ledger, lines);
  judgeCutoff(ledger, lines);
  judgeSignature(ledger, lines);
  judgeUnchanged(ledger, lines);
  judgeOpposites(ledger, lines);
  judgeOtherSubjects(ledger, lines);
  judgeEmptyReasons(ledger, lines);
  judgeEmptySections(ledger, lines, places);
  judgeGaps(ledger, lines);
  judgeMalformed(ledger, lines);
  judgeWideCommas(ledger, lines, paragraphs);
  judgeFinalAccounts(ledger, lines);
  judgeCounted(ledger, lines);
  judgePairs(ledger, lines, paragraphs);
  judgeWording(ledger, lines, ledger.book.inputs.slips);
  judgeConfusions(ledger, lines);
  judgeRepeated(ledger, lines, places);
  judgeNumbering(ledger, lines);
}
