import { workbookFromText } from "./workbook-text";
import type { PlainWorkbook } from "../../src/workbook/plain";

/** Whole 元, invented: code, name, basic expenditure, project expenditure, of which not from the budget (事业收入). */
const ITEMS: readonly (readonly [string, string, number, number, number])[] = [
  ["2010301", "行政运行", 8123456, 0, 0],
  ["2010302", "一般行政管理事务", 0, 2345000, 0],
  ["2010399", "其他政府办公厅（室）及相关机构事务支出", 0, 1630400, 210000],
  ["2080501", "行政单位离退休", 412300, 0, 0],
  ["2080505", "机关事业单位基本养老保险缴费支出", 1034560, 0, 0],
  ["2080506", "机关事业单位职业年金缴费支出", 517280, 0, 0],
  ["2101101", "行政单位医疗", 678910, 0, 0],
  ["2210201", "住房公积金", 903420, 0, 0],
];
const NAMES: Readonly<Record<string, string>> = {
  "201": "一般公共服务支出",
  "20103": "政府办公厅（室）及相关机构事务",
  "208": "社会保障和就业支出",
  "20805": "行政事业单位养老支出",
  "210": "卫生健康支出",
  "21011": "行政事业单位医疗",
  "221": "住房保障支出",
  "22102": "住房改革支出",
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
};
const ECONOMIC: readonly (readonly [string, string, number])[] = [
  ["30101", "基本工资", 2503400],
  ["30102", "津贴补贴", 3120056],
  ["30108", "机关事业单位基本养老保险缴费", 1034560],
  ["30109", "职业年金缴费", 517280],
  ["30110", "职工基本医疗保险缴费", 678910],
  ["30113", "住房公积金", 903420],
  ["30201", "办公费", 1650000],
  ["30217", "公务接待费", 8000],
  ["30228", "工会经费", 602000],
  ["30231", "公务用车运行维护费", 240000],
  ["30302", "退休费", 412300],
];

type Leaf = readonly [code: string, name: string, ...amounts: number[]];
const cell = (amount: number): string => (amount === 0 ? "" : `${String(amount)}.00`);
const line = (...cells: readonly (string | number)[]): string =>
  cells.map((one) => (typeof one === "number" ? cell(one) : one)).join(" | ");

/** Rows of every level with their sums, the total last. */
function coded(leaves: readonly Leaf[], widths: readonly number[]): string[] {
  const sums = (of: readonly Leaf[]): number[] =>
    (leaves[0]?.slice(2) ?? []).map((_, column) => of.reduce((sum, leaf) => sum + Number(leaf[column + 2] ?? 0), 0));
  const parts = (code: string): string[] => widths.map((to, index) => code.slice(widths[index - 1] ?? 0, to));
  const seen = new Set<string>();
  const rows = leaves.flatMap((leaf) => {
    const above = widths
      .slice(0, -1)
      .map((width) => leaf[0].slice(0, width))
      .filter((code) => !seen.has(code));
    for (const code of above) seen.add(code);
    return [
      ...above.map((code) => line(...parts(code), NAMES[code] ?? "", ...sums(leaves.filter(([own]) => own.startsWith(code))))),
      line(...parts(leaf[0]), leaf[1], ...leaf.slice(2)),
    ];
  });
  return [...rows, line(...widths.map(() => ""), "合计", ...sums(leaves))];
}

