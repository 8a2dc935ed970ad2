import { draftSheet } from "../../src/hosts/file/draft-sheet";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { readInputs } from "../../src/inputs/read";
import type { Carryover } from "../../src/inputs/asked-rows";
import type { DraftCell, SheetDraft } from "../../src/workbook/draft";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullSheets, fullWorkbook } from "../narrative/full-workbook";
import { narrated } from "../narrative/support";

const bare = (changes: Readonly<Record<string, string | null>> = {}): PlainWorkbook =>
  fullWorkbook({
    ...Object.fromEntries(
      Object.keys(fullSheets)
        .filter((name) => name.startsWith("填报"))
        .map((name) => [name, null]),
    ),
    表1: (fullSheets["表1"] ?? "").replace("部门收支", "2026年部门收支"),
    ...changes,
  });

const drafts = (workbook: PlainWorkbook, carryover: Carryover = {}): readonly SheetDraft[] =>
  inputSheetDrafts(recogniseWorkbook(workbook), readInputs(workbook), carryover);
const named = (all: readonly SheetDraft[], name: string): SheetDraft =>
  all.find((draft) => draft.name === name) ??
  (() => {
    throw new Error(name);
  })();
const rowWith = (draft: SheetDraft, ...texts: readonly string[]): readonly DraftCell[] =>
  draft.rows.find(({ cells }) => texts.every((text) => cells.some(({ value }) => value === text)))?.cells ?? [];
const withDrafts = (workbook: PlainWorkbook, made: readonly SheetDraft[]): PlainWorkbook => ({
  ...workbook,
  sheets: [...workbook.sheets.filter(({ name }) => !name.startsWith("填报")), ...made.map((draft) => draftSheet(draft))],
});

describe("new sheets", () => {
  const made = drafts(bare());

  test("are the five, each to be carried over later, with a heading that stays in view", () => {
    expect(made.map(({ name }) => name)).toEqual(["填报-基本信息", "填报-上年对比", "填报-文字说明", "填报-项目说明", "填报-其他事项"]);
    for (const { frozenRows, carriesOver, rows } of made)
      expect([frozenRows, carriesOver, rows[0]?.cells.every(({ style }) => style === "heading")]).toEqual([1, true, true]);
  });

  test("compare with live formulas on the disclosure cells", () => {
    const row = rowWith(named(made, "填报-上年对比"), "一般公共预算", "基本支出");
    expect(row.map(({ formula }) => formula ?? "")).toEqual(
      ["", "", "", "=表5!F9", "", '=IF(E6="","",ROUND(D6-E6,2))', '=IF(E6="","",IF(E6=0,SIGN(D6),ROUND((D6-E6)/ABS(E6),4)))', ""].map(
        (formula) => formula.replace(/E6/g, `E${String(position(made))}`).replace(/D6/g, `D${String(position(made))}`),
      ),
    );
    expect(row[3]).toMatchObject({ value: 90, style: "amount" });
    expect(row[4]).toEqual({ value: null, style: "inputAmount" });
    expect(row[7]).toEqual({ value: null, style: "input" });
  });

  const position = (all: readonly SheetDraft[]): number =>
    named(all, "填报-上年对比").rows.findIndex(({ cells }) => cells[0]?.value === "一般公共预算" && cells[2]?.value === "基本支出") + 1;

  test("ask for every source, subject, class, project and unit that the tables have", () => {
    const priors = named(made, "填报-上年对比").rows.map(
      ({ cells }) => `${String(cells[0]?.value)}·${String(cells[1]?.value ?? "")}${String(cells[2]?.value)}`,
    );
    for (const wanted of [
      "收入来源·财政专户",
      "收入来源·上级国有资本经营预算安排的转移支付资金",
      "功能科目·2010302一般公共服务支出/政府办公厅（室）及相关机构事务/一般行政管理事务",
      "政府性基金预算·2120801城乡社区支出/国有土地使用权出让收入安排的支出/征地和拆迁补偿支出",
      "“三公”经费·公务用车运行维护费",
      "机关运行经费·机关运行经费",
    ])
      expect(priors).toContain(wanted);
    expect(
      named(made, "填报-项目说明")
        .rows.slice(1)
        .map(({ cells }) => [cells[0]?.value, cells[2]?.value, cells[4]?.value]),
    ).toEqual([
      ["日常维护项目", "示例市交通局本级", "2026年1月1日至2026年12月31日"],
      ["日常维护项目", "示例市公路中心", "2026年1月1日至2026年12月31日"],
    ]);
    expect(rowWith(named(made, "填报-文字说明"), "支出用途", "政府性基金预算/城乡社区支出")).not.toEqual([]);
  });

  test("amounts of a workbook in 元 are referred to in 万元", () => {
    const inYuan = Object.fromEntries(
      Object.entries(fullSheets)
        .filter(([name]) => !name.startsWith("填报"))
        .map(([name, text]) => [
          name,
          text
            .replace("单位：万元", "单位：元")
            .replace(/(\d+)\.(\d\d)/g, (_, whole: string, cents: string) => `${String(Number(whole + cents) * 100)}.0`),
        ]),
    );
    const row = rowWith(named(drafts(bare(inYuan)), "填报-上年对比"), "支出总额", "基本支出");
    expect(row[3]).toEqual({ value: 95, formula: "=ROUND((表3!F8)/10000,2)", style: "amount" });
  });

  test("filled in, they are read back: the narrative has nothing left to ask for that is on them", () => {
    const filled = made.map((draft) => ({
      ...draft,
      rows: draft.rows.map(({ cells }, index) => ({
        cells:
          index === 0
            ? cells
            : cells.map((cell) =>
                cell.value === null && cell.style === "inputAmount"
                  ? { ...cell, value: 1 }
                  : cell.value === null && cell.style === "input"
                    ? { ...cell, value: "已填" }
                    : cell,
              ),
      })),
    }));
    expect(narrated(withDrafts(bare(), filled)).todo).toEqual([]);
  });
});

