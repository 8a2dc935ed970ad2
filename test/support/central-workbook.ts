import type { PlainWorkbook } from "../../src/workbook/plain";
import { workbookFromText } from "./workbook-text";

/** An invented unit of a central department: what its four tables are made from, all in 万元. */
export interface CentralUnit {
  readonly organisation: string;
  /** Code, name, fiscal basic, fiscal project, other basic, other project expenditure. */
  readonly items: readonly (readonly [code: string, name: string, ...amounts: readonly [number, number, number, number]])[];
  readonly business: number;
  readonly others: number;
  readonly surplus: number;
  readonly carried: number;
}

const NAMES: Readonly<Record<string, string>> = {
  "205": "教育支出",
  "20502": "普通教育",
  "206": "科学技术支出",
  "20603": "应用研究",
  "210": "卫生健康支出",
  "21002": "公立医院",
  "221": "住房保障支出",
  "22102": "住房改革支出",
};

const cell = (amount: number): string => (amount === 0 ? "" : amount.toFixed(2));

export function centralWorkbook({ organisation, items, business, others, surplus, carried }: CentralUnit): PlainWorkbook {
  const of = (code: string, columns: readonly number[]): number =>
    items
      .filter(([own]) => own.startsWith(code))
      .reduce((total, item) => total + columns.reduce((part, at) => part + Number(item[at + 2]), 0), 0);
  const [FISCAL, ALL] = [
    [0, 1],
    [0, 1, 2, 3],
  ];
  const coded = (columns: (code: string) => readonly number[]): readonly string[] => {
    const seen = new Set<string>();
    const rows = items.flatMap(([code, name]) =>
      [3, 5, 7].flatMap((width) => {
        const own = code.slice(0, width);
        if (seen.has(own)) return [];
        seen.add(own);
        return [`${own} | ${width === 7 ? name : (NAMES[own] ?? "")} | ${columns(own).map(cell).join(" | ")}`];
      }),
    );
    return [...rows, ` | 合计 | ${columns("").map(cell).join(" | ")}`];
  };
  const [fiscal, spent] = [of("", FISCAL), of("", ALL)];
  const received = fiscal + business + others;
  const total = received + surplus + carried;
  const classes = [...new Set(items.map(([code]) => code.slice(0, 3)))];
  const sheet = (title: string, rows: readonly string[]): string =>
    [`# ${organisation}${title}`, `${organisation}${title}`, "单位：万元", ...rows].join("\n");
  const left: readonly (readonly [string, number])[] = [
    ["一、财政拨款", fiscal],
    ["二、事业收入", business],
    ["三、事业单位经营收入", 0],
    ["四、其他收入", others],
    ["本年收入合计", received],
    ["使用非财政拨款结余", surplus],
    ["上年结转", carried],
    ["收入总计", total],
  ];
  const right: readonly (readonly [string, number])[] = [
    ...classes.map((code, index) => [`${"一二三四".charAt(index)}、${NAMES[code] ?? ""}`, of(code, ALL)] as const),
    ...Array.from({ length: 4 - classes.length }, () => ["", 0] as const),
    ["本年支出合计", spent],
    ["结转下年", total - spent],
    ["", 0],
    ["支出总计", total],
  ];
  return workbookFromText(
    [
      sheet("收支预算总表", [
        "收入 | | 支出 |",
        "项目 | 预算数 | 项目 | 预算数",
        ...left.map(([name, amount], row) => `${name} | ${cell(amount)} | ${right[row]?.[0] ?? ""} | ${cell(right[row]?.[1] ?? 0)}`),
      ]),
      sheet("收入预算表", [
        "科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 | | 其他收入",
        " | | | | 金额 | 其中：教育收费 | ",
        ...coded((code) => {
          const first = (items[0]?.[0] ?? "").startsWith(code);
          const own = of(code, FISCAL);
          return first ? [own + business + others, own, business, 0, others] : [own, own, 0, 0, 0];
        }),
      ]),
      sheet("支出预算表", [
        "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        ...coded((code) => [of(code, ALL), of(code, [0, 2]), of(code, [1, 3])]),
      ]),
      sheet("财政拨款支出预算表", [
        "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        ...coded((code) => [of(code, FISCAL), of(code, [0]), of(code, [1])]),
      ]),
    ].join("\n"),
    `${organisation}.xlsx`,
  );
}
