/** Writes small PDFs for tests: Chinese text in a font that is not embedded, ruled lines, nothing compressed. */
export interface PageContent {
  readonly width?: number;
  readonly height?: number;
  /** /Rotate of the page. */
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly operations: readonly string[];
}

const WIDTH = 595;
const HEIGHT = 842;

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");

/** Text with its left end at x, standing on y from the top of an upright page; every character is as wide as it is high. */
export const words = (x: number, y: number, text: string, size = 10, height = HEIGHT): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${hex(text)}> Tj ET`;
/** As `words`, each character so many points from the next. */
export const spaced = (x: number, y: number, text: string, spacing: number, size = 10): string =>
  `BT /F1 ${size} Tf ${spacing} Tc 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex(text)}> Tj 0 Tc ET`;
export const across = (x1: number, x2: number, y: number, height = HEIGHT): string => `${x1} ${height - y} m ${x2} ${height - y} l S`;
export const down = (x: number, y1: number, y2: number, height = HEIGHT): string => `${x} ${height - y1} m ${x} ${height - y2} l S`;

/** A ruled table: its edges from left to right and from top to bottom, and its cells' words. */
export function ruled(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[], height = HEIGHT): string[] {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  return [
    ...ys.map((y) => across(left, right, y, height)),
    ...xs.map((x) => down(x, top, bottom, height)),
    ...rows.flatMap((row, r) => row.map((text, c) => (text === "" ? "" : words((xs[c] ?? 0) + 2, (ys[r] ?? 0) + 13, text, 8, height)))),
  ];
}

/** The file's bytes. `encrypt`: with a password that nobody knows; `fonts`: further ones, /F2, /F3 and so on. */
export function pdf(
  pages: readonly PageContent[],
  { encrypt = false, fonts = [] }: { readonly encrypt?: boolean; readonly fonts?: readonly string[] } = {},
): Uint8Array {
  const more = fonts.map((font, i) => ` /F${i + 2} ${font}`).join("");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + i * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ...pages.flatMap(({ width = WIDTH, height = HEIGHT, rotate = 0, operations }, i) => {
      const content = operations.join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R${more} >> >> /Contents ${7 + i * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(encrypt ? [`<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >>`] : []),
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt ? ` /Encrypt ${objects.length} 0 R /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>]` : ""} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
