import { expenditureClasses, functionalSubjects } from "../../src/templates/common/subjects";

/**
 * A department in whose twelve tables every column and every line has money, and every sum foots by arithmetic. Amounts
 * are hundredths of 万元. It is written as text, so that a test can change a line of it.
 */
export interface FullOptions {
  /** 表4 lists carried-over funds, and its expenditure includes them. */
  readonly carriedOverInFiscal?: boolean;
  /** 表2 has no column of 国资 transfers from above (and there are none). */
  readonly withoutCapitalTransfers?: boolean;
}

interface Item {
  readonly code: string;
  readonly name: string;
  /** 一般公共预算, 上级, 政府性基金, 上级, 国资, 上级, 财政专户, 单位资金, 财政拨款结转, 非财政拨款结转结余. */
  readonly sources: readonly number[];
  /** 一般公共预算 basic expenditure. */
  readonly basic: number;
  /** [人员, 公用, 项目] of 政府性基金 or 国资. */
  readonly split?: readonly [number, number, number];
  /** Basic and project expenditure from 专户, 单位资金 and 结转. */
  readonly rest?: readonly [number, number];
}

const none = [0, 0, 0, 0, 0, 0, 0, 0];
const general = (code: string, name: string, amount: number): Item => ({ code, name, sources: [amount, 0, ...none], basic: amount });

const items: readonly Item[] = [
  { code: "2010301", name: "行政运行", sources: [100000, 0, 0, 0, 0, 0, 0, 5000, 0, 0], basic: 100000, rest: [5000, 0] },
  { code: "2010302", name: "一般行政管理事务", sources: [20000, 3000, ...none], basic: 0 },
  {
    code: "2010399",
    name: "其他政府办公厅（室）及相关机构事务支出",
    sources: [2500, 0, 0, 0, 0, 0, 700, 0, 1000, 600],
    basic: 1000,
    rest: [1400, 900],
  },
  general("2050803", "培训支出", 600),
  general("2080501", "行政单位离退休", 4000),
  general("2080505", "机关事业单位基本养老保险缴费支出", 9000),
  general("2080506", "机关事业单位职业年金缴费支出", 4500),
  general("2101101", "行政单位医疗", 3800),
  general("2101102", "事业单位医疗", 200),
  general("2101103", "公务员医疗补助", 1200),
  general("2101199", "其他行政事业单位医疗支出", 300),
  { code: "2120803", name: "城市建设支出", sources: [0, 0, 3000, 1500, 0, 0, 0, 0, 0, 0], basic: 0, split: [500, 300, 3700] },
  general("2210201", "住房公积金", 8000),
  {
    code: "2230105",
    name: "国有企业退休人员社会化管理补助支出",
    sources: [0, 0, 0, 0, 900, 450, 0, 0, 0, 0],
    basic: 0,
    split: [100, 50, 1200],
  },
];

const economic: readonly (readonly [string, string, number])[] = [
  ["30101", "基本工资", 30000],
  ["30102", "津贴补贴", 25000],
  ["30103", "奖金", 10000],
  ["30108", "机关事业单位基本养老保险缴费", 9000],
  ["30109", "职业年金缴费", 4500],
  ["30110", "职工基本医疗保险缴费", 4000],
  ["30111", "公务员医疗补助缴费", 1200],
  ["30113", "住房公积金", 8000],
  ["30114", "医疗费", 300],
  ["30199", "其他工资福利支出", 2000],
  ["30201", "办公费", 28500],
  ["30212", "因公出国（境）费用", 500],
  ["30216", "培训费", 600],
  ["30217", "公务接待费", 400],
  ["30227", "委托业务费", 700],
  ["30228", "工会经费", 1300],
  ["30231", "公务用车运行维护费", 2000],
  ["30301", "离休费", 1000],
  ["30302", "退休费", 3000],
  ["30913", "公务用车购置", 250],
  ["31013", "公务用车购置", 350],
];
const economicClasses: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "309": "资本性支出（基本建设）",
  "310": "资本性支出",
};
const groupNames: Readonly<Record<string, string>> = {
  "21208": "国有土地使用权出让收入安排的支出",
  "22301": "解决历史遗留问题及改革成本支出",
};

const nameOf = (code: string): string => groupNames[code] ?? functionalSubjects.find((subject) => subject.code === code)?.name ?? code;
const money = (hundredths: number): string => (hundredths === 0 ? "" : (hundredths / 100).toFixed(2));
const add = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
const line = (...cells: readonly (string | number)[]): string =>
  cells.map((cell) => (typeof cell === "number" ? money(cell) : cell)).join(" | ");

