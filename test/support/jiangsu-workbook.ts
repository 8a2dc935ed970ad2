import type { PlainWorkbook } from "../../src/workbook/plain";
import { workbookFromText } from "./workbook-text";

/** An invented office of Jiangsu: what its twelve tables are made from, all in 万元. */
export interface JiangsuOffice {
  readonly organisation: string;
  readonly year: number;
  /** Codes, names and amounts, of the general public budget and of funds. */
  readonly items: readonly Subject[];
  readonly funds?: readonly Subject[];
  readonly basic: readonly Subject[];
  readonly reserve: number;
  /** What is not fiscal, all of it spent on projects of the first class. */
  readonly account?: number;
  readonly other?: number;
  readonly carried?: number;
  /** 出国, 购置, 运行, 接待, 会议, 培训 */
  readonly public: readonly [number, number, number, number, number, number];
  /** 货物, 工程, 服务 */
  readonly purchase: readonly [number, number, number];
}
export type Subject = readonly [code: string, name: string, amount: number];

const NAMES: Readonly<Record<string, string>> = {
  "201": "一般公共服务支出",
  "20103": "政府办公厅（室）及相关机构事务",
  "205": "教育支出",
  "20508": "进修及培训",
  "206": "科学技术支出",
  "20603": "应用研究",
  "208": "社会保障和就业支出",
  "20805": "行政事业单位离退休",
  "213": "农林水支出",
  "21303": "水利",
  "21366": "大中型水库库区基金安排的支出",
  "221": "住房保障支出",
  "22102": "住房改革支出",
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
};

const sum = (subjects: readonly Subject[]): number => subjects.reduce((total, [, , amount]) => total + amount, 0);
const cell = (amount: number): string => (amount === 0 ? "" : amount.toFixed(2));
const starting = (subjects: readonly Subject[], code: string): readonly Subject[] => subjects.filter(([own]) => own.startsWith(code));

const nameOf = (code: string, year: number): string => (code === "20805" && year > 2020 ? "行政事业单位养老支出" : (NAMES[code] ?? ""));

/** Rows of every level, the total first. */
function coded(subjects: readonly Subject[], widths: readonly number[], year: number): readonly string[] {
  const seen = new Set<string>();
  const rows = subjects.flatMap(([code, name, amount]) => [
    ...widths.flatMap((width) => {
      const above = code.slice(0, width);
      if (above === code || seen.has(above)) return [];
      seen.add(above);
      return [`${above} | ${nameOf(above, year)} | ${cell(sum(starting(subjects, above)))}`];
    }),
    `${code} | ${name} | ${cell(amount)}`,
  ]);
  return [` | 合计 | ${cell(sum(subjects))}`, ...rows];
}

