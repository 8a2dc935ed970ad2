import type { Template } from "../../templates/family";
import type { Identity, RowSelector, Side, Term } from "./expression";
import { resolveColumn, resolveRow, resolveTable, type NameLookup, type Resolved } from "./resolve";
import { settle } from "./settle";

/** A formula read, or the first thing in it that cannot be, and where (0-based). */
export type Parsed =
  | { readonly kind: "identity"; readonly identity: Identity }
  | { readonly kind: "problem"; readonly at: number; readonly message: string };

class Unreadable extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const OPERATORS = ["<=", ">=", "=<", "=>", "≤", "≥", "=", "<", ">", "≠"] as const;
const BRACKETS: Readonly<Record<string, string>> = {
  "【": "[",
  "〔": "[",
  "［": "[",
  "】": "]",
  "〕": "]",
  "］": "]",
  "∑": "Σ",
  "，": ",",
  "−": "-",
  "–": "-",
  "—": "-",
};
const noNames: NameLookup = () => [];

/** Longer than any formula; a bound on hostile input. */
const LONGEST = 2000;

/**
 * Reads a formula in the words that `printIdentity` writes: `表5[总计, 合计] = 表4[支出总计, 一般公共预算]`. Full-width
 * punctuation, ≤ and ≥, other headings of the same column, and codes with or without names are accepted.
 *
 * @param template decides which table a number means.
 * @param names finds subjects by name in the workbook at hand.
 */
export function parseIdentity(text: string, template: Template, names: NameLookup = noNames): Parsed {
  try {
    if (text.length > LONGEST) return { kind: "problem", at: LONGEST, message: `公式超过 ${String(LONGEST)} 个字，请写短一些` };
    const plain = halfWidth(text);
    const { operator, at } = findOperator(plain);
    const left = readSide(plain, 0, at, template, names);
    const right = readSide(plain, at + operator.length, plain.length, template, names);
    const flipped = operator === ">=" || operator === "=>" || operator === "≥";
    const identity = settle({ left: flipped ? right : left, operator: operator === "=" ? "=" : "<=", right: flipped ? left : right });
    return typeof identity === "string" ? { kind: "problem", at: 0, message: identity } : { kind: "identity", identity };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: "problem", at: error.at, message: error.message };
    throw error;
  }
}

/** Character for character, so that places stay what they are in the user's text. */
function halfWidth(text: string): string {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return BRACKETS[character] ?? String.fromCharCode(code - 0xfee0);
    return BRACKETS[character] ?? (character === "\u3000" ? " " : character);
  }).join("");
}

function findOperator(text: string): { readonly operator: string; readonly at: number } {
  let found: { operator: string; at: number } | null = null;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "[") inside = true;
    else if (text[at] === "]") inside = false;
    if (inside) continue;
    const operator = OPERATORS.find((sign) => text.startsWith(sign, at));
    if (operator === undefined) continue;
    if (operator === "<" || operator === ">" || operator === "≠") throw new Unreadable(at, `不能用“${operator}”，请用 =、<= 或 >=`);
    if (found) throw new Unreadable(at, "只能有一个 =、<= 或 >=");
    found = { operator, at };
    at += operator.length - 1;
  }
  if (!found) throw new Unreadable(text.length, "没有 =、<= 或 >=，请写成“左边 = 右边”");
  return found;
}

/** Σ before a term and 之和 after it mean the same. */
const TERM = /(?:\s*(Σ))?([^[\]+=Σ]*)\[([^[\]]*)\](之和)?\s*/y;

function readSide(text: string, from: number, to: number, template: Template, names: NameLookup): Side {
  const terms: Term[] = [];
  let at = from;
  const skip = (): void => {
    while (at < to && text[at] === " ") at++;
  };
  skip();
  if (at >= to) throw new Unreadable(from, from === 0 ? "等号左边没有内容" : "等号右边没有内容");
  while (at < to) {
    const sign = text[at] === "-" ? -1 : 1;
    if (text[at] === "+" || text[at] === "-") at++;
    else if (terms.length > 0) throw new Unreadable(at, "两项之间要有 + 或 -");
    TERM.lastIndex = at;
    const match = TERM.exec(text);
    if (!match || TERM.lastIndex > to) throw new Unreadable(at, whyNoTerm(text.slice(at, to), template));
    const [whole = "", sigma = "", before = "", inside = "", summed = ""] = match;
    const table = before.trim();
    terms.push(
      readTerm(
        sign,
        sigma + summed !== "",
        table,
        inside,
        at + whole.indexOf(table, sigma.length),
        at + whole.indexOf("[") + 1,
        template,
        names,
      ),
    );
    at = TERM.lastIndex;
    skip();
  }
  return terms;
}

function whyNoTerm(rest: string, { tables }: Template): string {
  if (/^[\d.,]+$/.test(rest.trim())) return "只能写表里的格，不能写数字";
  if (rest.includes("[") && !rest.includes("]")) return "方括号没有写完，缺“]”";
  return `这里应写“${tables.find(({ key }) => key === "general")?.label ?? tables[0]?.label ?? ""}[行, 列]”`;
}

function readTerm(
  sign: 1 | -1,
  sum: boolean,
  tableWord: string,
  inside: string,
  tableAt: number,
  insideAt: number,
  template: Template,
  names: NameLookup,
): Term {
  const { key: table, spec } = take(resolveTable(tableWord, template), tableAt);
  const comma = Math.max(inside.lastIndexOf(","), inside.includes(",") ? -1 : inside.lastIndexOf("、"));
  if (comma < 0) throw new Unreadable(insideAt, "方括号里要写“行, 列”，中间用逗号");
  const [rowWord, columnWord] = [inside.slice(0, comma), inside.slice(comma + 1)];
  const start = (word: string): number => word.length - word.trimStart().length;
  const row: RowSelector = take(resolveRow(rowWord.trim(), spec, names), insideAt + start(rowWord));
  const column = take(resolveColumn(columnWord.trim(), spec, row), insideAt + comma + 1 + start(columnWord));
  return { sign, sum, table, row, column };
}

function take<T>(resolved: Resolved<T>, at: number): T {
  if ("problem" in resolved) throw new Unreadable(at, resolved.problem);
  return resolved.value;
}
