import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { openBook } from "../../src/book/open";
import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readReport } from "../../src/hosts/file/read-report";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { writeReview } from "../../src/handout/review-file";
import { officeWorkbook } from "../support/desk-files";
import { filledReport } from "../support/filled-report";
import { publicationDocx } from "../../src/render/publication-docx";
import type { Report } from "../../src/report/report";
import { dutyLines } from "../../src/review/duties";
import { openReport } from "../../src/review/open-report";
import type { Remark } from "../../src/review/remark";
import { remarksOf } from "../../src/review/remarks";
import { reviewAlone, reviewBeside } from "../../src/review/review";

const file = path.join(__dirname, "../../samples/2026-12.xlsx");

/** The sample's narrative with its tables as a Word file, as the tool itself writes it, read again. */
const round = (async () => {
  const book = openBook(await readWorkbook(new Uint8Array(readFileSync(file)), "2026-12.xlsx"));
  const bytes = await publicationDocx(filledReport(book));
  return { book, bytes, report: await readReport(bytes, "报告.docx", { assets: nodePdfAssets }) };
})();

/** The report with the text of one cell of its n-th table changed. */
const withCell = (report: Report, table: number, row: number, column: number, change: (text: string) => string): Report => {
  let seen = -1;
  return {
    ...report,
    blocks: report.blocks.map((block) => {
      if (block.kind !== "table" || ++seen !== table) return block;
      return {
        ...block,
        rows: block.rows.map((cells, r) =>
          cells.map((cell, c) => (r === row && c === column ? { ...cell, text: change(cell.text) } : cell)),
        ),
      };
    }),
  };
};

/** Where the sample's 表5 has 行政运行, in the report's own table. */
async function at(word: string, number: number): Promise<{ table: number; row: number; amount: number; name: number; report: Report }> {
  const { report } = await round;
  const tables = report.blocks.filter((block) => block.kind === "table");
  const rows = tables[number]?.rows ?? [];
  const row = rows.findIndex((cells) => cells.some(({ text }) => text.trim() === word));
  const cells = rows[row] ?? [];
  return {
    report,
    table: number,
    row,
    name: cells.findIndex(({ text }) => text.trim() === word),
    amount: cells.findIndex(({ text }) => /^[\d,]+\.\d\d$/.test(text.trim())),
  };
}

it("a report that prints the right figure is told of a workbook that has it wrong, and nothing is put in its place", async () => {
  const { bytes } = await round;
  const report = await readReport(bytes, "报告.docx", { assets: nodePdfAssets });
  // 201 01 01 行政运行 is 1.99 everywhere else.
  const workbook = await readWorkbook(await officeWorkbook("2026-12", undefined, { "表2!E7": 1.5 }), "2026-12.xlsx");
  const { proof } = reviewBeside(openReport(report), openBook(workbook));
  const [fault, another] = proof.findings.filter(({ id }) => id === "T-表");
  expect([fault?.quote, fault?.expected]).toEqual(["1.99", ""]);
  expect(fault?.message).toMatch(/1\.99.*1\.50/);
  expect(fault?.advice).toMatch(/先核对表/);
  expect(another).toBeUndefined();
});

it("what the tool itself writes is found right when opened again beside its workbook: every figure proved, no fault", async () => {
  const { book, report } = await round;
  const { proof } = reviewBeside(openReport(report), book);
  expect(proof.findings.filter(({ severity, printed }) => severity === "error" || printed !== null)).toEqual([]);
  expect(proof.coverage).toMatchObject({ faulty: 0, unchecked: [] });
  expect(proof.coverage.proved).toBe(proof.coverage.figures);
  expect(proof.coverage.figures).toBeGreaterThan(300);
});

it("another figure in a table is said once, at its cell, with the workbook's", async () => {
  const { book } = await round;
  const { report, table, row, amount } = await at("行政运行", 4);
  const opened = openReport(withCell(report, table, row, amount, () => "1.11"));
  const { proof } = reviewBeside(opened, book);
  const said = proof.findings.filter(({ printed }) => printed !== null);
  expect(said).toMatchObject([
    { category: "figure", severity: "error", quote: "1.11", printed: { row, column: amount }, cells: [{ table: 5 }] },
  ]);
  expect(proof.coverage.faulty).toBe(1);
});

