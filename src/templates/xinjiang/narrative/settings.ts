import { GROUPED, PLAIN } from "../../../amount/format";
import type { NarrativeSettings } from "../../../narrative/settings";
import type { OrganisationKind } from "../../define";

/** In the words of the years with twelve tables; what another year says differently stands below. */
const baseline: NarrativeSettings = {
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
  microWithin: true,
  assetsOf: "",
  equipmentLead: "单价",
  purchaseLeads: ["单价", "单价"],
  carriedSuffix: "",
};

const eleven: NarrativeSettings = {
  ...baseline,
  structureHeading: "一般公共预算当年拨款结构情况",
  structureMark: "、",
  itemMark: "、",
  microWithin: false,
};

const years: ReadonlyMap<string | null, NarrativeSettings> = new Map(
  Object.entries({
    "2026-12": baseline,
    "2026-11": eleven,
    "2025-11": { ...eleven, equipmentLead: "单位价值", purchaseLeads: ["", "单位价值"] },
    "2023-10": {
      ...baseline,
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
      assetsOf: "部门及下属各预算单位",
      equipmentLead: "单位价值",
      purchaseLeads: ["", "单位价值"],
    },
  } satisfies Readonly<Record<string, NarrativeSettings>>),
);

/** A year's own words (docs/rules.md D1, D3). A single 单位 has no subordinate units to speak of. */
export function defaultSettings(form: string | null, kind: OrganisationKind): NarrativeSettings {
  const settings = years.get(form) ?? baseline;
  return kind === "单位" && settings.assetsOf !== "" ? { ...settings, assetsOf: "单位" } : settings;
}
