import type { WordRule } from "./rule";

/** How documents are named and goals are put. */
export const documents: readonly WordRule[] = [
  // What a budget carries over was left at the end of the year before, never of another stretch of time.
  {
    words: /上半年(?=结转)|(?:下半年|上(?:一)?(?:个)?(?:季度|月))(?=结转结余)/g,
    severity: "error",
    message: "预算里的结转结余是上年的，应为“上年结转结余”。",
    right: () => "上年",
  },
  {
    words: /^（[一二三四五六七八九十]{1,3}[、.]）/g,
    severity: "info",
    message: "编号的括号里多了标点。",
    right: ([said]) => said.replace(/[、.]/, ""),
  },
  { words: /【(\d{4})】/g, severity: "info", message: "公文的发文年份应当用六角括号〔〕。", right: (match) => `〔${match[1] ?? ""}〕` },
  { words: /关于印发《[^》]{4,60}》(?=（|〔|【|的?$|；|、)/g, severity: "info", message: "公文名称像是缺“的通知”。" },
  {
    // 2026年11月31日
    words: /(?<![\d.])(?:(?:0?[469]|11)月31日|0?2月3[01]日|(?:1[3-9]|[2-9]\d)月\d{1,2}日|(?:0?[1-9]|1[0-2])月(?:3[2-9]|[4-9]\d)日)/g,
    severity: "warning",
    category: "year",
    message: "没有这一天，请核对日期。",
    // Of the date of the signature it is told already.
    quiet: true,
  },
  { words: /(?:不少于|达到)[^，。；]{0,14}已(?:全部|按时|经)/g, severity: "info", message: "目标写成了已经完成的样子，像是照抄总结。" },
  {
    words: /(?<=原因(?:是|为)：?)上(?:一)?年(?=在职|退休|人员|职工|编制)/g,
    severity: "info",
    message: "“上年……”前像是缺“较”。",
    right: ([said]) => `较${said}`,
  },
];