it("another name, a row left out and a row too many are said once each", async () => {
  const { book } = await round;
  const { report, table, row, name } = await at("行政运行", 4);
  const renamed = reviewBeside(openReport(withCell(report, table, row, name, () => "行政运转")), book).proof;
  expect(renamed.findings.filter(({ printed }) => printed !== null)).toMatchObject([
    { category: "name", quote: "行政运转", expected: "行政运行" },
  ]);
  const rows = (change: <T>(rows: readonly T[]) => readonly T[]): Report => {
    let seen = -1;
    return {
      ...report,
      blocks: report.blocks.map((block) =>
        block.kind === "table" && ++seen === table ? { ...block, rows: change(block.rows), merges: [] } : block,
      ),
    };
  };
  const short = reviewBeside(openReport(rows((all) => all.filter((_, index) => index !== row))), book).proof;
  expect(short.findings.filter(({ id }) => id === "T-表")).toMatchObject([{ category: "missing", expected: "行政运行" }]);
});

it("a heading that is another's, a table left out and a table printed twice are said once each, where they stand", async () => {
  const { book } = await round;
  const { report } = await at("行政运行", 4);
  const told = (one: Report): readonly unknown[] =>
    reviewBeside(openReport(one), book)
      .proof.findings.filter(({ id }) => id === "T-表")
      .map(({ quote, expected }) => [quote, expected]);
  const heads = report.blocks.filter((block) => block.kind === "table")[4]?.rows ?? [];
  const row = heads.findIndex((cells) => cells.some(({ text }) => text.trim() === "项目支出"));
  const column = heads[row]?.findIndex(({ text }) => text.trim() === "项目支出") ?? -1;
  expect(told(withCell(report, 4, row, column, () => "基本支出"))).toEqual([["基本支出", "项目支出"]]);
  const tables = report.blocks.flatMap((block, index) => (block.kind === "table" ? [index] : []));
  const [before = 0, fifth = 0] = tables.slice(3, 5);
  const without = report.blocks.filter((_, index) => index <= before || index > fifth);
  expect(told({ ...report, blocks: without })).toEqual([["", "表5"]]);
  const own = report.blocks.slice(before + 1, fifth + 1);
  const twice = [...report.blocks.slice(0, fifth + 1), ...own, ...report.blocks.slice(fifth + 1)];
  expect(told({ ...report, blocks: twice })).toHaveLength(1);
});

