import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { RegExpParser, type AST } from "@eslint-community/regexpp";
import ts from "typescript";

/** A regular expression as it stands in the source, and texts that would make it try again and again. */
export interface Expression {
  readonly place: string;
  readonly expression: RegExp;
  /** What comes before and in each unbounded repetition: repeated, every copy is a place to begin anew. */
  readonly pumps: readonly string[];
}

const CHARACTERS = "1a一，. \t(（\"'<>=:;[]【】《》-_%元年月、。？\n";
const parser = new RegExpParser();

/** A short text that the part of an expression takes; "" for what takes none. */
function taken(node: AST.Node): string {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return node.alternatives[0] ? taken(node.alternatives[0]) : "";
    case "Alternative":
      return node.elements.map(taken).join("");
    case "Quantifier":
      return taken(node.element).repeat(Math.max(node.min, node.max > 0 ? 1 : 0));
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterClass":
    case "CharacterSet": {
      const one = new RegExp(`^${node.raw}$`, "su");
      return Array.from(CHARACTERS).find((character) => one.test(character)) ?? "a";
    }
    default:
      return "";
  }
}

function pumpsOf(pattern: AST.Pattern): Set<string> {
  const pumps = new Set<string>();
  const visit = (node: AST.Node, before: string): void => {
    if (node.type === "Alternative") {
      let words = before;
      for (const element of node.elements) {
        visit(element, words);
        words += taken(element);
      }
    } else if (node.type === "Quantifier") {
      const inside = taken(node.element);
      if (node.max === Number.POSITIVE_INFINITY) for (const pump of [before, inside, before + inside]) pumps.add(pump);
      visit(node.element, before);
    } else if ("alternatives" in node) for (const alternative of node.alternatives) visit(alternative, before);
  };
  visit(pattern, "");
  pumps.delete("");
  return pumps;
}

function literals(file: string): Expression[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const [pattern, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      const tree = parser.parsePattern(pattern, 0, pattern.length, { unicode: flags.includes("u"), unicodeSets: flags.includes("v") });
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ place: `${file}:${String(line)}`, expression: new RegExp(pattern, flags), pumps: [...pumpsOf(tree)] });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every regular expression that stands in the folder's source. */
export function expressionsIn(folder: string): Expression[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => literals(path.join(folder, file)));
}