describe("headings that somebody has changed", () => {
  const made = named(drafts(bare()), "填报-上年对比");
  const changed = (change: (rows: DraftCell[][]) => DraftCell[][]): SheetDraft => {
    const rows = change(made.rows.map(({ cells }) => [...cells])).map((cells) => ({ cells }));
    const written = { ...made, rows };
    return named(drafts(withDrafts(bare(), [...drafts(bare()).filter(({ name }) => name !== made.name), written])), made.name);
  };
  const headings = (draft: SheetDraft): unknown[] =>
    draft.rows.map(({ cells }) => cells.map(({ value }) => value)).find((row) => row.includes("科目编码")) ?? [];

  test.each([
    ["上年预算数", "2025年预算数"],
    ["名称", "科目或项目"],
    ["主要原因", "为什么增减"],
  ])("%s called %s is found and not put in again", (name, other) => {
    const draft = changed((rows) =>
      rows.map((row, r) => (r === 0 ? row.map((cell) => (cell.value === name ? { ...cell, value: other } : cell)) : row)),
    );
    expect(headings(draft)).toEqual(headings(made).map((value) => (value === name ? other : value)));
    expect(draft.rows).toHaveLength(made.rows.length);
  });

  test("far down, below a title and notes, they are found", () => {
    const notes = Array.from({ length: 40 }, (_, i): DraftCell[] => [{ value: `说明${String(i)}`, style: "note" }]);
    const draft = changed((rows) => [...notes, ...rows]);
    expect(draft.rows).toHaveLength(made.rows.length + notes.length);
    expect(draft.rows.filter(({ cells }) => cells.some(({ value }) => value === "科目编码"))).toHaveLength(1);
  });
});

