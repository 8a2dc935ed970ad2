import fc from "fast-check";
import type { Extent } from "../../../src/hosts/excel/chunks";
import { bands, cellCount, halves, trips } from "../../../src/hosts/excel/chunks";

const extent: fc.Arbitrary<Extent> = fc.record({
  top: fc.nat(50),
  left: fc.nat(9),
  rows: fc.integer({ min: 1, max: 300 }),
  columns: fc.integer({ min: 1, max: 40 }),
});
const sheets = fc.array(fc.option(extent), { maxLength: 6 });
const limit = fc.integer({ min: 1, max: 500 });

/** "sheet,row" of every row asked for, in order. */
const rowsOf = (chunks: readonly (Extent & { readonly sheet: number })[]): string[] =>
  chunks.flatMap(({ sheet, top, rows }) => Array.from({ length: rows }, (_, i) => `${String(sheet)},${String(top + i)}`));

describe("cutting sheets into trips", () => {
  it("asks for every row of every sheet once and in order", () => {
    fc.assert(
      fc.property(sheets, limit, (extents, most) => {
        const wanted = rowsOf(extents.flatMap((one, sheet) => (one ? [{ ...one, sheet }] : [])));
        expect(rowsOf(trips(bands(extents, most), most).flat())).toEqual(wanted);
      }),
    );
  });

  it("asks for no more than the limit in one trip, but for a single row", () => {
    fc.assert(
      fc.property(sheets, limit, (extents, most) => {
        for (const trip of trips(bands(extents, most), most)) {
          const size = trip.reduce((sum, chunk) => sum + cellCount(chunk), 0);
          expect(size <= most || (trip.length === 1 && trip[0]?.rows === 1)).toBe(true);
        }
      }),
    );
  });

  it("keeps small sheets together in one trip", () => {
    const small = { top: 0, left: 0, rows: 10, columns: 10 };
    expect(trips(bands([small, null, small, small], 300), 300)).toHaveLength(1);
    expect(trips(bands([small, small, small], 299), 299)).toHaveLength(2);
  });

  it("halves a chunk down to a single row", () => {
    const chunk = { sheet: 1, top: 4, left: 2, rows: 5, columns: 3 };
    expect(halves(chunk)).toEqual([
      { ...chunk, rows: 2 },
      { ...chunk, top: 6, rows: 3 },
    ]);
    expect(halves({ ...chunk, rows: 1 })).toBeNull();
  });
});
