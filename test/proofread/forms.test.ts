import { proofread } from "../../src/proofread/proofread";
import { linesOf } from "../../src/proofread/text/lines";
import { fresh, line, openFigures, sampleBook, sampleText, serious } from "./support";

const ALONE = "第三部分 alone";

/** The ways in which Word, WPS and PDF readers hand over the same text. */
const FORMS: readonly (readonly [string, (text: readonly string[]) => string[]])[] = [
  ["without spaces", (text) => text.map((line) => line.replace(/ /g, ""))],
  ["a space between all characters", (text) => text.map((line) => (line.includes("\t") ? line : Array.from(line).join(" ")))],
  ["full-width digits", (text) => text.map((line) => line.replace(/[0-9.,%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)))],
  [
    "half-width punctuation",
    (text) =>
      text.map((line) => line.replace(/[（）：；，]/g, (one) => ({ "（": "(", "）": ")", "：": ":", "；": ";", "，": "," })[one] ?? one)),
  ],
  ["broken after every 34 characters, with page numbers", (text) => broken(text, 34)],
  ["broken after every 20 characters", (text) => broken(text, 20)],
  [ALONE, (text) => text.slice(text.findIndex((line) => line.startsWith("第三部分")))],
];

function broken(text: readonly string[], width: number): string[] {
  return text.flatMap((line, index) =>
    line.includes("\t")
      ? [line]
      : [...(line.match(new RegExp(`.{1,${String(width)}}`, "gsu")) ?? []), ...(index % 20 === 19 ? [`— ${String(index)} —`] : [])],
  );
}

test.each(FORMS)("%s: the same is found and proved", async (name, form) => {
  const against = await sampleBook();
  const [plain, other] = [proofread(sampleText(), against), proofread(form(sampleText()), against)];
  const handedIn = serious(plain).filter(({ paragraph }) => name !== ALONE || plain.paragraphs[paragraph - 1]?.part !== 1);
  expect(
    serious(other)
      .map(({ id, category }) => `${id} ${category}`)
      .sort(),
  ).toEqual(handedIn.map(({ id, category }) => `${id} ${category}`).sort());
  // 第一部分 has figures of its own; those of the performance sheets stand in no table.
  if (name !== ALONE) expect(other.coverage.proved).toBe(plain.coverage.proved);
  expect(openFigures(other)).toEqual([]);
});

test("a text that lost all its line ends is parted again", async () => {
  const against = await sampleBook();
  const prose = sampleText()
    .slice(9)
    .filter((line) => !line.includes("\t"));
  const joined = proofread([prose.join("")], against);
  expect(openFigures(joined).length).toBeLessThanOrEqual(5);
  // All that is planted in the sentences; 第一部分 and the tables are not handed in.
  expect(
    serious(joined)
      .filter(({ severity }) => severity === "error")
      .map(line),
  ).toEqual([
    "error share 5.84→",
    "error name 技术与开发→技术研究与开发",
    "error direction 增加→减少",
    "error change 6.99→6.69",
    "error sum 38万元，知识库更新18万元，回访质检8万元→",
    "error year 2024→2025",
    "error name 政务服务热线运营服务费→政务服务热线运行服务费",
    "error missing →十二、关于示例市人民政府办公室2026年上年结转结余预算情况说明\n示例市人民政府办公室2026年没有上年结转结余预算安排的支出，上年结转结余情况表为空表。",
    "error wording XX→",
    "error wording XX→",
  ]);
});

test("every character of a line leads back to its place in the user's paragraph", () => {
  const paragraphs = ["  收支总预算１， 221．42 万", "元 。", "- 3 -", "一、主要职能"];
  const lines = linesOf(paragraphs);
  expect(lines.map(({ text }) => text)).toEqual(["收支总预算1,221.42万元。", "一、主要职能"]);
  const [first] = lines;
  expect(first?.at[first.text.indexOf("1")]).toBe(paragraphs[0]?.indexOf("１"));
  expect([first?.paragraph.at(-1), first?.at.at(-1)]).toEqual([1, 2]);
});

/** What another tool's first run on real documents took for faults (docs/rules.md E): none is one. */
const NO_FAULTS: readonly (readonly [string, string, string])[] = [
  ["a year is no amount", "按照全口径预算的原则，", "按照2026年全口径预算的原则，"],
  ["last year in a year-on-year sentence", "主要原因是 2026 年热线来电增多", "主要原因是 2025 年合同到期，2026 年热线来电增多"],
  ["a number of persons in a reason", "在职人员减少 2 人", "在职人员减少 5 人"],
  ["a telephone line", "购买 12345 热线", "购买 12345 和 12348 热线"],
  ["a title with a year", "示例市热线办发【2024】18 号", "《2019 年工作要点》"],
  ["元 beside 万元", "房屋 251.00 平方米，价值 7.55 万元", "房屋 251.00 平方米，价值 75500 元"],
  ["a unit of measurement in a use", "热线年接通量达到 60000 个，", "热线年接通量达到 60000 个、接通率 98%，"],
];

test.each(NO_FAULTS)("no fault: %s", async (_name, from, to) => {
  const against = await sampleBook();
  const text = sampleText();
  expect(text.some((paragraph) => paragraph.includes(from))).toBe(true);
  const before = serious(proofread(text, against)).length;
  expect(
    serious(
      proofread(
        text.map((paragraph) => paragraph.replace(from, to)),
        against,
      ),
    ),
  ).toHaveLength(before);
});

test("two names of a list run together are both there, and only the mark between them is missing", async () => {
  const against = await sampleBook();
  const found = fresh(sampleText(), against, "社会保障和就业支出、卫生健康支出", "社会保障和就业支出卫生健康支出");
  expect(found.map(line)).toEqual(["info wording 社会保障和就业支出卫生健康支出→社会保障和就业支出、卫生健康支出"]);
});

test("a name of a list run together with a word that is none is still told", async () => {
  const against = await sampleBook();
  const found = fresh(sampleText(), against, "社会保障和就业支出、卫生健康支出", "社会保障和就业支出民兵建设、卫生健康支出");
  expect(found.map(line)).toContainEqual("error extra 社会保障和就业支出民兵建设→");
});

test("a name that stands twice without a mark is still told", async () => {
  const against = await sampleBook();
  const found = fresh(sampleText(), against, "社会保障和就业支出、卫生健康支出", "卫生健康支出卫生健康支出、社会保障和就业支出");
  expect(found.some(({ severity }) => severity !== "info")).toBe(true);
});