/** Class, group and item rows with their sums, and the total. */
function coded(
  leaves: readonly { readonly code: string; readonly name: string; readonly amounts: readonly number[] }[],
  widths: readonly number[],
  classNames: (code: string) => string,
): string[] {
  const depths = widths.slice(0, -1);
  const rows: string[] = [];
  const seen = new Set<string>();
  const parts = (code: string): string[] => widths.map((to, index) => code.slice(widths[index - 1] ?? 0, to));
  for (const leaf of leaves) {
    for (const depth of depths) {
      const parent = leaf.code.slice(0, depth);
      if (seen.has(parent)) continue;
      seen.add(parent);
      rows.push(
        line(
          ...parts(parent),
          classNames(parent),
          ...add(leaves.filter(({ code }) => code.startsWith(parent)).map(({ amounts }) => amounts)),
        ),
      );
    }
    rows.push(line(...parts(leaf.code), leaf.name, ...leaf.amounts));
  }
  rows.push(line(...widths.map(() => ""), "总计", ...add(leaves.map(({ amounts }) => amounts))));
  return rows;
}

const functional = (leaves: readonly { readonly code: string; readonly name: string; readonly amounts: readonly number[] }[]): string[] =>
  coded(
    leaves.filter(({ amounts }) => amounts.some((amount) => amount !== 0)),
    [3, 5, 7],
    nameOf,
  );

const total = (item: Item): number => item.sources.reduce((sum, amount) => sum + amount, 0);
const generalOf = (item: Item): number => (item.sources[0] ?? 0) + (item.sources[1] ?? 0);
const fiscal = (item: Item): number => item.sources.slice(0, 6).reduce((sum, amount) => sum + amount, 0);
const fund = (item: Item): number => (item.sources[2] ?? 0) + (item.sources[3] ?? 0);
const capital = (item: Item): number => (item.sources[4] ?? 0) + (item.sources[5] ?? 0);
const sumOf = (of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0);
const source = (index: number): number => sumOf((item) => item.sources[index] ?? 0);
const head = (title: string): string[] => [title, "编制部门：示例局 | | | 单位：万元"];
const inClass = (code: string, of: (item: Item) => number): number =>
  items.filter((item) => item.code.startsWith(code)).reduce((sum, item) => sum + of(item), 0);

function overview({ withoutCapitalTransfers }: FullOptions): string[] {
  const above = withoutCapitalTransfers ? 0 : source(5);
  const carried = [source(8), source(9)] as const;
  const unit = source(7);
  const income: readonly (readonly [string, number])[] = [
    ["一、本年收入", sumOf(total) - carried[0] - carried[1]],
    ["1. 一般公共预算拨款", source(0) + source(1)],
    ["其中：一般财力", source(0)],
    ["上级一般公共预算安排转移支付", source(1)],
    ["2. 政府性基金预算拨款", source(2) + source(3)],
    ["其中：政府性基金收入", source(2)],
    ["上级政府性基金安排转移支付", source(3)],
    ["3. 国有资本经营预算拨款", source(4) + source(5)],
    ["其中：国有资本经营收入", source(4) + source(5) - above],
    ["上级国有资本经营预算安排转移支付", above],
    ["4. 财政专户核拨", source(6)],
    ["5. 单位资金", unit],
    ["其中：事业收入", 2000],
    ["上级补助收入", 1000],
    ["附属单位上缴收入", 900],
    ["事业单位经营收入", 600],
    ["其他收入", unit - 4500],
    ["二、上年结转结余", carried[0] + carried[1]],
    ["1. 财政拨款结转", carried[0]],
    ["其中：一般公共预算拨款", 600],
    ["政府性基金预算拨款", 300],
    ["国有资本经营预算拨款", carried[0] - 900],
    ["2. 非财政拨款结转结余", carried[1]],
    ["其中：财政专户核拨", 200],
    ["单位资金", carried[1] - 200],
  ];
  return [
    ...head("部门收支总体情况表"),
    "收入 | | 支出 |",
    "项目 | 预算数 | 科目名称 | 预算数",
    ...expenditureClasses.map(({ code, name }, index) =>
      line(income[index]?.[0] ?? "", income[index]?.[1] ?? "", `${code} ${name}`, inClass(code, total)),
    ),
    line("收入总计", sumOf(total), "支出总计", sumOf(total)),
  ];
}

