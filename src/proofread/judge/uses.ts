import { isNonZero } from "../../narrative/figure";
import { figureIn } from "../../narrative/quantities/cells";
import { economicSubjects } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";

/** Names of the economic classification that a sentence may not use without having them: 四's 主要用于…. */
export function judgeUses(ledger: Ledger, use: Span, what: string): void {
  const table = ledger.book.recognised.tables.get("basic");
  if (!table) return;
  const text = spanText(use);
  const present = new Set(
    table.rows.filter((row) => row.kind === "group" && isNonZero(figureIn(table, row, "合计"))).map(({ name }) => canon(name)),
  );
  for (const { code, name } of economicSubjects) {
    const at = code.length === 5 && name.length >= 3 && /^30[123]/.test(code) ? text.indexOf(canon(name)) : -1;
    if (at < 0 || present.has(canon(name)) || !listed(text, at, name)) continue;
    ledger.fault({
      id: "B-四",
      category: "name",
      severity: "warning",
      at: { ...use, start: use.start + at, end: use.start + at + name.length },
      message: `${what}里写了“${name}”，${table.label}没有这一款支出。`,
      advice: "请核对基本支出表，或删去这一项。",
    });
  }
}

/** Whether the name stands by itself in an enumeration: 、福利费、 and not in the middle of other words. */
function listed(text: string, at: number, name: string): boolean {
  return /(?:^|[、，：]|用于)$/.test(text.slice(0, at)) && /^(?:$|[、，；等支])/.test(text.slice(at + name.length));
}
