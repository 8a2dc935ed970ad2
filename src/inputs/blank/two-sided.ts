import { expenditureClasses } from "../../templates/common/subjects";
import type { DraftCell, SheetDraft } from "../../workbook/draft";
import { head, over } from "./headings";
import { at, blankAmount, blankLabel, blankSheet, down, label, partSum, total } from "./sheet";
import type { Wording } from "./wording";

/** A line of the left side: its words, and the lines it adds up (by their place in the list). */
type Line = readonly [text: string, parts?: readonly number[]];

const OVERVIEW: readonly Line[] = [
  ["一、本年收入", [1, 4, 7, 10, 11]],
  ["1. 一般公共预算拨款", [2, 3]],
  ["其中：一般财力"],
  ["上级一般公共预算安排转移支付"],
  ["2. 政府性基金预算拨款", [5, 6]],
  ["其中：政府性基金收入"],
  ["上级政府性基金安排转移支付"],
  ["3. 国有资本经营预算拨款", [8, 9]],
  ["其中：国有资本经营收入"],
  ["上级国有资本经营预算安排转移支付"],
  ["4. 财政专户核拨"],
  ["5. 单位资金", [12, 13, 14, 15, 16]],
  ["其中：事业收入"],
  ["上级补助收入"],
  ["附属单位上缴收入"],
  ["事业单位经营收入"],
  ["其他收入"],
  ["二、上年结转结余", [18, 22]],
  ["1. 财政拨款结转", [19, 20, 21]],
  ["其中：一般公共预算拨款"],
  ["政府性基金预算拨款"],
  ["国有资本经营预算拨款"],
  ["2. 非财政拨款结转结余", [23, 24]],
  ["其中：财政专户核拨"],
  ["单位资金"],
];

const FISCAL: readonly Line[] = [["一、财政拨款（补助）", [1, 2, 3]], ["一般公共预算"], ["政府性基金预算"], ["国有资本经营预算"]];

export function overviewSheet(wording: Wording): SheetDraft {
  const classes = classLabels(wording);
  return blankSheet({
    number: 1, title: `${wording.kind}收支总体情况表`, kind: wording.kind,
    headings: [over("收入", head("项目", 38), head("预算数", 16)), over("支出", head(wording.className, 38), head("预算数", 16))],
    body: (first) => [
      ...classes.map((text, index) => [...left(OVERVIEW, index, first), label(text), blankAmount]),
      [label("收入总计"), total(`SUM(${at(1, first)},${at(1, first + 17)})`), label("支出总计"), total(`SUM(${down(3, first, first + classes.length - 1)})`)],
    ],
  });
}

export function fiscalSheet(wording: Wording): SheetDraft {
  const classes = classLabels(wording);
  return blankSheet({
    number: 4, title: "财政拨款收支预算总体情况表", kind: wording.kind,
    headings: [
      over("财政拨款收入", head("项目", 26), head("合计", 15)),
      over("财政拨款支出", head(wording.className, 34), head("合计", 15), head("一般公共预算", 15), head("政府性基金预算", 15), head("国有资本经营预算", 16)),
    ],
    body: (first) => [
      ...classes.map((text, index) => [...left(FISCAL, index, first), label(text), partSum(`${at(4, first + index)}:${at(6, first + index)}`), blankAmount, blankAmount, blankAmount]),
      [label("收入总计"), total(`SUM(${at(1, first)})`), label("支出总计"), ...[3, 4, 5, 6].map((column) => total(`SUM(${down(column, first, first + classes.length - 1)})`))],
    ],
  });
}

function left(lines: readonly Line[], index: number, first: number): readonly DraftCell[] {
  const line = lines[index];
  if (!line) return [blankLabel, { value: null, style: "label" }];
  const [text, parts] = line;
  return [label(text), parts ? partSum(parts.map((part) => at(1, first + part)).join(",")) : blankAmount];
}

/** The templates of eleven tables do not list 234. */
function classLabels({ tables }: Wording): readonly string[] {
  return expenditureClasses.filter(({ code }) => tables === 12 || code !== "234").map(({ code, name }) => `${code} ${name}`);
}
