import type { ProofFinding, ProofreadReport } from "../../src/proofread/report";
import { proofreadDocx } from "../../src/render/proofread-docx";
import { reportLines } from "../support/report-lines";

const finding: ProofFinding = {
  id: "B-数",
  key: "k",
  verdict: "broken",
  severity: "error",
  category: "figure",
  paragraph: 12,
  start: 3,
  end: 8,
  quote: "=1+1<b>",
  expected: "1,221.42",
  replaces: true,
  printed: null,
  message: "收支总预算：说明写1,221.24万元，应为1,221.42万元。",
  formula: "",
  why: "",
  advice: "请改正。",
  left: "1221.24",
  right: "1221.42",
  difference: "-0.18",
  cells: [
    { sheet: "表1", row: 34, column: 1, table: 1, rowLabel: "收入总计", columnLabel: "预算数", value: "1221.42", side: "right", sign: 1 },
  ],
};
const report = (findings: readonly ProofFinding[]): ProofreadReport => ({
  paragraphs: [],
  findings,
  sentences: "xinjiang",
  stranger: null,
  withWorkbook: true,
  summary: "说明里的数字187/190个已核对相符，1个有疑问，2个未核对。",
  coverage: {
    figures: 190,
    proved: 187,
    faulty: 1,
    unread: [],
    unchecked: [{ paragraph: 20, start: 0, end: 4, quote: "7.55万元", reason: "填报表里还没有填" }],
  },
});

test("the list to hand back says where, what, what it should be, and what was not held against anything", async () => {
  const lines = await reportLines(
    await proofreadDocx(report([finding]), { text: "说明.docx", organisation: "示例市人民政府办公室", year: 2026 }),
    "a.docx",
  );
  expect(lines.slice(0, 3)).toEqual([
    "预算情况说明校对结果",
    "示例市人民政府办公室 · 2026年 · 说明.docx",
    "说明里的数字187/190个已核对相符，1个有疑问，2个未核对。",
  ]);
  expect(lines).toContain("1\t不符\t金额\t12\t=1+1<b>\t1,221.42\t收支总预算：说明写1,221.24万元，应为1,221.42万元。请改正。\t表1!B35");
  expect(lines).toContain("20\t7.55万元\t填报表里还没有填");
});

test("nothing found is said", async () => {
  expect(await reportLines(await proofreadDocx(report([]), { text: "", organisation: null, year: null }), "a.docx")).toContain(
    "没有发现不符。",
  );
});
