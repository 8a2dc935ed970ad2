import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** What an organisation has is told as of the end of the year before. */
const ASSETS = /占用|使用|国有资产|资产总(?:体|额)/;
const CUTOFF =
  /截[至止](?:到)?(\d{4}年(?!年?[底末终]|12月(?:31日|[底末])|度?(?:年?[底末终]))[^，。；\d]{0,2}(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初]?)，/g;
/** 截至2025年9月底 in the sentence about assets (docs/rules.md B07). */
export function judgeCutoff(ledger: Ledger, lines: readonly Line[]): void {
  const organisation = canon(ledger.book.organisation ?? "");
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(CUTOFF)) {
      const said = match[1] ?? "";
      const end = line.text.indexOf("。", match.index);
      // A name may say 国有资产 too: 某某区国有资产监督管理委员会.
      const sentence = line.text.slice(match.index, end < 0 ? undefined : end).replaceAll(organisation, "");
      if (!ASSETS.test(sentence) || !/月|日|初/.test(said)) continue;
      const start = match.index + match[0].length - 1 - said.length;
      const at = { line, start, end: start + said.length };
      ledger.fault({
        id: "B07",
        category: "year",
        severity: "warning",
        at,
        message: `国有资产写的是上年年底占用使用的，这里写“截至${said}”。`,
        advice: "请核对截止时间和后面的数是哪一天的。",
      });
    }
  }
}
