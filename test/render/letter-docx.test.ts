import mammoth from "mammoth";
import { decide, type Decision } from "../../src/desk/decisions";
import { deskOf } from "../../src/desk/desk";
import type { DeskFile, DeskFinding } from "../../src/desk/file";
import { letterOf, type LetterChoice } from "../../src/desk/letters";
import { letterFiles } from "../../src/handout/letter-files";
import { letterDocx } from "../../src/render/letter-docx";
import { keptFile, keptFinding } from "../support/kept-file";
import { unzip } from "./unzip";

const said = (id: string, message: string, more: Partial<DeskFinding> = {}): DeskFinding => ({
  ...keptFinding(id, id, "error"),
  message,
  ...more,
});
const TOTAL = said("F501", "表5!E27 总计·合计 1,219.34 ≠ 基本支出 1,157.43+项目支出 62.00＝1,219.43，少 0.09。", {
  rule: "合计是基本支出加项目支出",
  why: "合计是基本支出加项目支出",
});
const DOUBT = said("K10", "表6的 30114 医疗费 有 3.19 列在公用经费。", { severity: "warning", why: "", advice: "请核对。" });
const NOT_RUN = [1, 2, 3].map((i) => said(`N${String(i)}`, "没有找到表2，没有核对。", { verdict: "notRun", severity: "info", why: "" }));

function textOf(files: readonly DeskFile[], choice: LetterChoice = "unrejected", decisions: readonly Decision[] = []): string | null {
  const [office] = deskOf(files, { decisions }).offices;
  const letter = office ? letterOf(office, { choice, by: "" }) : null;
  return (
    letter &&
    [
      letter.title,
      letter.opening,
      ...letter.parts.flatMap(({ heading, items }) => [heading, ...items.flatMap(({ words, below }) => [words, ...below])]),
    ].join("\n")
  );
}

const judged = (finding: DeskFinding, judgement: "accepted" | "rejected", reason: string): readonly Decision[] =>
  decide([], { name: "甲局", year: 2026, form: "12张表" }, finding, {
    judgement,
    reason,
    by: "张三",
    at: "2026-03-01T08:00:00.000Z",
    scope: "office",
  });

it("says each finding as a person would: sheet, cell, both figures, the ground, what to do", () => {
  expect(textOf([keptFile("甲局.xlsx", "甲局", { findings: [TOTAL, DOUBT, ...NOT_RUN], missing: [2] })])).toBe(
    [
      "关于甲局2026年部门预算公开材料的审核意见",
      "你单位报送的2026年部门预算公开材料（甲局.xlsx）收悉。经审核，有以下4项需要处理：",
      "需要改正的",
      "“甲局.xlsx”里没有找到表2。没有数据的表也要列出空表并说明，请补齐。",
      "表5（E27格）总计·合计 1,219.34，应当等于基本支出 1,157.43+项目支出 62.00＝1,219.43，现在少 0.09。（合计是基本支出加项目支出。）请核对两处的数，把填错的一处改正。",
      "请核实的",
      "表6的 30114 医疗费有 3.19 列在公用经费。请核对。",
      "没有能核对的",
      "没有找到表2，没有核对。请补齐或改正后再报，以便核对。",
    ].join("\n"),
  );
});

it("a long sum may go on in the next line: between its addends", () => {
  const sum = said("F503", "表5!E9 20406 司法·合计 3.00 ≠ 所属各项之和 4.00（1.00+1.50+1.50），少 1.00。", { why: "" });
  expect(textOf([keptFile("甲局.xlsx", "甲局", { findings: [sum] })])).toContain("所属各项之和 4.00（1.00 + 1.50 + 1.50），现在少 1.00。");
});

it("what was rejected is not told; what was accepted is, with the reviewer's words, alone where that is asked", () => {
  const files = [keptFile("甲局.xlsx", "甲局", { findings: [TOTAL, DOUBT] })];
  expect(textOf(files, "unrejected", judged(TOTAL, "rejected", "口径已批准"))).not.toMatch(/表5|口径/);
  const accepted = textOf(files, "accepted", judged(TOTAL, "accepted", "按批复数改"));
  expect(accepted).toMatch(/有以下1项[^]*表5[^]*审核意见：按批复数改。$/);
  expect(textOf(files, "accepted")).toBeNull();
});

it("a file that nobody could read is said, and so is what a desk does not keep", () => {
  expect(textOf([keptFile("甲局.xlsx", null, { state: "unreadable", problem: "“甲局.xlsx”已损坏。" })])).toMatch(
    /没有能核对：“甲局\.xlsx”已损坏。/,
  );
  const tally = { ...keptFile("a.xlsx", "甲局").tally, error: 140 };
  expect(textOf([keptFile("甲局.xlsx", "甲局", { findings: [TOTAL], tally })])).toMatch(/另有139处不符没有逐条列出/);
});

