import type * as docx from "docx";
import { withoutForbidden } from "../text/forbidden";
import type { Room } from "./table-fit";

/** The docx library's types; the library itself is loaded only when a document is saved. */
export type Docx = typeof docx;

/** Points to twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

export function millimetres(mm: number): number {
  return Math.round((mm / 25.4) * 1440);
}

/** A4 with the margins of an official document: 37 mm above, 28 mm at the binding, a text area of 156 by 225 mm. */
export const PAGE = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(37),
    left: millimetres(28),
    right: millimetres(26),
    bottom: millimetres(35),
    footer: millimetres(28),
    header: millimetres(15),
  },
};

/** The same page on its side, for wide tables. */
export const LANDSCAPE_PAGE = {
  size: { ...PAGE.size, orientation: "landscape" },
  margin: {
    ...PAGE.margin,
    top: millimetres(28),
    bottom: millimetres(26),
    left: millimetres(20),
    right: millimetres(20),
    footer: millimetres(18),
  },
} as const;
export const LANDSCAPE_TEXT_WIDTH = millimetres(297 - 20 - 20);

/** What stands between the margins, in points. */
export function roomOf({ size, margin }: typeof PAGE | typeof LANDSCAPE_PAGE): Room {
  const [width, height] = "orientation" in size ? [size.height, size.width] : [size.width, size.height];
  return { width: (width - margin.left - margin.right) / 20, height: (height - margin.top - margin.bottom) / 20 };
}

export interface Fonts {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly eastAsia: string;
  readonly cs: string;
}

/** A Chinese font for every script, or for all but digits and letters. */
export function font(name: string, latin: string | null): Fonts {
  return { ascii: latin ?? name, hAnsi: latin ?? name, eastAsia: name, cs: latin ?? name };
}

/** Text that an XML part may hold, on one line. */
export function clean(text: string): string {
  return withoutForbidden(text).replace(/[\r\n\t]+/g, " ");
}
