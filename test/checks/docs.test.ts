import { readFileSync } from "node:fs";
import path from "node:path";
import { checksPage } from "../../scripts/docs/checks";
import { catalogue } from "../support/xinjiang";
import { reconciliations } from "../../src/checks/prior-year";

const page = readFileSync(path.resolve(__dirname, "../../docs/checks.md"), "utf8");

test("docs/checks.md is what the catalogue says (npm run docs)", () => expect(page).toBe(checksPage()));

test("every check stands in it, once", () => {
  const ids = [...page.matchAll(/^\| (\w+) \| (?:错误|警告|提示) \| .* \| .* \| .+ \|$/gm)].map((match) => match[1]);
  expect(ids.filter((id) => id !== "X711").sort()).toEqual([...catalogue, ...reconciliations()].map(({ id }) => id).sort());
});
