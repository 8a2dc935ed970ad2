import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import type { TableKey } from "../../templates/define";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";
import { listMark, listRank } from "../text/list-mark";
import { SENTENCE } from "./required";

/** Of which table a heading speaks: the first that fits. */
const HEADED: readonly (readonly [RegExp, TableKey | null])[] = [
  [/项目支出|机关运行|采购|资产|绩效|结转|非税|委托|转移支付|购买服务|科目|分类|结构|具体|规模|方向|用途/, null],
  [/财政拨款[收支]/, "fiscal"],
  [/三公/, "threePublic"],
  [/基金|国有资本/, null],
  [/基本支出/, "basic"],
  [/一般公共预算/, "general"],
  [/收支|收入、?支出/, "overview"],
  [/收入/, "income"],
  [/支出/, "expenditure"],
];

/** Where but one of so many has not its total, it is the manner of this text to tell it. */
const MANY = 2;

/** 二、收入预算情况 without the total of the income table in it, where the other sections each have theirs. */
export function judgeSectionTotals(ledger: Ledger, all: readonly Line[]): void {
  const lines = all.filter(({ kind }) => kind !== "row");
  const sections = lines.flatMap((heading, at) => sectionAt(ledger, lines, heading, at));
  const lacking = sections.filter(({ has }) => !has);
  if (lacking.length > 1 || sections.length < MANY) return;
  for (const { heading, said, total } of lacking) {
    if (ledger.faults.some(({ at }) => at.line === heading || said.includes(at.line))) continue;
    ledger.lacks(said[0] ?? heading, {
      at: 0,
      severity: "info",
      message: `别的部分都写了合计，“${heading.text}”里没有写，公开表上是${formatAmount(total, GROUPED)}万元。`,
      advice: "请看是不是漏了一句。",
    });
  }
}

interface Section {
  readonly heading: Line;
  readonly said: readonly Line[];
  readonly total: Exact;
  readonly has: boolean;
}

function sectionAt(ledger: Ledger, lines: readonly Line[], heading: Line, at: number): readonly Section[] {
  if (listMark(heading) === null || SENTENCE.test(heading.text) || heading.text.length > LONGEST) return [];
  const key = HEADED.find(([words]) => words.test(heading.text))?.[1];
  const table = key ? ledger.book.recognised.tables.get(key) : undefined;
  const end = lines.findIndex((line, index) => index > at && listRank(line) <= listRank(heading));
  const said = lines.slice(at + 1, end < 0 ? undefined : end);
  const amounts = said.flatMap((line) => figuresOf(line).filter(({ unit }) => unit === "amount"));
  const totals = (table?.rows ?? []).flatMap((row): readonly Exact[] =>
    row.kind === "total" && table ? [...table.columns.keys()].flatMap((column) => table.amount(row, column) ?? []) : [],
  );
  // The whole is the largest of what stands in the row.
  const total = totals.reduce<Exact | undefined>((most, one) => (most && most.compare(one) >= 0 ? most : one), undefined);
  if (!total || total.isZero() || amounts.length < 2 || end < 0) return [];
  // Another total of the same, without what was carried over, is one as well.
  const least = total.toNumber() * NEARLY;
  const has = amounts.some(({ value }) => value !== null && value.toNumber() >= least);
  return [{ heading, said, total, has }];
}
const LONGEST = 60;
const NEARLY = 0.9;
