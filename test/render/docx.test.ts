import mammoth from "mammoth";
import { narrativeDocx } from "../../src/render/docx";
import { narrativeText } from "../../src/render/text";
import { fullWorkbook } from "../narrative/full-workbook";
import { narrated } from "../narrative/support";
import { unzip } from "./unzip";

const narrative = narrated(fullWorkbook());

describe("the narrative as .docx", () => {
  let parts: ReadonlyMap<string, string>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await narrativeDocx(narrative);
    parts = unzip(bytes);
  });
  const part = (name: string): string => parts.get(name) ?? "";
  const style = (id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}"[\\s\\S]*?</w:style>`).exec(part("word/styles.xml"))?.[0] ?? "";

  test("another reader finds every paragraph in order", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.split("\n\n").filter((text) => text !== "")).toEqual(narrativeText(narrative).split("\n"));
  });

  test.each([
    ["Heading1", ["方正小标宋简体", 'w:sz w:val="44"', 'w:jc w:val="center"']],
    ["Heading2", ['w:eastAsia="黑体"', 'w:sz w:val="32"', 'w:firstLineChars="200"']],
    ["Heading3", ['w:eastAsia="楷体_GB2312"', 'w:firstLineChars="200"']],
    ["BodyText", ['w:eastAsia="仿宋_GB2312"', 'w:sz w:val="32"', 'w:firstLineChars="200"', 'w:line="579"', 'w:lineRule="exact"']],
  ])("style %s", (id, expected) => {
    for (const words of expected) expect(style(id)).toContain(words);
  });

  test("A4, 37 mm above, 28 mm at the binding, a text area of 156 by 225 mm", () => {
    const page = part("word/document.xml");
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map((side) =>
      Number(new RegExp(`w:pgMar[^>]*w:${side}="(\\d+)"`).exec(page)?.[1]),
    );
    expect([top, left].map((twips) => Math.round((twips ?? 0) / 56.69))).toEqual([37, 28]);
    expect([11906 - (left ?? 0) - (right ?? 0), 16838 - (top ?? 0) - (bottom ?? 0)].map((twips) => Math.round(twips / 56.69))).toEqual([
      156, 225,
    ]);
  });

  test("page numbers — 1 — in 四号, outside: right on odd pages, left on even ones", () => {
    const footers = [...parts].filter(([name]) => /footer\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(part("word/settings.xml")).toContain("evenAndOddHeaders");
    expect(footers.map((xml) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(["left", "right"]);
    for (const xml of footers) expect(xml).toMatch(/— [\s\S]*PAGE[\s\S]* —/);
    for (const xml of footers) expect(xml).toContain('w:sz w:val="28"');
  });

  test("figures are English text, and a line does not begin with the unit behind one", () => {
    expect(part("word/styles.xml")).toMatch(/<w:lang w:val="en-US" w:eastAsia="zh-CN"\/>/);
    expect(part("word/settings.xml")).toMatch(/<w:noLineBreaksBefore w:lang="zh-CN" w:val="[^"]*，[^"]*万元[^"]*"\/>/);
    expect(part("word/document.xml")).toContain("1,");
    expect(part("word/document.xml")).not.toMatch(/[\u200b-\u200d\u2060\ufeff]/);
  });

  test("quotation marks stay Chinese beside English figures", () => {
    for (const [run] of part("word/document.xml").matchAll(/<w:r>[\s\S]*?<\/w:r>/g)) expect(run).toContain('w:hint="eastAsia"');
  });

  test("what is still open is highlighted", () => {
    expect(part("word/document.xml")).toMatch(/<w:highlight w:val="yellow"\/>[\s\S]{0,200}〔待填/);
  });
});
