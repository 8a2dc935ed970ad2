import { children, type Package } from "../../file/save/package";

const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** In the order in which files number them: the first two pairs stand the other way round than in the theme. */
const THEME = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
const OFFICE = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];

/** The theme's colours as the file's numbers name them. */
export function themeColours(file: Package, theme: string | undefined): readonly string[] {
  if (theme === undefined || !file.has(theme)) return OFFICE;
  const [scheme] = Array.from(file.root(theme).getElementsByTagNameNS("*", "clrScheme"));
  return THEME.map((name, i) => {
    const colour = scheme && children(scheme, name)[0];
    const stated = colour && Array.from(colour.childNodes).find((node): node is Element => node.nodeType === 1);
    return (
      stated?.getAttribute("lastClr") ||
      (/^[0-9a-f]{6}$/i.test(stated?.getAttribute("val") ?? "") ? stated?.getAttribute("val") : undefined) ||
      (OFFICE[i] ?? "000000")
    );
  });
}

/** Lighter (towards 1) or darker (towards -1), each channel moved towards white or black. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const channels = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16));
  return channels
    .map((value) =>
      Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}

/** A colour element of the style sheet as "#rrggbb"; undefined where the program chooses. */
export function colourOf(element: Element | undefined, theme: readonly string[]): string | undefined {
  if (!element || element.getAttribute("auto") === "1") return undefined;
  const rgb = element.getAttribute("rgb");
  const index = element.getAttribute("indexed");
  const number = element.getAttribute("theme");
  const base = rgb ? rgb.slice(-6) : number ? theme[Number(number)] : index ? INDEXED[Number(index)] : undefined;
  return base === undefined ? undefined : `#${tinted(base, Number(element.getAttribute("tint") ?? 0))}`;
}
