import { parseAddress } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { functions, type Argument } from "./functions";
import { compare, NotCalculable, numberOf, one, zip, type Matrix, type Scalar } from "./values";

/** Where a formula's references lead: the cells from one corner to the other, of a sheet or (null) of the formula's own. */
export type Cells = (sheet: string | null, from: string, to: string) => Matrix;
export type Formula = (cells: Cells) => Matrix;

/** A number, a text, a cell or range with or without its sheet, a name, an operator. */
const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?|\.\d+)(?![\w.])|"((?:[^"]|"")*)"|(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(!])|([A-Za-z]+)|(<=|>=|<>|[-+*/%=<>(),]))/uy;

type Token =
  | { readonly kind: "value"; readonly value: Scalar }
  | { readonly kind: "cells"; readonly sheet: string | null; readonly from: string; readonly to: string }
  | { readonly kind: "name" | "operator"; readonly text: string };

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = text.startsWith("=") ? 1 : 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) throw new NotCalculable();
    const [, number, quoted, quotedSheet, sheet, from, to, name, operator] = match;
    if (number !== undefined) tokens.push({ kind: "value", value: Exact.ofDouble(Number(number)) });
    else if (quoted !== undefined) tokens.push({ kind: "value", value: quoted.replace(/""/g, '"') });
    else if (from !== undefined)
      tokens.push({ kind: "cells", sheet: quotedSheet?.replace(/''/g, "'") ?? sheet ?? null, from, to: to ?? from });
    else tokens.push(name !== undefined ? { kind: "name", text: name.toUpperCase() } : { kind: "operator", text: operator ?? "" });
  }
  return tokens;
}

/** Operators from the loosest to the tightest. */
const LEVELS: readonly Readonly<Record<string, (a: Scalar, b: Scalar) => Scalar>>[] = [
  {
    "=": (a, b) => compare(a, b) === 0,
    "<>": (a, b) => compare(a, b) !== 0,
    "<": (a, b) => ordered(a, b) < 0,
    ">": (a, b) => ordered(a, b) > 0,
    "<=": (a, b) => ordered(a, b) <= 0,
    ">=": (a, b) => ordered(a, b) >= 0,
  },
  { "+": (a, b) => numberOf(a).plus(numberOf(b)), "-": (a, b) => numberOf(a).minus(numberOf(b)) },
  { "*": (a, b) => numberOf(a).times(numberOf(b)), "/": (a, b) => divide(numberOf(a), numberOf(b)) },
];

function ordered(a: Scalar, b: Scalar): number {
  const order = compare(a, b);
  if (order === null) throw new NotCalculable();
  return order;
}

function divide(dividend: Exact, divisor: Exact): Exact {
  if (divisor.isZero()) throw new NotCalculable();
  return dividend.dividedBy(divisor);
}

/**
 * A formula of references, + - * /, comparisons and a few functions, to be worked out exactly. Blank cells are blanks.
 * @throws NotCalculable for anything else.
 */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  let at = 0;
  const takes = (operator: string): boolean => {
    const token = tokens[at];
    if (token?.kind !== "operator" || token.text !== operator) return false;
    at++;
    return true;
  };
  const expect = (operator: string): void => {
    if (!takes(operator)) throw new NotCalculable();
  };

  function level(depth: number): Formula {
    const operators = LEVELS[depth];
    if (!operators) return signed();
    let left = level(depth + 1);
    for (;;) {
      const operator = Object.keys(operators).find(takes);
      const combine = operator === undefined ? undefined : operators[operator];
      if (!combine) return left;
      const [first, second] = [left, level(depth + 1)];
      left = (cells) => zip(first(cells), second(cells), combine);
    }
  }

  function signed(): Formula {
    if (takes("+")) return signed();
    if (!takes("-")) return percent();
    const value = signed();
    return (cells) => value(cells).map((row) => row.map((cell) => numberOf(cell).negated()));
  }

  function percent(): Formula {
    let value = primary();
    while (takes("%")) {
      const whole = value;
      value = (cells) => whole(cells).map((row) => row.map((cell) => numberOf(cell).shifted(-2)));
    }
    return value;
  }

  function primary(): Formula {
    if (takes("(")) {
      const inner = level(0);
      expect(")");
      return inner;
    }
    const token = tokens[at++];
    if (token?.kind === "value") return () => one(token.value);
    if (token?.kind === "cells" && parseAddress(token.from) && parseAddress(token.to))
      return (cells) => cells(token.sheet, token.from, token.to);
    if (token?.kind === "name") return call(token.text);
    throw new NotCalculable();
  }

  function call(name: string): Formula {
    if (name === "TRUE" || name === "FALSE") return () => one(name === "TRUE");
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    expect("(");
    const args: Formula[] = [];
    while (!takes(")")) {
      if (args.length > 0) expect(",");
      args.push(level(0));
    }
    if (!apply) throw new NotCalculable();
    return (cells) =>
      apply(
        args.map(
          (arg): Argument =>
            () =>
              arg(cells),
        ),
      );
  }

  const formula = level(0);
  if (at < tokens.length) throw new NotCalculable();
  return formula;
}