describe("one cause, one remark", () => {
  const errors = (remarks: readonly Remark[]): readonly Remark[] => remarks.filter(({ severity }) => severity === "error");
  /** A figure with one digit changed. */
  const slip = (text: string): string => text.replace(/\d(?=\.\d\d$)/, (digit) => String((Number(digit) + 1) % 10));

  it("beside a workbook a wrong cell is one remark, the sums that fail for it stand under it", async () => {
    const { book } = await round;
    const { report, table, row, amount } = await at("行政运行", 4);
    const opened = openReport(withCell(report, table, row, amount, slip));
    const review = reviewBeside(opened, book);
    const [only, ...more] = errors(remarksOf(opened, review));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: "T-表", cell: { row, column: amount } });
    const broken = review.check.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    expect(broken.length).toBeGreaterThan(1);
    expect(only?.consequences).toEqual(expect.arrayContaining(broken));
  });

  it("alone the cell that the checks blame is the remark, with what it prints and what it should", async () => {
    const { report, table, row, amount } = await at("行政运行", 4);
    const right = report.blocks.filter((block) => block.kind === "table")[table]?.rows[row]?.[amount]?.text ?? "";
    const opened = openReport(withCell(report, table, row, amount, slip));
    const [only, ...more] = errors(remarksOf(opened, reviewAlone(opened)));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ cell: { row, column: amount }, quote: slip(right), expected: right });
    expect(only?.consequences.length).toBeGreaterThan(1);
  });

  it("alone the prose that quotes a wrong total stands under that total: the prose is right", async () => {
    const { report, table, row, amount } = await at("总计", 4);
    const opened = openReport(withCell(report, table, row, amount, slip));
    const review = reviewAlone(opened);
    const disputed = review.proof.findings.filter(({ category, severity }) => category === "figure" && severity === "error");
    expect(disputed.length).toBeGreaterThan(0);
    const remarks = remarksOf(opened, review);
    expect(errors(remarks)).toMatchObject([{ cell: { row, column: amount } }]);
    expect(errors(remarks)[0]?.consequences).toEqual(expect.arrayContaining(disputed.map(({ message }) => message)));
  });

  it("a row that is not printed is one remark beside a workbook, the sums that want it stand under it", async () => {
    const { book } = await round;
    const { report, table, row } = await at("行政运行", 4);
    let seen = -1;
    const short: Report = {
      ...report,
      blocks: report.blocks.map((block) =>
        block.kind === "table" && ++seen === table ? { ...block, rows: block.rows.filter((_, index) => index !== row), merges: [] } : block,
      ),
    };
    const opened = openReport(short);
    const [only, ...more] = errors(remarksOf(opened, reviewBeside(opened, book)));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: "T-表", expected: "行政运行" });
    expect(only?.consequences.length).toBeGreaterThan(0);
  });

  it("two wrong cells of two tables are two remarks", async () => {
    const [first, second] = [await at("行政运行", 4), await at("基本工资", 5)];
    const report = withCell(
      withCell(first.report, first.table, first.row, first.amount, slip),
      second.table,
      second.row,
      second.amount,
      slip,
    );
    const opened = openReport(report);
    expect(errors(remarksOf(opened, reviewAlone(opened)))).toMatchObject([
      { cell: { row: first.row, column: first.amount } },
      { cell: { row: second.row, column: second.amount } },
    ]);
  });

  /** The row of a table whose cell says so. */
  const rowOf = (report: Report, table: number, word: string): number =>
    report.blocks
      .filter((block) => block.kind === "table")
      [table]?.rows.findIndex((cells) => cells.some(({ text }) => text.trim() === word)) ?? -1;
  const serious = (remarks: readonly Remark[]): readonly Remark[] => remarks.filter(({ severity }) => severity !== "info");
  type Beside = typeof openBook extends (...of: never[]) => infer Book ? Book : never;
  const keysOf = (remarks: readonly Remark[]): ReadonlySet<string> => new Set(remarks.map(({ key }) => key));
  /** What is said of a report that many cases begin with, beside a workbook and alone: reviewed once. */
  const known = new Map<Report, { readonly beside: ReadonlySet<string>; readonly alone: ReadonlySet<string> }>();

  function said(right: Report, beside: Beside): { readonly beside: ReadonlySet<string>; readonly alone: ReadonlySet<string> } {
    const opened = openReport(right);
    const found = known.get(right) ?? {
      beside: keysOf(remarksOf(opened, reviewBeside(opened, beside))),
      alone: keysOf(remarksOf(opened, reviewAlone(opened))),
    };
    known.set(right, found);
    return found;
  }

  /** What is said of a report with a fault and not of the right one. */
  const newly = (changed: Report, right: Report, beside: Beside) => {
    const opened = openReport(changed);
    const before = said(right, beside);
    return {
      beside: serious(remarksOf(opened, reviewBeside(opened, beside))).filter(({ key }) => !before.beside.has(key)),
      alone: serious(remarksOf(opened, reviewAlone(opened))).filter(({ key }) => !before.alone.has(key)),
    };
  };

  // 表3 2080505 and 表6 30108 of the sample, each with a digit of its code changed.
  it.each([
    [2, "机关事业单位基本养老保险缴费支出", 2, "08", "05", "2080508", "2080505"],
    [5, "机关事业单位基本养老保险缴费", 0, "304", "301", "30408", "30108"],
    [5, "差旅费", 1, "12", "11", "30212", "30211"],
  ])(
    "a wrong code in table %d is one remark, at the code, with the right one",
    async (table, name, column, wrong, right, code, rightCode) => {
      const { book, report } = await round;
      const row = rowOf(report, table, name);
      const changed = withCell(report, table, row, column, () => wrong);
      const found = newly(changed, report, book);
      expect(found.beside).toMatchObject([{ id: "T-表", cell: { row, column }, quote: wrong, expected: right }]);
      expect(found.beside[0]?.message).toContain(`报告印的是${code}，工作簿是${rightCode}`);
      expect(found.alone).toHaveLength(1);
      expect(found.alone[0]?.message).toContain(rightCode);
      const words = reviewAlone(openReport(changed)).proof.findings.filter(({ replaces }) => replaces);
      expect(words).toEqual(reviewAlone(openReport(report)).proof.findings.filter(({ replaces }) => replaces));
    },
  );

  it("a slip in a subject's name of a table is one remark, and the prose that has it right is not to be changed", async () => {
    const { book, report } = await round;
    const row = rowOf(report, 4, "公务员医疗补助");
    const column =
      report.blocks.filter((block) => block.kind === "table")[4]?.rows[row]?.findIndex(({ text }) => text === "公务员医疗补助") ?? -1;
    const found = newly(
      withCell(report, 4, row, column, () => "公务员医疗补肋"),
      report,
      book,
    );
    expect(found.beside).toMatchObject([{ id: "T-表", expected: "公务员医疗补助" }]);
    expect(found.alone).toHaveLength(1);
    expect(found.alone[0]?.message).toContain("科目名称应为“公务员医疗补助”");
  });

  it("the unit of a table is one remark, and no figure is said to be wrong for it", async () => {
    const { book, report } = await round;
    const heads = report.blocks.flatMap((block, index) => (block.kind === "paragraph" && /单位：万元/.test(block.text) ? [index] : []));
    for (const at of heads.slice(0, 4)) {
      const changed: Report = {
        ...report,
        blocks: report.blocks.map((block, index) =>
          index === at && block.kind === "paragraph" ? { ...block, text: block.text.replace("万元", "元") } : block,
        ),
      };
      const found = newly(changed, report, book);
      expect(found.beside).toHaveLength(1);
      expect(found.alone.filter(({ id }) => id === "B-数")).toEqual([]);
    }
    expect(heads.length).toBeGreaterThan(4);
  });

  it("another name over one table, another year below an empty one: one remark each, in its words", async () => {
    const { book, report } = await round;
    const put = (is: RegExp, from: RegExp, to: string): Report => {
      const at = report.blocks.findIndex((block) => block.kind === "paragraph" && is.test(block.text));
      expect(at).toBeGreaterThan(0);
      return {
        ...report,
        blocks: report.blocks.map((block, index) =>
          index === at && block.kind === "paragraph" ? { ...block, text: block.text.replace(from, to) } : block,
        ),
      };
    };
    const head = newly(put(/编制部门：示例市人民政府办公室/, /示例市人民政府办公室/, "示范县水利局"), report, book);
    expect(head.beside.map(({ message }) => message)).toEqual([expect.stringContaining("示范县水利局")]);
    expect(head.alone.map(({ message }) => message)).toEqual([expect.stringContaining("示范县水利局")]);
    const note = newly(put(/为空表/, /2026/, "2025"), report, book);
    expect(note.beside).toMatchObject([{ quote: "2025", expected: "2026" }]);
    expect(note.alone).toMatchObject([{ quote: "2025", expected: "2026" }]);
  });

  it("an empty table without its note: one remark, with the sentence that it lacks", async () => {
    const { book, report } = await round;
    const at = report.blocks.findIndex((block) => block.kind === "paragraph" && /国有资本.*为空表/.test(block.text));
    const found = newly({ ...report, blocks: report.blocks.filter((_, index) => index !== at) }, report, book);
    for (const remarks of [found.alone, found.beside])
      expect(remarks).toMatchObject([{ id: "S13", expected: expect.stringMatching(/国有资本.*为空表/) as string }]);
  });

  it("a list that is handed on has the cause in one row, with what follows from it", async () => {
    const { book, bytes } = await round;
    const { report, table, row, amount } = await at("行政运行", 4);
    const opened = openReport(withCell(report, table, row, amount, slip));
    const review = reviewBeside(opened, book);
    const html = new TextDecoder().decode(await writeReview("html", { bytes, opened, review, against: null }));
    expect(html.match(/>不符</g)).toHaveLength(1);
    for (const message of errors(remarksOf(opened, review))[0]?.consequences ?? []) expect(html).toContain(message.slice(0, 30));
  });
});

