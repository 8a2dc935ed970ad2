/** What differs between the blank templates of twelve and of eleven tables (rules.md D1). */
export interface Wording {
  readonly year: number;
  readonly kind: "部门" | "单位";
  readonly tables: 12 | 11;
  /** Over the classes of 表1 and 表4. */
  readonly className: string;
  readonly functionalCode: string;
  readonly functionalName: string;
  readonly economicCode: string;
  readonly economicName: string;
  readonly projectCode: string;
  /** Totals above the rows. */
  readonly totalFirst: boolean;
  readonly threePublic: readonly [abroad: string, vehicles: string, purchase: string, running: string, total: string];
  readonly carriedOverTitle: string;
}

export function wordingOf(year: number, kind: "部门" | "单位", tables: 12 | 11): Wording {
  return tables === 12
    ? {
        year, kind, tables, className: "科目名称", functionalCode: "科目代码", functionalName: "科目名称", economicCode: "科目代码", economicName: "科目名称", projectCode: "科目代码",
        totalFirst: false, threePublic: ["因公出国（境）费用", "公务用车购置及运行维护费（小计）", "其中：公务用车购置", "公务用车运行维护费", "总计"], carriedOverTitle: "上年结转结余情况表",
      }
    : {
        year, kind, tables, className: "功能分类", functionalCode: "功能分类科目编码", functionalName: "功能分类科目名称", economicCode: "经济分类科目编码", economicName: "经济分类科目名称", projectCode: "科目编码",
        totalFirst: true, threePublic: ["因公出国（境）费", "公务用车购置及运行费（小计）", "其中：公务用车购置费", "公务用车运行费", "合计"], carriedOverTitle: "上年结转结余情况明细表",
      };
}
