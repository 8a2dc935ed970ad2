import type { WordRule } from "./rule";

/** How documents are named and goals are put. */
export const documents: readonly WordRule[] = [
  { words: /上半年(?=结转)/g, severity: "error", message: "“上半年结转结余”应为“上年结转结余”。", right: () => "上年" },
  { words: /【(\d{4})】/g, severity: "info", message: "公文的发文年份应当用六角括号〔〕。", right: (match) => `〔${match[1] ?? ""}〕` },
  { words: /关于印发《[^》]{4,60}》(?=（|〔|【|的?$|；|、)/g, severity: "info", message: "公文名称像是缺“的通知”。" },
  { words: /(?:不少于|达到)[^，。；]{0,14}已(?:全部|按时|经)/g, severity: "info", message: "目标写成了已经完成的样子，像是照抄总结。" },
  {
    words: /(?<=原因(?:是|为)：?)上(?:一)?年(?=在职|退休|人员|职工|编制)/g,
    severity: "info",
    message: "“上年……”前像是缺“较”。",
    right: ([said]) => `较${said}`,
  },
];
