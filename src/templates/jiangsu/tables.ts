import { defineOneRow, defineTable, head, headUnder, line, over, overLabels, type LineSpec, type TableSpec } from "../define";

const AMOUNT = head("金额");
const coded = { layout: "coded", totalWord: "合计" } as const;
const onRight = (...labels: string[]): LineSpec => ({ labels, side: "right" });
/** A line with its number. */
const numbered = (before: string, spec: LineSpec): LineSpec => ({ ...spec, before });
/** The uses of expenditure, on the right of both tables of panels. */
const uses = {
  基本支出: numbered("一、", onRight("基本支出")),
  项目支出: numbered("二、", onRight("项目支出")),
  单位预留机动经费: numbered("三、", { ...onRight("单位预留机动经费"), optional: true }),
} as const;

/** Three panels: income, expenditure by class, expenditure by use; the totals of both stand in the third. */
export const overview = defineTable({
  key: "overview",
  titles: ["收支预算总表"],
  layout: "panels",
  classification: "functional",
  classSide: "middle",
  columns: {
    收入预算数: { heads: ["金额"], side: "left", word: "收入金额" },
    支出预算数: { heads: ["金额"], side: "middle", word: "功能分类金额" },
    支出用途: { heads: ["金额"], side: "right", word: "支出用途金额" },
  },
  lines: {
    财政拨款: numbered("一、", line("财政拨款")),
    一般公共预算拨款: numbered("1. ", line("一般公共预算")),
    政府性基金预算拨款: numbered("2. ", line("政府性基金预算")),
    财政专户管理资金: numbered("二、", line("财政专户管理资金")),
    其他资金: numbered("三、", line("其他资金")),
    当年收入小计: line("当年收入小计"),
    上年结转资金: line("上年结转资金"),
    收入总计: { labels: ["收入合计", "收入总计"], total: true },
    ...uses,
    当年支出小计: onRight("当年支出小计"),
    结转下年资金: { ...onRight("结转下年资金"), optional: true },
    支出总计: { ...onRight("支出合计", "支出总计"), total: true },
  },
  marks: ["功能分类", "支出用途"],
  labelHeads: ["项目名称"],
  groups: [
    overLabels("收入", "收入预算数"),
    overLabels("支出", "支出预算数", "支出用途"),
    overLabels("功能分类", "支出预算数"),
    overLabels("支出用途", "支出用途"),
  ],
  totalWord: "支出合计",
});

/** Sources with their details, in two label columns. */
export const income = defineTable({
  key: "income",
  titles: ["收入预算总表"],
  layout: "grouped",
  columns: { 总计: { heads: ["金额"], word: "金额" } },
  labelHeads: ["项目名称"],
  totalWord: "收入总计",
});

/** One row: the uses of all expenditure. */
export const expenditure = defineTable({
  key: "expenditure",
  titles: ["支出预算总表"],
  layout: "totalOnly",
  columns: {
    合计: head("合计"),
    基本支出: head("基本支出"),
    项目支出: head("项目支出"),
    单位预留机动经费: { heads: ["单位预留机动经费"], optional: true },
    结转下年资金: { heads: ["结转下年资金"], optional: true },
  },
  marks: ["单位预留机动经费"],
});

export const fiscal = defineTable({
  key: "fiscal",
  titles: ["财政拨款收支预算总表"],
  layout: "panels",
  columns: { 收入合计: { heads: ["金额"], side: "left", word: "收入金额" }, 合计: { heads: ["金额"], side: "right", word: "支出金额" } },
  lines: {
    一般公共预算: numbered("一、", line("一般公共预算")),
    政府性基金预算: numbered("二、", line("政府性基金预算")),
    收入总计: { labels: ["收入合计", "收入总计"], total: true },
    ...uses,
    支出总计: { ...onRight("支出合计", "支出总计"), total: true },
  },
  marks: ["支出用途"],
  labelHeads: ["项目名称"],
  groups: [overLabels("收入", "收入合计"), overLabels("支出", "合计"), overLabels("支出用途", "合计")],
  totalWord: "支出合计",
});

const functional = { ...coded, classification: "functional", columns: { 合计: { ...AMOUNT, word: "金额" } } } as const;
const economic = { ...coded, classification: "economic", columns: { 合计: { ...AMOUNT, word: "金额" } } } as const;

export const fiscalExpenditure = defineTable({
  ...functional,
  key: "fiscalExpenditure",
  titles: ["财政拨款支出预算表", "财政拨款支出预算表(功能科目)"],
});
export const fiscalBasic = defineTable({
  ...economic,
  key: "fiscalBasic",
  titles: ["财政拨款基本支出预算表", "财政拨款基本支出预算表(经济科目)"],
});
export const general = defineTable({
  ...functional,
  key: "general",
  titles: ["一般公共预算支出预算表", "一般公共预算支出预算表(功能科目)"],
});
export const basic = defineTable({
  ...economic,
  key: "basic",
  titles: ["一般公共预算基本支出预算表", "一般公共预算基本支出预算表(经济科目)"],
});

const PUBLIC = "“三公”经费";
const VEHICLES = "公务用车购置及运行维护费";

/** One row: 三公 within a total that takes in meetings and training. */
export const threePublic = defineOneRow({
  key: "threePublic",
  titles: ["“三公”经费、会议费、培训费支出预算表"],
  cells: {
    三公会议培训: head("合计"),
    总计: headUnder(PUBLIC, "小计"),
    因公出国: head("因公出国(境)费"),
    公务用车小计: headUnder(VEHICLES, "小计"),
    公务用车购置: headUnder(VEHICLES, "公务用车购置费"),
    公务用车运行: headUnder(VEHICLES, "公务用车运行维护费"),
    公务接待费: head("公务接待费"),
    会议费: head("会议费"),
    培训费: head("培训费"),
  },
  marks: ["会议费", "培训费"],
  groups: [
    over(PUBLIC, "总计", "因公出国", "公务用车小计", "公务用车购置", "公务用车运行", "公务接待费"),
    over(VEHICLES, "公务用车小计", "公务用车购置", "公务用车运行"),
  ],
});

export const funds = defineTable({
  ...functional,
  key: "funds",
  titles: ["财政拨款政府性基金支出预算表", "政府性基金支出预算表"],
  empty: "may be",
});

export const operating = defineTable({
  ...economic,
  key: "operating",
  titles: ["一般公共预算机关运行经费支出预算表"],
  columns: { 合计: { heads: ["机关运行经费支出", "金额"], word: "机关运行经费支出" } },
  marks: ["机关运行经费支出"],
});

/** Goods, works and services, each with what is bought below it. */
export const procurement = defineTable({
  key: "procurement",
  titles: ["政府采购预算表", "政府采购支出预算表"],
  layout: "outline",
  columns: { 合计: { heads: ["总计", "金额"], word: "总计" } },
  lines: {
    货物: { labels: ["货物A", "货物"], before: "一、", optional: true },
    工程: { labels: ["工程B", "工程"], before: "二、", optional: true },
    服务: { labels: ["服务C", "服务"], before: "三、", optional: true },
  },
  labelHeads: ["采购品目大类"],
  texts: ["专项名称", "经济科目", "采购物品名称", "采购组织形式"],
  totalWord: "合计",
  marks: ["采购品目大类", "采购物品名称"],
  empty: "may be",
});

export const tables: readonly TableSpec[] = [
  overview,
  income,
  expenditure,
  fiscal,
  fiscalExpenditure,
  fiscalBasic,
  general,
  basic,
  threePublic,
  funds,
  operating,
  procurement,
];
