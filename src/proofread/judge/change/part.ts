import type { CellRef } from "../../../amount/cell-ref";
import type { Exact } from "../../../amount/exact";
import { seeCells, written, type Ledger } from "../../ledger";
import type { Stated } from "../../read/figures";
import { spanText } from "../../text/lines";

/** 增减额 or 增减幅度 as printed against what it ought to be; a sign behind a word for a direction is one too many. */
export function judgePart(
  ledger: Ledger,
  stated: Stated | null,
  right: Exact,
  name: string,
  working: string,
  by: string,
  cells: readonly CellRef[],
): void {
  if (!stated) return;
  if (stated.value?.abs().equals(right.round(2)) === true) {
    ledger.prove(stated, `${by}，${working}`);
    if (stated.value.sign() < 0)
      ledger.fault({
        id: "S09",
        category: "wording",
        severity: "warning",
        at: stated.digits,
        message: `${name}前有方向词，数字不应再写负号。`,
        expected: written(ledger.book, right, stated),
        replaces: true,
      });
    return;
  }
  const unit = stated.unit === "percent" ? (stated.written === "倍" ? "倍" : "%") : "万元";
  ledger.blame(stated);
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at: stated.digits,
    message: `${name}：说明写${spanText(stated.digits)}${unit}，应为${written(ledger.book, right, stated)}${unit}。${working}${seeCells(cells)}。`,
    unsure: `${name}：说明写${spanText(stated.digits)}${unit}。${working}${seeCells(cells)}。`,
    // In another unit than usual the unit may be what is wrong.
    ...(stated.unit === "amount" && stated.written === "元" ? {} : { expected: written(ledger.book, right, stated), replaces: true }),
    formula: working,
    left: stated.value,
    right,
    cells,
  });
}
