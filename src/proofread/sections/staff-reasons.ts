import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** 在职57人，减少6人 */
const COUNTED = /在职(?:人员|职工)?\d+人，(增加|减少)([1-9]\d*)人/;
/** 在职人员较上年减少, of a reason. */
const REASON =
  /(?<!上年|上一年|去年)在职(?:在编)?(?:人员|人数|职工)(?:人数|数)?(?:(?:较|比|与)(?:上年|上一年|去年)(?:相比)?)?(?:有所|相应|略有)?(增加|减少)/g;

/** What 第一部分 says of how many people there are more or fewer, and reasons that say the opposite (docs/rules.md C 理由). */
export function judgeStaffReasons(ledger: Ledger, about: readonly Line[], body: readonly Line[]): void {
  const counted = about.flatMap(({ text }) => COUNTED.exec(text) ?? []);
  const [said, way, people] = counted;
  if (said === undefined || counted.length !== COUNTED_PARTS) return;
  for (const line of body) {
    const reasons = [...line.text.matchAll(REASON)];
    // Of several the one may have more and the other fewer.
    if (new Set(reasons.map(({ 1: one }) => one)).size > 1) continue;
    for (const { 0: words, 1: one = "", index } of reasons) {
      const at = { line, start: index, end: index + words.length };
      if (one === way || ledger.isFaulted(at)) continue;
      ledger.fault({
        id: "B09",
        category: "direction",
        severity: "warning",
        at,
        message: `第一部分写在职人员${way ?? ""}${people ?? ""}人，理由却说“${words}”。`,
        advice: "请核对人员的增减和理由，改成一致。",
      });
    }
  }
}
/** The match and its two parts: of one organisation, whose people are counted once. */
const COUNTED_PARTS = 3;
