import type { WordRule } from "./rule";

/** What must not stand in a document that everybody reads. */
export const personal: readonly WordRule[] = [
  { words: /(?<![\d.,])1[3-9]\d{9}(?![\d.,])/g, severity: "warning", message: "公开件里不应有个人手机号码。" },
  { words: /(?<![\d.,])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\d.,])/g, severity: "warning", message: "公开件里不应有身份证号码。" },
  { words: /(?<![\d.,])(?:62\d{14,17}|(?<=账号[：为]?)\d{12,22})(?![\d.,])/g, severity: "warning", message: "公开件里不应有银行账号。" },
];
