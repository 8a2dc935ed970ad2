import type { PlainSheet } from "../workbook/plain";
import { inputColumns, inputSheetNames, otherItems } from "./conventions";

/** The one number that the text gives for a name ("一般公务用车24辆"); null where it gives none, or two. */
function countOf(text: string, name: string, unit: string): number | null {
  const found = new Set([...text.matchAll(new RegExp(`${name}(?:数量)?[:：为]?(\\d{1,6})${unit}`, "g"))].map((match) => Number(match[1])));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/**
 * What a finished report's own prose says of things counted, as the 填报-其他事项 sheet would hold it, so that a report
 * alone can be checked for it. Never to be held against that same prose: a text proves nothing about itself.
 */
export function statedSheet(paragraphs: readonly string[]): PlainSheet | null {
  const text = paragraphs
    .join("\n")
    .normalize("NFKC")
    .replace(/[ \t\u3000]/g, "");
  const rows = otherItems.flatMap(({ category, name, unit }) => {
    const count = name.endsWith("数量") ? countOf(text, name.slice(0, -2), unit) : null;
    return count === null ? [] : [[category, name, count, unit]];
  });
  const heading = inputColumns.others.map(({ key }) => key);
  return rows.length === 0
    ? null
    : { name: inputSheetNames.others, visibility: "visible", top: 0, left: 0, values: [heading, ...rows], formats: [], formulas: [] };
}
