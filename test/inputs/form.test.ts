import { openBook } from "../../src/book/open";
import { changeIn, inputForm, isOpen, openIn, typedInto, withAnswer, type FormEntry } from "../../src/inputs/form";
import { workbookFromText } from "../support/workbook-text";
import { fullWorkbookText } from "../support/full-workbook";

/** Tables of an invented office, and 填报 sheets with three subjects of last year: one explained, one not, one without a figure. */
const { recognised, inputs } = openBook(
  workbookFromText(`${fullWorkbookText()}
# 填报-基本信息
项目 | 内容
单位名称 | 示例市交通局
编制日期 |

# 填报-上年对比
类别 | 科目编码 | 名称 | 上年预算数 | 主要原因
支出总额 | | 基本支出 | 1.00 | 人员增加
支出总额 | | 项目支出 | 2.00 |
一般公共预算 | | 基本支出 | | 〔待核实〕人员减少

# 填报-其他事项
类别 | 项目 | 数值 | 计量单位
政府采购 | 货物 | 0 | 万元
国有资产 | 一般公务用车数量 | | 辆
`),
);
const form = inputForm(recognised, inputs);
const group = (title: string): readonly FormEntry[] => form.find((one) => one.title === title)?.entries ?? [];
const entry = (title: string, index = 0): FormEntry => {
  const found = group("支出").filter((one) => one.title === title)[index];
  if (!found) throw new Error(title);
  return found;
};

test("groups in the order of the document, those without a row left out", () => {
  expect(form.map(({ title }) => title)).toEqual(["基本信息", "支出", "采购", "资产"]);
});

test("what is blank wants an answer, a reason only where there is a change, last year's words a confirmation", () => {
  const open = (one: FormEntry): readonly string[] => one.fields.filter((field) => isOpen(one, field)).map(({ label }) => label);
  const explained = group("支出").find((one) => one.fields[1]?.text === "人员增加");
  const proposed = group("支出").find((one) => one.fields[1]?.text === "人员减少");
  expect(explained && open(explained)).toEqual([]);
  expect(open(entry("项目支出"))).toEqual(["主要原因"]);
  expect(proposed && open(proposed)).toEqual(["上年预算数", "主要原因"]);
  expect(group("采购").map(open)).toEqual([[]]);
  expect(group("资产").map(open)).toEqual([["数值"]]);
});

test("what lacks an answer stands first", () => {
  expect(group("支出").map((one) => openIn(one) > 0)).toEqual([true, true, false]);
});

test("an answer changes what is asked: a figure that makes the change nothing asks for no reason", () => {
  const project = entry("项目支出");
  const prior = project.fields[0];
  if (!prior) throw new Error("no figure");
  const after = withAnswer(form, prior.cell, project.current ?? "");
  const again = after.flatMap(({ entries }) => entries).find((one) => one.fields[0]?.cell === prior.cell);
  expect(again && changeIn(again)?.isZero()).toBe(true);
  expect(again && openIn(again)).toBe(0);
});

test("of what is typed, an amount becomes a number, words stay words, nothing empties the cell", () => {
  const [prior, reason] = entry("项目支出").fields;
  if (!prior || !reason) throw new Error("no fields");
  expect(typedInto(prior, " 1，219.43 ")).toBe(1219.43);
  expect(typedInto(prior, "1,219.43万")).toBeUndefined();
  expect(typedInto(prior, " ")).toBeNull();
  expect(typedInto(reason, " 1,219.43 ")).toBe("1,219.43");
});
