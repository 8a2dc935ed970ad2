import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openBook } from "../../src/book/open";
import { compareTables } from "../../src/compare/compare-tables";
import { readReportBytes } from "../../src/hosts/file/node";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { filledReport } from "../support/filled-report";
import { publicationDocx } from "../../src/render/publication-docx";
import { openReport, printedBook } from "../../src/review/open-report";
import { reviewBeside } from "../../src/review/review";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

const folder = join(__dirname, "../../samples");
const samples = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
const sample = (name: string): Promise<PlainWorkbook> => readWorkbook(readFileSync(join(folder, name)), name);

/** The workbook, and the report that is written of it, with all its tables, saved and opened again. */
async function written(workbook: PlainWorkbook) {
  const book = openBook(workbook);
  const bytes = await publicationDocx(filledReport(book));
  return { book, opened: openReport(await readReportBytes(bytes, "公开报告.docx")) };
}

/** How many figures the tables of a book print. */
function figuresIn({ recognised }: ReturnType<typeof openBook>): number {
  let count = 0;
  for (const table of recognised.tables.values())
    for (const row of table.rows) table.readRow(row, (_, reading) => (count += reading.kind === "amount" ? 1 : 0));
  return count;
}

it.each<[string, () => Promise<PlainWorkbook> | PlainWorkbook]>([
  ...samples.map((name): [string, () => Promise<PlainWorkbook>] => [name, () => sample(name)]),
  ["a Shanghai workbook", () => shanghaiWorkbook()],
])("every figure of the tables that are printed of %s stands in the report as in the workbook", async (_, workbook) => {
  const { book, opened } = await written(await workbook());
  const compared = compareTables(printedBook(opened).recognised, book.recognised);
  expect(compared).toMatchObject({ differences: [], added: [], missing: [], missingTables: [], addedTables: [], unchecked: [] });
  expect(compared.proved).toHaveLength(figuresIn(book));
});

it.each(samples)("every figure of the report that is written of %s is proved beside it, and nothing is wrong", async (name) => {
  const { book, opened } = await written(await sample(name));
  const { proof } = reviewBeside(opened, book);
  expect(proof.coverage.unchecked).toEqual([]);
  expect(proof.coverage.proved).toBe(proof.coverage.figures);
  expect(proof.findings.filter(({ severity }) => severity === "error")).toEqual([]);
});