function fiscalTable({ carriedOverInFiscal }: FullOptions): string[] {
  const carried = carriedOverInFiscal ? source(8) : 0;
  const budgets = [sumOf(generalOf), sumOf(fund), sumOf(capital)] as const;
  const income: readonly (readonly [string, number])[] = [
    ["一、财政拨款（补助）", sumOf(fiscal)],
    ["一般公共预算", budgets[0]],
    ["政府性基金预算", budgets[1]],
    ["国有资本经营预算", budgets[2]],
    ...(carriedOverInFiscal ? [["二、上年结转", carried] as const] : []),
  ];
  const right = (code: string): readonly number[] => {
    const extra = code === "201" ? carried : 0;
    const own = [inClass(code, generalOf) + extra, inClass(code, fund), inClass(code, capital)] as const;
    return [own[0] + own[1] + own[2], ...own];
  };
  return [
    ...head("财政拨款收支预算总体情况表"),
    "财政拨款收入 | | 财政拨款支出",
    "项目 | 合计 | 科目名称 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算",
    ...expenditureClasses.map(({ code, name }, index) =>
      line(income[index]?.[0] ?? "", income[index]?.[1] ?? "", `${code} ${name}`, ...right(code)),
    ),
    line("收入总计", sumOf(fiscal) + carried, "支出总计", sumOf(fiscal) + carried, budgets[0] + carried, budgets[1], budgets[2]),
  ];
}

const PROJECT_COLUMNS =
  "项目支出合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 债务利息及费用支出 | 资本性支出（基本建设） | 资本性支出 | 对企业补助（基本建设） | 对企业补助 | 对社会保障基金补助 | 其他支出";
const projects = {
  平台建设: [15000, 1000, 5000, 1000, 500, 500, 3000, 500, 1500, 1000, 1000],
  档案整理: [1500, 0, 1500, 0, 0, 0, 0, 0, 0, 0, 0],
  热线服务: [8000, 0, 6000, 0, 0, 0, 2000, 0, 0, 0, 0],
} as const;

function projectTable(): string[] {
  const { 平台建设, 档案整理, 热线服务 } = projects;
  const first = add([平台建设, 档案整理]);
  const row = (codes: readonly [string, string, string], name: string, project: string, amounts: readonly number[]): string =>
    line(...codes, name, project, ...amounts);
  return [
    ...head("一般公共预算项目支出情况表"),
    `科目代码 | | | 科目名称 | 项目名称 | ${PROJECT_COLUMNS}`,
    "类 | 款 | 项",
    row(["", "", ""], "示例局", "", first),
    row(["201", "", ""], "一般公共服务支出", "", first),
    row(["201", "03", ""], "政府办公厅（室）及相关机构事务", "", first),
    row(["201", "03", "02"], "一般行政管理事务", "", 平台建设),
    row(["201", "03", "02"], "", "平台建设", 平台建设),
    row(["201", "03", "99"], "其他政府办公厅（室）及相关机构事务支出", "", 档案整理),
    row(["201", "03", "99"], "", "档案整理", 档案整理),
    row(["", "", ""], "示例服务中心", "", 热线服务),
    row(["201", "", ""], "一般公共服务支出", "", 热线服务),
    row(["201", "03", ""], "政府办公厅（室）及相关机构事务", "", 热线服务),
    row(["201", "03", "02"], "一般行政管理事务", "", 热线服务),
    row(["201", "03", "02"], "", "热线服务", 热线服务),
    row(["", "", ""], "总计", "", add([first, 热线服务])),
  ];
}

function budgetTable(title: string, column: string, of: (item: Item) => number): string[] {
  return [
    ...head(title),
    `科目 | | | | ${column}`,
    "科目代码 | | | 科目名称 | 合计 | 人员经费 | 公用经费 | 项目支出",
    "类 | 款 | 项",
    ...functional(
      items
        .filter((item) => of(item) > 0)
        .map((item) => ({ code: item.code, name: item.name, amounts: [of(item), ...(item.split ?? [])] })),
    ),
  ];
}

const bySource = (amounts: readonly [number, number, number]): readonly number[] => [amounts[0] + amounts[1] + amounts[2], ...amounts];
const carriedRow = (f: readonly [number, number, number], n: readonly [number, number, number]): readonly number[] => {
  const [fiscalPart, otherPart] = [bySource(f), bySource(n)];
  return [(fiscalPart[0] ?? 0) + (otherPart[0] ?? 0), ...fiscalPart, ...otherPart];
};

