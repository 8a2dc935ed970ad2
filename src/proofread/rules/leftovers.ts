import type { WordRule } from "./rule";

const UP = "增加|增长|上升|提高|增";
const DOWN = "减少|下降|降低|减";
const MOVE = `${UP}|${DOWN}`;
const OR = "或者?|/|、";

/** What a hint tells the writer to do, and when. */
const TELLS = "填写|填报|填列|填入|列示|列明|选填|删除|删去|删掉|说明|注明|描述|概述|简述|表述|撰写|编写|补充|修改|完善";
const WHEN = "请|注：|备注：|按|按照|根据|结合|参照|如|若|没有|无|此处|此项|此段|本项|本段|需|应";

/** What a form or an earlier draft left standing: choices not made, hints not deleted, gaps not filled. */
export const leftovers: readonly WordRule[] = [
  {
    // 增加（减少）, 增加/减少, 增（减）12.00万元, 增加或减少5.00万元
    words: new RegExp(
      `(?:(?:增加|增长|上升|提高|减少|下降|降低)(?:[（/](?:${OR})?(?:${MOVE}|持平)(?:[）/、]?(?:${MOVE}|持平)?）?)|(?:${OR})(?:增加|增长|减少|下降|持平)(?=[\\d约了]))|增[（/]减）?(?=[\\d约了]|\\p{sc=Han}{2,12}\\d[\\d,.]*万元))`,
      "gu",
    ),
    severity: "error",
    category: "direction",
    message: "增减的方向没有选定，请留下一个。",
  },
  {
    words: /(?:增加|增长|上升|提高|减少|下降|降低)(?:（(?:增加|增长|上升|提高|减少|下降|降低)）)?持平/g,
    severity: "warning",
    category: "direction",
    message: "既写增减又写持平，请留下一个。",
  },
  {
    words:
      /有[（/]无）?(?=\p{sc=Han})|无[（/]有）?(?=\p{sc=Han})|是\/否|(?<=[本该我])(?<!^注：[如若][^。]{0,20})(?:部门[（/]单位）?|单位[（/]部门）?)/gu,
    severity: "warning",
    message: "可选的字样没有选定，请留下一个。",
  },
  {
    words: new RegExp(`（(?:[^（）。]{0,20}[，：；])?(?:${WHEN})[^（）。]{0,80}?(?:${TELLS})[^（）。]{0,12}。?）`, "g"),
    severity: "error",
    unless: /^（(?:其中|含|包括|即|指|见|详见|包含|附)/,
    message: "模板里的填写提示没有删去。",
    right: () => "",
  },
  {
    words: /（(?:如|若)(?:无|没有|有)[^（）。]{0,30}?请?(?:写|填|删)[^（）。]{0,12}）/g,
    severity: "error",
    message: "模板里的填写提示没有删去。",
    right: () => "",
  },
  {
    words: /（(?:选填|必填|可选|任选其一|二选一|择一填写|自行填写|据实填写|示例|样例|模板|范文|略写)）/g,
    severity: "error",
    message: "模板里的填写提示没有删去。",
    right: () => "",
  },
  {
    words:
      /(?:此处|此段|本段|此栏)(?:请|应|需)?(?:填写|填入|删除|删去|插入|粘贴|写明)|请(?:各(?:部门|单位))?(?:根据|结合|按照?)(?:本?(?:部门|单位))?实际(?:情况)?(?:进行)?(?:填写|填报|修改|调整|编写|完善|补充|表述)/g,
    severity: "error",
    message: "模板里的填写提示没有删去。",
  },
  {
    words: /(?<=[。；])（[^（）。；\d]{8,80}(?:情况|数量|金额|原因|名称|内容)[^（）。；\d]{0,8}等）/g,
    severity: "error",
    message: "像是模板里的填写提示，没有删去。",
    right: () => "",
  },
  {
    words:
      /(?<![A-Za-z\dＸ×])(?:[XxＸ×]{2,}|[XＸ×](?=[年月日]|万元|个项目))(?![A-Za-z\d])|(?<=[年月])[XＸ×](?=[月日])|某某|(?<!○)○{2,}|(?<![?？])[?？]{2,}|待填写|待填|待补充|待完善|待核实|待定(?!点|期|岗)|（此处填写[^）]{0,200}）|(?<!_)_{3,}|(?<![*＊])[*＊]{3,}(?=万元|年|月)|#REF!|#DIV\/0!|#N\/A|#NAME\?|#VALUE!|NaN|undefined/g,
    severity: "error",
    message: "占位的字样还没有改掉。",
  },
  {
    // 【与资产系统核对】: what one writes to another in a draft.
    words: /[【[]\p{sc=Han}{0,16}(?:核对|核实|确认|待补|补充|修改|删除|存疑|批注|备注|改为|更新)\p{sc=Han}{0,16}[】\]]/gu,
    severity: "error",
    message: "像是写给自己人看的批注，没有删去。",
    right: () => "",
  },
  {
    // （此处待资产科核实）
    words:
      /（[^（）。\d]{0,12}(?:(?<![期接对招优看])待(?!遇|岗|业人)|尚未|还没)[^（）。\d]{0,12}(?:核对|核实|确认|补充|补齐|更新|提供)[^（）。\d后前时的]{0,4}）/g,
    severity: "error",
    message: "像是写给自己人看的批注，没有删去。",
    right: () => "",
  },
  {
    // 出国（境）团组主要包括0（团组名称）等
    words: /(?<=\p{sc=Han})\d{1,4}（[^（）\d，。；、]{0,8}(?:名称|绩效|事由|数量|金额)）/gu,
    severity: "error",
    message: "表样里的说明还留着，没有换成实际的内容。",
  },
  {
    // 2026年 月 日: its spaces are gone already
    words: /(?<=20\d\d年)月日?(?!\p{sc=Han})|(?<=20\d\d年\d{1,2}月)日(?!\p{sc=Han})/gu,
    severity: "error",
    message: "日期还没有填。",
  },
];
