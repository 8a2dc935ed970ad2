import { parseAddress } from "../../amount/cell-ref";
import type { ChangedCell } from "../file/edit-sheet";
import { cellAt } from "../../workbook/held";
import type { Difference } from "./differences";
import { withoutPrefixes } from "./model/formulas";
import type { Origin } from "./origin";

interface Reference {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const REFERENCE =
  /(?:(?:(?<!')'((?:[^']|'')+)'|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\p{N}_(])/giu;

/** The cells that a formula names, on which sheet each. Names and whole rows or columns are passed over. */
export function referencesOf(formula: string, home: string): readonly Reference[] {
  const plain = withoutPrefixes(formula).replace(/"(?:[^"]|"")*"/g, '""');
  return [...plain.matchAll(REFERENCE)].flatMap(([, quoted, bare, column = "", row = "", lastColumn, lastRow]) => {
    const from = parseAddress(column + row);
    const to = lastColumn !== undefined && lastRow !== undefined ? parseAddress(lastColumn + lastRow) : from;
    return from && to
      ? [
          {
            sheet: quoted?.replace(/''/g, "'") ?? bare ?? home,
            top: Math.min(from.row, to.row),
            left: Math.min(from.column, to.column),
            bottom: Math.max(from.row, to.row),
            right: Math.max(from.column, to.column),
          },
        ]
      : [];
  });
}

interface Seen {
  readonly origin: Origin;
  readonly changed: readonly Difference[];
}

/**
 * Formulas whose stored value no longer holds, because a cell they lean on has changed and they cannot be calculated
 * here, and all that leans on those: each with no value. One list a sheet, in the order given.
 */
export function staleFormulas(sheets: readonly Seen[]): readonly (readonly ChangedCell[])[] {
  if (sheets.every(({ origin }) => origin.uncalculated.length === 0) || sheets.every(({ changed }) => changed.length === 0))
    return sheets.map(() => []);
  const dirty = new Map(
    sheets.map(({ origin, changed }) => [origin.sheet.name, new Set(changed.map(({ now }) => `${String(now.row)},${String(now.column)}`))]),
  );
  const uncalculated = new Set(
    sheets.flatMap(({ origin }) => origin.uncalculated.map(({ row, column }) => `${origin.sheet.name}!${String(row)},${String(column)}`)),
  );
  const formulas = sheets.flatMap(({ origin: { sheet } }) =>
    sheet.formulas.flatMap((line, r) =>
      line.flatMap((formula, c) =>
        formula === undefined
          ? []
          : [{ sheet: sheet.name, row: sheet.top + r, column: sheet.left + c, references: referencesOf(formula, sheet.name) }],
      ),
    ),
  );
  const hit = (marked: ReadonlyMap<string, ReadonlySet<string>>, { sheet, top, left, bottom, right }: Reference): boolean =>
    [...(marked.get(sheet) ?? [])].some((key) => {
      const [row = -1, column = -1] = key.split(",").map(Number);
      return row >= top && row <= bottom && column >= left && column <= right;
    });
  const lost = new Map<string, Set<string>>(sheets.map(({ origin }) => [origin.sheet.name, new Set<string>()]));
  for (let found = true; found;) {
    found = false;
    for (const { sheet, row, column, references } of formulas) {
      const key = `${String(row)},${String(column)}`;
      if (lost.get(sheet)?.has(key)) continue;
      const leansOnLost = references.some((reference) => hit(lost, reference));
      if (!leansOnLost && !(uncalculated.has(`${sheet}!${key}`) && references.some((reference) => hit(dirty, reference)))) continue;
      lost.get(sheet)?.add(key);
      found = true;
    }
  }
  return sheets.map(({ origin: { sheet } }) =>
    [...(lost.get(sheet.name) ?? [])].map((key): ChangedCell => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      const { format, formula } = cellAt(sheet, { row, column });
      return { row, column, value: null, formula, format };
    }),
  );
}
