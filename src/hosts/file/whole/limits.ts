/**
 * What one file may ask for. Far beyond any disclosure workbook, and small enough that a file made to fill the memory is
 * told before it does. A file beyond a limit is refused whole: nothing is cut.
 */
export const LIMITS = {
  entries: 20_000,
  /** Bytes of all parts of a package together, and of one part: a text of more than half a gigabyte is no string. */
  unpacked: 1_600_000_000,
  part: 500_000_000,
  sheets: 1000,
  /** Cells that hold something. */
  cells: 12_000_000,
  /** The same of an .ods, which takes several times as long to read. */
  openCells: 2_000_000,
  /** Letters of one cell; Excel itself keeps 32,767. */
  letters: 1_000_000,
} as const;
