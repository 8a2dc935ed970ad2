import type { WordRule } from "./rule";

/** What stands twice: words, marks, units. */
export const doubled: readonly WordRule[] = [
  { words: /支出预算支出|预算预算|经费经费|主要原因是主要原因/g, severity: "info", message: "词语重复。", right: ([said]) => ({ 支出预算支出: "支出预算", 预算预算: "预算", 经费经费: "经费" })[said] ?? "主要原因" },
  {
    words: /(?:用于用于|(?<!目)的的(?!确)|安排安排|情况情况|增加增加|减少减少|增长增长|下降下降|万元万元|万元元|(\p{sc=Han}{3,8})\1)/gu, severity: "warning", message: "词语重复。",
    right: ([said]) => (said === "万元元" ? "万元" : said.slice(said.length / 2)),
  },
  {
    // 乡镇（镇、场）: what the bracket offers in its place stands before it already.
    words: /\p{sc=Han}(\p{sc=Han})（\1(?=、)/gu, severity: "warning", message: "括号里可替换的字在括号前重复了。",
    right: ([said]) => `${said.slice(0, 1)}${said.slice(2)}`,
  },
  { words: /(?<![…，。；：、])[，。；：、]{2,}/g, severity: "warning", message: "标点重复或冲突。", right: ([said]) => said.slice(-1) },
  { words: /(?:增加|减少)-\d|(?:增长|下降)-\d/g, severity: "warning", message: "方向词后面又写负号，成了双重否定。", right: ([said]) => said.replace("-", "") },
  { words: /\p{sc=Han},\p{sc=Han}/gu, severity: "info", message: "中文里用了英文逗号。", right: ([said]) => said.replace(",", "，") },
];
