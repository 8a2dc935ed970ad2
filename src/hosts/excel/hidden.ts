import type { PlainSheet } from "../../workbook/plain";
import type { Extent } from "./chunks";
import type { Sync } from "./session";

/** Neighbouring rows, or columns, of one sheet of which Excel says whether all of them are hidden: null where some are. */
interface Span {
  readonly at: number;
  readonly axis: "rows" | "columns";
  readonly from: number;
  readonly count: number;
}

/** A sheet with its used part, and whether all its rows and columns are hidden, as Excel said. */
export interface Veiled {
  readonly sheet: Excel.Worksheet;
  readonly extent: Extent;
  readonly rows: boolean | null;
  readonly columns: boolean | null;
}

/**
 * The hidden rows and columns of each sheet, in their order; null stands for a blank one. Nothing more is asked for where nothing is hidden; where something is, Excel is
 * asked about halves and halves of them until it is known which.
 */
export async function hiddenParts(sync: Sync, veiled: readonly (Veiled | null)[]): Promise<readonly PlainSheet["hidden"][]> {
  const found = veiled.map(() => ({ rows: [] as number[], columns: [] as number[] }));
  const settle = (span: Span, state: boolean | null): readonly Span[] => {
    if (state === true) found[span.at]?.[span.axis].push(...Array.from({ length: span.count }, (_, i) => span.from + i));
    return state === null && span.count > 1 ? halvesOf(span) : [];
  };
  let open = veiled.flatMap((one, at) =>
    one
      ? [
          ...settle({ at, axis: "rows", from: one.extent.top, count: one.extent.rows }, one.rows),
          ...settle({ at, axis: "columns", from: one.extent.left, count: one.extent.columns }, one.columns),
        ]
      : [],
  );
  while (open.length > 0) {
    const asked = open.map((span) => ({ span, range: rangeOf(veiled[span.at], span) }));
    await sync();
    open = asked.flatMap(({ span, range }) =>
      settle(span, span.axis === "rows" ? stateOf(range?.rowHidden) : stateOf(range?.columnHidden)),
    );
  }
  return found.map(({ rows, columns }) =>
    rows.length + columns.length === 0 ? undefined : { rows: inOrder(rows), columns: inOrder(columns) },
  );
}

const inOrder = (places: readonly number[]): readonly number[] => [...places].sort((a, b) => a - b);

/** Office.js types say boolean; where some are hidden and some are not, it is null. */
export const stateOf = (hidden: unknown): boolean | null => (typeof hidden === "boolean" ? hidden : null);

function halvesOf({ from, count, ...span }: Span): readonly Span[] {
  const first = Math.ceil(count / 2);
  return [
    { ...span, from, count: first },
    { ...span, from: from + first, count: count - first },
  ];
}

function rangeOf(veiled: Veiled | null | undefined, { axis, from, count }: Span): Excel.Range | undefined {
  if (!veiled) return undefined;
  const { sheet, extent } = veiled;
  const range =
    axis === "rows" ? sheet.getRangeByIndexes(from, extent.left, count, 1) : sheet.getRangeByIndexes(extent.top, from, 1, count);
  range.untrack();
  range.load(axis === "rows" ? "rowHidden" : "columnHidden");
  return range;
}
