import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import { readWorkbookFile } from "../../src/hosts/file/node";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { PlainWorkbook } from "../../src/workbook/plain";

const SAMPLE = path.resolve(__dirname, "../../samples/2026-12.xlsx");
const REPEATED = new Set(["表2", "表3", "表5"]);

/** The subject rows of tables 2, 3 and 5 written `times` times over, above their total. */
async function repeated(times: number): Promise<PlainWorkbook> {
  const workbook = await readWorkbookFile(SAMPLE);
  const rows = <T>(all: readonly T[], from: number, to: number): T[] => [
    ...all.slice(0, from),
    ...Array.from({ length: times }, () => all.slice(from, to)).flat(),
    ...all.slice(to),
  ];
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (!REPEATED.has(sheet.name)) return sheet;
      const from = sheet.values.findIndex(([code]) => code === "201" || code === 201);
      const to = sheet.values.length - 1;
      return {
        ...sheet,
        values: rows(sheet.values, from, to),
        formats: rows(sheet.formats, from, to),
        formulas: rows(sheet.formulas, from, to),
      };
    }),
  };
}

describe("subjects that a table repeats", () => {
  test("are compared with other tables once, all rows together: twice in each table agrees between them", async () => {
    const { findings } = checkWorkbook(recogniseWorkbook(await repeated(2)));
    const between = findings.filter(({ id, verdict }) => ["X23", "X25", "X35"].includes(id) && verdict === "broken");
    expect(between).toEqual([]);
    // 表1 says 912.02 once, 表2 twice: 1,824.04.
    expect(findings.find(({ id, left }) => id === "X12d" && left === "912.02")).toMatchObject({ right: "1824.04", difference: "-912.02" });
  });

  test("beyond five hundred findings of a check the rest are counted in one line", async () => {
    const { findings, counts } = checkWorkbook(recogniseWorkbook(await repeated(100)));
    const same = findings.filter(({ id, verdict }) => id === "K06" && verdict === "broken");
    expect(same).toHaveLength(501);
    const rest = Number(/^另有 (\d+) 处不符，没有逐一列出。$/.exec(same.at(-1)?.message ?? "")?.[1]);
    expect(rest).toBeGreaterThan(0);
    expect(counts.broken).toBeGreaterThanOrEqual(500 + rest);
  });
});
