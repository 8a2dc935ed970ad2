import { readFileSync } from "node:fs";
import path from "node:path";
import { recogniseWorkbook } from "../../src/book/recognise";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import { proofread } from "../../src/proofread/proofread";
import { workbookFromText } from "../support/workbook-text";

/** An office's own list of slips, as its people write it. */
const OWN = workbookFromText(`
  # 错词
  错词 | 正词
  秀水坡 | 绣水坡
`);
const TEXT = ["本年重点保障秀水坡社区的运转。"];

async function found(own: boolean) {
  const sample = await readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../../samples/2026-12.xlsx"))), "2026-12.xlsx");
  const workbook = own ? { ...sample, sheets: [...sample.sheets, ...OWN.sheets] } : sample;
  return proofread(TEXT, { recognised: recogniseWorkbook(workbook), inputs: readInputs(workbook) }).findings;
}

test("a word on the office's own sheet 错词 is found, with what ought to stand there", async () => {
  expect(await found(true)).toEqual([expect.objectContaining({ id: "B10", quote: "秀水坡", expected: "绣水坡", replaces: true })]);
});

test("without the sheet the same word is nobody's fault", async () => {
  expect(await found(false)).toEqual([]);
});
