import { readFileSync } from "node:fs";
import { result } from "./excel";
import { generateMetadata, metadata } from "./metadata";

const manual = readFileSync("docs/functions.md", "utf8");
const rows = [...manual.matchAll(/^\| `(=BUDGET\.[^`]*)` \| `([^`]*)` \|/gm)].map(([, formula = "", expected = ""]) => ({
  formula,
  expected,
}));

beforeAll(generateMetadata);

test.each(rows)("the manual's $formula gives $expected", ({ formula, expected }) => expect(result(formula)).toBe(expected));

test("the manual shows every function under both names, and an anchor for its help link", () => {
  for (const { name, helpUrl } of metadata().functions) {
    expect(rows.some(({ formula }) => formula.startsWith(`=BUDGET.${name}(`)) ? "" : name).toBe("");
    expect(manual).toContain(`<a id="${new URL(helpUrl).hash.slice(1)}"></a>`);
  }
});
