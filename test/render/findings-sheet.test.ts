import { settleNotes, withNote, type ReviewNotes } from "../../src/checks/notes";
import type { CheckReport } from "../../src/checks/report";
import { FINDINGS_SHEET, keptIn } from "../../src/render/findings-kept";
import { aboutLine, findingsSheet } from "../../src/render/findings-sheet";
import { sheetsHtml } from "../../src/render/sheets-html";
import type { SheetDraft } from "../../src/workbook/draft";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { cell, finding, report, suspect } from "../taskpane/samples";

const about = { name: "a.xlsx", organisation: "某局", year: 2026, checkedAt: new Date(2026, 1, 10, 9, 5), version: "1.2.3" };
const headline = { tone: "broken", title: "还有 1 处不符", next: "点一条看两边的数，改好后重新校验。" } as const;

function written(of: CheckReport, notes: ReviewNotes = {}, before?: PlainWorkbook): SheetDraft {
  const kept = before && keptIn(before);
  return findingsSheet({ report: of, notes: settleNotes(notes, of.findings), headline, about, ...(kept && { kept }) });
}
const valuesOf = (sheet: SheetDraft): (string | number | null)[][] => sheet.rows.map(({ cells }) => cells.map(({ value }) => value));
const linesOf = (sheet: SheetDraft): string[] =>
  valuesOf(sheet).map((row) => row.filter((value) => value !== null && value !== "").join(" | "));

/** The workbook with the sheet in it, as a door reads it back; some cells typed over. */
function readBack(sheet: SheetDraft, ...typed: readonly (readonly [row: number, column: number, value: string])[]): PlainWorkbook {
  const values = valuesOf(sheet);
  for (const [row, column, value] of typed) {
    const line = values[row];
    if (line) line[column] = value;
  }
  return { name: "a.xlsx", sheets: [{ name: FINDINGS_SHEET, visibility: "visible", top: 0, left: 0, values, formats: [], formulas: [] }] };
}

describe("审核结果 sheet", () => {
  it("begins with the headline and a place for who reviewed it, then lists the findings in order of weight", () => {
    const sheet = written(
      report([
        finding({ key: "r", verdict: "rounding", severity: "info", message: "尾差一处" }),
        finding({ key: "w", id: "K10", severity: "warning", message: "请看这里", left: null, right: null, difference: null }),
        finding(),
      ]),
    );
    expect(linesOf(sheet)).toEqual([
      "审核结果",
      "某局 2026年 · a.xlsx · 2026-02-10 09:05 · 预算公开助手 1.2.3",
      "还有 1 处不符。点一条看两边的数，改好后重新校验。",
      "相符 400 · 尾差 1 · 不符 1 · 请核实 1 · 提示 0 · 不适用 0 · 未执行 0",
      "审核人 | 日期",
      "序号 | 结论 | 单元格 | 说明 | 左边 | 右边 | 差额 | 审核说明 | 规则",
      "不符（1）",
      "1 | 不符 | 表5!E27 | 表5!E27 ≠ 表4!E35 | 1219.43 | 1219.53 | 少 0.10 | X45",
      "请核实（1）",
      "2 | 请核实 | 表5!E27 | 请看这里 | K10",
      "尾差：四舍五入造成，不用改（1）",
      "3 | 尾差 | 表5!E27 | 尾差一处 | 1219.43 | 1219.53 | 少 0.10 | X45",
    ]);
    expect(sheet.rows[7]?.cells[2]?.link).toEqual({ sheet: "表5", address: "E27" });
  });

  it("says first which cell is at fault, and what follows from it apart", () => {
    const sheet = written(
      report([finding(), finding({ key: "own", message: "另一处" })], { suspects: [suspect({ explains: ["X45|total"] })] }),
    );
    expect(linesOf(sheet).slice(6)).toEqual([
      "先改这里：“左边”是现在写的，“右边”是应当写的（1）",
      "1 | 先改 | 表4!E35 | 支出总计 · 一般公共预算：把它改成 1,219.43 | 1,219.53 | 1,219.43",
      "不符（1）",
      "2 | 不符 | 表5!E27 | 另一处 | 1219.43 | 1219.53 | 少 0.10 | X45",
      "由上面要改的引起的，改好后会消失（1）",
      "3 | 不符 | 表5!E27 | 表5!E27 ≠ 表4!E35 | 1219.43 | 1219.53 | 少 0.10 | X45",
    ]);
  });

  it("shows the note that stands, and says of a lapsed one that it is", () => {
    const notes = withNote({}, finding(), "口径不同", "2026-02-10T00:00:00Z");
    const noteOf = (current: ReturnType<typeof finding>): unknown => written(report([current]), notes).rows.at(-1)?.cells[7]?.value;
    expect(noteOf(finding())).toBe("口径不同");
    expect(noteOf(finding({ left: "1.00" }))).toBe("（数字已变，原说明失效）口径不同");
  });

  it("written again, keeps who reviewed it and strikes out what was mended, this time and before", () => {
    const first = written(report([finding(), finding({ key: "b", id: "F501", message: "表3!C9 不等", cells: [cell(3, "1")] })]));
    const second = written(report([finding()]), {}, readBack(first, [4, 2, "张三"], [4, 5, "2026-02-11"]));
    expect(second.rows[4]?.cells.map(({ value }) => value).filter((value) => value !== null)).toEqual([
      "审核人",
      "张三",
      "日期",
      "2026-02-11",
    ]);
    expect(linesOf(second).slice(6)).toEqual([
      "不符（1）",
      "1 | 不符 | 表5!E27 | 表5!E27 ≠ 表4!E35 | 1219.43 | 1219.53 | 少 0.10 | X45",
      "已改好（1）",
      "2 | 已改好 | 表3!E27 | 表3!C9 不等 | F501",
    ]);
    expect(second.rows.at(-1)?.cells[3]?.style).toBe("done");
    const third = written(report([]), {}, readBack(second));
    expect(linesOf(third).slice(6)).toEqual([
      "已改好（2）",
      "1 | 已改好 | 表5!E27 | 表5!E27 ≠ 表4!E35 | X45",
      "2 | 已改好 | 表3!E27 | 表3!C9 不等 | F501",
    ]);
  });

  it("takes nothing from a sheet of that name that is another", () =>
    expect(keptIn(readBack({ ...written(report([])), rows: [] }))).toEqual({ by: "", on: "", rows: [] }));

  it("never writes a user's words as a formula", () => {
    const sheet = written(report([finding({ message: "=HYPERLINK(1)", cells: [] })]));
    expect(sheet.rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []))).toEqual([]);
  });

  it("says so when nothing was found", () => {
    expect(written(report([])).rows.at(-1)?.cells[0]?.value).toBe("没有发现不符。");
  });

  it("names file, organisation, year, time and version", () =>
    expect(aboutLine(about)).toBe("某局 2026年 · a.xlsx · 2026-02-10 09:05 · 预算公开助手 1.2.3"));

  it("is a page as well, with amounts as they are printed and foreign words escaped", () => {
    const page = sheetsHtml("审核结果", [written(report([finding({ message: "<b>甲</b>" })]))]);
    expect(page).toContain('<p class="error">还有 1 处不符。');
    expect(page).toContain('<td colspan="9" class="section">不符（1）</td>');
    expect(page).toContain('<td>&lt;b&gt;甲&lt;/b&gt;</td><td class="amount">1,219.43</td>');
  });
});
