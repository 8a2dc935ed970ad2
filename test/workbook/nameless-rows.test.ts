import { readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { TableKey } from "../../src/templates/define";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { workbookFromText } from "../support/workbook-text";

/** Rows that say something nobody knows, where any name might be right: they are named, and no sum is judged without them. */
interface Told {
  readonly unknown: readonly string[];
  readonly broken: readonly string[];
  readonly notRun: boolean;
}

function told(key: TableKey, workbook: PlainWorkbook): Told {
  const recognised = recogniseWorkbook(workbook);
  const { findings } = checkWorkbook(recognised);
  const of = (verdict: string): readonly string[] =>
    findings.flatMap((one) => (one.verdict === verdict && /^[FX]/.test(one.id) ? [one.id] : []));
  return {
    unknown: recognised.tables.get(key)?.facts.unknownRows.map(({ row }) => row.name) ?? [],
    broken: of("broken"),
    notRun: of("notRun").length > 0,
  };
}

const bought = (text: string): Told => told("procurement", workbookFromText(text));
const procurement = (section: string): string => `# 政府采购支出预算表
政府采购支出预算表
部门：示例局 | | | | | 单位：万元
采购品目大类 | 专项名称 | 经济科目 | 采购物品名称 | 采购组织形式 | 总计
合计 | | | | | 30.00
一、货物A | | | | | 10.00
 | 设备购置 | 办公设备购置 | | | 10.00
 | | | 台式计算机 | 分散自行组织 | 10.00
${section} | | | | | 20.00
物业管理 | 物业管理费 | | | | 20.00
 | | | 物业管理服务 | 分散自行组织 | 20.00
`;

test("a section of what is bought under a name that nobody knows", () => {
  expect(bought(procurement("三、服务C"))).toMatchObject({ unknown: [], broken: [] });
  expect(bought(procurement("按规定统筹部分"))).toEqual({ unknown: ["按规定统筹部分"], broken: [], notRun: true });
  // A wrong figure in a section that is known is an error all the same.
  expect(bought(procurement("三、服务C").replace(" 20.00", " 21.00"))).toMatchObject({ broken: ["F1301"] });
});

test("a total of the projects under a name that nobody knows is no project", async () => {
  const bytes = readFileSync(path.join(__dirname, "../../samples/2023-10.xlsx"));
  const sample = await readWorkbook(new Uint8Array(bytes), "2023-10.xlsx");
  const renamed = sample.sheets.map((sheet) =>
    sheet.name === "表7"
      ? { ...sheet, values: sheet.values.map((row) => row.map((cell, at) => (cell === "合计" && at === 4 ? "本表数" : cell))) }
      : sheet,
  );
  expect(told("projects", { ...sample, sheets: renamed })).toMatchObject({ unknown: ["本表数"], broken: [] });
});
