import { withoutForbidden } from "../text/forbidden";
import { wrapped } from "./measure";
import { words, type Picture, type Shape, type Tone } from "./shape";

/** On paper: dark on white, whatever the screen looks like. */
const INKS: Readonly<Record<Tone, string>> = {
  ink: "#1f2328",
  muted: "#56606b",
  rule: "#c4cad1",
  paper: "#ffffff",
  accent: "#177857",
  soft: "#d5e8df",
  ok: "#0e6b45",
  warn: "#8a5300",
  bad: "#b3261e",
  chosen: "#eef0f2",
};
export const FONTS = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif";
const MARGIN = 24;
const TITLE = { size: 16, line: 34 };
const NOTE = { size: 11, line: 17 };

/** A picture as a file of its own, with its title above and its notes beneath. */
export interface PictureFile {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function pictureFile(picture: Picture): PictureFile {
  const width = picture.width + 2 * MARGIN;
  const notes = picture.notes.flatMap((note) => wrapped(note, NOTE.size, picture.width, 3));
  const top = MARGIN + TITLE.line;
  const below = top + picture.height + NOTE.line;
  const height = Math.ceil(below + notes.length * NOTE.line + MARGIN - NOTE.line / 2);
  const title = wrapped(picture.title, TITLE.size, picture.width, 1).join("");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}"`,
    ` font-family="${escaped(FONTS)}" role="img"><title>${escaped(picture.title)}</title>`,
    `<rect width="${String(width)}" height="${String(height)}" fill="${INKS.paper}"/>`,
    svgOf(words(title, MARGIN, MARGIN + TITLE.size, { size: TITLE.size, bold: true })),
    `<g transform="translate(${String(MARGIN)} ${String(top)})">${picture.shapes.map(svgOf).join("")}</g>`,
    ...notes.map((note, index) => svgOf(words(note, MARGIN, below + index * NOTE.line, { size: NOTE.size, tone: "muted" }))),
    "</svg>",
  ].join("");
  return { svg, width, height };
}

function svgOf(shape: Shape): string {
  switch (shape.kind) {
    case "press":
      return shape.shapes.map(svgOf).join("");
    case "text": {
      const rim = shape.rim ? ` stroke="${INKS.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : "";
      const look = `font-size="${String(shape.size)}" text-anchor="${shape.anchor}" fill="${INKS[shape.tone]}"${shape.bold ? ' font-weight="600"' : ""}${rim}`;
      return `<text x="${String(shape.x)}" y="${String(shape.y)}" ${look}>${escaped(shape.text)}</text>`;
    }
    case "rect": {
      const { x, y, width, height, radius = 0 } = shape;
      return `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="${String(radius)}" ${paint(shape)}/>`;
    }
    case "path":
      return `<path d="${escaped(shape.d)}" ${paint(shape)}${shape.dashed ? ' stroke-dasharray="4 3"' : ""}/>`;
  }
}

function paint({ fill, stroke, weight = 1 }: { fill: Tone | null; stroke: Tone | null; weight?: number }): string {
  return `fill="${fill ? INKS[fill] : "none"}"${stroke ? ` stroke="${INKS[stroke]}" stroke-width="${String(weight)}"` : ""}`;
}

function escaped(text: string): string {
  return withoutForbidden(text).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
