import { proofread } from "../../src/proofread/proofread";
import { correctedParagraph } from "../../src/proofread/report";
import type { Fault } from "../../src/proofread/ledger";
import { withoutMisread } from "../../src/proofread/misread";
import { withoutOutvoted } from "../../src/proofread/outvoted";
import { linesOf, spanText } from "../../src/proofread/text/lines";
import { wholeWords } from "../../src/proofread/words/whole-words";
import { fresh, line, rightText, sampleBook } from "./support";

const bare = (text: string): string => text.replace(/[ \u3000]/g, "");
const right = rightText().map(bare);

/** The paragraph with those words, when the words are others, with all that is certain put in. */
async function corrected(from: string, to: string): Promise<string> {
  const at = right.findIndex((one) => one.includes(from));
  expect(at).toBeGreaterThanOrEqual(0);
  const text = right.map((one, index) => (index === at ? one.replace(from, to) : one));
  const report = proofread(text, await sampleBook());
  return correctedParagraph(report, at + 1);
}
const told = async (from: string, to: string): Promise<readonly string[]> =>
  fresh(right, await sampleBook(), from, to)
    .filter(({ severity }) => severity !== "info")
    .map(line);

describe("a name is put in for whole words, and leaves no part of another one standing", () => {
  const within = (text: string, said: string, name: string): string | null => {
    const [at] = linesOf([text]);
    const start = text.indexOf(said);
    const span = at && wholeWords({ line: at, start, end: start + said.length }, name);
    return span ? spanText(span) : null;
  };
  test.each([
    ["主要用于街面整治费用等支出", "街面整治费", "街面整治经费", "街面整治费用"],
    ["街面整治费用于清运", "街面整治费", "街面整治经费", "街面整治费"],
    ["本年国有资本经营预算拨款", "有资本经营预算", "政府性基金预算", "国有资本经营预算"],
    ["青川区林草局原部门收入", "青川区林草局原部门", "青川区林草原局", "青川区林草局原"],
  ])("%s", (text, said, name, whole) => expect(within(text, said, name)).toBe(whole));

  test("the name itself, and what begins another word behind it", () => {
    expect(within("青川县组织部部门收入", "青川县组织部部", "青川县组织部")).toBeNull();
  });

  test("what begins another word behind the organisation's name is no part of it", async () => {
    const text = await corrected("示例市人民政府办公室2026年支出预算", "示例市人民政府办公室室部门收入预算");
    expect(text).not.toContain("办公室门");
  });
});

test("a mark between a figure and its unit is one too many: the unit is there", async () => {
  expect(await told("支出预算1,221.42万元，其中", "支出预算1,221.42.万元，其中")).toEqual(["warning wording .→"]);
  expect(await corrected("支出预算1,221.42万元，其中", "支出预算1,221.42.万元，其中")).toContain("支出预算1,221.42万元，其中");
});

test("a clause of its own is no part of a name", async () => {
  const from = "一般公共预算支出包括：";
  expect(await corrected(from, "一般公共预算支\uFFFD包括：")).toContain("一般公共预算支\uFFFD包括：");
});

describe("what stands twice is taken out with its number, and not where it stands in its own place", () => {
  test("an entry of a list", async () => {
    const at = right.findIndex((one) => /^\d+\..*（项）：.*。$/.test(one));
    const entry = right[at] ?? "";
    expect(entry).toMatch(/。$/);
    const report = proofread([...right.slice(0, at + 1), entry, ...right.slice(at + 1)], await sampleBook());
    expect([at + 1, at + 2].map((paragraph) => correctedParagraph(report, paragraph))).toEqual([entry, ""]);
  });

  test("the sentence of the next section", async () => {
    const own = "示例市人民政府办公室2026年没有使用国有资本经营预算拨款安排的支出，国有资本经营预算支出情况表为空表。";
    const at = right.findIndex((one) => one.includes("没有使用政府性基金预算拨款安排的支出"));
    const text = right.map((one, index) => (index === at ? own : one));
    const report = proofread(text, await sampleBook());
    expect(correctedParagraph(report, at + 1)).toBe(right[at]);
    expect(correctedParagraph(report, right.findIndex((one) => one === own) + 1)).toBe(own);
  });
});

/** Two classes that have each other's amounts: the amounts or the names stand in each other's place, and the shares with them. */
test("of two amounts that are exchanged no share is certain either", async () => {
  const [one, other] = ["教育支出（类）4.68万元，占0.38%", "住房保障支出（类）72.49万元，占5.94%"];
  const text = right.map((paragraph) =>
    paragraph.includes(one)
      ? paragraph.replace(one, "教育支出（类）72.49万元，占5.94%")
      : paragraph.includes(other)
        ? paragraph.replace(other, "住房保障支出（类）4.68万元，占0.38%")
        : paragraph,
  );
  expect(text.filter((paragraph, index) => paragraph !== right[index])).toHaveLength(2);
  const { findings } = proofread(text, await sampleBook());
  const shares = findings.filter(({ id }) => id === "B-占");
  expect(shares.map(({ replaces, expected }) => [replaces, expected])).toEqual([
    [false, ""],
    [false, ""],
  ]);
});

test("two sentences run together are not read as the second of them, with nothing but corrections in the first", () => {
  const [line] = linesOf(["单位资金264.00万元，占15.76%"]);
  if (!line) throw new Error("no line");
  const at = { line, start: 0, end: 4 };
  const base = { severity: "error", message: "", expected: "非财政拨款结转结余", replaces: true, at } as const;
  const name: Fault = { ...base, id: "B08", category: "name" };
  const gone: Fault = { ...base, id: "B-缺", category: "missing", place: true, replaces: false, expected: "单位资金264.00万元，…。" };
  expect(withoutMisread([name]).map(({ replaces }) => replaces)).toEqual([true]);
  const amount: Fault = { ...base, id: "B-数", category: "figure", at: { line, start: 4, end: 10 }, expected: "29.00" };
  expect(withoutMisread([name, amount]).map(({ replaces }) => replaces)).toEqual([false, false]);
  expect(withoutMisread([{ ...name, expected: "单位资金收" }, amount]).map(({ replaces }) => replaces)).toEqual([true, true]);
  expect(withoutMisread([name, gone]).map(({ replaces }) => replaces)).toEqual([false, false]);
});

test("a name that the rest of the report has as the text does is not put in from one table", () => {
  const lines = linesOf(["（一）项目名称：街面整治经费", "项目名称：街面整治经费", "街面整治专项经费"]);
  const cell = { sheet: "表7", row: 3, column: 4, address: "E4" };
  const faults = lines.slice(0, 1).map((line): Fault => {
    const start = line.text.indexOf("街面");
    const at = { line, start, end: line.text.length };
    return { id: "B08", category: "name", severity: "error", at, message: "", expected: "街面整治专项经费", replaces: true, cells: [cell] };
  });
  expect(withoutOutvoted(faults, lines).map(({ replaces }) => replaces)).toEqual([false]);
  expect(withoutOutvoted(faults, lines.slice(0, 1)).map(({ replaces }) => replaces)).toEqual([true]);
});
