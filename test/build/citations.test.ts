import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The headings of docs/rules.md begin with their id, before a full-width space; the rows of docs/checks.md with the check's. */
const ids = (file: string, place: RegExp): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(place)].map((match) => match[1] ?? "").filter((id) => id !== "编号");
const known: Readonly<Record<string, readonly string[]>> = {
  "docs/rules.md": ids("docs/rules.md", /^#+ ([^　\n]+)　/gm),
  "docs/checks.md": ids("docs/checks.md", /^\| ([^|\s]+) \|/gm),
};

const CITATION = /(\S*\b(?:rules|checks|inputs|templates)\.md) (?=[A-Z0-9])/g;
/** What follows a citation's id when another one comes. */
const FURTHER = /^(?:, |–)(?=[A-Z]\d|0\.\d|[A-Z] \p{Script=Han})/u;

/** The longest id that the words begin with, so that "B 五（三）" is not taken for "B". */
const idAt = (words: string, all: readonly string[]): string =>
  all.filter((id) => words.startsWith(id) && !/^[\p{L}\d]/u.test(words.slice(id.length))).sort((a, b) => b.length - a.length)[0] ?? "";

interface Cited {
  readonly where: string;
  readonly id: string;
}

/** Every id that a source cites; "" where the words are none. A line that ends in the middle of a citation goes on in the next. */
function citedIn(file: string): readonly Cited[] {
  const text = readFileSync(file, "utf8").replace(/\n\s*(?:\*|\/\/) (?=\S)/g, " ");
  return [...text.matchAll(CITATION)].flatMap((match) => {
    const all = known[(match[1] ?? "").replace(/^\W+/, "")] ?? [];
    let rest = text.slice(match.index + match[0].length);
    const found: Cited[] = [];
    for (;;) {
      const id = idAt(rest, all);
      found.push({ where: `${file}: ${match[0]}${rest.slice(0, 12)}`, id });
      rest = rest.slice(id.length);
      const further = FURTHER.exec(rest)?.[0];
      // B(n) and S(n) are the bounds of 0.3, not ids.
      if (id === "" || further === undefined) return found;
      rest = rest.slice(further.length);
    }
  });
}

const sources = ["src", "test", "bench", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .map((file) => path.join(folder, file)),
);

it("every rule that a source cites is a heading of docs/rules.md or a row of docs/checks.md", () => {
  const cited = sources.filter((file) => !file.endsWith(path.basename(__filename))).flatMap(citedIn);
  expect(cited.length).toBeGreaterThan(90);
  expect(cited.filter(({ id }) => id === "").map(({ where }) => where)).toEqual([]);
});

it("every id is stated once", () => {
  const rules = known["docs/rules.md"] ?? [];
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
});