/** The workbook as text; see workbook-text.ts. */
export function fullWorkbookText(options: FullOptions = {}): string {
  const withSubtotal = (item: Item): readonly number[] =>
    options.withoutCapitalTransfers
      ? [total(item), fiscal(item), ...item.sources.slice(0, 4), capital(item), ...item.sources.slice(6)]
      : [total(item), fiscal(item), ...item.sources];
  const capitalHead = options.withoutCapitalTransfers ? "国有资本经营预算" : "国有资本经营预算 | 上级国有资本经营预算安排的转移支付";
  const expenditure = (item: Item): readonly number[] => {
    const [p, o, j] = item.split ?? [0, 0, 0];
    const basic = item.basic + p + o + (item.rest?.[0] ?? 0);
    return [total(item), basic, generalOf(item) - item.basic + j + (item.rest?.[1] ?? 0)];
  };
  const abroad = bySource([600, 150, 50]);
  const reception = bySource([500, 60, 40]);
  const purchase = bySource([900, 100, 50]);
  const running = bySource([2600, 120, 80]);
  const platform = bySource([2000, 100, 50]);
  const hotline = bySource([1500, 40, 30]);
  const older = carriedRow([60, 120, 400], [100, 150, 120]);
  const newer = carriedRow([40, 80, 300], [50, 100, 80]);
  const t6 = economic.map(([code, name, amount]) => ({
    code,
    name,
    amounts: /^30[13]/.test(code) ? [amount, amount, 0] : [amount, 0, amount],
  }));
  const sheets: readonly (readonly [string, readonly string[]])[] = [
    ["表1", overview(options)],
    [
      "表2",
      [
        ...head("部门收入总体情况表"),
        `科目代码 | | | 科目名称 | 总计 | 财政拨款（补助） | | | | | |${options.withoutCapitalTransfers ? "" : " |"} 财政专户（教育收费） | 单位资金 | 财政拨款结转 | 非财政拨款结转结余`,
        `类 | 款 | 项 | | | 财政拨款（补助）小计 | 一般公共预算 | 上级一般公共预算安排的转移支付 | 政府性基金预算 | 上级政府性基金安排的转移支付 | ${capitalHead}`,
        ...functional(items.map((item) => ({ code: item.code, name: item.name, amounts: withSubtotal(item) }))),
      ],
    ],
    [
      "表3",
      [
        ...head("部门支出总体情况表"),
        "科目代码 | | | 科目名称 | 支出预算",
        "类 | 款 | 项 | | 合计 | 基本支出 | 项目支出",
        ...functional(items.map((item) => ({ code: item.code, name: item.name, amounts: expenditure(item) }))),
      ],
    ],
    ["表4", fiscalTable(options)],
    [
      "表5",
      [
        ...head("一般公共预算支出情况表"),
        "科目代码 | | | 科目名称 | 一般公共预算支出",
        "类 | 款 | 项 | | 合计 | 基本支出 | 项目支出",
        ...functional(
          items.map((item) => ({ code: item.code, name: item.name, amounts: [generalOf(item), item.basic, generalOf(item) - item.basic] })),
        ),
      ],
    ],
    [
      "表6",
      [
        ...head("一般公共预算基本支出情况表"),
        "科目代码 | | 科目名称 | 一般公共预算基本支出",
        "类 | 款 | | 合计 | 人员经费 | 公用经费",
        ...coded(t6, [3, 5], (code) => economicClasses[code] ?? code),
      ],
    ],
    ["表7", projectTable()],
    ["表8", budgetTable("政府性基金预算支出情况表", "政府性基金预算支出", fund)],
    ["表9", budgetTable("国有资本经营预算支出情况表", "国有资本经营预算支出", capital)],
    [
      "表10",
      [
        ...head("财政拨款“三公”经费支出情况表"),
        "“三公”经费支出内容 | 合计 | 资金来源",
        " | | 一般公共预算 | 政府性基金 | 国有资本经营预算",
        line("因公出国（境）费用", ...abroad),
        line("公务接待费", ...reception),
        line("公务用车购置及运行维护费（小计）", ...add([purchase, running])),
        line("其中：公务用车购置", ...purchase),
        line("公务用车运行维护费", ...running),
        line("总计", ...add([abroad, reception, purchase, running])),
      ],
    ],
    [
      "表11",
      [
        ...head("财政拨款委托业务费支出情况表"),
        "项目名称 | 合计 | 资金来源",
        " | | 一般公共预算 | 政府性基金 | 国有资本经营预算",
        line("示例局", ...platform),
        line("平台建设", ...platform),
        line("示例服务中心", ...hotline),
        line("热线服务", ...hotline),
        line("总计", ...add([platform, hotline])),
      ],
    ],
    [
      "表12",
      [
        ...head("上年结转结余情况表"),
        "项目 | 合计 | 财政拨款 | | | | 非财政拨款",
        " | | 小计 | 人员经费 | 公用经费 | 项目支出 | 小计 | 人员经费 | 公用经费 | 项目支出",
        line("示例局", ...add([older, newer])),
        line("老旧设备更新项目", ...older),
        line("信息系统建设项目", ...newer),
        line("总计", ...add([older, newer])),
      ],
    ],
  ];
  return sheets.map(([name, lines]) => [`# ${name}`, ...lines].join("\n")).join("\n\n");
}
