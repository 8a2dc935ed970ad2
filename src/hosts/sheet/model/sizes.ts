import type { IStyleData } from "@univerjs/core";

/** The width of a digit in pixels, of which columns are so many wide; Chinese fonts have wider ones. */
export function digitWidth(font: IStyleData | undefined): number {
  const size = font?.fs ?? 11;
  const chinese = /[^\x00-\x7f]|simsun|simhei|fang|kai|song|yahei/i.test(font?.ff ?? "");
  return Math.max(5, Math.round((chinese ? 0.5 : 0.477) * size * (96 / 72)));
}

export const pixelsOfWidth = (characters: number, digit: number): number => Math.round(characters * digit);
export const widthOfPixels = (pixels: number, digit: number): number => Math.round((pixels / digit) * 256) / 256;
export const pixelsOfPoints = (points: number): number => (points * 96) / 72;
export const pointsOfPixels = (pixels: number): number => Math.round(pixels * 0.75 * 100) / 100;
