import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellRef } from "../../src/amount/cell-ref";
import { incompleteWords, type CheckReport } from "../../src/checks/report";
import { checkWorkbook } from "../../src/book/check";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { TableKey } from "../../src/templates/define";
import { blockOf, exchanged, replaced, rewritten, scaled, shifted, tableOf } from "./cause-cases";
import { slipped } from "./row-cases";

async function sample(name: string): Promise<PlainWorkbook> {
  return readWorkbook(new Uint8Array(readFileSync(path.resolve(__dirname, `../../samples/${name}.xlsx`))), name);
}

const check = (workbook: PlainWorkbook): CheckReport => checkWorkbook(recogniseWorkbook(workbook));
const kinds = (report: CheckReport): string[] => report.causes.map(({ kind }) => kind);

function missing(): never {
  throw new Error("the sample has no such title");
}

let workbook: PlainWorkbook;
let recognised: ReturnType<typeof recogniseWorkbook>;
beforeAll(async () => {
  workbook = await sample("2026-12");
  recognised = recogniseWorkbook(workbook);
});

/** The report of the sample with one slip; every broken identity of level error must be explained by the one cause. */
function caused(wrong: PlainWorkbook): CheckReport {
  const report = check(wrong);
  const identities = report.findings
    .filter(({ verdict, severity, id, left }) => verdict === "broken" && severity === "error" && /^[FX]/.test(id) && left !== null)
    .map(({ key }) => key);
  expect(identities.filter((key) => !report.causes.some(({ explains }) => explains.includes(key)))).toEqual([]);
  return report;
}

describe("a row left out", () => {
  // Amounts and codes are those of the published document (samples/data/2026-12.json).
  test.each([
    [
      "basic",
      "30108",
      "表6 的“301 工资福利支出”之下少了一行，金额 88.70（人员经费 88.70），按 表5“2080505 机关事业单位基本养老保险缴费支出”的基本支出，少的是“30108 机关事业单位基本养老保险缴费”",
    ],
    ["basic", "30302", "表6 的“303 对个人和家庭的补助”之下少了一行，金额约 47.30（人员经费 47.30）"],
    ["basic", "303", "表6 的“总计”之下少了一行，金额约 49.08（人员经费 49.08），少的多半是“303 对个人和家庭的补助”"],
    [
      "projects",
      "2010399",
      "表7 的“20103 政府办公厅（室）及相关机构事务”之下少了一行，金额 62.00（商品和服务支出 62.00），少的多半是项目“政务服务热线运行服务费”",
    ],
  ] as const)("%s %s: the missing row is the first suspect and the only one", (key, code, words) => {
    const table = tableOf(recognised, key);
    const row = table.withCode(code)[0];
    if (!row) throw new Error(code);
    const report = caused(slipped(workbook, { kind: "deleted", table, row }));
    expect(report.causes.map(({ kind, message }) => [kind, message.slice(0, words.length)])).toEqual([["missing", words]]);
    expect(report.suspects.map(({ kind, expected, message }) => [kind, expected, message.slice(0, words.length)])).toEqual([
      ["missing", null, words],
    ]);
  });
});

describe("a whole table or column", () => {
  test.each<TableKey>(["overview", "income", "expenditure", "fiscal", "general", "basic", "projects"])(
    "%s in 元 under 单位：万元",
    (key) => {
      const table = tableOf(recognised, key);
      const report = caused(scaled(workbook, blockOf(table), 4));
      expect(report.causes[0]?.message).toContain(`${table.label} 整张表的数字都大了一万倍，像是按元填的，表上写的是“单位：万元”`);
      expect([kinds(report), report.suspects]).toEqual([["unit"], []]);
    },
  );

  test("figures ten thousand times too small", () => {
    expect(kinds(caused(scaled(workbook, blockOf(tableOf(recognised, "general")), -4)))).toEqual(["unit"]);
  });

  test.each([
    ["合计", 1],
    ["基本支出", -1],
  ] as const)("%s of the general budget one row off", (column, step) => {
    const report = caused(shifted(workbook, blockOf(tableOf(recognised, "general"), [column]), step));
    expect(kinds(report)).toEqual(["shift"]);
    expect(report.causes[0]?.message).toContain(`表5 的“${column}”列`);
    expect(report.causes[0]?.message).toContain(step === 1 ? "向下错了一行" : "向上错了一行");
  });

  test.each([
    ["general", "项目支出", 1],
    ["general", "项目支出", -1],
    ["expenditure", "项目支出", -1],
    ["overview", "收入预算数", -1],
  ] as const)("%s %s, of which few figures are filled, %i row off", (key, column, step) => {
    const report = check(shifted(workbook, blockOf(tableOf(recognised, key), [column]), step));
    expect(kinds(report)).toEqual(["shift"]);
    expect(report.causes[0]?.message).toContain(step === 1 ? "向下错了一行" : "向上错了一行");
  });

  test("two columns in each other's place", () => {
    const report = caused(exchanged(workbook, blockOf(tableOf(recognised, "general"), ["基本支出", "项目支出"]), "columns"));
    expect(report.causes.map(({ kind, message }) => [kind, message.slice(0, 24)])).toEqual([
      ["columns", "表5 “基本支出”列和“项目支出”列的数字整列填反了".slice(0, 24)],
    ]);
  });
});

