import type { Paper } from "../paper";

/** As the city's official blank workbook: no numbers, the year in the title, totals last. */
export const paper: Paper = {
  totals: "last",
  numbered: false,
  dated: true,
  organisation: "编制{部门}：",
  functional: { code: "功能分类科目编码", name: "功能分类科目名称", parts: ["类", "款", "项"] },
  economic: { code: "部门预算经济分类科目编码", name: "经济分类科目名称", parts: ["类", "款"] },
  classes: "项目",
  emptySentence: (nothing, { year, kind }) => `注：本${kind}${year}年无${nothing}，故本表为空表。`,
};
