import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openBook } from "../../src/book/open";
import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readReportBytes } from "../../src/hosts/file/node";
import { readPdfPages } from "../../src/hosts/file/read-pdf";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { narrate } from "../../src/narrative/narrate";
import { publish } from "../../src/publication/publication";
import { narrativeHtml } from "../../src/render/html";
import { publicationDocx } from "../../src/render/publication-docx";
import { narrativeText } from "../../src/render/text";
import { linesOfGlyphs } from "../../src/report/pdf/lines";
import type { Glyph } from "../../src/report/pdf/page";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

/** What a program of this machine lays out; where there is none the tests on the XML have to do. */
const office = spawnSync("soffice", ["--version"]).status === 0;
const withOffice = office ? describe : describe.skip;
if (!office) console.warn("LibreOffice is not installed: nothing is laid out, no printed figure is looked at.");

const folder = mkdtempSync(path.join(os.tmpdir(), "budget-rendered-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sample = async (name: string) =>
  openBook(await readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../../samples", name))), name));

const FIGURE = /\d[\d,]*(?:\.\d+)?%?/g;
const figuresIn = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.match(FIGURE) ?? []).sort();

/** A line's text; figures that stand apart are parted. */
function lineText(glyphs: readonly Glyph[]): string {
  return glyphs
    .map((glyph, index) => {
      const before = glyphs[index - 1];
      return (before && glyph.left - before.right > 0.25 * glyph.size ? "|" : "") + glyph.text;
    })
    .join("");
}

/** The lines of a PDF as they are printed, without the page's number. */
async function printedLines(file: string): Promise<readonly string[]> {
  const pages = await readPdfPages(new Uint8Array(readFileSync(file)), file, { assets: nodePdfAssets });
  return pages
    .flatMap(({ glyphs }) => linesOfGlyphs(glyphs).map((line) => lineText(line.glyphs)))
    .filter((text) => !/^—\|?\d+\|?—$/.test(text));
}

withOffice("laid out by LibreOffice", () => {
  const documents = ["2026-12", "2025-11-unit", "上海"] as const;
  const expected = new Map<string, readonly string[]>();
  beforeAll(async () => {
    for (const name of documents) {
      const { recognised, inputs } = name === "上海" ? openBook(shanghaiWorkbook()) : await sample(`${name}.xlsx`);
      const bytes = await publicationDocx(publish(recognised, inputs));
      writeFileSync(path.join(folder, `${name}.docx`), bytes);
      const { blocks } = await readReportBytes(bytes, `${name}.docx`);
      expected.set(
        name,
        blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((cells) => cells.map(({ text }) => text)) : [block.text])),
      );
    }
    const { recognised, inputs } = await sample("2026-12.xlsx");
    const narrative = narrate(recognised, inputs);
    writeFileSync(path.join(folder, "clipboard.html"), narrativeHtml(narrative));
    expected.set("clipboard", narrativeText(narrative).split("\n"));
    const convert = (filter: string, files: readonly string[]): Buffer =>
      execFileSync(
        "soffice",
        [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", filter, "--outdir", folder, ...files],
        {
          stdio: "pipe",
        },
      );
    convert(
      "pdf",
      documents.map((name) => path.join(folder, `${name}.docx`)),
    );
    convert("pdf:writer_web_pdf_Export", [path.join(folder, "clipboard.html")]);
  }, 240_000);

  test.each([...documents, "clipboard"])("%s: every figure of text and tables stands whole on one line", async (name) => {
    const printed = figuresIn(await printedLines(path.join(folder, `${name}.pdf`)));
    expect(printed.length).toBeGreaterThan(100);
    expect(printed).toEqual(figuresIn(expected.get(name) ?? []));
  });
});
