import type { Desk } from "../../../narrative/desk";
import type { ReportPattern } from "../../../narrative/parts";
import { say } from "../../../narrative/say";

/** Four parts: 概况, 公开表, 情况说明, 名词解释. */
export function report({ organisation, year, kind }: Desk): ReportPattern {
  return {
    cover: [[organisation], say`${year}年${kind}预算公开`],
    parts: [
      {
        kind: "about",
        title: say`第一部分 ${year}年${kind}概况`,
        passages: [
          { name: "主要职能", heading: say`主要职能` },
          { name: "机构设置", heading: say`机构设置及人员情况` },
        ],
      },
      { kind: "tables", title: say`第二部分 ${year}年${kind}预算公开表` },
      { kind: "narrative", chapter: 0, chapters: 1 },
      { kind: "terms", title: say`第四部分 名词解释` },
    ],
    signed: true,
  };
}
