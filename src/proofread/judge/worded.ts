import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";

/** 公务用车运行费 in the reason where the table says 公务用车运行维护费. */
export function wordedOtherwise(ledger: Ledger, reason: Span, name: string, others: readonly string[]): void {
  const text = spanText(reason);
  const right = canon(name);
  for (const other of others.map(canon)) {
    const at = text.indexOf(other);
    const longer = others.some((one) => canon(one).length > other.length && text.startsWith(canon(one), at));
    // 公务用车购置 of 公务用车购置费 is what is done, not what it is called.
    if (at < 0 || other === right || right === `${other}费` || longer || (right.length > other.length && text.startsWith(right, at)))
      continue;
    ledger.fault({
      id: "B08",
      category: "name",
      severity: "info",
      at: { ...reason, start: reason.start + at, end: reason.start + at + other.length },
      message: `表上写作“${name}”，这里写“${other}”，用词不一。`,
      expected: name,
      replaces: true,
    });
  }
}
