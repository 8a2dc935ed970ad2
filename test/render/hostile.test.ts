import { draftSheet } from "../../src/hosts/file/draft-sheet";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { readInputs } from "../../src/inputs/read";
import { publish } from "../../src/publication/publication";
import { publicationDocx } from "../../src/render/publication-docx";
import { escapeHtml, narrativeHtml } from "../../src/render/html";
import { narrativeSheet } from "../../src/render/narrative-sheet";
import { narrativeText } from "../../src/render/text";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullSheets, fullWorkbook } from "../narrative/full-workbook";
import { narrated } from "../narrative/support";
import { unzip } from "./unzip";

const EVIL = [
  `<img src=x onerror=alert(1)>`,
  `</span></p><script>alert(1)</script>`,
  `"' onmouseover='alert(1)`,
  `=HYPERLINK("http://x","点我")`,
  `+cmd,' /C calc'!A0`,
  `@SUM(1,1)`,
  `&lt;b&gt;&amp;`,
  `]]><w:p/>`,
  "\u0000\u0008\u000b\ud800控制\u202e符",
];

const swap = (evil: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fullSheets).map(([name, text]) => [
      name,
      text.replaceAll("示例市交通局", evil).replaceAll("日常维护项目", evil).replaceAll("在职人员减少", evil).replaceAll("行政运行", evil),
    ]),
  );

describe.each(EVIL)("%j as a name, a project and a reason", (evil) => {
  const workbook = fullWorkbook(swap(evil));
  const narrative = narrated(workbook);

  test("adds no element and no attribute to the HTML", () => {
    const html = narrativeHtml(narrative);
    const tags = new Set(html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/^<(\/?[\w!-]+)[\s\S]*$/, "$1")));
    expect([...tags].sort()).toEqual([
      "!--EndFragment--",
      "!--StartFragment--",
      "/body",
      "/head",
      "/html",
      "/p",
      "/span",
      "body",
      "head",
      "html",
      "meta",
      "p",
      "span",
    ]);
    for (const [, attributes = ""] of html.matchAll(/<(?:p|span) ([^>]*)>/g))
      expect(attributes).toMatch(/^(?:class="MsoNormal" |lang="(?:ZH-CN|EN-US)" )style="[^"<>]*"$/);
  });

  test("stays text in the Word document", async () => {
    const xml = unzip(await publicationDocx(publish(recogniseWorkbook(workbook), readInputs(workbook)))).get("word/document.xml") ?? "";
    expect(xml).not.toMatch(/<script|<img|onerror="|\u0000|\u0008/);
    // Well-formed: every element that opens closes.
    const depth = [...xml.matchAll(/<(\/?)[\w:]+(?:\s[^<>]*?)?(\/?)>/g)].reduce(
      (sum, [, closing, empty]) => sum + (closing ? -1 : empty ? 0 : 1),
      0,
    );
    expect(depth).toBe(0);
    expect(xml.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  });

  test("is never a formula on a sheet this tool writes", () => {
    const sheets = [narrativeSheet(narrative), ...inputSheetDrafts(recogniseWorkbook(workbook), readInputs(workbook))];
    const formulas = sheets
      .map((draft) => draftSheet(draft))
      .flatMap(({ formulas: rows }) => rows.flat().filter((formula) => formula !== undefined));
    for (const formula of formulas) expect(formula).toMatch(/^=(?:(?:'[^']+'|表\d+)![A-Z]+\d+|IF\(|BUDGET\.WANYUAN\()/);
  });

  test("does not turn the direction of the plain text or hide in it", () => {
    expect(narrativeText(narrative)).not.toMatch(/[\u0000-\u0008\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200b]/);
  });
});

test("escapes what HTML needs escaped, and nothing else", () => {
  expect(escapeHtml(`a<b>&"'c`)).toBe("a&lt;b&gt;&amp;&quot;&#39;c");
});

test("a font's name from the settings cannot leave its quotes", () => {
  const html = narrativeHtml(narrated(fullWorkbook()), { bodyFont: `x';background:url(http://x)"><script>` }, "六");
  expect(html).not.toMatch(/url\(|<script|";/);
});
