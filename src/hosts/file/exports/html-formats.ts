/** Excel's own names of number formats in HTML. */
const NAMED: Readonly<Record<string, string>> = {
  fixed: "0.00",
  standard: "#,##0.00",
  percent: "0.00%",
  "general number": "General",
  general: "General",
};
const FORMAT = /mso-number-format\s{0,9}:\s{0,9}(?:"((?:[^"\\]|\\[^]){0,500})"|'((?:[^'\\]|\\[^]){0,500})'|([^;"'}]{0,500}))/i;

/** The number format that a style states, as Excel writes formats in cells; undefined where it states none. */
export function formatIn(style: string): string | undefined {
  const [, double, single, bare] = FORMAT.exec(style) ?? [];
  const stated = double ?? single ?? bare;
  if (stated === undefined) return undefined;
  const text = stated
    .replace(/\\([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\(.)/g, "$1")
    .trim();
  return NAMED[text.toLowerCase()] ?? text;
}

/** The number formats of a page's classes: `.xl24 {mso-number-format:"\@";}`. */
export function classFormats(css: string): Map<string, string> {
  const formats = new Map<string, string>();
  for (const rule of css.split("}")) {
    const brace = rule.indexOf("{");
    const format = formatIn(rule.slice(brace + 1));
    if (format !== undefined)
      for (const name of rule.slice(0, Math.max(0, brace)).split(/[\s,]+/)) if (name.startsWith(".")) formats.set(name.slice(1), format);
  }
  return formats;
}
