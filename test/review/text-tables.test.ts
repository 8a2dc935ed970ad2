import { readFileSync } from "node:fs";
import path from "node:path";
import { openBook } from "../../src/book/open";
import { readReport } from "../../src/hosts/file/read-report";
import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { publicationDocx } from "../../src/render/publication-docx";
import { readPlainText } from "../../src/report/plain-text";
import { reportText } from "../../src/report/text";
import { openReport } from "../../src/review/open-report";
import { reviewAlone, reviewBeside, type Review } from "../../src/review/review";
import { filledReport } from "../support/filled-report";

const file = path.join(__dirname, "../../samples/2026-12.xlsx");

/** The sample's report as a text, its tables parted by tabs. */
const sample = (async () => {
  const book = openBook(await readWorkbook(new Uint8Array(readFileSync(file)), "2026-12.xlsx"));
  const report = await readReport(await publicationDocx(filledReport(book)), "报告.docx", { assets: nodePdfAssets });
  return { book, lines: reportText(report).map(({ text }) => text) };
})();

const errorsOf = ({ proof, check, beside }: Review): readonly string[] => [
  ...proof.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
  ...(beside
    ? []
    : check.findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error").map(({ message }) => message)),
];

const opened = (lines: readonly string[]): ReturnType<typeof openReport> => openReport(readPlainText(lines.join("\n"), "报告.txt"));

type Change = (cells: readonly string[], at: number) => readonly string[];
/** What copying does to the cells of a row. */
const changes: readonly (readonly [string, Change])[] = [
  ["a cell more", (cells, at) => [...cells.slice(0, at), "", ...cells.slice(at)]],
  ["two cells glued together", (cells, at) => [...cells.slice(0, at), `${cells[at] ?? ""}${cells[at + 1] ?? ""}`, ...cells.slice(at + 2)]],
  [
    "a cell torn apart",
    (cells, at) => [...cells.slice(0, at), (cells[at] ?? "").slice(0, 2), (cells[at] ?? "").slice(2), ...cells.slice(at + 1)],
  ],
];

/** Every so many rows with an amount between the tables' heading and the narrative's. */
async function rows(every: number): Promise<readonly number[]> {
  const { lines } = await sample;
  const end = lines.reduce((last, text, index) => (text.startsWith("第三部分") ? index : last), 0);
  return lines
    .flatMap((text, index) => (index < end && /\t-?[\d,]+\.\d\d/.test(text) ? [index] : []))
    .filter((_, turn) => turn % every === 3);
}

describe("a table of a text whose cells are not where they were", () => {
  test.each(changes)("%s: no figure is called wrong", async (_what, change) => {
    const { book, lines } = await sample;
    const before = new Set([...errorsOf(reviewAlone(opened(lines))), ...errorsOf(reviewBeside(opened(lines), book))]);
    for (const [turn, row] of (await rows(11)).entries()) {
      const cells = (lines[row] ?? "").split("\t");
      const at = cells.findIndex((cell) => /^-?[\d,]+\.\d\d$/.test(cell));
      const changed = lines.map((text, index) => (index === row ? change(cells, at).join("\t") : text));
      const review = turn % 2 === 0 ? reviewAlone(opened(changed)) : reviewBeside(opened(changed), book);
      expect([row, errorsOf(review).filter((message) => !before.has(message))]).toEqual([row, []]);
    }
  });

  test("a row of one small amount, beside another line or alone: where its cells slipped nothing is wrong, where its amount is it is", async () => {
    const { book, lines } = await sample;
    const before = new Set(errorsOf(reviewBeside(opened(lines), book)));
    const row = lines.findIndex((text) => /\t1\.99\t\d{3} [^\t\d]+\t$/.test(text));
    const cells = (lines[row] ?? "").split("\t");
    const at = cells.indexOf("1.99");
    const errors = (changed: readonly string[]): readonly string[] =>
      errorsOf(reviewBeside(opened([...lines.slice(0, row), changed.join("\t"), ...lines.slice(row + 1)]), book)).filter(
        (message) => !before.has(message),
      );
    for (const [what, change] of changes) expect([what, errors(change(cells, at))]).toEqual([what, []]);
    for (const wrong of ["1.98", "19.90", "0.19"])
      expect([wrong, errors(cells.map((cell, index) => (index === at ? wrong : cell))).length]).toEqual([wrong, 1]);
  });

  test.each([
    ["in place of a tab", (cells: readonly string[], at: number) => [cells.slice(0, at), cells.slice(at)]],
    [
      "inside a name",
      (cells: readonly string[], at: number) => [
        [...cells.slice(0, at - 1), (cells[at - 1] ?? "").slice(0, 3)],
        [(cells[at - 1] ?? "").slice(3), ...cells.slice(at)],
      ],
    ],
    [
      "inside an amount",
      (cells: readonly string[], at: number) => [
        [...cells.slice(0, at), (cells[at] ?? "").slice(0, -2)],
        [(cells[at] ?? "").slice(-2), ...cells.slice(at + 1)],
      ],
    ],
  ])("a row broken over two lines %s is put together again", async (_what, broken) => {
    const { book, lines } = await sample;
    const before = errorsOf(reviewBeside(opened(lines), book));
    for (const name of ["行政运行", "住房公积金", "办公费"]) {
      const row = lines.findIndex((text) => new RegExp(`\t${name}\t-?[\\d,]+\\.\\d\\d`).test(text));
      const cells = (lines[row] ?? "").split("\t");
      const pieces = broken(cells, cells.indexOf(name) + 1).map((piece) => piece.join("\t"));
      const changed = [...lines.slice(0, row), ...pieces, ...lines.slice(row + 1)];
      expect([name, errorsOf(reviewBeside(opened(changed), book))]).toEqual([name, before]);
    }
  });

  test("a page's number between two rows: the table goes on behind it", async () => {
    const { lines } = await sample;
    const whole = opened(lines).sheets.places.size;
    for (const row of await rows(9)) {
      if (!(lines[row - 1] ?? "").includes("\t") || !/\d\.\d/.test(lines[row - 1] ?? "")) continue;
      const broken = opened([...lines.slice(0, row), "— 12 —", ...lines.slice(row)]);
      expect([row, broken.sheets.places.size]).toEqual([row, whole]);
    }
  });

  test("the rest of a name on a line of its own goes back to it", async () => {
    const { lines } = await sample;
    const row = lines.findIndex((text) => text.includes("\t一般公共服务支出\t") && /\d\.\d/.test(text));
    const broken = [
      ...lines.slice(0, row),
      (lines[row] ?? "").replace("\t一般公共服务支出\t", "\t一般公共\t"),
      "服务支出",
      ...lines.slice(row + 1),
    ];
    expect(errorsOf(reviewAlone(opened(broken)))).toEqual(errorsOf(reviewAlone(opened(lines))));
  });

  test("a wrong figure that nothing beside it explains is still wrong", async () => {
    const { book, lines } = await sample;
    const row = lines.findIndex((text) => text.includes("\t行政运行\t") && /\d\.\d/.test(text));
    const wrong = lines.map((text, index) =>
      index === row ? text.replace(/(\d)(\.\d\d)/, (_, digit: string, rest: string) => `${String((Number(digit) + 3) % 10)}${rest}`) : text,
    );
    expect(errorsOf(reviewBeside(opened(wrong), book)).length).toBeGreaterThan(errorsOf(reviewBeside(opened(lines), book)).length);
    expect(errorsOf(reviewAlone(opened(wrong))).length).toBeGreaterThan(errorsOf(reviewAlone(opened(lines))).length);
  });
});