it("most of a table differs: said once for the table", async () => {
  const { book, report } = await round;
  let seen = -1;
  const other: Report = {
    ...report,
    blocks: report.blocks.map((block) =>
      block.kind === "table" && ++seen === 4
        ? {
            ...block,
            rows: block.rows.map((cells) => cells.map((cell) => ({ ...cell, text: cell.text.replace(/^([\d,]+)\.(\d\d)$/, "9$1.$2") }))),
          }
        : block,
    ),
  };
  const said = reviewBeside(openReport(other), book).proof.findings.filter(({ id }) => id === "T-表");
  expect(said).toHaveLength(1);
  expect(said[0]?.message).toContain("别的年度");
});

it("alone a figure is proved by others that it agrees with, and a changed one is no longer", async () => {
  const { report, table, row, amount } = await at("行政运行", 4);
  expect(reviewAlone(openReport(report)).proof.coverage.faulty).toBe(0);
  const changed = reviewAlone(openReport(withCell(report, table, row, amount, () => "1.11")));
  expect(changed.check.counts.broken).toBeGreaterThan(0);
  expect(changed.proof.coverage.faulty).toBeGreaterThan(0);
});

it("a remark of a table stands at its cell as a comment; only the text, the comments and their names change", async () => {
  const { book, bytes } = await round;
  const { report, table, row, amount } = await at("行政运行", 4);
  const opened = openReport(withCell(report, table, row, amount, () => "1.11"));
  const review = reviewBeside(opened, book);
  expect(remarksOf(opened, review).length).toBeGreaterThan(1);
  const commented = unzipSync(await writeReview("docx", { bytes, opened, review, against: "2026-12.xlsx" }));
  const before = unzipSync(bytes);
  const changed = Object.keys(commented).filter(
    (name) => before[name] === undefined || Buffer.compare(before[name], commented[name] ?? new Uint8Array()) !== 0,
  );
  expect(changed.sort()).toEqual(expect.arrayContaining(["word/document.xml"]));
  expect(changed.every((name) => /document\.xml|comments\.xml|\[Content_Types\]/.test(name))).toBe(true);
  const again = await readReport(await writeReview("docx", { bytes, opened, review, against: null }), "报告.docx", {
    assets: nodePdfAssets,
  });
  expect(
    again.blocks.map((block) => (block.kind === "table" ? block.rows.map((cells) => cells.map(({ text }) => text)) : block.text)),
  ).toEqual(
    (await round).report.blocks.map((block) =>
      block.kind === "table" ? block.rows.map((cells) => cells.map(({ text }) => text)) : block.text,
    ),
  );
});