test("a row put in beside sums that leave it out: it is the suspect, whatever rounding left of the sums", () => {
  const table = tableOf(recognised, "basic");
  const row = table.withCode("30211")[0];
  if (!row) throw new Error("no 30211");
  const doubled = slipped(workbook, { kind: "doubled", table, row });
  const put = { table, rows: [row.position + 1], columns: [2, 4, 6].map((column) => column - 1) };
  const amounts = rewritten(doubled, put, (_, column) => (column === 1 ? "72" : 4.34));
  const report = check(amounts);
  expect(report.suspects.map((suspect) => suspect.row)).toEqual([row.position + 1]);
  expect(kinds(report)).toEqual(["extra"]);
});

test("two rows in each other's place: every figure to the last digit", () => {
  const table = tableOf(recognised, "general");
  const [a, b] = ["2010301", "2080506"].map((code) => table.withCode(code)[0]);
  if (!a || !b) throw new Error("no rows");
  const report = caused(exchanged(workbook, { ...blockOf(table), rows: [a.position, b.position] }, "rows"));
  expect(kinds(report)).toEqual(["rows"]);
  // 2010301 is 812.15 and 2080506 is 44.35, all of it basic expenditure.
  expect(report.suspects.map(({ row, expected }) => [row, expected])).toEqual([
    [a.position, "812.15"],
    [b.position, "44.35"],
    [a.position, "812.15"],
    [b.position, "44.35"],
  ]);
});

test("a project under another 项", () => {
  const table = tableOf(recognised, "projects");
  const project = table.rows.find(({ kind }) => kind === "project");
  if (!project) throw new Error("no project");
  // The third of the code cells left of the name holds the digits of the 项.
  const report = caused(rewritten(workbook, { table, rows: [project.position], columns: [2] }, () => "02"));
  expect(report.causes.map(({ kind, message }) => [kind, message.includes("科目编码写的是 2010302，按表5应是“2010399")])).toEqual([
    ["code", true],
  ]);
});

test.each<TableKey>(["overview", "income", "expenditure", "fiscal", "general", "basic", "projects"])(
  "%s of another office: the table is the cause, no cell is suspected",
  async (key) => {
    const table = tableOf(recognised, key);
    const report = check(replaced(workbook, table, tableOf(recogniseWorkbook(await sample("2026-11")), key)));
    expect(report.causes[0]).toMatchObject({ kind: "foreign" });
    expect(report.causes[0]?.message).toContain(`${table.label} 自身相符`);
    expect(report.suspects).toEqual([]);
  },
);

test("two tables under each other's title", () => {
  // 表3 and 表5 have the same columns; the words of their titles and of the heading over the amounts change places, the numbers stay.
  const title = (sheet: string): CellRef => tableOf(recognised, sheet === "表3" ? "expenditure" : "general").title?.cell ?? missing();
  const [three, five] = [title("表3"), title("表5")];
  const words = (cell: CellRef): CellValue =>
    recognised.workbook.sheets.find(({ name }) => name === cell.sheet)?.values[cell.row]?.[cell.column] ?? null;
  const put = (book: PlainWorkbook, cell: CellRef, value: CellValue): PlainWorkbook => ({
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.name !== cell.sheet
        ? sheet
        : {
            ...sheet,
            values: sheet.values.map((row, r) => (r === cell.row ? row.map((old, c) => (c === cell.column ? value : old)) : row)),
          },
    ),
  });
  const heads = [three, five].map(({ sheet }): CellRef => ({ sheet, row: 2, column: 4 }));
  const pairs = [[three, five], heads].flatMap(([a = missing(), b = missing()]) => [[a, b] as const, [b, a] as const]);
  const report = caused(pairs.reduce((book, [to, from]) => put(book, to, words(from)), workbook));
  expect(kinds(report)).toEqual(["exchanged"]);
  expect(report.causes[0]?.message).toContain("内容互换后各项就都相符");
  expect(report.suspects).toEqual([]);
});

test("beside a cause, a wrong cell of another table is still found", () => {
  const general = tableOf(recognised, "general");
  const basic = tableOf(recognised, "basic");
  const row = basic.withCode("30103")[0];
  if (!row) throw new Error("no 30103");
  const column = basic.columns.get("人员经费")?.position ?? -1;
  const wrong = rewritten(scaled(workbook, blockOf(general), 4), { table: basic, rows: [row.position], columns: [column] }, () => 76.84);
  const report = check(wrong);
  expect(kinds(report)).toEqual(["unit"]);
  expect(report.suspects.map(({ value, expected }) => [value, expected])).toEqual([["76.84", "67.84"]]);
});

test("nothing wrong, no cause", () => expect(check(workbook).causes).toEqual([]));

test("“先改这几格” never stands without cells", () => {
  expect(incompleteWords({ causes: [], suspects: [] })).not.toContain("这几格");
});
