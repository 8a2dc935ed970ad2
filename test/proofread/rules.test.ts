import { readFileSync } from "node:fs";
import path from "node:path";
import { openBook } from "../../src/proofread/book";
import { Ledger } from "../../src/proofread/ledger";
import { proofread } from "../../src/proofread/proofread";
import { judgeRules } from "../../src/proofread/rules/all";
import { linesOf } from "../../src/proofread/text/lines";
import { placesOf } from "../../src/proofread/text/sections";

/** Where a text without a year of its own needs one. */
const HEADED = "示例局2026年收支预算情况说明";

/** texts/rules.txt: under the name of each kind texts that must be found (+, the words at fault in ⟦⟧) and right ones (-); ¶ parts paragraphs, § is the heading. */
const KINDS = readFileSync(path.join(__dirname, "texts/rules.txt"), "utf8")
  .split(/^== /m)
  .slice(1)
  .map((block) => {
    const [kind = "", ...texts] = block.trim().split("\n");
    return {
      kind,
      texts: texts.map((text) => ({ wrong: text.startsWith("+"), paragraphs: text.slice(1).replace("§", HEADED).split("¶") })),
    };
  });

const bare = (text: string): string => text.replace(/[⟦⟧]/g, "");

describe.each(KINDS)("$kind", ({ texts }) => {
  for (const { paragraphs } of texts.filter(({ wrong }) => wrong))
    test(`found: ${paragraphs.join("¶")}`, () => {
      const at = paragraphs.findIndex((text) => text.includes("⟦"));
      const [start, end] = [paragraphs[at]?.indexOf("⟦") ?? -1, (paragraphs[at]?.indexOf("⟧") ?? 0) - 1];
      const { findings } = proofread(paragraphs.map(bare), null);
      const touching = findings.filter((finding) => finding.paragraph === at + 1 && finding.start <= end && finding.end >= start);
      expect(touching.length).toBeGreaterThan(0);
    });

  for (const { paragraphs } of texts.filter(({ wrong }) => !wrong))
    test(`right: ${paragraphs.join("¶")}`, () => {
      const lines = linesOf(paragraphs);
      const ledger = new Ledger(openBook(lines, null));
      judgeRules(ledger, lines, paragraphs, placesOf(lines));
      expect(ledger.faults.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual([]);
    });
});

test("a subject's level in brackets is no choice said before it", () => {
  expect(
    proofread(["科学技术支出（类）科技条件与服务（款）科技条件专项（项）12.00万元，主要用于日常办公。"], null).findings.map(
      ({ quote }) => quote,
    ),
  ).not.toContain("专项（项");
});

test("an amount said twice of one item must be the same; none is proposed, for either may be wrong", () => {
  const text = [
    "2026年单位预算收入安排如下。",
    "1.公共安全支出（类）司法（款）行政运行（项）56.12万元。主要用于：日常办公。2025年当年预算执行数为50.00万元，2026年预算安排57.80万元，比2025年预算执行数增加15.60%。",
  ];
  const [finding] = proofread(text, null).findings.filter(({ id }) => id === "B05");
  expect([finding?.quote, finding?.expected, finding?.severity]).toEqual(["57.80", "", "error"]);
});

test("comparison with the year itself is a slip, with the last year is none", () => {
  const about = "一、关于示例局2026年收支预算情况说明";
  const years = (text: string): readonly string[] =>
    proofread([about, text], null)
      .findings.filter(({ category }) => category === "year")
      .map(({ quote, expected }) => `${quote}→${expected}`);
  expect(years("收入预算比2026年预算减少3.00万元。")).toEqual(["2026→2025"]);
  expect(years("收入预算比2025年预算减少3.00万元。")).toEqual([]);
});

test("a text of no family known is said to be one; every figure is counted, with a unit or without", () => {
  const report = proofread(["本单位收支预算99.10，支出1,2O0.00万元。"], null);
  expect(report.sentences).toBeNull();
  expect(report.summary).toContain("句式还不认识");
  expect(report.coverage.unchecked.map(({ quote }) => quote)).toEqual(["99.10", "1,2O0.00"]);
});

test("a change whose unit is wrong is told, and no other digits are proposed", () => {
  const { findings } = proofread(["2025年支出预算100.00万元，2026年支出预算141.12万元，比2025年增加41.12元，增长41.12%。"], null);
  const told = findings.filter(({ severity }) => severity !== "info");
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ expected }) => expected).filter((expected) => /\d/.test(expected))).toEqual([]);
});
