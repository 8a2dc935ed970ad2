import { deskText } from "../../src/cli/desk-text";
import { countsOf, deskOf } from "../../src/desk/desk";
import { roundOfResults } from "../../src/desk/desk-round";
import type { DeskFile, DeskProof, Prose } from "../../src/desk/file";
import { pairsOf, partnersOf, withoutPartner } from "../../src/desk/offices";
import { pairHolder } from "../../src/desk/pair-holder";
import { deskHtml } from "../../src/render/desk-html";
import { deskSheets } from "../../src/render/desk-sheets";
import { countedWords } from "../../src/render/desk-words";
import { keptFile as file, keptFinding as finding } from "../support/kept-file";

const prose = (error: number): Prose => ({ error, warning: 0, figures: 100, proved: 100 - error, unchecked: 0, findings: [] });
const told = (files: readonly DeskFile[]): string[] => pairsOf(files).map(({ workbook, report }) => `${workbook.file}+${report.file}`);

it("workbook and report of one office and year are one row, by the full or the short name", () => {
  expect(
    told([file("1.xlsx", "甲市教育局"), file("2.xlsx", "甲市财政局"), file("2.docx", "财政局"), file("1.pdf", "甲市 教育局")]),
  ).toEqual(["2.xlsx+2.docx", "1.xlsx+1.pdf"]);
  expect(told([file("3.xlsx", "县林业局"), file("3.docx", "林业局")])).toEqual(["3.xlsx+3.docx"]);
  const [office] = deskOf([file("1.xlsx", "甲市教育局"), file("1.docx", "甲市教育局")]).offices;
  expect([office?.workbook?.file, office?.report?.file]).toEqual(["1.xlsx", "1.docx"]);
});

it.each<[string, DeskFile[]]>([
  ["another year", [file("1.xlsx", "甲局"), file("1.docx", "甲局", { year: 2025 })]],
  ["no year", [file("1.xlsx", "甲局", { year: null }), file("1.docx", "甲局", { year: null })]],
  ["no name", [file("1.xlsx", null), file("1.docx", null)]],
  ["two offices whose names end like the report's", [file("1.xlsx", "甲县财政局"), file("2.xlsx", "乙县财政局"), file("1.docx", "财政局")]],
  ["a name that begins within the other", [file("1.xlsx", "长宁县财政局"), file("1.docx", "宁县财政局")]],
  ["办公室 and 办公厅", [file("1.xlsx", "示例县人民政府办公室"), file("1.docx", "示例县人民政府办公厅")]],
  ["two workbooks of one office", [file("1.xlsx", "甲局"), file("2.xlsx", "甲局"), file("1.docx", "甲局")]],
  ["two reports of one office", [file("1.xlsx", "甲局"), file("1.docx", "甲局"), file("2.docx", "甲局")]],
  ["a report that could not be read", [file("1.xlsx", "甲局"), file("1.docx", "甲局", { state: "unreadable" })]],
])("what is not sure is not put together: %s", (_, files) => {
  expect(told(files)).toEqual([]);
  expect(deskOf(files).offices).toHaveLength(files.length);
});

it("a report of which only the words are known goes with a workbook that no whole report goes with", () => {
  const words = file("1.txt", "甲局", { kind: "report", state: "words", problem: "只核对了文字。", tables: 0, prose: prose(0) });
  expect(told([file("1.xlsx", "甲局"), words])).toEqual(["1.xlsx+1.txt"]);
  expect(told([words, file("1.xlsx", "甲局"), file("1.docx", "甲局")])).toEqual(["1.xlsx+1.docx"]);
  const proof: DeskProof = { file: "1.xlsx", text: "1.txt", prose: prose(0) };
  expect(deskOf([file("1.xlsx", "甲局"), words], { proofs: [proof] }).offices.map(({ state }) => state)).toEqual(["clean"]);
  // In the next round it goes with what were words then, whatever else there was.
  const before = [file("0.txt", "甲局", { kind: "report", state: "words" }), file("0.docx", "甲局")];
  expect(partnersOf([words], before, 0).map(({ other }) => other.file)).toEqual(["0.txt"]);
  expect(partnersOf([words], [{ ...words, year: 2025 }], 1)).toEqual([]);
  // Alone it is never without doubt: its tables were not looked at.
  expect(deskOf([words]).offices.map(({ state }) => state)).toEqual(["open"]);
});

