import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import { spanText, type Line } from "../text/lines";

const ALL = 100;
/** ，占一般公共预算支出的; not of what was planned before, of which more may have come. */
const SHARE = /[，（]占(?!(?:年初|全年|调整|上年|去年|计划|任务|年度))[^，。；：\d]{0,16}$/;
/** 绩效目标覆盖率 */
const COVERED = /覆盖率(?:达到?|为)?$/;
const DOWN = /(?:下降|减少|降低|[降减跌]幅)(?:了|约|为|达)?$/;

/** A part that is more than the whole, a decrease by more than there was. */
export function judgeImpossibleRates(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines)
    for (const { value, written, span } of line.kind === "row" ? [] : figuresOf(line)) {
      if (written !== "%" || !value || value.toNumber() <= ALL || ledger.isFaulted(span)) continue;
      const before = line.text.slice(Math.max(0, span.start - REACH), span.start);
      const isShare = SHARE.test(before) || COVERED.test(before);
      if (!isShare && !DOWN.test(before)) continue;
      ledger.fault({
        id: isShare ? "B-占" : "B04",
        category: isShare ? "share" : "change",
        severity: "warning",
        at: span,
        message: isShare ? `占比不会超过100%，这里写${spanText(span)}。` : `不会比原来的全部减少得还多，这里写${spanText(span)}。`,
        advice: "请核对这个百分数，看是不是小数点错了。",
      });
    }
}
const REACH = 24;
