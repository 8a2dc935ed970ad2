import type { CellValue, PlainSheet, PlainWorkbook } from "../src/workbook/plain";

/**
 * A workbook of twelve tables of `rows` rows each that all agree, in memory: what a large department's system could
 * export. Figures are whole hundredths, so every identity holds exactly.
 */
export function largeWorkbook(rows: number): PlainWorkbook {
  const subjects = functionalSubjects(rows);
  const economic = economicSubjects(rows);
  const projects = projectsOf(subjects, rows);
  // Basic expenditure by function and by economic class are one sum: the economic leaves take it up one after the other.
  const leaves = economic.filter(({ code }) => code.length === 5);
  const basicTotal = sum(
    subjects.filter(({ code }) => code.length === 7),
    (subject) => subject.basic,
  );
  const each = Math.floor(basicTotal / leaves.length);
  leaves.forEach((leaf, index) => (leaf.amount = index === 0 ? basicTotal - each * (leaves.length - 1) : each));
  for (const top of economic.filter(({ code }) => code.length === 3))
    top.amount = sum(
      leaves.filter(({ code }) => code.startsWith(top.code)),
      (leaf) => leaf.amount,
    );
  const personnel = sum(
    leaves.filter(({ code }) => isPersonnel(code)),
    (leaf) => leaf.amount,
  );
  const classes = subjects.filter(({ code }) => code.length === 3);
  const total = sum(classes, (subject) => subject.basic + subject.project);
  const [basic, project] = [sum(classes, (subject) => subject.basic), sum(classes, (subject) => subject.project)];
  const incomes: readonly (readonly [string, number])[] = INCOME_LINES.map((label, index) => [label, index < 3 ? total : 0]);
  const byCode = subjects.map(({ code, name, basic: b, project: p }): Subject => ({ code, name, basic: b, project: p }));
  const codes = (code: string): (string | null)[] => [code.slice(0, 3), code.slice(3, 5) || null, code.slice(5, 7) || null];
  const money = (hundredths: number): number | null => (hundredths === 0 ? null : hundredths / 100);
  const threeColumns = byCode.map((s) => [...codes(s.code), s.name, money(s.basic + s.project), money(s.basic), money(s.project)]);
  const twoSided = (left: readonly (readonly [string, number])[], right: (subject: Subject) => (number | null)[]): CellValue[][] =>
    Array.from({ length: Math.max(left.length, classes.length) }, (_, index) => {
      const [label, amount] = left[index] ?? [null, 0];
      const subject = classes[index];
      return [label, money(amount), ...(subject ? [`${subject.code} ${subject.name}`, ...right(subject)] : [])];
    });
  return {
    name: "large.xlsx",
    sheets: [
      sheet(
        "表1",
        "部门收支总体情况表",
        [
          ["收入", null, "支出"],
          ["项目", "预算数", "科目名称", "预算数"],
        ],
        [...twoSided(incomes, (s) => [money(s.basic + s.project)]), ["收入总计", money(total), "支出总计", money(total)]],
        rows,
      ),
      sheet(
        "表2",
        "部门收入总体情况表",
        [
          [
            "科目代码",
            null,
            null,
            "科目名称",
            "总计",
            "财政拨款（补助）",
            null,
            null,
            null,
            null,
            null,
            "财政专户（教育收费）",
            "单位资金",
            "财政拨款结转",
            "非财政拨款结转结余",
          ],
          [
            "类",
            "款",
            "项",
            null,
            null,
            "小计",
            "一般公共预算",
            "上级一般公共预算安排的转移支付",
            "政府性基金预算",
            "上级政府性基金安排的转移支付",
            "国有资本经营预算",
          ],
        ],
        [
          ...byCode.map((s) => {
            const all = money(s.basic + s.project);
            return [...codes(s.code), s.name, all, all, all];
          }),
          [null, null, null, "总计", money(total), money(total), money(total)],
        ],
        rows,
      ),
      sheet(
        "表3",
        "部门支出总体情况表",
        [
          ["科目代码", null, null, "科目名称", "支出预算"],
          ["类", "款", "项", null, "合计", "基本支出", "项目支出"],
        ],
        [...threeColumns, [null, null, null, "总计", money(total), money(basic), money(project)]],
        rows,
      ),
      sheet(
        "表4",
        "财政拨款收支预算总体情况表",
        [
          ["财政拨款收入", null, "财政拨款支出"],
          ["项目", "合计", "科目名称", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
        ],
        [
          ...twoSided(
            [
              ["一、财政拨款（补助）", total],
              ["一般公共预算", total],
              ["政府性基金预算", 0],
              ["国有资本经营预算", 0],
            ],
            (s) => [money(s.basic + s.project), money(s.basic + s.project)],
          ),
          ["收入总计", money(total), "支出总计", money(total), money(total)],
        ],
        rows,
      ),
      sheet(
        "表5",
        "一般公共预算支出情况表",
        [
          ["科目代码", null, null, "科目名称", "一般公共预算支出"],
          ["类", "款", "项", null, "合计", "基本支出", "项目支出"],
        ],
        [...threeColumns, [null, null, null, "总计", money(total), money(basic), money(project)]],
        rows,
      ),
      sheet(
        "表6",
        "一般公共预算基本支出情况表",
        [
          ["科目代码", null, "科目名称", "一般公共预算基本支出"],
          ["类", "款", null, "合计", "人员经费", "公用经费"],
        ],
        [
          ...economic.map((s) => [
            s.code.slice(0, 3),
            s.code.slice(3) || null,
            s.name,
            money(s.amount),
            ...(isPersonnel(s.code) ? [money(s.amount)] : [null, money(s.amount)]),
          ]),
          [null, null, "总计", money(basic), money(personnel), money(basic - personnel)],
        ],
        rows,
      ),
      sheet(
        "表7",
        "一般公共预算项目支出情况表",
        [
          [
            "科目代码",
            null,
            null,
            "科目名称",
            "项目名称",
            "项目支出合计",
            "工资福利支出",
            "商品和服务支出",
            "对个人和家庭的补助",
            "债务利息及费用支出",
            "资本性支出（基本建设）",
            "资本性支出",
            "对企业补助（基本建设）",
            "对企业补助",
            "对社会保障基金补助",
            "其他支出",
          ],
          ["类", "款", "项"],
        ],
        [
          ...projects.map((p) => [...codes(p.code), p.name, p.project, money(p.amount), null, money(p.amount)]),
          [null, null, null, "总计", null, money(project), null, money(project)],
        ],
        rows,
      ),
      sheet(
        "表8",
        "政府性基金预算支出情况表",
        [
          ["科目代码", null, null, "科目名称", "政府性基金预算支出"],
          ["类", "款", "项", null, "合计", "人员经费", "公用经费", "项目支出"],
        ],
        [...byCode.map((s) => [...codes(s.code), s.name]), [null, null, null, "总计"]],
        rows,
      ),
      sheet(
        "表9",
        "国有资本经营预算支出情况表",
        [
          ["科目代码", null, null, "科目名称", "国有资本经营预算支出"],
          ["类", "款", "项", null, "合计", "人员经费", "公用经费", "项目支出"],
        ],
        [...byCode.map((s) => [...codes(s.code), s.name]), [null, null, null, "总计"]],
        rows,
      ),
      sheet(
        "表10",
        "财政拨款“三公”经费支出情况表",
        [
          ["“三公”经费支出内容", "合计", "资金来源"],
          [null, null, "一般公共预算", "政府性基金", "国有资本经营预算"],
        ],
        [
          ["因公出国（境）费用"],
          ["公务接待费"],
          ["公务用车购置及运行维护费（小计）"],
          ["其中：公务用车购置"],
          ["公务用车运行维护费"],
          ["总计"],
        ],
        rows,
      ),
      sheet(
        "表11",
        "财政拨款委托业务费支出情况表",
        [
          ["项目名称", "合计", "资金来源"],
          [null, null, "一般公共预算", "政府性基金", "国有资本经营预算"],
        ],
        named(projects, (p) => [money(p.amount), money(p.amount)], [money(project), money(project)]),
        rows,
      ),
      sheet(
        "表12",
        "上年结转结余情况表",
        [
          ["项目", "合计", "财政拨款", null, null, null, "非财政拨款"],
          [null, null, "小计", "人员经费", "公用经费", "项目支出", "小计", "人员经费", "公用经费", "项目支出"],
        ],
        named(projects, () => [], []),
        rows,
      ),
    ],
  };
}

const INCOME_LINES = [
  "一、本年收入",
  "1. 一般公共预算拨款",
  "其中：一般财力",
  "上级一般公共预算安排转移支付",
  "2. 政府性基金预算拨款",
  "其中：政府性基金收入",
  "上级政府性基金安排转移支付",
  "3. 国有资本经营预算拨款",
  "其中：国有资本经营收入",
  "上级国有资本经营预算安排转移支付",
  "4. 财政专户核拨",
  "5. 单位资金",
  "其中：事业收入",
  "上级补助收入",
  "附属单位上缴收入",
  "事业单位经营收入",
  "其他收入",
  "二、上年结转结余",
  "1. 财政拨款结转",
  "其中：一般公共预算拨款",
  "政府性基金预算拨款",
  "国有资本经营预算拨款",
  "2. 非财政拨款结转结余",
  "其中：财政专户核拨",
  "单位资金",
];

interface Subject {
  readonly code: string;
  readonly name: string;
  basic: number;
  project: number;
}

interface Project {
  readonly code: string;
  readonly name: string;
  readonly project: string | null;
  amount: number;
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}

/**
 * Classes with groups with items, `rows` in all, none of them a code that a check names (2080505 and its like); the figures
 * of the upper levels are those of the lower.
 */
function functionalSubjects(rows: number): Subject[] {
  const found: Subject[] = [];
  for (let top = 201; found.length < rows - 100 && top < 1000; top++) {
    const first: Subject = { code: String(top), name: `支出类${String(top)}`, basic: 0, project: 0 };
    found.push(first);
    for (let group = 41; group <= 60 && found.length < rows - 40; group++) {
      const second: Subject = { code: first.code + two(group), name: `事务${String(group)}`, basic: 0, project: 0 };
      found.push(second);
      for (let item = 31; item <= 60 && found.length < rows; item++) {
        const leaf: Subject = {
          code: second.code + two(item),
          name: `支出${String(item)}`,
          basic: 1000 + ((found.length * 7919) % 99991),
          project: (found.length * 31) % 9973,
        };
        found.push(leaf);
        for (const above of [first, second]) {
          above.basic += leaf.basic;
          above.project += leaf.project;
        }
      }
    }
  }
  return found;
}

const isPersonnel = (code: string): boolean => code.startsWith("301") || code.startsWith("303");

function economicSubjects(rows: number): { code: string; name: string; amount: number }[] {
  const found: { code: string; name: string; amount: number }[] = [];
  for (let top = 301; found.length < rows && top < 400; top++) {
    found.push({ code: String(top), name: `经济类${String(top)}`, amount: 0 });
    for (let item = 40; item < 100 && found.length < rows; item++)
      found.push({ code: String(top) + two(item), name: `经济款${String(item)}`, amount: 0 });
  }
  return found;
}

/** 表7: every subject with one project below each item, as many as fit; the last item takes what is left over. */
function projectsOf(subjects: readonly Subject[], rows: number): Project[] {
  const found: Project[] = [];
  for (const subject of subjects) {
    if (found.length + 2 > rows * 2) break;
    found.push({ code: subject.code, name: subject.name, project: null, amount: subject.project });
    if (subject.code.length === 7)
      found.push({ code: subject.code, name: subject.name, project: `项目${subject.code}经费`, amount: subject.project });
  }
  return found;
}

function named(projects: readonly Project[], amounts: (project: Project) => CellValue[], total: CellValue[]): CellValue[][] {
  return [
    ["示例市财政局", ...total],
    ...projects.filter(({ project }) => project !== null).map((project) => [project.project, ...amounts(project)]),
    ["总计", ...total],
  ];
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function sheet(name: string, title: string, headings: readonly CellValue[][], body: readonly CellValue[][], rows: number): PlainSheet {
  const filler = Array.from({ length: Math.max(0, rows - body.length) }, (): CellValue[] => []);
  return {
    name,
    visibility: "visible",
    top: 0,
    left: 0,
    values: [[title], ["编制部门：示例市财政局", null, null, "单位：万元"], ...headings, ...body, ...filler],
    formats: [],
    formulas: [],
  };
}