it("the same file several times is one", () => {
  const twice = [file("1.xlsx", "甲局", { content: "1-a" }), file("收/1.xlsx", "甲局", { content: "1-a" }), file("1.docx", "甲局")];
  expect(told(twice)).toEqual(["1.xlsx+1.docx"]);
  expect(told([...twice, file("2.xlsx", "甲局", { content: "1-b" })])).toEqual([]);
  const { offices, totals } = deskOf(twice);
  expect(offices.map(({ note }) => note)).toEqual(["同样的文件还有 1 份（内容一字不差，只列一次）：收/1.xlsx"]);
  expect(totals.files).toBe(3);
  const pairs = partnersOf(twice, twice, 0);
  expect(pairs.map(({ file: { file: name }, other }) => [name, other.file])).toEqual([
    ["1.xlsx", "1.xlsx"],
    ["1.docx", "1.docx"],
  ]);
  expect(withoutPartner(twice, pairs)).toEqual([]);
});

it("a pair is held once, as soon as both are checked; one of which a twin came later is no pair in the end", async () => {
  const held: string[] = [];
  const pairs = pairHolder(({ workbook, report }) => {
    held.push(`${workbook.file}+${report.file}`);
    return Promise.resolve(null);
  });
  const files = [
    file("甲.docx", "甲市甲局", { kind: "report" }),
    file("乙.docx", "甲市乙局", { kind: "report" }),
    file("甲.xlsx", "甲市甲局"),
    file("乙.xlsx", "甲市乙局"),
    file("乙二稿.xlsx", "甲市乙局"),
  ];
  for (const one of files) await pairs.checked(one);
  expect(held).toEqual(["甲.xlsx+甲.docx", "乙.xlsx+乙.docx"]);
  for (const pair of pairsOf(files)) await pairs.hold(pair);
  expect(held).toHaveLength(2);
  expect(told(files)).toEqual(["甲.xlsx+甲.docx"]);
});

it("of the round before, what nothing was held against: offices that handed nothing in, and files that could not be read", () => {
  const before = [file("1.xlsx", "甲局"), file("2.xlsx", "乙局"), file("3.xlsx", null, { state: "unreadable" })];
  const pairs = partnersOf([file("改名.xls", "甲局"), file("4.xlsx", "丁局")], before, 0);
  expect(withoutPartner(before, pairs).map((one) => one.file)).toEqual(["2.xlsx", "3.xlsx"]);
  const written = deskText({ colour: false }, deskOf([], { gone: withoutPartner(before, pairs) }));
  expect(written).toContain("上一稿里有、这一稿没有对照上的：\n  乙局　2.xlsx\n  单位名称未认出　3.xlsx\n");
  // The files to hand on say so as well, and which files of this round have no other side.
  const passedOver = "另有 1 个文件没有校验。其他（x.lnk）：不是工作簿或报告。";
  const desk = deskOf([file("4.xlsx", "丁局")], { gone: withoutPartner(before, pairs), passedOver });
  const names = { title: "审核", link: (one: string) => `./${one}` };
  expect(deskHtml(desk, names)).toContain("上一稿里有、这一稿没有对照上的 2 个：乙局、3.xlsx。");
  expect(deskHtml(desk, names)).toContain(passedOver);
  expect(deskSheets(desk, names)[0]?.rows.flatMap(({ cells }) => cells.map(({ value }) => value))).toContain(passedOver);
  const rows = deskSheets(desk, names)
    .at(-1)
    ?.rows.map(({ cells }) => cells.map(({ value }) => value));
  expect(rows).toEqual(
    expect.arrayContaining([
      ["乙局", 2026, "这一稿没有", "2.xlsx", expect.any(String)],
      ["丁局", 2026, "上一稿没有", "4.xlsx", expect.any(String)],
    ]),
  );
});

