import type { Narrative } from "../narrative/segments";
import { withoutForbidden } from "../text/forbidden";
import { linesOf, runsOf, type Line } from "../narrative/lines";
import { partsOf, type Part } from "./figure-parts";
import { BODY_SIZE, INDENT, officialStyle, TITLE_SIZE, type OfficialStyle } from "./official-style";

/**
 * The narrative as HTML for the clipboard, in the looks of an official document, with what Word needs for them to survive
 * pasting: fonts for Chinese text by mso-fareast-font-family on every run, indents in characters by
 * mso-char-indent-count, line pitch by mso-line-height-rule. `only` one section, by its number.
 * All text is escaped: workbooks are not trusted.
 */
export function narrativeHtml(narrative: Narrative, style: Partial<OfficialStyle> = {}, only?: string): string {
  const full = { ...officialStyle, ...style };
  const body = linesOf(narrative, only)
    .map((line) => paragraph(line, full))
    .join("\n");
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta charset="utf-8"><meta name="ProgId" content="Word.Document"></head>
<body lang="ZH-CN">
<!--StartFragment-->
${body}
<!--EndFragment-->
</body>
</html>`;
}

function paragraph({ rank, segments }: Line, style: OfficialStyle): string {
  const font = { title: style.titleFont, heading: style.headingFont, subheading: style.subheadingFont, body: style.bodyFont }[rank];
  const size = rank === "title" ? TITLE_SIZE : BODY_SIZE;
  const run = runStyle(font, size, style);
  const looks = { ...paragraphStyle(rank, style), ...run };
  const spans = runsOf(segments).map(
    ({ text, open }) =>
      `<span lang="ZH-CN" style="${css(open ? { ...run, ...OPEN } : run)}">${partsOf(text).map(partHtml).join("")}</span>`,
  );
  return `<p class="MsoNormal" style="${css(looks)}">${spans.join("")}</p>`;
}

/**
 * A figure is English text in its own span, with its unit: a program that takes it for Chinese breaks it over two lines. Word
 * heeds the language, web pages and editors the style.
 */
function partHtml({ text, figure }: Part): string {
  return figure ? `<span lang="EN-US" style="${css(WHOLE)}">${escapeHtml(text)}</span>` : escapeHtml(text);
}

type Css = Readonly<Record<string, string>>;

function paragraphStyle(rank: Line["rank"], { linePitch }: OfficialStyle): Css {
  const common = { margin: "0cm", "line-height": `${linePitch}pt`, "mso-line-height-rule": "exactly", "mso-pagination": "widow-orphan" };
  if (rank === "title")
    return { ...common, "text-align": "center", "text-indent": "0cm", "line-height": `${Math.max(linePitch, TITLE_SIZE * 1.5)}pt` };
  return {
    ...common,
    "text-align": "justify",
    "text-justify": "inter-ideograph",
    "text-indent": `${BODY_SIZE * INDENT}.0pt`,
    "mso-char-indent-count": `${INDENT}.0`,
    ...(rank === "body" ? {} : { "page-break-after": "avoid" }),
  };
}

function runStyle(font: string, size: number, { latinFont }: OfficialStyle): Css {
  const latin = quoted(latinFont ?? font);
  return {
    "font-size": `${size}.0pt`,
    "font-family": latinFont === null ? quoted(font) : `${latin},${quoted(font)}`,
    "mso-fareast-font-family": quoted(font),
    "mso-ascii-font-family": latin,
    "mso-hansi-font-family": latin,
    "mso-bidi-font-family": latin,
    color: "#000000",
    "font-weight": "normal",
  };
}

const WHOLE: Css = { "white-space": "nowrap", "mso-fareast-language": "ZH-CN" };

/** What still has to be filled in or is missing is marked, and leaves with the text. */
const OPEN: Css = { background: "yellow", "mso-highlight": "yellow" };

function css(properties: Css): string {
  return escapeHtml(
    Object.entries(properties)
      .map(([name, value]) => `${name}:${value}`)
      .join(";"),
  );
}

/** A font's name may come from a setting: nothing but letters, digits, spaces and the signs that names have. */
function quoted(font: string): string {
  return `'${font.replace(/[^\p{L}\p{N} _@.-]/gu, "")}'`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