it("where it is known what ought to stand there, that is to be done", () => {
  const year = said("B07", "预算年度：这里写2022年，应为2023年。", { quote: "2022", expected: "2023", paragraph: 12, why: "" });
  const prose = { error: 1, warning: 0, figures: 1, proved: 0, unchecked: 0, findings: [year] };
  expect(textOf([keptFile("甲局.docx", "甲局", { prose })])).toMatch(
    /报告第12段：“2022”，应为“2023”。预算年度：这里写2022年，应为2023年。请照此改正。$/,
  );
});

it("a report is not told to follow a cell that is itself most likely wrong", () => {
  const suspects = [{ sheet: "表5", address: "E27", value: "1219.34", expected: "1219.43", message: "" }];
  const words = said("B-数", "说明写 1,219.43 万元，应为 1,219.34 万元（见 表5!E27）。", {
    quote: "1,219.43",
    expected: "1,219.34",
    paragraph: 12,
  });
  const prose = { error: 1, warning: 0, figures: 1, proved: 0, unchecked: 0, findings: [words] };
  const files = [keptFile("甲局.xlsx", "甲局", { suspects, findings: [TOTAL] }), keptFile("甲局.docx", "甲局", { prose })];
  expect(textOf(files)).toMatch(/先看这一格：[^]*\n报告第12段“1,219\.43”：.*先改工作簿，再看报告要不要改。/);
  expect(textOf(files)).not.toContain("应为“1,219.34”");
});

it("one cause is one thing to be done, what comes of it stands below, and is not told one by one where it is much", () => {
  const of = (cause: number, from: number, to: number): DeskFinding[] =>
    Array.from({ length: to - from + 1 }, (_, i) => said(`C${String(from + i)}`, `第${String(from + i)}处不符。`, { cause, why: "" }));
  const suspects = [{ sheet: "表3", address: "E8", value: "9.00", expected: "8.00", message: "表3!E8 写的是 9.00。" }];
  const causes = [
    { message: "表5整张表像是按元填的。", advice: "请换算成万元。" },
    { message: "表6与表7的表题互换了。", advice: "请换回来。" },
  ];
  const findings = [...of(0, 1, 20), said("S1", "表3!E9 1.00 ≠ 表3!E8 9.00，少 8.00。", { suspect: 0, why: "" }), ...of(1, 21, 22)];
  const text = textOf([keptFile("甲局.xlsx", "甲局", { findings, suspects, causes })]);
  expect(text?.split("\n").slice(1)).toEqual([
    "你单位报送的2026年部门预算公开材料（甲局.xlsx）收悉。经审核，有以下3项需要处理：",
    "需要改正的",
    "表5整张表像是按元填的。请换算成万元。",
    ...of(0, 1, 8).map(({ message }) => message),
    "另有12条由它引起，不再逐条列出。",
    "表6与表7的表题互换了。请换回来。",
    "第21处不符。",
    "第22处不符。",
    "先看这一格：表3（E8格）写的是 9.00。",
    "表3（E9格） 1.00，应当等于表3（E8格） 9.00，现在少 8.00。",
  ]);
});

it("what is the same in several places of a report is said once, with the places", () => {
  const findings = [87, 93, 97].map((paragraph) =>
    said("B10", "“XXX”：占位的字样还没有改掉。", { key: `B10|${String(paragraph)}`, quote: "XXX", paragraph, why: "" }),
  );
  const prose = { error: 3, warning: 0, figures: 1, proved: 0, unchecked: 0, findings };
  expect(
    textOf([keptFile("甲局.docx", "甲局", { prose })])
      ?.split("\n")
      .slice(2),
  ).toEqual(["需要改正的", "报告第87段、第93段、第97段，共3处：“XXX”：占位的字样还没有改掉。请核对报告的这一处，改正。"]);
});

it("is an official document: its styles, numbered throughout, who and when to be filled in; foreign text stays text", async () => {
  const name = '甲局<script>&"';
  const [office] = deskOf([keptFile("甲局.xlsx", name, { findings: [TOTAL, DOUBT] })]).offices;
  const letter = office && letterOf(office, { choice: "unrejected", by: "" });
  if (!letter) throw new Error("no letter");
  const bytes = await letterDocx(letter);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(value).toContain(`${name}：`);
  expect(value).toMatch(
    /一、需要改正的\s+1\. 表5（E27格）[^]*二、请核实的\s+2\. 表6[^]*审核单位（盖章）：\s+审核人：\s+联系电话：\s+年　　月　　日/,
  );
  const styles = unzip(bytes).get("word/styles.xml");
  for (const font of ["仿宋_GB2312", "方正小标宋简体", "黑体"]) expect(styles).toContain(font);
});

it("each office's letter has a name that every system allows, and no two the same", async () => {
  const named = ["甲/局", "甲\\局", "乙局"].map((name, i) => keptFile(`${String(i)}.xlsx`, name, { findings: [TOTAL], year: 2026 }));
  const files = await letterFiles(deskOf([...named, keptFile("3.xlsx", "丙局")]), { choice: "unrejected", by: "张三" });
  expect(files.map(({ name }) => name)).toEqual(["甲_局2026年审核意见.docx", "甲_局2026年审核意见（2）.docx", "乙局2026年审核意见.docx"]);
});
