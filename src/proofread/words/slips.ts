/** Slips that belong to no rule: what was written and what was meant. An office adds its own on a sheet 错词. */
export interface Slip {
  readonly wrong: string;
  readonly right: string;
  /** The slip is one only where these words follow. */
  readonly before?: readonly string[];
}

export const slips: readonly Slip[] = [
  { wrong: "回该", right: "回访" },
  { wrong: "待列", right: "代列" },
  { wrong: "支行", right: "执行", before: ["了", "财政", "政策", "会议", "决定", "任务"] },
  { wrong: "备窗口", right: "各窗口" },
  { wrong: "商品服务支出", right: "商品和服务支出" },
  { wrong: "帐户", right: "账户" },
  { wrong: "按排", right: "安排" },
  { wrong: "予算", right: "预算" },
  { wrong: "拔款", right: "拨款" },
  { wrong: "租凭", right: "租赁" },
  { wrong: "津帖", right: "津贴" },
  { wrong: "补帖", right: "补贴" },
  { wrong: "国有资产站用", right: "国有资产占用" },
  { wrong: "平方来", right: "平方米" },
];

/**
 * Words in which 单位 is no organisation: a document of a 部门 made from that of a 单位 by replacing all over has 部门
 * in them. Each is written here as it ought to stand.
 */
export const fixedWords: readonly string[] = [
  "单位价值", "单位单价", "单位价格", "单位面积", "单位成本", "单位造价", "计量单位", "货币单位", "金额单位", "单位：万元", "单位：元", "企事业单位", "附属单位", "施工单位", "监理单位",
];
