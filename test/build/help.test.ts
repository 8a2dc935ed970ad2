import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { helpPage } from "../../scripts/docs/help-page";
import { anchorOf, helpAddress } from "../../scripts/docs/markdown";
import { HELP_FOLDER, helpPages } from "../../scripts/docs/pages";

const page = (file: string): string => readFileSync(path.join(HELP_FOLDER, file), "utf8");
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

describe.each(helpPages)("$file", ({ source, file }) => {
  it("is made from its document as it stands (npm run docs)", () => {
    expect(page(file)).toBe(helpPage(readFileSync(source, "utf8"), { file }));
  });

  it("links only to places that are there", () => {
    const html = page(file);
    const links = matches(html, /<a href="([^"]*)"/g);
    expect(links.length).toBeGreaterThan(helpPages.length);
    const broken = links.filter((link) => {
      const [target = "", anchor] = decodeURIComponent(link).split("#");
      if (target !== "" && !helpPages.some((known) => known.file === target)) return true;
      return anchor !== undefined && !(target === "" ? html : page(target)).includes(` id="${anchor}"`);
    });
    expect(broken).toEqual([]);
  });

  it("says every heading's place once", () => {
    const ids = matches(page(file), / id="([^"]*)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("shows only pictures that are there, with words for those who do not see them", () => {
    const html = page(file);
    for (const picture of matches(html, /<img src="([^"]*)"/g))
      expect([picture, existsSync(path.join(HELP_FOLDER, picture))]).toEqual([picture, true]);
    expect(matches(html, /<img [^>]*alt="([^"]*)"/g).filter((words) => words === "")).toEqual([]);
    expect(html.match(/<img /g)?.length ?? 0).toBe(matches(html, /<img [^>]*alt="([^"]*)"/g).length);
  });

  it("runs nothing and fetches nothing", () => {
    expect(page(file)).toContain("default-src 'none'");
    expect(page(file)).not.toMatch(/<script|<link(?! rel="icon")|<iframe|\son\w+=|javascript:/i);
    expect(page(file)).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

it("has no picture lying about that no page shows", () => {
  const shown = matches(
    [readFileSync("README.md", "utf8"), ...helpPages.map(({ file }) => page(file))].join("\n"),
    /screenshots\/([\w-]+\.png)/g,
  );
  expect(readdirSync("docs/screenshots").filter((name) => !shown.includes(name))).toEqual([]);
});

it("is among what the build serves, pictures too", () => {
  for (const { file } of helpPages) expect(existsSync(path.join("dist/help", file))).toBe(true);
  for (const picture of matches(page("index.html"), /<img src="([^"]*)"/g))
    expect([picture, existsSync(path.join("dist/help", picture))]).toEqual([picture, true]);
});

it.each<[string, string | null]>([
  ["functions.md", "functions.html"],
  ["functions.md#share", "functions.html#share"],
  ["manual.md", "index.html"],
  ["#常见问题", "#常见问题"],
  ["https://example.com/", null],
  ["//example.com/", null],
  ["javascript:alert(1)", null],
  ["../src/secret.md", null],
])("a link to %s leads to %s", (address, wanted) => {
  expect(helpAddress(address)).toBe(wanted);
});

it.each([
  ["没有 Excel 时：网页工作台", "没有-excel-时网页工作台"],
  ["“预算公开”选项卡上的按钮", "预算公开选项卡上的按钮"],
  ["SHARE 占比", "share-占比"],
])("the heading %s is found at #%s", (words, anchor) => {
  expect(anchorOf(words)).toBe(anchor);
});

it.each([
  ["a script", "<script>alert(1)</script>"],
  ["a picture that runs", '<img src=x onerror="alert(1)">'],
  ["a link that runs", "[x](javascript:alert(1))"],
  ["a picture from elsewhere", "![x](https://example.com/x.png)"],
  ["markup in a heading", '## <b onclick="alert(1)">x</b>'],
  ["markup in words for a picture", '![" onerror="alert(1)](screenshots/none.txt)'],
  ["a frame in a table", "| a |\n| --- |\n| <iframe src=//example.com> |"],
])("%s in a document is shown as words", (_, markdown) => {
  const html = helpPage(`# 标题\n\n${markdown}\n`, { file: "index.html" });
  const main = html.slice(html.indexOf("<main>"), html.indexOf("</main>"));
  expect(main).not.toMatch(/<(script|img|iframe|b)\b|javascript:|<[^>]*\son\w+=/);
});
