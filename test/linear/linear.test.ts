/** Foreign text of any length: nothing that reads it takes longer than in proportion to it. */
import path from "node:path";
import { printNumber } from "../../src/amount/number-format";
import { Exact } from "../../src/amount/exact";
import { readAmountText } from "../../src/amount/read-text";
import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { delimitedSheet, delimiterOf } from "../../src/hosts/file/exports/delimited";
import { classFormats } from "../../src/hosts/file/exports/html-formats";
import { typedCell } from "../../src/hosts/file/exports/typed";
import { mhtmlPages } from "../../src/hosts/file/exports/mhtml";
import { proofread } from "../../src/proofread/proofread";
import { readPlainText } from "../../src/report/plain-text";
import { reportText } from "../../src/report/text";
import { normaliseLabel, printable } from "../../src/text/wording";
import { parseFormula } from "../../src/workbook/formula/parse";
import { sheet, workbook } from "../excel/samples";
import { depth } from "../support/depth";
import { expressionsIn } from "./expressions";
import { growsFaster } from "./growth";

const TAILS = ["", "\n", "!"];

it("no regular expression of the source takes longer than its text is long", () => {
  const all = expressionsIn(path.join(__dirname, "../../src"));
  expect(all.length).toBeGreaterThan(400);
  const slow = all.flatMap(({ place, expression, pumps }) =>
    pumps
      .filter((pump) => TAILS.some((tail) => growsFaster((text) => void text.replace(expression, ""), pump, tail)))
      .map((pump) => `${place} ${JSON.stringify(pump)}`),
  );
  expect(slow).toEqual([]);
});

/** Characters of a text that is read whole: so many that what is collected in between weighs on both lengths alike. */
const READ = depth(48_000, 16_000);

/** What documents and workbooks are made of: marks that open something, words that announce something, spaces, digits. */
const PIECES = [
  " ",
  "\u3000",
  "\t",
  "a",
  "1",
  "1,",
  "1.",
  "０",
  "年",
  "2026年",
  "(",
  "（",
  "（类）",
  "（款）",
  "[",
  "《",
  "〈",
  "“",
  "”",
  "，",
  "。",
  "；",
  "、",
  "：",
  "-",
  "—",
  "_",
  "X",
  "…",
  "'",
  '"',
  "<",
  "<td>",
  "&",
  "=",
  "一",
  "一、",
  "（一）",
  "1.项目名称：",
  "预算",
  "部门预算",
  "单位：",
  "金额单位：万元",
  "表1",
  "收入",
  "支出预算",
  "增加",
  "减少",
  "万元",
  "12.34万元，",
  "占12.34%，",
  "主要原因是",
  "主要用于",
  "其中：",
  "比上年",
  "较2025年增加1.00万元",
  "收入包括：",
  "按功能分类：甲1.00万元、",
  "301 基本工资 1.00 ",
  "12.34\t",
  "1\n",
  "一、收入\n",
  "目录……1\n",
  "SUM(",
  "A1+",
  "0.00;",
  "\u200b",
];

const wordsOf = (text: string): void =>
  void proofread(
    reportText(readPlainText(text, "说明.txt")).map((line) => line.text),
    null,
  );

function workbookOf(text: string): void {
  checkBook(
    openBook(workbook(sheet(text.slice(0, 31), [[text], ["单位名称：示例局", text, "单位：万元"], [text, text, 1], ["合计", text, 1]]))),
  );
}

const tried =
  (work: (text: string) => unknown) =>
  (text: string): void => {
    try {
      work(text);
    } catch {
      // Refused is an answer too; how soon is what counts.
    }
  };

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "an amount": readAmountText,
  "a cell of a text export": typedCell,
  "a label": (text) => [normaliseLabel(text), printable(text)],
  "a number format": (text) => printNumber(Exact.parse("1234.5") ?? Exact.zero, text),
  "a formula": (text) => parseFormula(`=${text}`),
  "a text export": (text) => delimitedSheet(text, delimiterOf(text) ?? ",", "表"),
  "a style sheet": classFormats,
  "a web archive": (text) =>
    mhtmlPages(new TextEncoder().encode(`MIME-Version: 1.0\nContent-Type: multipart/related; boundary="${text}"\n\n${text}`)),
  "a report": wordsOf,
  "a workbook": workbookOf,
};

it.each(Object.entries(READERS))(
  "reading %s takes no longer than the text is long",
  (_, reader) => {
    expect(PIECES.filter((piece) => growsFaster(tried(reader), piece, "", READ))).toEqual([]);
  },
  300_000,
);
