import type { Paper } from "../paper";

/** Without numbers, years and a line for the organisation; codes in one column. */
export const paper: Paper = {
  totals: "last",
  numbered: false,
  dated: false,
  organisation: null,
  functional: { code: "科目编码", name: "科目名称", parts: [] },
  economic: { code: "科目编码", name: "科目名称", parts: [] },
  classes: "项目",
  emptySentence: (nothing, { kind }) => `注：本${kind}无${nothing}，本表为空表。`,
};
