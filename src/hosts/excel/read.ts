import { address } from "../../amount/cell-ref";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { ReadOptions } from "../door";
import { SETTINGS_SHEET } from "../file/settings-sheet";
import type { Chunk, Extent } from "./chunks";
import { bands, cellCount, halves, trips } from "./chunks";
import type { Rows } from "./plain";
import { appendRows, noRows, plainSheet } from "./plain";
import { hiddenParts, stateOf } from "./hidden";
import { isTooLarge, problem } from "./problems";
import type { Sync } from "./session";
import { isUnfinished } from "../own-sheet";

/**
 * Cells asked for in one trip. Excel answers with at most 5 MB, and a cell costs its value, formula, format and type:
 * about 80 bytes, seldom above 120. An answer that is still too large is asked for again in halves.
 */
const CELLS_A_TRIP = 40_000;
/** A sheet this large is a stray entry far from its table: reading on would take minutes. */
const MOST_CELLS = 5_000_000;

/** The used part of a sheet, and whether all its rows and columns are hidden: null where some are. */
interface Used extends Extent {
  readonly rowsHidden: boolean | null;
  readonly columnsHidden: boolean | null;
}

interface Known {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly visibility: PlainSheet["visibility"];
}

const VISIBILITY: Readonly<Record<string, PlainSheet["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/**
 * The whole workbook in three round trips: which sheets, how large each, what they hold. Only sheets too large for one
 * answer take more. Hidden, very hidden and protected sheets are read like all others, but for the one on which the workbench
 * keeps its settings and what was left unfinished; nothing is changed. Where rows or columns are hidden it takes some trips more
 * to learn which.
 */
export async function readWorkbook(context: Excel.RequestContext, sync: Sync, options: ReadOptions): Promise<PlainWorkbook> {
  stopIfCancelled(options);
  const name = await sheetsOf(context, sync);
  stopIfCancelled(options);
  const known = context.workbook.worksheets.items
    .filter((sheet) => sheet.name !== SETTINGS_SHEET && !isUnfinished(sheet.name, sheet.visibility))
    .map((sheet): Known => ({ sheet, name: sheet.name, visibility: VISIBILITY[sheet.visibility] ?? "visible" }));
  const extents = await extentsOf(sync, known);
  requireReadable(known, extents);
  const hidden = await hiddenParts(
    sync,
    known.map(({ sheet }, i) => {
      const extent = extents[i] ?? null;
      return extent && { sheet, extent, rows: extent.rowsHidden, columns: extent.columnsHidden };
    }),
  );
  const rows = await rowsOf(sync, known, extents, options);
  return {
    name,
    sheets: known.map(({ name: sheet, visibility }, i) =>
      plainSheet(sheet, visibility, extents[i] ?? null, rows[i] ?? noRows(), hidden[i]),
    ),
  };
}

async function sheetsOf(context: Excel.RequestContext, sync: Sync): Promise<string> {
  context.workbook.load("name");
  context.workbook.worksheets.load("items/name,items/visibility");
  await sync();
  return context.workbook.name;
}

/** Ranges are let go of at once: each would otherwise be kept alive in Excel, and cost a trip to release. */
function passing<T extends Excel.Range>(range: T): T {
  range.untrack();
  return range;
}

async function extentsOf(sync: Sync, known: readonly Known[]): Promise<(Used | null)[]> {
  const used = known.map(({ sheet }) => passing(sheet.getUsedRangeOrNullObject(true)));
  for (const range of used) range.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
  await sync();
  return used.map((range) =>
    range.isNullObject
      ? null
      : {
          top: range.rowIndex,
          left: range.columnIndex,
          rows: range.rowCount,
          columns: range.columnCount,
          rowsHidden: stateOf(range.rowHidden),
          columnsHidden: stateOf(range.columnHidden),
        },
  );
}

function requireReadable(known: readonly Known[], extents: readonly (Extent | null)[]): void {
  extents.forEach((extent, i) => {
    if (!extent || cellCount(extent) <= MOST_CELLS) return;
    const last = address({ row: extent.top + extent.rows - 1, column: extent.left + extent.columns - 1 });
    throw problem.farAway(known[i]?.name ?? "", last);
  });
}

async function rowsOf(sync: Sync, known: readonly Known[], extents: readonly (Extent | null)[], options: ReadOptions): Promise<Rows[]> {
  const rows = known.map(noRows);
  const total = extents.reduce((sum, extent) => sum + (extent ? cellCount(extent) : 0), 0);
  const waiting = trips(bands(extents, CELLS_A_TRIP), CELLS_A_TRIP);
  let done = 0;
  for (let trip = waiting.shift(); trip; trip = waiting.shift()) {
    stopIfCancelled(options);
    const answered = await ask(sync, known, trip, rows);
    if (!answered) {
      waiting.unshift(...smaller(trip));
      continue;
    }
    done += trip.reduce((sum, chunk) => sum + cellCount(chunk), 0);
    options.onProgress?.(done / total);
  }
  stopIfCancelled(options);
  return rows;
}

/** Whether Excel answered; false when the answer would be too large. */
async function ask(sync: Sync, known: readonly Known[], trip: readonly Chunk[], rows: readonly Rows[]): Promise<boolean> {
  const asked = trip.flatMap((chunk) => {
    const sheet = known[chunk.sheet]?.sheet;
    const into = rows[chunk.sheet];
    if (!sheet || !into) return [];
    const range = passing(sheet.getRangeByIndexes(chunk.top, chunk.left, chunk.rows, chunk.columns));
    range.load("values,formulas,numberFormat,valueTypes");
    return [{ range, into }];
  });
  try {
    await sync();
  } catch (cause) {
    if (isTooLarge(cause)) return false;
    throw cause;
  }
  for (const { range, into } of asked)
    appendRows(into, { values: range.values, formulas: range.formulas, formats: range.numberFormat, types: range.valueTypes });
  return true;
}

/** A trip that was too large, in two: its chunks shared out, or its only chunk cut. */
function smaller(trip: readonly Chunk[]): Chunk[][] {
  const [only] = trip;
  if (only && trip.length === 1) {
    const cut = halves(only);
    if (!cut) throw problem.large();
    return cut.map((half) => [half]);
  }
  const middle = Math.ceil(trip.length / 2);
  return [trip.slice(0, middle), trip.slice(middle)];
}

function stopIfCancelled(options: ReadOptions): void {
  if (options.signal?.aborted) throw problem.cancelled();
}
