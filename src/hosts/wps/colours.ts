/** "#RRGGBB" as programs of this kind take a colour: blue is the highest byte. */
export function colourNumber(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red + green * 0x100 + blue * 0x10000;
}
