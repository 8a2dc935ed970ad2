/** A text's tables, told from tabs. */
import { readPlainText } from "../../src/report/plain-text";
import { tablesIn } from "../../src/report/report";

const tables = (...lines: readonly string[]): readonly string[][] =>
  tablesIn(readPlainText(lines.join("\n"), "a.txt")).map(({ rows }) => rows.map((row) => row.map(({ text }) => text).join("|")));

it("a row of one cell belongs to the table above and below it", () =>
  expect(
    tables("项目\t预算数\t功能分类\t预算数", "单位资金\t1.99\t229 其他支出\t", "\t\t230 转移性支出\t", "收入总计\t1.99\t支出总计\t1.99"),
  ).toEqual([["项目|预算数|功能分类|预算数", "单位资金|1.99|229 其他支出|", "||230 转移性支出|", "收入总计|1.99|支出总计|1.99"]]));

it("one line with tabs around a single cell is no table", () => expect(tables("正文", "\t第一章\t", "正文")).toEqual([]));

const HEAD = "科目代码\t科目名称\t合计";
const FIRST = ["表 5", "一般公共预算支出情况表", "编制部门：示例局", "单位：万元", HEAD, "201\t一般公共服务支出\t1.00"];

describe("a table that a page has broken", () => {
  const whole = ["科目代码|科目名称|合计", "201|一般公共服务支出|1.00", "208|社会保障和就业支出|2.00", "总计||3.00"];
  const rest = ["208\t社会保障和就业支出\t2.00", "总计\t\t3.00"];
  it("goes on below its headings, printed again", () => expect(tables(...FIRST, "", HEAD, ...rest)).toEqual([whole]));
  it("and below its organisation and unit", () =>
    expect(tables(...FIRST, "", "编制部门：示例局", "", "单位：万元", HEAD, ...rest)).toEqual([whole]));
  it("is another with a title of its own, the same one too: each project has its sheet", () =>
    expect(tables(...FIRST, "一般公共预算支出情况表", HEAD, ...rest)).toHaveLength(2));
  it("is another where anything else stands between", () =>
    expect(tables(...FIRST, "合计中不含代管资金。", HEAD, ...rest)).toHaveLength(2));
  it("is another below other headings", () => expect(tables(...FIRST, "", "科目代码\t科目名称\t本年", ...rest)).toHaveLength(2));
});