it("the list of duties: found with its place, missing, not applicable, for a person", async () => {
  const { book, report } = await round;
  const statesOf = (given: Report): ((number: number) => string | undefined) => {
    const opened = openReport(given);
    const lines = dutyLines(opened, reviewBeside(opened, book));
    expect(lines).toHaveLength(29);
    return (number) => lines.find((line) => line.number === number)?.state;
  };
  const state = statesOf(report);
  expect([1, 2, 4, 6, 8, 9, 11, 13, 14, 15, 18, 19].map(state)).toEqual(Array.from({ length: 12 }, () => "found"));
  const unexplained = report.blocks.filter((block) => block.kind !== "paragraph" || !block.text.includes("名词解释"));
  expect(statesOf({ ...report, blocks: unexplained })(14)).toBe("missing");
  expect([26, 27, 28].map(state)).toEqual(["byHand", "byHand", "byHand"]);
  expect(state(29)).toBe("notApplicable");
});

it("the review as a page holds no mark-up of the report", async () => {
  const { book, bytes, report } = await round;
  const evil: Report = {
    ...report,
    name: "<script>alert(1)</script>.docx",
    blocks: [
      ...report.blocks,
      {
        kind: "paragraph",
        text: "增加增加<img src=x onerror=alert(1)>。",
        level: null,
        role: "body",
        source: null,
        paragraph: 999,
        page: null,
      },
    ],
  };
  const opened = openReport(evil);
  const page = new TextDecoder().decode(
    await writeReview("html", { bytes, opened, review: reviewBeside(opened, book), against: "a&b.xlsx" }),
  );
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toMatch(/<script|<img/);
});

it("another organisation's workbook is said once, and the report looked through alone", async () => {
  const { report } = await round;
  const foreign = path.join(__dirname, "../../samples/2026-11.xlsx");
  const other = openBook(await readWorkbook(new Uint8Array(readFileSync(foreign)), "2026-11.xlsx"));
  const opened = openReport(report);
  const [beside, alone] = [reviewBeside(opened, other), reviewAlone(opened)];
  expect(beside.beside).toBe(false);
  expect(beside.proof.findings.map(({ id }) => id)).toEqual(["S03", ...alone.proof.findings.map(({ id }) => id)]);
  expect(beside.proof.findings[0]?.message).toContain("没有用工作簿核对，只核对了报告自己的表和文字");
  expect(beside.proof.coverage).toEqual(alone.proof.coverage);
  expect(remarksOf(opened, beside).filter(({ severity }) => severity === "error")).toHaveLength(1);
});
