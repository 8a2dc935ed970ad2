/** Prefixes under which files keep functions that came after 2007. */
const PREFIX = /_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\./g;

/** Functions that files keep with a prefix, those that people use in tables. */
const LATER = new Set(
  (
    "CONCAT TEXTJOIN IFS SWITCH MAXIFS MINIFS XLOOKUP XMATCH FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY LET LAMBDA TEXTBEFORE TEXTAFTER TEXTSPLIT VSTACK HSTACK TOROW TOCOL " +
    "WRAPROWS WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND BYROW BYCOL MAP REDUCE SCAN MAKEARRAY ISFORMULA FORMULATEXT SHEET SHEETS IFNA XOR DAYS ISOWEEKNUM NUMBERVALUE UNICODE UNICHAR " +
    "FLOOR.MATH CEILING.MATH STDEV.S STDEV.P VAR.S VAR.P RANK.EQ RANK.AVG PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC QUARTILE.EXC MODE.SNGL MODE.MULT FORECAST.LINEAR"
  ).split(" "),
);
const WORKSHEET = new Set(["FILTER", "SORT"]);

/** The parts of a formula outside of its quoted texts and sheet names, changed by `change`. */
const outsideQuotes = (formula: string, change: (part: string) => string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (part) => (/^["']/.test(part) ? part : change(part)));

/** A formula as people write it. */
export const withoutPrefixes = (formula: string): string => outsideQuotes(formula, (part) => part.replace(PREFIX, ""));

/** A formula as files keep it. */
export const withPrefixes = (formula: string): string =>
  outsideQuotes(formula, (part) =>
    part.replace(/(?<![\w.])([A-Z][A-Z0-9.]*)(?=\s*\()/gi, (name) => {
      const upper = name.toUpperCase();
      return LATER.has(upper) ? `_xlfn.${WORKSHEET.has(upper) ? "_xlws." : ""}${upper}` : name;
    }),
  );

/** The functions that a formula names, in capitals. */
export function functionsOf(formula: string): readonly string[] {
  const names: string[] = [];
  outsideQuotes(withoutPrefixes(formula), (part) => {
    for (const [, name] of part.matchAll(/(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu))
      if (name !== undefined) names.push(name.toUpperCase());
    return part;
  });
  return names;
}

const SHEET = /(?<!')'((?:[^']|'')+)'!|(?<![\p{L}\p{N}_.#'])((?:[\p{L}\p{N}_.]+:)?[\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** The sheets that a formula names; a run of sheets (表1:表3) is one name that no sheet has. */
export function sheetsOf(formula: string): readonly string[] {
  return [...formula.replace(/"(?:[^"]|"")*"/g, "").matchAll(SHEET)].map(([, quoted, bare]) => quoted?.replace(/''/g, "'") ?? bare ?? "");
}

/** Whether a formula reaches into another workbook, or names a table's column. */
export function leansElsewhere(formula: string): boolean {
  return /\[[^[\]]*\]/.test(formula.replace(/"(?:[^"]|"")*"/g, ""));
}
