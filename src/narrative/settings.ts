import { GROUPED, PLAIN, type AmountStyle } from "../amount/format";
import type { OrganisationKind } from "../templates/define";

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
  /** Before the amount reserved for small and micro enterprises. */
  readonly microLead: string;
  /** Whose assets: "" or 部门及下属各预算单位. */
  readonly assetsOf: string;
  /** Before 50万元以上大型设备 and 100万元以上大型设备 in use. */
  readonly equipmentLead: string;
  /** Before 50万元以上大型设备 and 100万元以上大型设备 to be bought. */
  readonly purchaseLeads: readonly [string, string];
}

const twelve: NarrativeSettings = {
  amounts: GROUPED,
  nameSuffix: "",
  overallHeading: "总体说明",
  growth: { up: "增长", down: "下降" },
  unchanged: "zero",
  reasonLead: "主要原因是",
  scaleReasonLead: "，主要原因是",
  operatingReasonLead: "，主要原因是",
  structureHeading: "一般公共预算当年拨款结构情况，其中：",
  structureMark: ".",
  itemMark: ".",
  priorOnly: "byCode",
  projectMark: "chinese",
  threePublicTotal: "“三公”经费预算",
  operatingHeading: "单位运行经费情况",
  remarksHeading: "其他需说明的事项",
  microLead: "其中：小微企业预留",
  assetsOf: "",
  equipmentLead: "单价",
  purchaseLeads: ["单价", "单价"],
};

const eleven: NarrativeSettings = {
  ...twelve,
  structureHeading: "一般公共预算当年拨款结构情况",
  structureMark: "、",
  itemMark: "、",
  microLead: "小微企业预留",
};

const eleven2025: NarrativeSettings = { ...eleven, equipmentLead: "单位价值", purchaseLeads: ["", "单位价值"] };

const ten: NarrativeSettings = {
  ...twelve,
  amounts: PLAIN,
  nameSuffix: "kind",
  overallHeading: "的总体说明",
  reasonLead: "主要原因是：",
  scaleReasonLead: "。主要原因是：",
  operatingReasonLead: "。主要原因是",
  structureHeading: "一般公共预算当年拨款结构情况",
  structureMark: null,
  priorOnly: "last",
  projectMark: "arabic",
  threePublicTotal: "“三公”经费",
  operatingHeading: "机关运行经费情况",
  remarksHeading: "其他需要说明的事项",
  microLead: "其中：面向小微企业预留",
  assetsOf: "部门及下属各预算单位",
  equipmentLead: "单位价值",
  purchaseLeads: ["", "单位价值"],
};

const byForm: ReadonlyMap<string | null, NarrativeSettings> = new Map([["2026-12", twelve], ["2026-11", eleven], ["2025-11", eleven2025], ["2023-10", ten]]);

/** A form's own words (rules.md D1, D3). A single 单位 has no subordinate units to speak of. */
export function defaultSettings(form: string | null, kind: OrganisationKind): NarrativeSettings {
  const settings = byForm.get(form) ?? twelve;
  return kind === "单位" && settings.assetsOf !== "" ? { ...settings, assetsOf: "单位" } : settings;
}
