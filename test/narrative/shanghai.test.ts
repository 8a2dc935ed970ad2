import { openBook } from "../../src/book/open";
import { narrate } from "../../src/narrative/narrate";
import { segmentsText, type Narrative } from "../../src/narrative/segments";
import { proofread } from "../../src/proofread/proofread";
import { narrativeText } from "../../src/render/text";
import { filledIn } from "../support/filled-in";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

/** Its narrative is written from the nine tables and, for what they lack, from the 填报 sheets. */
const bare = shanghaiWorkbook();

const lines = (narrative: Narrative, number: string): readonly string[] =>
  narrative.sections
    .filter((section) => section.number === number)
    .flatMap(({ paragraphs }) => paragraphs.map(({ segments }) => segmentsText(segments)));

describe("before anything is filled in", () => {
  const { recognised, inputs } = openBook(bare);
  const narrative = narrate(recognised, inputs);
  const text = narrativeText(narrative).split("\n");

  test("it is printed as 上海 prints it: two chapters, the second numbered by itself", () => {
    const headings = text.filter((line) => /^(?:\d{4}年(?:部门|单位)预算编制说明|其他相关情况说明|[一二三四五六]、.*)$/.test(line));
    expect(headings).toEqual([
      "2026年部门预算编制说明",
      "其他相关情况说明",
      "一、2026年“三公”经费预算情况说明",
      "二、机关运行经费预算",
      "三、政府采购预算情况",
      "四、绩效目标设置情况",
      "五、国有资产占有使用情况",
    ]);
  });

  test("every open place of the text has an entry of the list, with a cell of its own", () => {
    const open = narrative.sections.flatMap(({ paragraphs }) => paragraphs).flatMap(({ segments }) => segments);
    expect(open.filter(({ text: said, kind }) => said.includes("〔") && kind !== "todo")).toEqual([]);
    expect(narrative.todo.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "请填写“收入来源·财政拨款收入”的上年预算数（万元；上年没有的填0）",
        "请填写“政府采购·货物”（万元，没有的填0）",
        "请填写“国有资产·安排购置其他用车数量”（辆，没有的填0）",
      ]),
    );
    const cells = narrative.todo.map(({ cell }) => `${cell.sheet}!${String(cell.row)},${String(cell.column)}`);
    expect(new Set(cells).size).toBe(cells.length);
  });

  test("what the tables have is said: 财政拨款收入 of the income table", () => {
    // 15,645,326 − 210,000 of 事业收入, in 元.
    expect(lines(narrative, "")[0]).toContain("财政拨款收入1,543.53万元，比上年预算〔待填：上年预算数〕；事业收入21.00万元");
  });

  test("items are numbered on", () => {
    const numbers = lines(narrative, "").flatMap((line) => /^(\d+)\./.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  });

  test("read again, the places still to be filled in are what is found, each once, and no figure is doubted", () => {
    const { findings, coverage } = proofread(text, { recognised, inputs });
    const slots = text.join("\n").match(/〔[^〕]*〕/g) ?? [];
    expect(findings.map(({ message, severity }) => [severity, /^(〔.*〕)还没有填/.exec(message)?.[1]])).toEqual(
      slots.map((slot) => ["error", slot]),
    );
    expect(coverage).toMatchObject({ faulty: 0, unchecked: [], unread: [] });
    expect(coverage.proved).toBe(coverage.figures);
  });
});

test("filled in on the 填报 sheets that the tool makes, nothing is left to ask, and all of it is proved", () => {
  const { recognised, inputs } = openBook(filledIn(bare));
  const narrative = narrate(recognised, inputs);
  expect(narrative.todo).toEqual([]);
  const text = narrativeText(narrative);
  expect(text).not.toContain("〔");
  expect(text).toContain("比上年预算增加1,542.53万元");
  expect(text).toContain("共有车辆8辆");
  const { findings, coverage } = proofread(text.split("\n"), { recognised, inputs });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(coverage).toMatchObject({ faulty: 0, unchecked: [], unread: [] });
});

test("a section that is gone is missed at its place, though a table's column is called as its heading", () => {
  const { recognised, inputs } = openBook(filledIn(bare));
  const text = narrativeText(narrate(recognised, inputs)).split("\n");
  const at = text.findIndex((line) => line.startsWith("二、机关运行经费预算"));
  // As a PDF hands over the heads of the ninth table, cell by cell, before 其他相关情况说明.
  const heads = ["“三公”经费预算数", "机关运行经费预算", "数"];
  const second = text.indexOf("其他相关情况说明");
  const without = [...text.slice(0, second), ...heads, ...text.slice(second, at), ...text.slice(at + 2)];
  const missing = proofread(without, { recognised, inputs }).findings.filter(({ category }) => category === "missing");
  // Behind the last line of the section before it.
  expect(missing.map(({ message, paragraph }) => [message, paragraph])).toEqual([["缺少：二、机关运行经费预算。", at + heads.length]]);
});
