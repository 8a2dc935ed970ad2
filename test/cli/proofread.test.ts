import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { narrate } from "../../src/cli/narrate";
import { proofread } from "../../src/cli/proofread";

const sample = path.join(__dirname, "../../samples/2026-12.xlsx");
let folder: string;
let written: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-proofread-"));
  written = path.join(folder, "说明.txt");
  await narrate(
    { colour: false, out: () => undefined, err: () => undefined },
    { name: "narrate", file: sample, format: "text", output: written, whole: false },
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Json {
  readonly file: string;
  readonly error?: string;
  readonly summary: string;
  readonly coverage: { readonly figures: number; readonly proved: number };
  readonly findings: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly severity: string;
    readonly category: string;
    readonly paragraph: number;
    readonly quote: string;
    readonly expected: string;
    readonly message: string;
    readonly cells: readonly { readonly sheet: string; readonly address: string }[];
  }[];
}

async function run(text: string, json: boolean, file = sample): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await proofread(
    { colour: false, out: (words) => (out += words), err: (words) => (err += words) },
    { name: "proofread", report: null, file, texts: [text], json },
  );
  return { code, out, err };
}

/** The sample's own narrative with one figure altered. Paragraph 7, from 1: 二, the first source of income. */
function altered(from: string, to: string): string {
  const whole = readFileSync(written, "utf8");
  expect(whole).toContain(from);
  const place = path.join(folder, "改过.txt");
  writeFileSync(place, whole.replace(from, to));
  return place;
}

it("a text that agrees with the workbook: exit 0, every figure proved", async () => {
  const { code, out } = await run(written, true);
  const report = JSON.parse(out) as Json;
  expect(code).toBe(0);
  expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(report.coverage.figures).toBeGreaterThan(100);
  expect(report.coverage.proved / report.coverage.figures).toBeGreaterThanOrEqual(0.95);
});

it("a wrong figure: exit 1, with its words, what it should be, its paragraph, category and cell", async () => {
  const { code, out } = await run(altered("一般公共预算1,219.43万元，占99.84%", "一般公共预算1,219.34万元，占99.84%"), true);
  const report = JSON.parse(out) as Json;
  expect(code).toBe(1);
  const paragraph =
    readFileSync(written, "utf8")
      .split("\n")
      .findIndex((line) => line.startsWith("一般公共预算1,219.43万元，占99.84%")) + 1;
  const fault = report.findings.find(({ severity, quote }) => severity === "error" && quote.includes("1,219.34"));
  expect(fault).toMatchObject({ category: "figure", paragraph, verdict: "broken" });
  expect(fault?.expected).toContain("1,219.43");
  // 表2, 总计 row 28, 一般公共预算 column G.
  expect(fault?.cells.map((cell) => `${cell.sheet}!${cell.address}`)).toContain("表2!G28");
});

it("for a person: level, paragraph and category, the words and what they should be, and how much was proved", async () => {
  const { code, out } = await run(altered("一般公共预算1,219.43万元，占99.84%", "一般公共预算1,219.34万元，占99.84%"), false);
  expect(code).toBe(1);
  expect(out).toMatch(/不符 {2}第\d+段 {2}金额/);
  expect(out).toMatch(/“[^”]*1,219\.34[^”]*” → “[^”]*1,219\.43[^”]*”/);
  expect(out.trimEnd().split("\n").at(-1)).toMatch(/\d+\/\d+/);
});

it("an unreadable file of either kind: exit 2, in Chinese, as a line of JSON where that is asked for", async () => {
  const missing = await run(path.join(folder, "没有.txt"), true);
  expect([missing.code, (JSON.parse(missing.out) as Json).error]).toEqual([2, expect.stringMatching(/找不到文件/)]);
  const noWorkbook = await run(written, false, path.join(folder, "没有.xlsx"));
  expect([noWorkbook.code, noWorkbook.out]).toEqual([2, ""]);
  expect(noWorkbook.err).toMatch(/找不到文件/);
  const wrongKind = await run(sample, false);
  expect([wrongKind.code, wrongKind.out]).toEqual([2, ""]);
  expect(wrongKind.err).toMatch(/不能作为报告读取.*\.docx、\.pdf/);
});
