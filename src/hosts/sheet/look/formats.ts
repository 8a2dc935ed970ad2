import type { IBorderData, IBorderStyleData, IStyleData } from "@univerjs/core";
import { children, type Package } from "../../file/save/package";
import { BUILT_IN_FORMATS } from "../../file/xlsx/built-in-formats";
import { colourOf } from "./colours";
import type { FormatLook } from "./look";

const ACROSS: Readonly<Record<string, number>> = { left: 1, center: 2, centerContinuous: 2, right: 3, justify: 4, distributed: 6 };
const DOWN: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3, justify: 2, distributed: 2 };
const LINES: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};
const WRAP = 3;
/** The library's "clip", which no file asks for: here it says that the writing shrinks to its column. */
const SHRINK = 2;

const flag = (parent: Element, name: string): boolean => {
  const [element] = children(parent, name);
  return element !== undefined && !["0", "false"].includes(element.getAttribute("val") ?? "");
};
const number = (element: Element | undefined, name: string): number => Number(element?.getAttribute(name) ?? 0);
const rgb = (colour: string | undefined): { rgb: string } | undefined => (colour === undefined ? undefined : { rgb: colour });

function fontStyle(font: Element | undefined, theme: readonly string[]): IStyleData {
  if (!font) return {};
  const name = children(font, "name")[0]?.getAttribute("val");
  const size = Number(children(font, "sz")[0]?.getAttribute("val") ?? 0);
  const colour = colourOf(children(font, "color")[0], theme);
  const raised = children(font, "vertAlign")[0]?.getAttribute("val");
  return {
    ...(name && { ff: name }),
    ...(size > 0 && { fs: size }),
    ...(flag(font, "b") && { bl: 1 }),
    ...(flag(font, "i") && { it: 1 }),
    ...(children(font, "u").length > 0 && { ul: { s: 1 } }),
    ...(flag(font, "strike") && { st: { s: 1 } }),
    ...(colour !== undefined && { cl: { rgb: colour } }),
    ...(raised === "superscript" && { va: 3 }),
    ...(raised === "subscript" && { va: 2 }),
  };
}

function fillStyle(fill: Element | undefined, theme: readonly string[]): IStyleData {
  const pattern = fill && children(fill, "patternFill")[0];
  const kind = pattern?.getAttribute("patternType") ?? "none";
  const gradient = fill && children(fill, "gradientFill").flatMap((element) => children(element, "stop"))[0];
  const colour = gradient ? colourOf(children(gradient, "color")[0], theme) : pattern && colourOf(children(pattern, "fgColor")[0], theme);
  return colour !== undefined && (gradient || kind === "solid") ? { bg: { rgb: colour } } : {};
}

function borderStyle(border: Element | undefined, theme: readonly string[]): IStyleData {
  const line = (name: string): IBorderStyleData | undefined => {
    const side = border && children(border, name)[0];
    const style = LINES[side?.getAttribute("style") ?? ""];
    return side && style !== undefined
      ? { s: style, cl: rgb(colourOf(children(side, "color")[0], theme)) ?? { rgb: "#000000" } }
      : undefined;
  };
  const [top, right, bottom, left] = [line("top"), line("right") ?? line("end"), line("bottom"), line("left") ?? line("start")];
  const diagonal = line("diagonal");
  const sides: IBorderData = {
    ...(top && { t: top }),
    ...(right && { r: right }),
    ...(bottom && { b: bottom }),
    ...(left && { l: left }),
    ...(diagonal && border?.getAttribute("diagonalDown") === "1" && { tl_br: diagonal }),
    ...(diagonal && border?.getAttribute("diagonalUp") === "1" && { bl_tr: diagonal }),
  };
  return Object.keys(sides).length > 0 ? { bd: sides } : {};
}

function alignmentStyle(alignment: Element | undefined): IStyleData {
  if (!alignment) return { vt: 3 };
  const isOn = (name: string): boolean => ["1", "true"].includes(alignment.getAttribute(name) ?? "");
  const across = ACROSS[alignment.getAttribute("horizontal") ?? ""];
  const turn = number(alignment, "textRotation");
  const indent = number(alignment, "indent");
  return {
    ...(across !== undefined && { ht: across }),
    vt: DOWN[alignment.getAttribute("vertical") ?? ""] ?? 3,
    ...(isOn("shrinkToFit") && { tb: SHRINK }),
    ...(isOn("wrapText") && { tb: WRAP }),
    ...(turn === 255 ? { tr: { a: 0, v: 1 } } : turn > 0 && { tr: { a: turn > 90 ? turn - 90 : -turn } }),
    ...(indent > 0 && { pd: across === 3 ? { r: 2 + indent * 9 } : { l: 2 + indent * 9 } }),
  };
}

/** Every cell format of the style sheet, and the number formats' codes in them. */
export function readFormats(file: Package, styles: string | undefined, theme: readonly string[]): readonly FormatLook[] {
  if (styles === undefined || !file.has(styles)) return [];
  const root = file.root(styles);
  const list = (parent: string, child: string): Element[] => children(root, parent).flatMap((element) => children(element, child));
  const codes = new Map(
    list("numFmts", "numFmt").map((format) => [number(format, "numFmtId"), format.getAttribute("formatCode") ?? "General"]),
  );
  const fonts = list("fonts", "font").map((font) => fontStyle(font, theme));
  const fills = list("fills", "fill").map((fill) => fillStyle(fill, theme));
  const borders = list("borders", "border").map((border) => borderStyle(border, theme));
  return list("cellXfs", "xf").map((xf) => {
    const id = number(xf, "numFmtId");
    const code = codes.get(id) ?? BUILT_IN_FORMATS.get(id);
    return {
      style: {
        ...fonts[number(xf, "fontId")],
        ...fills[number(xf, "fillId")],
        ...borders[number(xf, "borderId")],
        ...alignmentStyle(children(xf, "alignment")[0]),
        ...(code !== undefined && code !== "General" && { n: { pattern: code } }),
      },
      locked: !["0", "false"].includes(children(xf, "protection")[0]?.getAttribute("locked") ?? ""),
    };
  });
}
