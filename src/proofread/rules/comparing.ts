import type { WordRule } from "./rule";

const YEARS = "(?:上年|去年|上一年|20\\d\\d年)度?(?:同期|预算|决算|执行)?数?";
const UP = "增长|增加|上升|提高";
const DOWN = "下降|减少|降低";

/** How a year is compared with the one before it: the little words and marks around the figures. */
export const comparing: readonly WordRule[] = [
  {
    words: /(?<=[，。；：])20\d\d年度?(?:预算|决算)?数?相比(?=，|[增减]|下降|上升)/g,
    severity: "warning",
    message: "“相比”前面缺“与”。",
    right: ([said]) => `与${said}`,
  },
  {
    words: new RegExp(`与(?=${YEARS}(?:${UP}|${DOWN})了?\\d)`, "g"),
    severity: "warning",
    message: "“与”要和“相比”一起用；后面直接写增减，应当用“比”。",
    right: () => "比",
  },
  {
    words: new RegExp(`(?:(?:${UP})(?:${DOWN})|(?:${DOWN})(?:${UP}))(?=了?\\d)`, "g"),
    severity: "error",
    category: "direction",
    message: "两个方向相反的词连着写，请留下一个。",
  },
  {
    words: new RegExp(`(?<=\\d)%(?=主要原因|其中[：，]|(?:${UP}|${DOWN})的?(?:主要)?原因)`, "g"),
    severity: "info",
    message: "“%”和后面的话之间漏了标点。",
  },
];
