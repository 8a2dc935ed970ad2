import { openSlotsIn } from "../../text/open-slots";
import type { Ledger } from "../ledger";
import { spanText, type Line } from "../text/lines";

/** 〔待填：上年预算数〕: what an earlier step left to be filled in. Said first, so that no other reader takes it for words or figures. */
export function judgeOpenSlots(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines)
    for (const { start, end } of openSlotsIn(line.text))
      ledger.open(line, start, end, {
        id: "B10",
        category: "missing",
        severity: "error",
        message: `${spanText({ line, start, end })}还没有填。`,
        advice: "请填好再公开。",
      });
}
