import type { Desk } from "../../../narrative/desk";
import { isZero } from "../../../narrative/figure";
import type { AboutPassage, ReportPattern } from "../../../narrative/parts";
import { say } from "../../../narrative/say";

/** Four parts: 概况, 公开表, 情况说明, 名词解释. */
export function report(desk: Desk): ReportPattern {
  const { organisation, year, kind } = desk;
  return {
    cover: [[organisation], say`${year}年${kind}预算公开`],
    parts: [
      {
        kind: "about",
        title: say`第一部分 ${year}年${kind}概况`,
        passages: [
          { name: "主要职能", heading: say`主要职能` },
          { name: "机构设置", heading: say`机构设置及人员情况`, ...unitsOf(desk) },
        ],
      },
      { kind: "tables", title: say`第二部分 ${year}年${kind}预算公开表` },
      { kind: "narrative", chapter: 0, chapters: 1 },
      { kind: "terms", title: say`第四部分 名词解释` },
    ],
    signed: true,
  };
}

/** Of how many units the budget is, where that is filled in. */
function unitsOf({ asks, organisation }: Desk): Pick<AboutPassage, "opening"> {
  const units = asks.basicCount("下属预算单位数");
  if (!units.known) return {};
  const pattern = isZero(units)
    ? say`${organisation}无下属预算单位。`
    : say`从预算单位构成看，${organisation}的预算包括：${organisation}本级预算及下属共${units}家预算单位在内的汇总预算。`;
  return { opening: { pattern, unless: /本级预算|下属.{0,6}预算单位/ } };
}
