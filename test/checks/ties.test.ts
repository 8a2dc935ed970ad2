import { readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { on, plus } from "../../src/checks/language/build";
import type { Tie } from "../../src/checks/report";
import { pairsOf } from "../../src/checks/ties";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import * as means from "../../src/templates/common/meanings";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

const sample = async (): Promise<PlainWorkbook> =>
  readWorkbook(new Uint8Array(readFileSync(path.resolve(__dirname, "../../samples/2026-12.xlsx"))), "2026-12.xlsx");
const between = (ties: readonly Tie[], a: string, b: string): Tie | undefined =>
  ties.find(({ tables }) => tables.some((one) => one === a) && tables.some((one) => one === b));

describe("how two tables stand to each other", () => {
  it("an identity ties the table it begins with to every other, and none to itself", () => {
    const [general, funds, fiscal] = [on(means.general), on(means.funds), on(means.fiscal)];
    expect(pairsOf(general.at("总计", "合计").equals(general.at("各类", "合计")))).toEqual([]);
    expect(pairsOf(fiscal.at("总计", "合计").equals(plus(general.at("总计", "合计"), funds.at("总计", "合计"))))).toEqual([
      ["fiscal", "general"],
      ["fiscal", "funds"],
    ]);
  });

  it("counts what was found between them, and names its findings", async () => {
    const book = await sample();
    const sheet = book.sheets.find(({ name }) => name === "表6");
    const sound = checkWorkbook(recogniseWorkbook(book)).ties;
    expect(between(sound, "general", "basic")).toMatchObject({ counts: { broken: 0, notRun: 0 }, findings: [] });
    expect(between(sound, "general", "basic")?.counts.holds).toBeGreaterThan(0);
    expect(sheet).toBeDefined();
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== "表6") };
    const report = checkWorkbook(recogniseWorkbook(without));
    const tie = between(report.ties, "general", "basic");
    expect(tie?.counts).toMatchObject({ holds: 0, broken: 0 });
    expect(tie?.counts.notRun).toBeGreaterThan(0);
    expect(tie?.findings.every((key) => report.findings.some((finding) => finding.key === key))).toBe(true);
    expect(tie?.findings.length).toBe(tie?.counts.notRun);
  });

  it("ties the tables of another province", () => {
    const { ties } = checkWorkbook(recogniseWorkbook(shanghaiWorkbook()));
    expect(between(ties, "overview", "fiscal")?.counts).toMatchObject({ broken: 0, notRun: 0 });
    expect(between(ties, "projects", "general")).toBeUndefined();
  });
});
