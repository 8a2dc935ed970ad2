import type { AmountStyle } from "../amount/format";

/** The choices of words in which localities differ. Defaults follow the published documents of each template. */
export interface NarrativeSettings {
  /** 1,219.43 and 0.00, or 1219.43 and 0. */
  readonly amounts: AmountStyle;
  /** Said after the organisation's name: “库尔勒市人民政府办公室部门”. */
  readonly nameSuffix: "" | "kind";
  /** 收支预算情况总体说明, or 收支预算情况的总体说明. */
  readonly overallHeading: "总体说明" | "的总体说明";
  /** Said of rates; amounts are always 增加 and 减少. */
  readonly growth: { readonly up: string; readonly down: string };
  /** zero: 增加0.00万元，增长0.00% · flat: 与上年预算持平. */
  readonly unchanged: "zero" | "flat";
  readonly reasonLead: string;
  /** In 五（一）, comma or full stop included. */
  readonly scaleReasonLead: string;
  /** In 机关运行经费, comma or full stop included. */
  readonly operatingReasonLead: string;
  readonly structureHeading: string;
  /** After the number of an entry of 五（二）; null: not numbered. */
  readonly structureMark: "." | "、" | null;
  /** After the number of an item of 五（三）. */
  readonly itemMark: "." | "、";
  /** Subjects that only last year had: in order of code, or at the end. */
  readonly priorOnly: "byCode" | "last";
  /** （一）项目名称, or 1.项目名称. */
  readonly projectMark: "chinese" | "arabic";
  /** “三公”经费预算比上年预算, or “三公”经费比上年预算. */
  readonly threePublicTotal: string;
  readonly operatingHeading: string;
  readonly remarksHeading: string;
  /** 其中：小微企业…: said as a part of what is reserved for 中小企业, or beside it. */
  readonly microWithin: boolean;
  /** Whose assets: "" or 部门及下属各预算单位. */
  readonly assetsOf: string;
  /** Before 50万元以上大型设备 and 100万元以上大型设备 in use. */
  readonly equipmentLead: string;
  /** Before 50万元以上大型设备 and 100万元以上大型设备 to be bought. */
  readonly purchaseLeads: readonly [string, string];
  /** Said after the name of a project whose money is carried over: "" or 结转. */
  readonly carriedSuffix: "" | "结转";
}
