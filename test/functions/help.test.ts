import { readFileSync } from "node:fs";
import { helpPage } from "../../scripts/docs/help-page";

const page = readFileSync("docs/help/functions.html", "utf8");

test("the help page is made from the manual as it stands (npm run docs)", () => {
  expect(page).toBe(helpPage(readFileSync("docs/functions.md", "utf8"), { file: "functions.html" }));
});

test("it fetches nothing and has an anchor for every function", () => {
  expect(page).not.toMatch(/(src|href)="https?:/);
  for (const anchor of "share yoy change round sum tie yoytext sharetext wanyuan subject amount".split(" "))
    expect(page).toContain(`<a id="${anchor}"></a>`);
});
