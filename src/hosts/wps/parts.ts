import type { DraftArea } from "../../workbook/draft";

/** Whether all cells of an area have it: null where some have. */
export type Asked<T> = (area: DraftArea) => T | null;

/**
 * Parts of an area that are one in some way, found by asking about halves and halves of it: along its longer side, so that
 * few questions are asked where most is the same. A single cell that gives no answer is left out.
 */
export function uniformParts<T>(area: DraftArea, ask: Asked<T>): readonly { readonly area: DraftArea; readonly value: T }[] {
  const value = ask(area);
  if (value !== null) return [{ area, value }];
  return halvesOf(area).flatMap((half) => uniformParts(half, ask));
}

function halvesOf(area: DraftArea): readonly DraftArea[] {
  const { top, left, bottom, right } = area;
  if (top === bottom && left === right) return [];
  // Columns first: what differs, differs by columns in a table of amounts.
  if (right > left) {
    const middle = Math.floor((left + right) / 2);
    return [
      { ...area, right: middle },
      { ...area, left: middle + 1 },
    ];
  }
  const middle = Math.floor((top + bottom) / 2);
  return [
    { ...area, bottom: middle },
    { ...area, top: middle + 1 },
  ];
}