it("a row of the workbook is as high as its longest text takes, in programs that fit no rows as well", () => {
  // The column is 90 digits wide: 100 characters of two digits each take three lines of 15 points, with 2 to spare.
  const long = { ...finding("F1", "a", "error"), message: "长".repeat(100) };
  const desk = deskOf([file("1.xlsx", "甲局", { findings: [long, finding("F2", "b", "error")] })]);
  const heights = deskSheets(desk, { title: "审核", link: (one) => one })[2]
    ?.rows.slice(3)
    .map(({ height }) => height);
  expect(heights).toEqual([47, undefined]);
});

it("a total that each of many misses by a slip of its own is nothing common to them", () => {
  const slip = (name: string, more: { readonly follows?: true }): DeskFile =>
    file(`${name}.xlsx`, name, { findings: [{ ...finding("F505", "总计", "error"), ...more }] });
  const names = ["甲局", "乙局", "丙局"];
  expect(deskOf(names.map((name) => slip(name, {}))).common).toHaveLength(1);
  expect(deskOf(names.map((name) => slip(name, { follows: true }))).common).toEqual([]);
});

it("what became of hints is not counted: “还在 N” is what is asked of the office", () => {
  const was = file("1.xlsx", "甲局", { findings: [finding("F1", "a", "error"), finding("F2", "b", "info"), finding("F3", "c", "info")] });
  const is = file("1.xlsx", "甲局", { findings: [finding("F1", "a", "error"), finding("F2", "b", "info"), finding("F4", "d", "info")] });
  expect(roundOfResults(was, is)).toMatchObject({
    remaining: ["a"],
    repaired: [],
    added: [],
    counts: { remaining: 1, repaired: 0, added: 0 },
  });
});

it("two workbooks of one office are two rows, and that is said", () => {
  const { offices } = deskOf([file("1.xlsx", "甲局"), file("2.xlsx", "甲局"), file("3.xlsx", "乙局")]);
  expect(offices.map(({ note }) => note.includes("工作簿有 2 个"))).toEqual([true, true, false]);
});

it("of two files of one office it is said when each was saved, where both say so and keep a clock", () => {
  const note = (one: string | null, other: string | null): string =>
    deskOf([file("收/1.xlsx", "甲局", { saved: one }), file("2.xlsx", "甲局", { saved: other })]).offices[0]?.note ?? "";
  // As any clock shows it: the hour depends on where it stands.
  expect(note("2026-02-10T04:22:31Z", "2025-12-20T04:05:00Z")).toMatch(
    /；文件里记的保存时间：“1\.xlsx”2026年2月\d+日 \d\d:\d\d，“2\.xlsx”2025年12月\d+日 \d\d:\d\d；请看哪一个是定稿$/,
  );
  for (const other of [null, "2026-02-10T00:00:00Z", "2006-09-16T03:04:05Z"])
    expect(note("2026-02-10T04:22:31Z", other)).not.toContain("保存时间");
});

it("the words against the workbook take the place of those against the report's own tables", () => {
  const files = [file("1.xlsx", "甲局"), file("1.docx", "甲局", { prose: prose(0) })];
  expect(deskOf(files).offices[0]).toMatchObject({ state: "clean", prose: { beside: false, error: 0 } });
  const proof: DeskProof = { file: "1.xlsx", text: "1.docx", prose: prose(3) };
  expect(deskOf(files, { proofs: [proof] }).offices[0]).toMatchObject({ state: "broken", prose: { beside: true, error: 3 } });
});

