/** The used part of a sheet: 0-based place, and size. */
export interface Extent {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Some rows of one sheet, to be asked for at once. */
export interface Chunk extends Extent {
  readonly sheet: number;
}

/** Cuts every sheet into bands of at most `limit` cells; a row is never cut. */
export function bands(extents: readonly (Extent | null)[], limit: number): Chunk[] {
  return extents.flatMap((extent, sheet) => {
    if (!extent) return [];
    const step = Math.max(1, Math.floor(limit / extent.columns));
    const count = Math.ceil(extent.rows / step);
    return Array.from({ length: count }, (_, i): Chunk => ({
      sheet,
      top: extent.top + i * step,
      left: extent.left,
      rows: Math.min(step, extent.rows - i * step),
      columns: extent.columns,
    }));
  });
}

export const cellCount = (extent: Extent): number => extent.rows * extent.columns;

/** Chunks in their order, together in trips of at most `limit` cells (a single larger chunk goes alone). */
export function trips(chunks: readonly Chunk[], limit: number): Chunk[][] {
  const all: Chunk[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const chunk of chunks) {
    if (size + cellCount(chunk) > limit) {
      all.push([]);
      size = 0;
    }
    all[all.length - 1]?.push(chunk);
    size += cellCount(chunk);
  }
  return all;
}

/** A chunk that was too large, in two; null when it is a single row. */
export function halves(chunk: Chunk): readonly [Chunk, Chunk] | null {
  const upper = Math.floor(chunk.rows / 2);
  return upper === 0
    ? null
    : [
        { ...chunk, rows: upper },
        { ...chunk, top: chunk.top + upper, rows: chunk.rows - upper },
      ];
}