describe("a row over several lines", () => {
  const rows = ["208\t社会保障和就业支出\t2.00", "221\t住房保障支出\t4.00"];
  const whole = ["科目代码|科目名称|合计", "201|一般公共服务支出|1.00", "208|社会保障和就业支出|2.00", "221|住房保障支出|4.00"];
  const broken = (...pieces: readonly string[]): readonly string[][] => tables(...FIRST.slice(0, -1), ...pieces, ...rows);
  it("inside a name", () => expect(broken("201\t一般公共", "服务支出\t1.00")).toEqual([whole]));
  it("inside an amount, or in place of a tab", () => {
    const wide = (line: string): string => `${line}\t9.00`;
    const at = (...pieces: readonly string[]): readonly string[][] => tables(wide(HEAD), ...pieces, ...rows.map(wide));
    const right = [whole.map((row) => `${row}|9.00`)];
    expect(at("201\t一般公共服务支出\t1.", "00\t9.00")).toEqual(right);
    expect(at("201\t一般公共服务支出", "1.00\t9.00")).toEqual(right);
  });
  it("is not two short rows one below the other, the blank cells left out at the end of both", () =>
    expect(
      tables(
        "项目\t预算数\t项目\t合计\t基本\t人员\t公用",
        "一、甲\t9.00\t一、乙\t4.00\t3.00\t2.00\t1.00",
        "二、丙\t1.00\t\t",
        "三、丁\t2.00\t\t",
        "合计\t12.00\t合计\t4.00\t3.00\t2.00\t1.00",
      )[0]?.slice(2, 4),
    ).toEqual(["二、丙|1.00|||||", "三、丁|2.00|||||"]));
  it("is not what stands over the headings of a sheet, with the fewer cells of merged ones", () => {
    const head = "一级指标\t二级指标\t三级指标\t指标值\t依据\t上年\t权重\t规则\t资料";
    const row = "产出\t数量\t次数（次）\t=3次\t计划\t3次\t10\t比例\t台账";
    const read = tables("项目资金\t年度预算总额\t5.00\t财政拨款\t5.00\t其他资金\t0.00", "项目总体目标\t做三次。", head, row, row, row);
    expect(read[0]?.[1]).toBe("项目总体目标|做三次。|||||||");
  });
  it("is no row where the pieces have too many cells, or the others no common width", () => {
    expect(broken("201\t一般公共", "服务支出\t1.00\t1.00\t").flat()).toContain("201|一般公共||");
    expect(tables("甲\t乙", "丙\t丁\t戊", "己\t庚")).toEqual([["甲|乙|", "丙|丁|戊", "己|庚|"]]);
  });
  describe("inside a name in the first column", () => {
    const head = ["收入\t\t支出\t", "项目\t预算数\t项目\t预算数"];
    const rest = ["2. 政府性基金预算拨款\t\t二、教育支出\t4.00", "收入总计\t5.00\t支出总计\t5.00"];
    const right = (first: string): readonly string[][] => [
      ["收入||支出|", "项目|预算数|项目|预算数", first, "2. 政府性基金预算拨款||二、教育支出|4.00", "收入总计|5.00|支出总计|5.00"],
    ];
    it("behind its first character", () =>
      expect(tables(...head, "1. 一", "般公共预算拨款\t5.00\t一、公共服务\t1.00", ...rest)).toEqual(
        right("1. 一般公共预算拨款|5.00|一、公共服务|1.00"),
      ));
    it("anywhere, where the text has the whole name elsewhere", () =>
      expect(tables("一般公共预算拨款5.00万元。", ...head, "1. 一般公共", "预算拨款\t5.00\t一、公共服务\t1.00", ...rest)).toEqual(
        right("1. 一般公共预算拨款|5.00|一、公共服务|1.00"),
      ));
    it.each([
      ["a line of its own", "一、基本支出", "工资福利支出\t5.00\t一、公共服务\t1.00"],
      ["a unit", "单位：万元", "一般公共预算拨款\t5.00\t一、公共服务\t1.00"],
      ["nothing", "无", "一般公共预算拨款\t5.00\t一、公共服务\t1.00"],
      ["above a row with a number of its own", "一", "2. 一般公共预算拨款\t5.00\t一、公共服务\t1.00"],
      ["above a row of another width", "1. 一", "般公共预算拨款\t5.00"],
    ])("but not %s", (_, line, row) => {
      expect(
        tables(...head, line, row, ...rest)
          .flat()
          .some((one) => one.startsWith(line) && one.includes(row.split("\t")[0] ?? "")),
      ).toBe(false);
    });
  });
});

describe("rows that lost the blank cells at their end", () => {
  const head = "“三公”经费支出内容\t合计\t一般公共预算";
  const rows = [
    "因公出国（境）费用",
    "公务接待费",
    "公务用车购置及运行维护费\t2.40\t2.40",
    "其中：公务用车购置",
    "公务用车运行维护费\t2.40\t2.40",
  ];
  it("are rows of which only the name is left", () =>
    expect(tables(head, ...rows, "总计\t2.40\t2.40")).toEqual([
      [
        "“三公”经费支出内容|合计|一般公共预算",
        "因公出国（境）费用||",
        "公务接待费||",
        "公务用车购置及运行维护费|2.40|2.40",
        "其中：公务用车购置||",
        "公务用车运行维护费|2.40|2.40",
        "总计|2.40|2.40",
      ],
    ]));
  it("and none where other rows have theirs", () =>
    expect(tables(head, "公务接待费\t2.40\t", "其中：公务用车购置", "公务用车运行维护费\t2.40\t2.40")).toEqual([
      ["“三公”经费支出内容|合计|一般公共预算", "公务接待费|2.40|"],
    ]));
});

it("a title over the columns of its sheet begins another table, of other columns", () => {
  const first = [
    "2026年部门收支总表\t\t\t",
    "项目\t预算数\t项目\t预算数",
    "一、财政拨款收入\t1.00\t一、教育支出\t",
    "收入总计\t1.00\t支出总计\t1.00",
  ];
  const second = [
    "2026年部门收入总表\t\t",
    "科目编码\t科目名称\t合计",
    "205\t教育支出\t0.40",
    "208\t社会保障和就业支出\t0.60",
    "\t合计\t1.00",
  ];
  const asRead = (lines: readonly string[]): readonly string[] => lines.map((row) => row.replaceAll("\t", "|"));
  expect(tables(...first, ...second)).toEqual([asRead(first.slice(1)), asRead(second.slice(1))]);
});
