import type { WordRule } from "./rule";

/** A measure that does not fit what it measures. */
export const measures: readonly WordRule[] = [
  {
    words: /(?<=万元，?(?:增长|下降|增加|减少))\d[\d,.]*个?百分点/g, severity: "warning", category: "change",
    message: "金额的增减幅度用百分数“%”，“百分点”是两个百分数之差。", right: ([said]) => said.replace(/个?百分点/, "%"),
  },
  { words: /(?<=\p{sc=Han}{2,8}率(?:为|达到|不低于|不少于|≥|≤|>=|<=|=)?)\d[\d,.]*(?:小时|分钟|天|日|人次|人|件|条)(?![\d/])/gu, severity: "warning", message: "“率”应当用百分数，这里的计量单位不对。" },
];
