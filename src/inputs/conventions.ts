/**
 * The five 填报 sheets as data: their names, headings and fixed items. They hold what the narrative says and the
 * disclosure tables do not. Headings are found by name, never by place; further columns are the user's own.
 */
export const inputSheetNames = {
  basics: "填报-基本信息",
  priors: "填报-上年对比",
  texts: "填报-文字说明",
  projects: "填报-项目说明",
  others: "填报-其他事项",
} as const;

export type InputSheetKey = keyof typeof inputSheetNames;

export const inputSheetKeys: readonly InputSheetKey[] = ["basics", "priors", "texts", "projects", "others"];

export interface InputColumn {
  readonly key: string;
  /** The first is what this tool writes; the others are also understood. */
  readonly heads: readonly string[];
  /** label: names the row · text, amount: for the user to fill. */
  readonly kind: "label" | "text" | "amount";
  /** In characters. */
  readonly width: number;
}

const column = (kind: InputColumn["kind"], width: number, key: string, ...also: string[]): InputColumn => ({
  key,
  heads: [key, ...also],
  kind,
  width,
});

export const inputColumns: Readonly<Record<InputSheetKey, readonly InputColumn[]>> = {
  basics: [column("label", 18, "项目"), column("text", 52, "内容", "填写内容")],
  priors: [
    column("label", 14, "类别", "分类"),
    column("label", 11, "科目编码", "科目代码", "编码"),
    column("label", 46, "名称", "科目名称", "项目名称"),
    column("amount", 14, "上年预算数", "上年数", "上年预算", "上年金额"),
    column("text", 60, "主要原因", "增减原因", "变动原因", "原因"),
  ],
  texts: [column("label", 16, "类别", "分类"), column("label", 36, "名称", "项目名称", "项目"), column("text", 80, "内容", "文字说明")],
  projects: [
    column("label", 36, "项目名称", "名称"),
    column("text", 44, "设立的政策依据", "政策依据"),
    column("text", 28, "项目承担单位", "承担单位"),
    column("text", 52, "资金分配情况", "分配情况"),
    column("text", 30, "资金执行时间", "执行时间"),
  ],
  others: [
    column("label", 14, "类别", "分类"),
    column("label", 30, "项目", "名称"),
    column("amount", 14, "数值", "金额", "数量"),
    column("label", 10, "计量单位", "单位"),
  ],
};

/** Column keys of a sheet that this tool creates, left to right, the comparison columns of 填报-上年对比 included. */
export function newSheetOrder(key: InputSheetKey): readonly string[] {
  if (key === "priors") return ["类别", "科目编码", "名称", "本年预算数", "上年预算数", "增减额", "增减率", "主要原因"];
  return inputColumns[key].map((column) => column.key);
}

/** The 类别 of 填报-上年对比. */
export type PriorCategory =
  | "收入来源"
  | "支出总额"
  | "一般公共预算"
  | "功能科目"
  | "政府性基金预算"
  | "国有资本经营预算"
  | "“三公”经费"
  | "机关运行经费";

/** The 类别 of 填报-文字说明. */
export type TextCategory = "部门概况" | "支出用途" | "委托业务费用途" | "结转说明" | "其他需说明的事项";

/** The rows of 部门概况: what the organisation is, several paragraphs each, as they stand in the whole report. */
export const aboutTexts = ["主要职能", "机构设置"] as const;
export type AboutText = (typeof aboutTexts)[number];

export type BasicItem = "单位名称" | "单位类型" | "预算年度" | "编制日期" | "下属预算单位数" | "下属行政单位数" | "下属事业单位数";

export const basicItems: readonly BasicItem[] = [
  "单位名称",
  "单位类型",
  "预算年度",
  "编制日期",
  "下属预算单位数",
  "下属行政单位数",
  "下属事业单位数",
];

export type OtherCategory = "机关运行经费" | "政府采购" | "国有资产" | "预算绩效";

export interface OtherItem {
  readonly category: OtherCategory;
  readonly name: string;
  readonly unit: "万元" | "平方米" | "辆" | "台" | "个";
  /** form: only some forms speak of it, which then ask for it · institutions: the tables tell it where there are no 事业单位. */
  readonly when?: "form" | "institutions";
}

const items = (category: OtherCategory, unit: OtherItem["unit"], ...names: string[]): OtherItem[] =>
  names.map((name) => ({ category, name, unit }));
const vehicles = (name: string): OtherItem[] => [...items("国有资产", "辆", `${name}数量`), ...items("国有资产", "万元", `${name}价值`)];

/** The rows of 填报-其他事项, in order. */
export const otherItems: readonly OtherItem[] = [
  ...items("机关运行经费", "万元", "机关运行经费").map((item): OtherItem => ({ ...item, when: "institutions" })),
  ...items("政府采购", "万元", "货物", "工程", "服务", "面向中小企业预留", "其中：小微企业预留"),
  ...items("国有资产", "平方米", "房屋面积"),
  ...items("国有资产", "万元", "房屋价值"),
  ...vehicles("一般公务用车"),
  ...vehicles("执法执勤用车"),
  ...vehicles("其他车辆"),
  ...items("国有资产", "万元", "办公家具价值", "其他资产价值"),
  ...items("国有资产", "台", "50万元以上大型设备", "100万元以上大型设备", "安排购置50万元以上大型设备", "安排购置100万元以上大型设备"),
  ...items("预算绩效", "个", "整体绩效目标个数"),
  ...items("预算绩效", "万元", "整体绩效目标金额"),
  ...items("预算绩效", "个", "项目个数"),
  ...items("预算绩效", "万元", "财政拨款项目金额"),
  ...items("预算绩效", "个", "非财政拨款项目个数").map((item): OtherItem => ({ ...item, when: "form" })),
  ...items("预算绩效", "万元", "非财政拨款项目金额"),
];
