import type { SheetDraft } from "../../workbook/draft";
import { codedSheet } from "./coded";
import { head, over, type Heading } from "./headings";
import { listedSheet, threePublicSheet } from "./listed";
import { fiscalSheet, overviewSheet } from "./two-sided";
import type { Wording } from "./wording";

const CODES = ["类", "款", "项"] as const;
const ROWS = 30;

/** The blank disclosure tables, in printed order. */
export function disclosureSheets(wording: Wording): readonly SheetDraft[] {
  const { kind, tables, totalFirst } = wording;
  const functional = { kind, codes: CODES, codeHead: wording.functionalCode, nameHead: wording.functionalName, totalLabel: "总计", totalFirst, rows: ROWS };
  const basicAndProject = { amounts: [head("合计"), head("基本支出"), head("项目支出")], sums: [{ column: 0, of: [[1, 2]] }] } as const;
  return [
    overviewSheet(wording),
    incomeSheet(wording, functional),
    codedSheet({ ...functional, number: 3, title: `${kind}支出总体情况表`, sums: basicAndProject.sums, amounts: [over("支出预算", ...basicAndProject.amounts)] }),
    fiscalSheet(wording),
    codedSheet({ ...functional, number: 5, title: "一般公共预算支出情况表", sums: basicAndProject.sums, amounts: [over("一般公共预算支出", ...basicAndProject.amounts)] }),
    codedSheet({
      ...functional, number: 6, title: "一般公共预算基本支出情况表", codes: ["类", "款"], codeHead: wording.economicCode, nameHead: wording.economicName,
      amounts: [over("一般公共预算基本支出", head("合计"), head("人员经费"), head("公用经费"))], sums: [{ column: 0, of: [[1, 2]] }], rows: ROWS,
    }),
    projectSheet(wording, functional),
    fundSheet(wording, functional, 8, "政府性基金预算"),
    fundSheet(wording, functional, 9, "国有资本经营预算"),
    threePublicSheet(wording),
    ...(tables === 12 ? [listedSheet(wording, 11, "财政拨款委托业务费支出情况表", "项目名称", [head("合计"), over("资金来源", head("一般公共预算"), head("政府性基金"), head("国有资本经营预算"))], [{ column: 0, of: [[1, 3]] }])] : []),
    listedSheet(wording, tables, wording.carriedOverTitle, "项目", CARRIED_OVER, [{ column: 0, of: [[1, 1], [5, 5]] }, { column: 1, of: [[2, 4]] }, { column: 5, of: [[6, 8]] }], `${wording.year}年没有上年结转结余预算安排的支出，${wording.carriedOverTitle}为空表。`),
  ];
}

type Functional = Pick<Parameters<typeof codedSheet>[0], "kind" | "codes" | "codeHead" | "nameHead" | "totalLabel" | "totalFirst" | "rows">;

function incomeSheet({ kind, tables }: Wording, functional: Functional): SheetDraft {
  const fiscal = ["一般公共预算", "上级一般公共预算安排的转移支付", "政府性基金预算", "上级政府性基金安排的转移支付", "国有资本经营预算", ...(tables === 12 ? [] : ["上级国有资本经营预算安排的转移支付"])];
  const other = ["财政专户（教育收费）", "单位资金", "财政拨款结转", "非财政拨款结转结余"];
  const last = 1 + fiscal.length;
  return codedSheet({
    ...functional, number: 2, title: `${kind}收入总体情况表`,
    amounts: [head("总计"), over("财政拨款（补助）", head("财政拨款（补助）小计"), ...fiscal.map((text) => head(text))), ...other.map((text) => head(text))],
    sums: [{ column: 0, of: [[1, 1], [last + 1, last + other.length]] }, { column: 1, of: [[2, last]] }],
  });
}

const ECONOMIC = [
  "工资福利支出", "商品和服务支出", "对个人和家庭的补助", "债务利息及费用支出", "资本性支出（基本建设）", "资本性支出", "对企业补助（基本建设）", "对企业补助", "对社会保障基金补助", "其他支出",
];

function projectSheet(wording: Wording, functional: Functional): SheetDraft {
  return codedSheet({
    ...functional, number: 7, title: "一般公共预算项目支出情况表", codeHead: wording.projectCode, nameHead: "科目名称", textColumns: [head("项目名称", 30)],
    amounts: [head("项目支出合计"), ...ECONOMIC.map((text) => head(text, 12))], sums: [{ column: 0, of: [[1, ECONOMIC.length]] }], byProject: true,
  });
}

function fundSheet({ year }: Wording, functional: Functional, number: 8 | 9, budget: string): SheetDraft {
  return codedSheet({
    ...functional, number, title: `${budget}支出情况表`, subjectHead: "科目",
    amounts: [over(`${budget}支出`, head("合计"), over("基本支出", head("人员经费"), head("公用经费")), head("项目支出"))],
    sums: [{ column: 0, of: [[1, 3]] }], rows: 10, note: `${year}年没有使用${budget}拨款安排的支出，${budget}支出情况表为空表。`,
  });
}

const FUNDS: readonly Heading[] = [head("小计"), over("基本支出", head("人员经费"), head("公用经费")), head("项目支出")];
const CARRIED_OVER: readonly Heading[] = [head("合计"), over("财政拨款", ...FUNDS), over("非财政拨款", ...FUNDS)];
