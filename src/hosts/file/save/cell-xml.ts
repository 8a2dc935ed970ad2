import type { CellValue } from "../../../workbook/plain";
import { isCellError } from "../../../workbook/plain";
import { escapeAttribute, escapeText } from "../xml/scan";

const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Text as a cell may hold it: line ends as Excel has them; what XML cannot hold is written as Excel writes it. */
export function cellText(text: string): string {
  return escapeText(
    text
      .replace(/\r\n?|[\u000b\u2028]/g, "\n")
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // Halves of characters, and what no XML document may contain.
      .replace(
        /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]/g,
        code,
      ),
  );
}

/** A result as `<v>` with the type that its cell must state. */
function result(prefix: string, value: CellValue): { readonly type: string | null; readonly xml: string } {
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { type: null, xml: "" };
  if (typeof value === "string") return { type: "str", xml: v(cellText(value)) };
  if (isCellError(value)) return { type: "e", xml: v(escapeText(value.error)) };
  if (typeof value === "boolean") return { type: "b", xml: v(value ? "1" : "0") };
  return { type: null, xml: v(String(value)) };
}

/** A constant as the type and the inside of its cell; texts stand in the cell itself, the list of strings keeps its bytes. */
function constant(prefix: string, value: CellValue): { readonly type: string | null; readonly xml: string } {
  if (typeof value !== "string") return result(prefix, value);
  return { type: "inlineStr", xml: `<${prefix}is><${prefix}t xml:space="preserve">${cellText(value)}</${prefix}t></${prefix}is>` };
}

/** A `<c>` element. `attributes` are those that it keeps, `formula` an `<f>` element as it stands in the file. */
export function cellXml(
  prefix: string,
  attributes: ReadonlyMap<string, string>,
  inside: { readonly formula?: string; readonly value: CellValue },
): string {
  const { type, xml } = inside.formula === undefined ? constant(prefix, inside.value) : result(prefix, inside.value);
  const all = new Map(attributes);
  for (const name of ["t", "cm", "vm"]) if (name === "t" || inside.formula === undefined) all.delete(name);
  if (type !== null) all.set("t", type);
  const stated = [...all].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");
  const content = (inside.formula ?? "") + xml;
  return content === "" ? `<${prefix}c${stated}/>` : `<${prefix}c${stated}>${content}</${prefix}c>`;
}

export const formulaXml = (prefix: string, formula: string): string => `<${prefix}f>${escapeText(formula.replace(/^=/, ""))}</${prefix}f>`;