/** A department's nine tables as Shanghai prints them: in 元, totals last, the last table in 万元. Every sum foots by arithmetic. */
export function shanghaiWorkbook(): PlainWorkbook {
  const income = ITEMS.map(([code, name, basic, project, own]): Leaf => [code, name, basic + project, basic + project - own, own, 0, 0]);
  const expenditure = ITEMS.map(([code, name, basic, project]): Leaf => [code, name, basic + project, basic, project]);
  const general = ITEMS.map(([code, name, basic, project, own]): Leaf => [code, name, basic + project - own, basic, project - own]);
  const basic = ECONOMIC.map(([code, name, amount]): Leaf => [
    code,
    name,
    amount,
    code.startsWith("302") ? 0 : amount,
    code.startsWith("302") ? amount : 0,
  ]);
  const all = expenditure.reduce((sum, [, , amount]) => sum + Number(amount), 0);
  const own = ITEMS.reduce((sum, [, , , , amount]) => sum + amount, 0);
  const classes = ["201", "208", "210", "221"];
  const ofClass = (leaves: readonly Leaf[], code: string): number =>
    leaves.filter(([one]) => one.startsWith(code)).reduce((sum, [, , amount]) => sum + Number(amount), 0);
  const head = (title: string, unit = "元"): string[] => [`2026年部门${title}`, `编制部门：示例区事务局 | | | | 单位：${unit}`];
  const subject = (group: string): string[] => [
    `项目 | | | | ${group}`,
    "功能分类科目编码 | | | 功能分类科目名称 | 合计 | 基本支出 | 项目支出",
    "类 | 款 | 项",
  ];
  const left: readonly (readonly [string, number])[] = [
    ["一、财政拨款收入", all - own],
    ["1.一般公共预算资金", all - own],
    ["2.政府性基金", 0],
    ["3.国有资本经营预算", 0],
    ["二、事业收入", own],
    ["三、事业单位经营收入", 0],
    ["四、其他收入", 0],
  ];
  const numerals = ["一", "二", "三", "四"];
  const sheets: readonly (readonly [string, readonly string[]])[] = [
    [
      "部门收支总表",
      [
        ...head("财务收支预算总表"),
        "本年收入 | | 本年支出 |",
        "项目 | 预算数 | 项目 | 预算数",
        ...left.map(([label, amount], index) =>
          line(
            label,
            amount,
            classes[index] === undefined ? "" : `${numerals[index] ?? ""}、${NAMES[classes[index]] ?? ""}`,
            classes[index] === undefined ? "" : ofClass(expenditure, classes[index]),
          ),
        ),
        line("收入总计", all, "支出总计", all),
      ],
    ],
    [
      "部门收入总表",
      [
        ...head("收入预算总表"),
        "项目 | | | | 收入预算",
        "功能分类科目编码 | | | 功能分类科目名称 | 合计 | 财政拨款收入 | 事业收入 | 事业单位经营收入 | 其他收入",
        "类 | 款 | 项",
        ...coded(income, [3, 5, 7]),
      ],
    ],
    ["部门支出总表", [...head("支出预算总表"), ...subject("支出预算"), ...coded(expenditure, [3, 5, 7])]],
    [
      "部门财政拨款收支总表",
      [
        ...head("财政拨款收支预算总表"),
        "财政拨款收入 | | 财政拨款支出",
        "项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算",
        ...classes.map((code, index) =>
          line(
            ["一、一般公共预算资金", "二、政府性基金", "三、国有资本经营预算", ""][index] ?? "",
            index === 0 ? all - own : 0,
            `${numerals[index] ?? ""}、${NAMES[code] ?? ""}`,
            ofClass(general, code),
            ofClass(general, code),
          ),
        ),
        line("收入总计", all - own, "支出总计", all - own, all - own),
      ],
    ],
    ["部门一般公共预算拨款表", [...head("一般公共预算支出功能分类预算表"), ...subject("一般公共预算支出"), ...coded(general, [3, 5, 7])]],
    [
      "部门政府性基金拨款表",
      [
        ...head("政府性基金预算支出功能分类预算表"),
        ...subject("政府性基金预算支出"),
        line("", "", "", "合计", ""),
        "注：本部门无政府性基金预算安排的支出，本表为空表。",
      ],
    ],
    [
      "部门国有资本经营预算拨款表",
      [
        ...head("国有资本经营预算支出功能分类预算表"),
        ...subject("国有资本经营预算支出"),
        line("", "", "", "合计", ""),
        "注：本部门无国有资本经营预算安排的支出，本表为空表。",
      ],
    ],
    [
      "部门一般公共预算拨款基本支出明细表",
      [
        ...head("一般公共预算基本支出部门预算经济分类预算表"),
        "项目 | | | 一般公共预算基本支出",
        "部门预算经济分类科目编码 | | 经济分类科目名称 | 合计 | 人员经费 | 公用经费",
        "类 | 款",
        ...coded(basic, [3, 5]),
      ],
    ],
    [
      "部门“三公”经费和机关运行费预算表",
      [
        ...head("“三公”经费和机关运行经费预算表", "万元"),
        "“三公”经费预算数 | | | | | | 机关运行经费预算数",
        "合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费",
        " | | | 小计 | 购置费 | 运行费",
        "24.80 | | 0.80 | 24.00 | | 24.00 | 250.00",
      ],
    ],
  ];
  return workbookFromText(sheets.map(([name, rows]) => [`# ${name}`, ...rows, ""].join("\n")).join("\n"));
}