it("a row stands as its worst: unreadable, broken, open, clean", () => {
  const { offices, totals } = deskOf([
    file("坏.xlsx", null, { state: "unreadable", problem: "已损坏。" }),
    file("1.xlsx", "甲局", { findings: [finding("F1", "a", "error"), finding("F2", "b", "warning")] }),
    file("2.xlsx", "乙局", { findings: [finding("F2", "b", "warning")] }),
    file("3.xlsx", "丙局", { missing: [2] }),
    file("4.xlsx", "丁局", { findings: [finding("F3", "c", "info")] }),
  ]);
  expect(offices.map(({ name, state }) => `${name} ${state}`)).toEqual([
    "坏.xlsx unreadable",
    "甲局 broken",
    "乙局 open",
    "丙局 open",
    "丁局 clean",
  ]);
  expect(totals).toMatchObject({ files: 5, offices: 5, unreadable: 1, broken: 1, open: 2, settled: 0, clean: 1 });
});

it("offices × checks: the rule that most offices break first, the worst level and the number in each cell", () => {
  const { checks, offices } = deskOf([
    file("1.xlsx", "甲局", { findings: [finding("F1", "a", "error"), finding("F1", "b", "warning"), finding("F2", "x", "warning")] }),
    file("2.xlsx", "乙局", { findings: [finding("F2", "y", "info")] }),
    file("3.xlsx", "丙局", { findings: [finding("F3", "z", "info", "notRun")] }),
  ]);
  expect(checks.map(({ id, offices: count, findings, level }) => [id, count, findings, level])).toEqual([
    ["F2", 2, 2, "warning"],
    ["F1", 1, 2, "error"],
    ["F3", 1, 1, "notRun"],
  ]);
  expect(offices[0]?.marks.get("F1")).toEqual({ level: "error", count: 2 });
  expect(offices[1]?.marks.get("F1")).toBeUndefined();
});

it("what many offices of one form have alike is said once; what few have, or in other rows, is not", () => {
  const many = Array.from({ length: 8 }, (_, i) =>
    file(`${String(i)}.xlsx`, `第${String(i)}局`, { findings: [finding("F1", i < 3 ? "总计" : `第${String(i)}行`, "error")] }),
  );
  const others = Array.from({ length: 20 }, (_, i) => file(`x${String(i)}.xlsx`, `旁${String(i)}局`, { form: "11张表" }));
  const { common } = deskOf([...many, ...others]);
  expect(common).toHaveLength(1);
  expect(common[0]).toMatchObject({ id: "F1", offices: [0, 1, 2] });
  expect(common[0]?.message).toMatch(/^3 个单位（用“12张表”的共 8 个）都有同一处不符（合计等于各项之和）/);
  // Two are no many.
  expect(deskOf(many.slice(1)).common).toEqual([]);
});

it("the same words in several places of each office are common once, of all their places", () => {
  const xxx = (place: number) => ({
    ...finding("B10", `B10|${String(place)}`, "error"),
    message: "“XXX”：占位的字样还没有改掉。",
    quote: "XXX",
  });
  const prose = { error: 2, warning: 0, figures: 0, proved: 0, unchecked: 0, findings: [xxx(1), xxx(2)] };
  const { common } = deskOf(["甲局", "乙局", "丙局"].map((name) => file(`${name}.docx`, name, { prose })));
  expect(common.map(({ message, findings }) => [message.slice(0, 40), findings.map(({ key }) => key)])).toEqual([
    [expect.stringMatching(/^3 个单位.*都有同样的 2 处不符/), ["B10|1", "B10|2"]],
  ]);
});

it("the number beside a conclusion is of all that it rests on, tables and words", () => {
  const [office] = deskOf([file("1.xlsx", "甲局"), file("1.docx", "甲局", { prose: { ...prose(3), warning: 2 } })]).offices;
  if (!office) throw new Error("one office");
  expect([office.state, office.tally.error, countsOf(office)]).toEqual(["broken", 0, { error: 3, warning: 2, notRun: 0 }]);
  expect(countedWords(office, "error")).toBe("公开表 0 处，报告的文字 3 处");
});
