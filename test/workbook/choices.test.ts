import type { TableKey } from "../../src/templates/define";
import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import { documents, type Document } from "./perturbed/document";
import { published, type Layout } from "./perturbed/layout";
import { render } from "./perturbed/render";

const documentOf = (name: string): Document => {
  const found = documents.find((document) => document.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
const twelve = documentOf("2026-12");

/** The document with only some of its tables, in the template's numbering. */
function only(document: Document, keys: readonly TableKey[]): Document {
  return { ...document, tables: document.tables.filter(({ key }) => keys.includes(key)) };
}

function without(document: Document, ...keys: readonly TableKey[]): Document {
  return { ...document, tables: document.tables.filter(({ key }) => !keys.includes(key)) };
}

const laid = (document: Document, layout: Partial<Layout> = {}): PlainWorkbook => render(document, { ...published, ...layout }).workbook;
const sheet = (name: string, ...values: PlainSheet["values"][number][]): PlainSheet => ({
  name,
  visibility: "visible",
  top: 0,
  left: 0,
  values,
  formats: [],
  formulas: [],
});
const withSheets = (workbook: PlainWorkbook, ...sheets: readonly PlainSheet[]): PlainWorkbook => ({
  ...workbook,
  sheets: [...workbook.sheets, ...sheets],
});

describe("the template is found from what the workbook has", () => {
  test.each([
    ["2023-10", ["overview", "fiscal", "projects", "funds", "stateCapital", "threePublic"], "2023-10", [2, 3, 5, 6]],
    ["2023-10", ["overview", "income", "expenditure"], "2023-10", [4, 5, 6, 7, 8, 9, 10]],
    ["2025-11-unit", ["income", "expenditure", "general", "carriedOver"], "2025-11", [1, 4, 6, 7, 8, 9, 10]],
    ["2026-11", ["overview", "income", "expenditure", "fiscal", "general", "basic", "projects"], "2026-11", [8, 9, 10, 11]],
    [
      "2026-12",
      [
        "overview",
        "income",
        "expenditure",
        "fiscal",
        "general",
        "basic",
        "projects",
        "funds",
        "stateCapital",
        "threePublic",
        "carriedOver",
      ],
      "2026-12",
      [11],
    ],
    ["2026-12", ["overview", "threePublic", "commissioned"], "2026-12", [2, 3, 4, 5, 6, 7, 8, 9, 12]],
  ] as const)("%s with tables %j is %s and lacks %j", (name, keys, variant, missing) => {
    const found = recogniseWorkbook(laid(only(documentOf(name), keys)));
    expect([found.template.id, found.missing.map(({ number }) => number)]).toEqual([variant, missing]);
    expect(found.templateEvidence.length).toBeGreaterThan(0);
  });

  test("a list of contents that names 表11 says that it is missing", () => {
    const bare = laid(without(twelve, "funds", "stateCapital", "threePublic", "commissioned", "carriedOver"));
    const list = sheet("目录", ["目录"], ["表11 财政拨款委托业务费支出情况表"], ["表12 上年结转结余情况表"]);
    expect(recogniseWorkbook(withSheets(bare, list)).templateEvidence).toContain("目录列有“财政拨款委托业务费支出情况表”");
  });

  test("the user overrules it: tables are numbered as that template prints them", () => {
    const found = recogniseWorkbook(laid(twelve), { template: "xinjiang/2026-11" });
    expect([found.template.id, found.templateEvidence, found.tables.get("carriedOver")?.label]).toEqual([
      "2026-11",
      ["由用户选定"],
      "表11",
    ]);
  });

  test("部门 or 单位 is as the titles say, or as the user says", () => {
    expect(recogniseWorkbook(laid(documentOf("2025-11-unit"))).organisationKind).toBe("单位");
    expect(recogniseWorkbook(laid(twelve)).organisationKind).toBe("部门");
    expect(recogniseWorkbook(laid(twelve), { organisationKind: "单位" }).organisationKind).toBe("单位");
  });
});

describe("what was not found is explained", () => {
  /** Without title, sheet name and mark, 表3 and 表5 have the same headings. */
  const nameless = laid(only(twelve, ["expenditure"]), { title: "missing", headings: "single", sheetNames: "generic" });
  const [table3] = nameless.sheets;
  const rest = laid(without(twelve, "expenditure", "general"));

  test("a sheet that could be two tables is neither, and says so", () => {
    const found = recogniseWorkbook(withSheets(rest, ...nameless.sheets));
    expect(found.missing.map(({ number }) => number)).toEqual([3, 5]);
    expect(found.nearMisses.map(({ key, sheet: name }) => [key, name])).toEqual([
      ["expenditure", table3?.name],
      ["general", table3?.name],
    ]);
    expect(found.nearMisses[0]?.reason).toMatch(/像表3，也像表5/);
  });

  test("the user points at it, and it is read", () => {
    const found = recogniseWorkbook(withSheets(rest, ...nameless.sheets), { sheets: { expenditure: table3?.name ?? "" } });
    expect(found.missing.map(({ number }) => number)).toEqual([5]);
    const table = found.tables.get("expenditure");
    const total = table?.total();
    expect(table && total ? table.amount(total, "合计")?.toString() : null).toBe("1221.42");
  });

  test("of two sheets with the same table, the one the user points at is taken", () => {
    const workbook = laid(twelve);
    const [first] = workbook.sheets;
    if (!first) throw new Error("no sheet");
    const twice = withSheets(workbook, { ...first, name: "表1（二次调整）" });
    const plain = recogniseWorkbook(twice);
    expect([plain.tables.get("overview")?.sheet.name, plain.duplicates.map(({ key, sheet: name }) => [key, name])]).toEqual([
      "表1",
      [["overview", "表1（二次调整）"]],
    ]);
    expect(plain.tables.get("overview")?.facts.doubts.join()).toMatch(/表1（二次调整）/);
    const chosen = recogniseWorkbook(twice, { sheets: { overview: "表1（二次调整）" } });
    expect(chosen.tables.get("overview")?.sheet.name).toBe("表1（二次调整）");
    expect(chosen.tables.get("overview")?.facts.doubts).toEqual([]);
  });

  test("a title without headings, and a sheet pointed at in vain", () => {
    const workbook = withSheets(laid(without(twelve, "basic")), sheet("经济分类", ["一般公共预算基本支出情况表"], ["见附件"]));
    expect(recogniseWorkbook(workbook).nearMisses).toEqual([
      { key: "basic", sheet: "经济分类", reason: "工作表“经济分类”的A1写着“一般公共预算基本支出情况表”，但下面没有认出表6的列标题" },
    ]);
    const reasons = (name: string): readonly string[] =>
      recogniseWorkbook(workbook, { sheets: { basic: name } }).nearMisses.map(({ reason }) => reason);
    expect(reasons("经济分类")[0]).toBe("已指定工作表“经济分类”为表6，但在里面没有认出表6的列标题");
    expect(reasons("没有的表")[0]).toBe("已指定工作表“没有的表”为表6，但工作簿里没有这张工作表，请重新指定");
  });

  test("a list of contents is no near miss", () => {
    const workbook = laid(without(twelve, "basic"), { extraSheets: "list" });
    expect(recogniseWorkbook(workbook).nearMisses).toEqual([]);
  });

  test("a table whose columns are half there is named with the columns it lacks", () => {
    const stray = sheet(
      "Sheet9",
      ["科目编码", "科目名称", "人员经费", "公用经费"],
      ["301", "工资福利支出", 1, 2],
      ["30101", "基本工资", 1, 2],
    );
    const found = recogniseWorkbook(withSheets(laid(without(twelve, "basic")), stray));
    expect(found.tables.has("basic")).toBe(false);
    expect(found.nearMisses).toEqual([
      { key: "basic", sheet: "Sheet9", reason: "工作表“Sheet9”第1行起像表6，但缺列“合计”；如果是，请指定这张工作表，或改正列标题" },
    ]);
  });
});

describe("a table found says why, and what to look at", () => {
  test("title, columns, hidden sheet", () => {
    const found = recogniseWorkbook(laid(twelve, { visibility: "veryHidden" }));
    const hidden = [...found.tables.values()].find((table) => table.sheet.visibility === "veryHidden");
    expect(hidden?.facts.evidence).toContain("工作表是隐藏的，照样读取");
    expect(found.tables.get("general")?.facts.evidence.slice(0, 2)).toEqual([
      "A1的标题是“一般公共预算支出情况表”",
      "3个金额列的列标题都在",
    ]);
    expect([...found.tables.values()].flatMap((table) => table.facts.doubts)).toEqual([]);
  });

  test("a missing column and a missing title are doubts", () => {
    const found = recogniseWorkbook(laid(twelve, { missingColumn: "last" }));
    expect(found.tables.get("basic")?.facts.doubts).toEqual(["没有找到列“公用经费”，用到这些列的检查不能执行，请看列标题是否写错或被删"]);
    const untitled = recogniseWorkbook(laid(only(twelve, ["basic"]), { title: "missing", sheetNames: "generic" }));
    expect(untitled.tables.get("basic")?.facts.doubts[0]).toMatch(/没有标题/);
  });

  test("a unit that is evident and not stated is a doubt", () => {
    const found = recogniseWorkbook(laid(twelve, { unit: "evidentYuan" }));
    expect([found.unit, found.tables.get("overview")?.facts.doubts[0]]).toEqual([
      "元",
      "没有写明单位，从数额大小看是元，按“元”读取，请核对",
    ]);
  });
});
