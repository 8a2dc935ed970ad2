import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** 公用经费36.00万元，主要包括：办公费、印刷费、… to the end of the sentence. */
const LIST = /(人员经费|公用经费)[^，。；：]{0,30}，(?:主要)?包括：?([^。；：\d]{8,600})[。；]/g;
/** Not all of them are named. */
const SOME = /等(?:支出|费用|方面)?$|以及|其他/;
/** So many are named that the one which is not was forgotten. */
const MANY = 5;
const PERSONNEL = /^30[13]/;

/** A subject of 基本支出 that the tables have, and of all of its kind it alone is not in the list; or one that no table has. */
export function judgeSubjectsLeftOut(ledger: Ledger, lines: readonly Line[]): void {
  const basic = ledger.book.recognised.tables.get("basic");
  const rows = (basic?.rows ?? []).filter(({ kind, code }) => kind !== "total" && kind !== "class" && (code?.length ?? 0) >= LENGTH);
  if (!basic || rows.length < MANY) return;
  for (const line of lines)
    for (const [, whole, list = ""] of line.kind === "row" ? [] : line.text.matchAll(LIST)) {
      const told = new Set(list.split("、").map((one) => one.replace(/支出$/, "")));
      const own = rows.filter(
        (row) =>
          PERSONNEL.test(row.code ?? "") === (whole === "人员经费") &&
          [...basic.columns.keys()].some((key) => basic.amount(row, key)?.isZero() === false),
      );
      const lacking = own.filter(({ name }) => !told.has(canon(name).replace(/支出$/, "")));
      const [one, ...more] = lacking;
      if (!one || more.length > 0 || own.length <= MANY || SOME.test(list.replace(OTHERS, "")) || ledger.isLacking(line.index)) continue;
      ledger.lacks(line, {
        severity: "info",
        message: `公开表上的${whole ?? ""}还有“${one.name}”，别的都列出来了，这里没有说到它。`,
        advice: "请看是不是漏了一项。",
      });
    }
}
/** 类 and 款. */
const LENGTH = 5;
/** Names of subjects, which say nothing of what is not named: 其他交通费用. */
const OTHERS = /其他[^、等]{2,20}/g;
