import { Exact } from "../../amount/exact";
import type { DraftArea } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";

/** What selected cells come to, as the status bar of a spreadsheet says it. */
export interface SelectionFigures {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: string;
  readonly average: string;
}

const written = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 10 });

/** Each cell counts once, however often it is selected; sums are exact. */
export function selectionFigures(workbook: PlainWorkbook, name: string | null, areas: readonly DraftArea[]): SelectionFigures {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  let filled = 0;
  let numbers = 0;
  let sum: Exact = Exact.zero;
  const seen = new Set<string>();
  for (const area of sheet ? areas : [])
    for (
      let row = Math.max(area.top, sheet?.top ?? 0);
      row <= Math.min(area.bottom, (sheet?.top ?? 0) + (sheet?.values.length ?? 0) - 1);
      row++
    ) {
      const values = sheet?.values[row - sheet.top] ?? [];
      for (
        let column = Math.max(area.left, sheet?.left ?? 0);
        column <= Math.min(area.right, (sheet?.left ?? 0) + values.length - 1);
        column++
      ) {
        const value = values[column - (sheet?.left ?? 0)] ?? null;
        const key = areas.length > 1 ? `${String(row)},${String(column)}` : "";
        if (value === null || value === "" || (key !== "" && seen.has(key))) continue;
        if (key !== "") seen.add(key);
        filled++;
        if (typeof value !== "number" || !Number.isFinite(value)) continue;
        numbers++;
        sum = sum.plus(Exact.ofDouble(value));
      }
    }
  const total = sum.toNumber();
  return { filled, numbers, sum: written(total), average: numbers > 0 ? written(total / numbers) : "" };
}
