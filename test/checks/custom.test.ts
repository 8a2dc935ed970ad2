import { checkWorkbook } from "../../src/book/check";
import { catalogue, form } from "../support/xinjiang";
import { printIdentity } from "../../src/checks/language/print";
import type { CheckReport } from "../../src/checks/report";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

/** The good workbook with a sheet 自定义审核 of these rows. */
function withRules(...rows: readonly string[]): CheckReport {
  const text = `${fullWorkbookText()}\n\n# 自定义审核\n编号 | 级别 | 公式 | 说明\n${rows.join("\n")}`;
  return checkWorkbook(recogniseWorkbook(workbookFromText(text)));
}

const told = (report: CheckReport, id: string): readonly string[] =>
  report.findings.filter((one) => one.id === id).map(({ verdict, severity, message }) => `${verdict} ${severity} ${message}`);

test("a rule of one's own holds or does not, at its own level, with its own reason", () => {
  const report = withRules(
    "本局1 | 错误 | 表5[总计, 合计] = 表4[支出总计, 一般公共预算] | 两表相等",
    // 30217 4.00, 公务接待费 5.00: not equal.
    "本局2 | 警告 | 表6[30217 公务接待费，合计] ＝ 表10[公务接待费，一般公共预算] | 接待费全部在基本支出",
  );
  expect(told(report, "本局1")).toEqual([]);
  const [finding] = report.findings.filter(({ id }) => id === "本局2");
  expect(finding).toMatchObject({
    verdict: "broken",
    severity: "warning",
    difference: "-1.00",
    why: "接待费全部在基本支出",
    formula: "表6[30217, 合计] = 表10[公务接待费, 一般公共预算]",
  });
  expect(finding?.cells.map(({ sheet }) => sheet)).toEqual(["表6", "表10"]);
});

test("a formula that cannot be read is said at its cell, with the place and the nearest heading, and does not pass for run", () => {
  const report = withRules("本局1 | 错误 | 表5[总计, 合记] = 表4[支出总计, 一般公共预算] |");
  const [finding] = report.findings.filter(({ id }) => id === "本局1");
  expect(finding).toMatchObject({
    verdict: "notRun",
    severity: "error",
    message: "自定义审核!C2 的公式读不懂，没有执行。第8个字起“合记] = 表4”：没有“合记”这一列，是不是“合计”。",
    cells: [{ sheet: "自定义审核", row: 1, column: 2 }],
  });
  expect(report.counts.notRun).toBe(1);
});

test("a built-in check is switched off with its reason shown, or without one told to give it", () => {
  expect(told(withRules("K02 | 停用 | | 基金科目已核对"), "K02")).toEqual([
    "broken info 已停用 K02（内置科目只收录公开文本中见过的功能科目和部门预算支出经济分类，不在其中的请对照当年《政府收支分类科目》）。理由：基金科目已核对",
  ]);
  expect(told(withRules("K02 | 停用 | |"), "K02")[0]).toContain("broken warning 已停用 K02");
});

test("a built-in check changes its level, and says why", () => {
  const report = withRules("K02 | 警告 | | 局里要求");
  const changed = report.findings.filter(({ id }) => id === "K02");
  expect(changed.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  expect(changed[0]?.why).toContain("级别由自定义审核改为警告：局里要求");
});

test("a family of checks goes by the rule's id", () => {
  const report = withRules("X12b | 停用 | | 口径不同");
  expect(told(report, "X12b")).toEqual([expect.stringContaining("等 7 条") as string]);
});

test("an unknown id and an unknown level are said", () => {
  expect(told(withRules("X567 | 停用 | |"), "X567")).toEqual([
    "notRun error 自定义审核!A2 没有编号为“X567”的审核，是不是“X56”，这一行没有起作用。",
  ]);
  expect(told(withRules("本局1 | 紧急 | 表5[总计, 合计] = 表4[支出总计, 一般公共预算] |"), "本局1")).toEqual([
    "broken warning 级别“紧急”不认识。",
  ]);
});

test("a row without an id is called by its line", () =>
  expect(told(withRules(" | 提示 | 表5[总计, 合计] = 表3[总计, 合计] |"), "自定义2")[0]).toContain("broken info"));

test("every built-in check pasted with its printed formula comes to what it came to before", () => {
  const identities = catalogue.flatMap((check) => (check.kind === "identity" && check.when === undefined ? [check] : []));
  const plain = withRules("本局0 | 错误 | 表5[总计, 合计] = 表4[支出总计, 一般公共预算] |");
  const pasted = withRules(
    ...identities.map((check) => `${check.id} | 错误 | ${printIdentity(check.identity, form("2026-12"))} | ${check.why}`),
  );
  expect(pasted.counts.notRun).toBe(0);
  // 本局0 is one identity more, and it holds.
  expect({ ...pasted.counts, holds: pasted.counts.holds + 1 }).toEqual(plain.counts);
});

test("what a sheet holds is never taken for more than text", () => {
  const report = withRules(
    "=1+1~2.00 | 错误 | <img src=x>[总计, 合计] = 表3[总计, 合计] | x",
    "constructor | 停用 | |",
    "__proto__ | constructor | 表3[__proto__, 合计] = 表3[总计, 合计] |",
  );
  expect(report.findings.filter(({ verdict }) => verdict === "notRun").map(({ cells }) => cells[0]?.row)).toEqual([1, 2, 3]);
  expect(told(report, "__proto__")).toContain("broken warning 级别“constructor”不认识。");
});
