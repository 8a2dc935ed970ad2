import { finishMetadata } from "../../scripts/lib/functions-metadata.mjs";
import { sheetFunctions } from "../../src/taskpane/workbench/sheet-functions";
import { generateMetadata, metadata, type Declared } from "./metadata";

beforeAll(generateMetadata);

const named = (name: string): Declared => {
  const found = metadata().functions.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no function ${name}`);
  return found;
};

test("the sources give a clean functions.json", () => expect(metadata().errors).toEqual([]));

test.each([
  ["SHARE", "所占比例", ["部分:any[][]", "总数:any[][]", "[小数位数:number]"], "any[][]"],
  ["YOY", "增减幅度", ["本年:any[][]", "上年:any[][]", "[小数位数:number]"], "any[][]"],
  ["CHANGE", "增减额", ["本年:any[][]", "上年:any[][]"], "any[][]"],
  ["ROUND", "四舍五入", ["数值:any[][]", "[小数位数:number]"], "any[][]"],
  ["SUM", "精确合计", ["区域:any[][]…"], "number"],
  ["TIE", "勾稽核对", ["甲数:any[][]", "乙数:any[][]", "[加数个数:number]"], "any[][]"],
  ["YOYTEXT", "增减说明", ["本年:any[][]", "上年:any[][]", "[单位:string]"], "any[][]"],
  ["SHARETEXT", "占比说明", ["部分:any[][]", "总数:any[][]"], "any[][]"],
  ["WANYUAN", "元转万元", ["元:any[][]", "[小数位数:number]"], "any[][]"],
  ["SUBJECT", "科目名称", ["科目编码:any[][]", "[年度:number]"], "any[][]"],
  ["AMOUNT", "读取金额", ["文本:any[][]"], "any[][]"],
])("%s and %s take %j and give %s", (name, chinese, parameters, result) => {
  for (const declared of [named(name), named(chinese)]) {
    expect(declared.parameters.map(signature)).toEqual(parameters);
    expect(`${declared.result.type ?? "any"}${declared.result.dimensionality === "matrix" ? "[][]" : ""}`).toBe(result);
  }
  expect(named(name).id).toBe(name);
  expect(named(chinese).id).toBe(`ZH.${name}`);
});

function signature(parameter: Declared["parameters"][number]): string {
  const shape = `${parameter.name}:${parameter.type}${parameter.dimensionality === "matrix" ? "[][]" : ""}`;
  return `${parameter.optional ? `[${shape}]` : shape}${parameter.repeating ? "…" : ""}`;
}

test("every function stands under two names, in Excel and in the workbench alike", () => {
  const ids = metadata().functions.map(({ id }) => id);
  const english = ids.filter((id) => !id.startsWith("ZH."));
  expect(english.length).toBeGreaterThan(0);
  expect([...ids].sort()).toEqual([...english, ...english.map((id) => `ZH.${id}`)].sort());
  expect([...sheetFunctions().keys()].sort()).toEqual(
    metadata()
      .functions.map(({ name }) => `BUDGET.${name}`)
      .sort(),
  );
});

test("ids, names and texts keep within what Excel takes", () => {
  for (const { id, name, description, parameters } of metadata().functions) {
    expect(id).toMatch(/^[A-Za-z0-9._]{3,128}$/);
    expect(name).toMatch(/^\p{L}[\p{L}0-9._]{2,127}$/u);
    // A name such as A1 or RC1 would be taken for a cell.
    expect(name).not.toMatch(/^([A-Z]{1,3}\d+|R\d*C\d*)$/i);
    for (const text of [description, ...parameters.map((parameter) => parameter.description ?? "")]) {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text.length).toBeLessThanOrEqual(128);
    }
  }
});

test("every description has an example in its own function's name", () => {
  for (const { name, description } of metadata().functions) expect(description).toContain(`例：=BUDGET.${name}(`);
});

test("help links are pages of this add-in", () => {
  for (const { id, helpUrl } of metadata().functions)
    expect(helpUrl).toBe(`https://localhost:3000/help/functions.html#${id.replace("ZH.", "").toLowerCase()}`);
});

test("all are pure and synchronous: none streams, is volatile, or asks where it stands", () => {
  for (const { options } of metadata().functions) expect(options ?? {}).toEqual({});
});

test("the finished file lets errors in arguments through, and points help at the office's own server", () => {
  const written = JSON.stringify({ functions: [{ helpUrl: "https://localhost:3000/help/functions.html#sum" }] });
  expect(JSON.parse(finishMetadata(written, "https://localhost:3000", "https://oa.example.gov/budget"))).toEqual({
    allowErrorForDataTypeAny: true,
    functions: [{ helpUrl: "https://oa.example.gov/budget/help/functions.html#sum" }],
  });
});