describe("again, over what the user wrote", () => {
  const written = `
类别 | 名称 | 科目编码 | 备注 | 上年预算数 | 主要原因
支出总额 | 项目支出 | | 我的备注 | 33.50 | 新增项目
我的分类 | 我的一行 | | | 1.00 | 我的原因
功能科目 | 一般公共服务支出/政协事务/其他政协事务支出 | 2010299 | | 10.00 | 任务完成
功能科目 | 行政运行 | 2010301 | | | =危险`;
  const workbook = bare({ "填报-上年对比": written });
  const again = named(drafts(workbook), "填报-上年对比");

  test("every cell stays where it was", () => {
    const before = workbook.sheets.find(({ name }) => name === "填报-上年对比");
    const cells = (before?.values ?? []).flatMap((row, index) =>
      row.flatMap((value, column) => (value === null ? [] : [[index, column, value, again.rows[index]?.cells[column]?.value]])),
    );
    // The headings, and what the four rows say.
    expect(cells).toHaveLength(6 + 5 + 4 + 5 + 4);
    expect(cells.filter(([, , value, now]) => now !== value)).toEqual([]);
  });

  test("missing columns come to the right, missing rows below, nothing twice", () => {
    expect(again.rows[0]?.cells.map(({ value }) => value)).toEqual([
      "类别",
      "名称",
      "科目编码",
      "备注",
      "上年预算数",
      "主要原因",
      "本年预算数",
      "增减额",
      "增减率",
    ]);
    expect(again.rows.filter(({ cells }) => cells[2]?.value === "2010301")).toHaveLength(1);
    expect(again.rows.filter(({ cells }) => cells[0]?.value === "支出总额" && cells[1]?.value === "项目支出")).toHaveLength(1);
    expect(again.rows.findIndex(({ cells }) => cells[1]?.value === "机关运行经费")).toBeGreaterThan(4);
  });

  test("the comparison is live for rows of the user's own order too, and nil for a subject that ended", () => {
    expect(rowWith(again, "支出总额", "项目支出").slice(6)).toEqual([
      { value: 85, formula: "=表3!G8", style: "amount" },
      { value: 51.5, formula: '=IF(E2="","",ROUND(G2-E2,2))', style: "amount" },
      { value: 1.5373, formula: '=IF(E2="","",IF(E2=0,SIGN(G2),ROUND((G2-E2)/ABS(E2),4)))', style: "percent" },
    ]);
    expect(
      rowWith(again, "2010299")
        .slice(6)
        .map(({ value }) => value),
    ).toEqual([0, -10, -1]);
  });

  test("her own formula in a comparison column stays; one of this tool's that is out of date is renewed", () => {
    const of = (formula: string): string | undefined => {
      const rows = again.rows.map(({ cells }) => ({
        cells: cells.map((cell) => (cell.formula === "=表3!G8" ? { ...cell, formula } : cell)),
      }));
      const made = named(
        drafts(withDrafts(workbook, [...drafts(workbook).filter(({ name }) => name !== again.name), { ...again, rows }])),
        again.name,
      );
      return rowWith(made, "支出总额", "项目支出")[6]?.formula;
    };
    for (const own of ["=表3!G8*1", "=ROUND(表3!G8,1)", "=SUM(表3!G8,表3!G9)"]) expect(of(own)).toBe(own);
    for (const old of ["=表3!G7", "='表3'!$G$7+表3!G9", "=BUDGET.WANYUAN(表3!G7)", "=ROUND((表3!G7)/10000,2)"])
      expect(of(old)).toBe("=表3!G8");
  });

  test("a third time changes nothing", () => {
    const second = drafts(withDrafts(workbook, drafts(workbook)));
    expect(second.map(({ rows }) => rows)).toEqual(drafts(workbook).map(({ rows }) => rows));
  });

  test("a text that begins like a formula is a text", () => {
    const cell = rowWith(again, "2010301").find(({ value }) => value === "=危险");
    expect(cell).toEqual({ value: "=危险", style: "input" });
  });
});
