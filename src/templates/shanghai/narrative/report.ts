import type { Desk } from "../../../narrative/desk";
import type { ReportPattern } from "../../../narrative/parts";
import { say, words } from "../../../narrative/say";
import { meanings } from "./meanings";

/** The terms stand before the tables, and what no table has behind them. */
export function report({ organisation, year, kind, recognised }: Desk): ReportPattern {
  const heads = recognised.organisationKind === "部门" ? "预算主管部门" : "预算单位";
  return {
    cover: [say`${year}年${kind}预算`, say`${words(heads)}：${organisation}`],
    parts: [
      { kind: "about", title: say`${organisation}主要职能`, passages: [{ name: "主要职能", heading: null }] },
      { kind: "about", title: say`${organisation}机构设置`, passages: [{ name: "机构设置", heading: null }] },
      {
        kind: "terms",
        title: say`名词解释`,
        usual: [...meanings.keys()],
        meanings,
      },
      { kind: "narrative", chapter: 0, chapters: 1 },
      { kind: "tables", title: say`${year}年${kind}预算表` },
      { kind: "narrative", chapter: 1, chapters: 1 },
    ],
    signed: false,
  };
}
