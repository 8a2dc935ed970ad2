import type { Paper, SubjectHeads } from "../paper";

const FUNCTIONAL = ["类", "款", "项"];
const ECONOMIC = ["类", "款"];

/** Since 2026's twelve tables subjects are headed alike everywhere. */
const plain = (parts: readonly string[]): SubjectHeads => ({ code: "科目代码", name: "科目名称", parts });

/** The baseline: totals first, subjects headed by their classification (docs/rules.md D1). */
export const paper: Paper = {
  totals: "first",
  numbered: true,
  dated: false,
  organisation: "编制{部门}：",
  functional: { code: "功能分类科目编码", name: "功能分类科目名称", parts: FUNCTIONAL },
  economic: { code: "经济分类科目编码", name: "经济分类科目名称", parts: ECONOMIC },
  own: { projects: { code: "科目编码", name: "科目名称", parts: FUNCTIONAL } },
  classes: "功能分类",
  emptySentence: (nothing, { title, year, organisation }) => `${organisation}${year}年没有${nothing}，${title}为空表。`,
};

export const twelvePaper: Partial<Paper> = {
  totals: "last",
  functional: plain(FUNCTIONAL),
  economic: plain(ECONOMIC),
  own: {},
  classes: "科目名称",
};

/** In 2023 totals stood last but in “三公”. */
export const tenPaper: Partial<Paper> = {
  totals: "last",
  totalsOtherwise: ["threePublic"],
  emptySentence: (nothing, { year }) => `备注：${year}年没有${nothing}，此表为空表。`,
};
