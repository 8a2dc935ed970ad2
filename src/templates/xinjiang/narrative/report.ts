import { printed } from "../../family";
import type { Desk } from "../../../narrative/desk";
import { isZero, lacking } from "../../../narrative/figure";
import type { AboutPassage, ReportPattern } from "../../../narrative/parts";
import { also, free, maybe, type Pattern } from "../../../narrative/pattern/node";
import { say, words } from "../../../narrative/say";

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
          { name: "机构设置", heading: say`机构设置及人员情况`, ...unitsOf(desk), said: saidOf(desk) },
        ],
      },
      { kind: "tables", title: say`第二部分 ${year}年${kind}预算公开表` },
      { kind: "narrative", chapter: 0, chapters: 1 },
      { kind: "terms", title: say`第四部分 名词解释`, usual: usualTerms(desk) },
    ],
    signed: true,
  };
}

/** docs/rules.md D1 名词解释. */
const usualTerms = ({ recognised: { template } }: Desk): readonly string[] => [
  ...["财政拨款", "一般公共预算", "财政专户管理资金", "其他资金", "基本支出", "项目支出", "“三公”经费", "机关运行经费"],
  ...(printed(template, "commissioned") ? ["委托业务费"] : []),
];

/** docs/rules.md D3, B 第一部分. What stands in the gaps is read elsewhere: here it is the name that counts. */
function saidOf({ organisation, year, kind }: Desk): readonly Pattern[] {
  const some = lacking("数", "在别处核对");
  const names = free([], "名单", "note");
  const or = maybe([kind]);
  return [
    say`从预算单位构成${also("看", ["来看"])}，${organisation}${or}的预算包括：${organisation}本级预算及下属${some}家预算单位在内的汇总预算。`,
    say`纳入${organisation}${or}${year}年${or}预算编制范围的${maybe([words("二级")])}预算单位包括：`,
    say`${organisation}无下属预算单位，下设${some}个科室，分别是：${names}`,
    say`${organisation}${maybe([words("本级")])}下设${some}个${also("科室", ["处室"])}，分别是：${names}`,
    say`${organisation}${maybe([words("单位")])}编制数${some}，实有人数${some}人，其中：`,
  ];
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
