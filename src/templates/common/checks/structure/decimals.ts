import { fullAddress } from "../../../../amount/cell-ref";
import { HUNDREDTH } from "../../../../amount/tolerance";
import type { Reading } from "../../../../workbook/reading";
import type { Recognised } from "../../../../workbook/recognised";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { amountCell } from "../../../../checks/engine/point";
import { allCells, countIn, countOf, foundIn, named, type Found } from "./placed";

/** S08: how many decimals amounts are printed and stored to. */
export const decimalChecks: readonly Check[] = [
  inspection("S08", "warning", "列两位小数的金额都列到两位，存的数也不比它更细", "列示精度不一致，合计就会有尾差", decimals, {
    examples: { holds: "285.00", fails: "285" },
  }),
];

type Amount = Extract<Reading, { readonly kind: "amount" }>;

const isFiner = (reading: Reading): boolean =>
  reading.kind === "amount" && reading.stored !== reading.shown && !reading.stored.equals(reading.shown);

/** Decimals of a template in 万元. */
const DECIMALS = 2;

/** Where the tables are printed to two decimals of 万元: one notice of the cells that are not, one of those that store more. */
function decimals(recognised: Recognised): Inspection {
  const tables = [...recognised.tables.values()].filter(({ facts, precision }) => facts.unit === "万元" && precision.equals(HUNDREDTH));
  const found = (test: (reading: Amount) => boolean): readonly Found[] =>
    foundIn(tables, (reading) => reading.kind === "amount" && !reading.shown.isZero() && test(reading));
  // Zeros behind the second decimal say nothing.
  const isOdd = ({ decimals: printed, shown }: Amount): boolean => printed < DECIMALS || shown.decimals() > DECIMALS;
  const odd = found(isOdd);
  const finer = found((reading) => !isOdd(reading) && isFiner(reading));
  const remarks: Remark[] = [];
  if (odd.length > 0)
    remarks.push({
      key: "",
      message: `多数金额列到两位小数，${countOf(odd)}不是：${oddWords(recognised, odd)}。`,
      cells: allCells(recognised, odd),
      advice: "请把数字格式统一为两位小数。",
      severity: "info",
    });
  if (finer.length > 0) {
    const cells = allCells(recognised, finer);
    remarks.push({
      key: "stored",
      message: `${countOf(finer)}存的小数多于显示的两位：${named(cells, countIn(finer))}。`,
      cells,
      advice: "请先四舍五入到两位小数再相加，避免尾差。",
    });
  }
  return inspected(tables.filter((table) => ![...odd, ...finer].some((one) => one.table === table)).length, remarks);
}

/** Values as they look on the sheet: 80, 2.4. */
function oddWords(recognised: Recognised, found: readonly Found[]): string {
  const placed = found.flatMap((one) => one.placed.map((cell) => ({ table: one.table, ...cell })));
  const words = placed.slice(0, 3).map(({ table, row, column, reading }) => {
    const cell = amountCell(recognised, table, row, column);
    return cell && reading.kind === "amount" ? `${fullAddress(cell)}“${reading.shown.toFixed(reading.decimals)}”` : "";
  });
  return placed.length > 3 ? `${words.join("、")}等` : words.join("、");
}
