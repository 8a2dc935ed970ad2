import type { Paper } from "../paper";

/** Totals first, codes in one column. */
export const paper: Paper = {
  totals: "first",
  numbered: true,
  dated: false,
  organisation: "{部门}：",
  functional: { code: "功能科目编码", name: "功能科目名称", parts: [] },
  economic: { code: "科目编码", name: "科目名称", parts: [] },
  classes: "功能科目名称",
  emptySentence: (nothing, { year, kind }) => `注：本${kind}${year}年无${nothing}，本表为空表。`,
};
