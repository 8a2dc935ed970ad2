/** One source of income: where the tables have it and how the text calls it. */
export interface IncomeSource {
  /** Column of 收入总表. */
  readonly column: string;
  /** Line of 收支总表 that says the same, for workbooks without the column. */
  readonly line: string;
  /** In the sentence of section 二. */
  readonly said: string;
  /** In the list of section 一. */
  readonly listed: string;
  readonly alsoInput?: readonly string[];
  /** Said even where there is nothing: 未安排. */
  readonly always: boolean;
}

/** In the order in which the document speaks of them. */
export const incomeSources: readonly IncomeSource[] = [
  { column: "一般公共预算", line: "一般财力", said: "一般公共预算", listed: "一般公共预算", always: true },
  {
    column: "上级一般公共预算转移支付",
    line: "上级一般公共预算安排转移支付",
    said: "上级一般公共预算安排的转移支付资金",
    listed: "上级一般公共预算安排的转移支付",
    always: true,
  },
  { column: "政府性基金预算", line: "政府性基金收入", said: "政府性基金预算", listed: "政府性基金预算", always: true },
  {
    column: "上级政府性基金转移支付",
    line: "上级政府性基金安排转移支付",
    said: "上级政府性基金安排的转移支付资金",
    listed: "上级政府性基金安排的转移支付",
    always: true,
  },
  { column: "国有资本经营预算", line: "国有资本经营收入", said: "国有资本经营预算", listed: "国有资本经营预算", always: true },
  {
    column: "上级国有资本经营预算转移支付",
    line: "上级国有资本经营预算安排转移支付",
    said: "上级国有资本经营预算安排的转移支付资金",
    listed: "上级国有资本经营预算安排的转移支付",
    always: true,
  },
  {
    column: "财政专户",
    line: "财政专户核拨",
    said: "财政专户",
    listed: "财政专户",
    alsoInput: ["财政专户管理资金", "财政专户（教育收费）", "财政专户核拨"],
    always: false,
  },
  { column: "单位资金", line: "单位资金", said: "单位资金", listed: "单位资金", always: false },
  {
    column: "财政拨款结转",
    line: "财政拨款结转",
    said: "财政拨款结转",
    listed: "财政拨款结转结余",
    alsoInput: ["财政拨款结转结余"],
    always: false,
  },
  {
    column: "非财政拨款结转结余",
    line: "非财政拨款结转结余",
    said: "非财政拨款结转结余",
    listed: "非财政拨款结转结余",
    alsoInput: ["非财政拨款结转"],
    always: false,
  },
];
