import type { WordRule } from "./rule";

const UP = "增加|增长|上升|提高";
const DOWN = "减少|下降|降低";
const MOVE = `${UP}|${DOWN}`;

/** What a form or an earlier draft left standing: choices not made, hints not deleted, gaps not filled. */
export const leftovers: readonly WordRule[] = [
  {
    words: new RegExp(`(?:${MOVE})[（/](?:或)?(?:${MOVE}|减|增|持平)(?:[）/]?(?:持平)?）?)`, "g"), severity: "error", category: "direction",
    message: "增减的方向没有选定，请留下一个。",
  },
  { words: new RegExp(`(?:${MOVE})(?:（${MOVE}）)?持平`, "g"), severity: "warning", category: "direction", message: "既写增减又写持平，请留下一个。" },
  {
    words: /(?:主要)?原因(?:是|为|系|在于|：)：?(?=[。；，])/g, severity: "error", category: "missing",
    message: "写了“原因是”，后面没有写原因。",
  },
  {
    words: /（(?:按|按照|请|注：请|如有|若有|如无|根据实际|结合)[^（）。]{2,80}?(?:填写|填报|填列|列示|说明|选填|删除)[^（）。]{0,12}）/g, severity: "error",
    message: "模板里的填写提示没有删去。", right: () => "",
  },
  {
    words: /(?<=[。；])（[^（）。；\d]{8,80}(?:情况|数量|金额|原因|名称|内容)[^（）。；\d]{0,8}等）/g, severity: "error",
    message: "像是模板里的填写提示，没有删去。", right: () => "",
  },
  {
    words: /(?<![XＸ×])[XＸ×]{2,}(?=[年月日万元个项]|单位|部门)|(?<![?？])[?？]{2,}|待填写|待填|待补充|待定(?!点|期|岗)|（此处填写[^）]{0,200}）|〔待[^〕]{0,200}〕|〔缺[^〕]{0,200}〕|(?<!_)_{3,}|(?<![*＊])[*＊]{3,}(?=万元|年|月)|#REF!|#DIV\/0!|#N\/A|#VALUE!|NaN|undefined/g,
    severity: "error", message: "占位的字样还没有改掉。",
  },
];
