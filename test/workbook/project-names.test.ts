import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

const full = fullWorkbookText();
const kindsOf = (text: string): readonly string[] => {
  const { tables } = recogniseWorkbook(workbookFromText(text));
  return (["projects", "commissioned", "carriedOver"] as const).map(
    (key) => `${key} ${(tables.get(key)?.rows ?? []).map(({ kind }) => kind).join()}`,
  );
};
const findings = (text: string): readonly string[] =>
  checkWorkbook(recogniseWorkbook(workbookFromText(text)))
    .findings.filter(({ severity, verdict }) => severity !== "info" || verdict !== "broken")
    .map(({ id, message }) => `${id} ${message}`);

/** Names that a date, a note, a heading or an office might have: the amounts beside them say that they are projects. */
const NAMES = [
  "2026年市政府办公室",
  "2025年12月绩效工资",
  "2026年度驻村工作队",
  "政务服务大厅",
  "“访惠聚”驻村工作队",
  "12345热线办公室",
  "机关服务中心",
  "单位资金安排的水电维修办",
  "说明书印制；装订",
  "2026年一般公共预算支出情况表印制",
  "注册审核中心",
];

describe("a project is told by its amounts, whatever its name begins or ends with", () => {
  test.each(NAMES)("%s, in every table", (name) => {
    const renamed = full.replaceAll("热线服务", name);
    expect(kindsOf(renamed)).toEqual(kindsOf(full));
    expect(findings(renamed)).toEqual(findings(full));
  });

  // 表7 does not list what is carried over: neither its names nor its units say what these are.
  test.each(NAMES)("%s, carried over alone", (name) => {
    const renamed = full.replace("老旧设备更新项目", name).replace("信息系统建设项目", `${name}（二期）`);
    expect(kindsOf(renamed)).toEqual(kindsOf(full));
    expect(findings(renamed)).toEqual(findings(full));
  });
});

test("a unit of any name is one where its amounts are those of the projects below it", () => {
  const renamed = full.replace(/^示例局( \| 16\.00)/m, "示例事务$1");
  expect(kindsOf(renamed)).toEqual(kindsOf(full));
});

test.each(["2026年2月10日", "联系电话：0998-1234567", "注：含上年结转", "2026年度"])(
  "%s beside a number under the table is no project",
  (note) => {
    const noted = full.replace(/\s*$/, `\n${note} | 13999.00\n`);
    expect(kindsOf(noted).at(-1)).toBe(kindsOf(full).at(-1) ?? "");
  },
);