export function jiangsuWorkbook(office: JiangsuOffice): PlainWorkbook {
  const { organisation, year, items, funds = [], basic, reserve, account = 0, other = 0, carried = 0, purchase } = office;
  const [abroad, buying, running, reception, meetings, training] = office.public;
  const [general, ofFunds] = [sum(items), sum(funds)];
  const fiscal = general + ofFunds;
  const all = fiscal + account + other + carried;
  const project = all - sum(basic) - reserve;
  const classes = [...new Set([...items, ...funds].map(([code]) => code.slice(0, 3)))];
  const ofClass = (code: string, index: number): number =>
    sum(starting([...items, ...funds], code)) + (index === 0 ? account + other + carried : 0);
  const left: readonly (readonly [string, number])[] = [
    ["一、财政拨款", fiscal],
    ["1. 一般公共预算", general],
    ["2. 政府性基金预算", ofFunds],
    ["二、财政专户管理资金", account],
    ["三、其他资金", other],
    ["当年收入小计", fiscal + account + other],
    ["上年结转资金", carried],
    ["收入合计", all],
  ];
  const uses: readonly (readonly [string, number])[] = [
    ["一、基本支出", sum(basic)],
    ["二、项目支出", project],
    ["三、单位预留机动经费", reserve],
    ["当年支出小计", all],
    ["结转下年资金", 0],
    ["", 0],
    ["", 0],
    ["支出合计", all],
  ];
  const NUMERALS = "一二三四五六七八";
  const owner = `部门：${organisation} | 单位：万元`;
  const operating = starting(basic, "302");
  const economic = ["科目编码 | 科目名称 | 金额", ...coded(basic, [3, 5], year)];
  const functional = (subjects: readonly Subject[]): readonly string[] => [
    "功能科目编码 | 功能科目名称 | 金额",
    ...coded(subjects, [3, 5, 7], year),
  ];
  const sheet = (number: number, title: string, rows: readonly string[]): string =>
    [`# ${title}`, `公开${String(number).padStart(2, "0")}表`, title, owner, ...rows].join("\n");
  return workbookFromText(
    [
      sheet(1, "收支预算总表", [
        "收入 | | 支出 | | |",
        "项目名称 | 金额 | 功能分类 | | 支出用途 |",
        " | | 功能科目名称 | 金额 | 项目名称 | 金额",
        ...left.map(([name, amount], row) => {
          const code = classes[row];
          const middle = code === undefined ? " | " : `${NUMERALS.charAt(row)}、${NAMES[code] ?? ""} | ${cell(ofClass(code, row))}`;
          return `${name} | ${cell(amount)} | ${middle} | ${uses[row]?.[0] ?? ""} | ${cell(uses[row]?.[1] ?? 0)}`;
        }),
      ]),
      sheet(2, "收入预算总表", [
        "项目名称 | | 金额",
        `收入总计 | | ${cell(all)}`,
        `一般公共预算资金 | 小计 | ${cell(general)}`,
        ` | 公共财政拨款(补助)资金 | ${cell(general)}`,
        `政府性基金 | 小计 | ${cell(ofFunds)}`,
        `财政专户管理资金 | 小计 | ${cell(account)}`,
        `其他资金 | 小计 | ${cell(other)}`,
        ` | 其他收入 | ${cell(other)}`,
        `上年结转和结余资金 | 小计 | ${cell(carried)}`,
      ]),
      sheet(3, "支出预算总表", [
        "合计 | 基本支出 | 项目支出 | 单位预留机动经费 | 结转下年资金",
        `${cell(all)} | ${cell(sum(basic))} | ${cell(project)} | ${cell(reserve)} | `,
      ]),
      sheet(4, "财政拨款收支预算总表", [
        "收入 | | 支出 |",
        "项目名称 | 金额 | 支出用途 |",
        " | | 项目名称 | 金额",
        `一、一般公共预算 | ${cell(general)} | 一、基本支出 | ${cell(sum(basic))}`,
        `二、政府性基金预算 | ${cell(ofFunds)} | 二、项目支出 | ${cell(fiscal - sum(basic) - reserve)}`,
        ` | | 三、单位预留机动经费 | ${cell(reserve)}`,
        `收入合计 | ${cell(fiscal)} | 支出合计 | ${cell(fiscal)}`,
      ]),
      sheet(5, "财政拨款支出预算表（功能科目）", functional([...items, ...funds].sort(([a], [b]) => a.localeCompare(b)))),
      sheet(6, "财政拨款基本支出预算表（经济科目）", economic),
      sheet(7, "一般公共预算支出预算表（功能科目）", functional(items)),
      sheet(8, "一般公共预算基本支出预算表（经济科目）", economic),
      sheet(9, "“三公”经费、会议费、培训费支出预算表", [
        "合计 | “三公”经费 | | | | | | 会议费 | 培训费",
        " | 小计 | 因公出国（境）费 | 公务用车购置及运行维护费 | | | 公务接待费 | | ",
        " | | | 小计 | 公务用车购置费 | 公务用车运行维护费 | | | ",
        [
          abroad + buying + running + reception + meetings + training,
          abroad + buying + running + reception,
          ...[abroad, buying + running, buying, running, reception, meetings, training],
        ]
          .map(cell)
          .join(" | "),
      ]),
      sheet(10, "财政拨款政府性基金支出预算表", ofFunds === 0 ? [...functional([]), "注：本部门无该项目"] : functional(funds)),
      sheet(11, "一般公共预算机关运行经费支出预算表", ["科目编码 | 科目名称 | 机关运行经费支出", ...coded(operating, [3, 5], year)]),
      sheet(12, `${String(year)}年政府采购预算表`, [
        "采购品目大类 | 专项名称 | 经济科目 | 采购物品名称 | 采购组织形式 | 总计",
        `合计 | | | | | ${cell(purchase.reduce((total, one) => total + one, 0))}`,
        ...["一、货物A", "二、工程B", "三、服务C"].map((name, at) => `${name} | | | | | ${cell(purchase[at] ?? 0)}`),
      ]),
    ].join("\n"),
    `${String(year)}.xlsx`,
  );
}
