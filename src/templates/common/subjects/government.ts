/** The classes of 政府预算支出经济分类, beside which every office prints those of its own. */
export const governmentClasses: readonly string[] = [
  "机关工资福利支出",
  "机关商品和服务支出",
  "机关资本性支出（一）",
  "机关资本性支出（二）",
  "对事业单位经常性补助",
  "对事业单位资本性补助",
  "对企业补助",
  "对企业资本性支出",
  "对个人和家庭的补助",
  "对社会保障基金补助",
  "债务利息及费用支出",
  "债务还本支出",
  "转移性支出",
  "预备费及预留",
  "其他支出",
];
