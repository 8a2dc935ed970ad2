import { readFileSync } from "node:fs";
import path from "node:path";
import { checksPage } from "../../scripts/docs/checks";
import { reconciliations } from "../../src/checks/prior-year";
import { textRules } from "../../src/checks/text-rules";
import { houses } from "../../src/templates/houses";

const page = readFileSync(path.resolve(__dirname, "../../docs/checks.md"), "utf8");

/** The ids that stand in a part of the page; the example of a rule that is re-graded is none. */
const idsIn = (part: string): readonly (string | undefined)[] =>
  [...part.matchAll(/^\| ([\w-]+|[BT]-\p{sc=Han}+) \| .+ \| (?:错误|警告|提示) \| .+ \| .+ \| .+ \| .+ \| .+ \|$/gmu)]
    .map((match) => match[1])
    .filter((id) => id !== "X711")
    .sort();

test("docs/checks.md is what the catalogue says (npm run docs)", () => expect(page).toBe(checksPage()));

test("every check stands in it, once under its family", () => {
  const families = houses.map(({ chapters }) => chapters.flatMap(({ checks }) => checks.map(({ id }) => id)));
  for (const ids of families) expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const written = page.split(/^# /m).map(idsIn).flat().sort();
  expect(written).toEqual(
    [...families.flat(), ...reconciliations().map(({ id }) => id), ...textRules.map(({ id }) => id)].filter((id) => id !== "X711").sort(),
  );
});
