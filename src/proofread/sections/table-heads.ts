import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Place } from "../text/sections";

/** What stands over a table, below its number. */
const HEADS: readonly { readonly is: RegExp; readonly what: string }[] = [
  { is: /^[^，。；：]{3,60}表(?:（[^（）]{1,20}）)?(?:$|(?:编制|填报)?(?:单位|部门)(?:名称)?：)/, what: "表题" },
  { is: /(?:^|表（[^（）]{1,20}）)(?:编制|填报|公开)?(?:部门|单位)(?:名称)?：(?!万?元|(?:金额)?单位：|$)/, what: "编制部门（单位）" },
  { is: /^(?:金额)?单位：(?:万|百|亿)?元|(?:金额)?单位：(?:万|百|亿)?元$/, what: "计量单位" },
];
const NUMBER = /^附?表\d{1,2}[：:]?$/;
const MOST = 6;
/** With fewer tables nobody knows how the document heads them. */
const FEWEST = 4;

/** 表1, its title, whose it is and in what unit: what nearly all tables of the report have over them, one of them alone is missed. */
export function judgeTableHeads(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const numbers = lines.flatMap((line, index) =>
    line.kind !== "row" && places[index]?.part !== 0 && NUMBER.test(line.text) ? [index] : [],
  );
  // Where no row follows, a program took the table apart, and its head with it; goals of projects have heads of their own.
  const heads = numbers
    .map((index) => ({ line: lines[index], ...headBelow(lines, index) }))
    .filter(({ below, row }) => row && !below.some(({ text }) => SHEET.test(text)));
  for (const { is, what } of HEADS) {
    const lacking = heads.filter(({ below }) => !below.some(({ text }) => is.test(text)));
    if (heads.length < FEWEST || lacking.length * FEWEST > heads.length) continue;
    for (const { line } of lacking) if (line) tell(ledger, line, `${line.text.replace(/[：:]$/, "")}的表头没有${what}，别的表都有。`);
  }
  sheets(ledger, lines);
}

/** What stands below the number of a table, and whether a row of it follows. */
function headBelow(lines: readonly Line[], index: number): { readonly below: readonly Line[]; readonly row: boolean } {
  const below = lines.slice(index + 1, index + 1 + MOST);
  const end = below.findIndex(({ kind, text }) => kind === "row" || NUMBER.test(text));
  return end < 0 ? { below, row: false } : { below: below.slice(0, end), row: below[end]?.kind === "row" };
}

const SHEET = /绩效目标表$/;
const OF_YEAR = /^（\d{4}年(?:度)?）$/;

/** 项目支出绩效目标表 and （2026年） below it, once over every sheet. */
function sheets(ledger: Ledger, lines: readonly Line[]): void {
  const isTitle = (line: Line | undefined): boolean => line !== undefined && line.kind !== "row" && SHEET.test(line.text);
  const isYear = (line: Line | undefined): boolean => line !== undefined && OF_YEAR.test(line.text);
  const titled = lines.flatMap((line, index) => (isTitle(line) ? [index] : []));
  const dated = lines.flatMap((line, index) => (isYear(line) ? [index] : []));
  const undated = titled.filter((index) => !isYear(lines[index + 1]) && lines[index + 1]?.kind === "row");
  const untitled = dated.filter((index) => !isTitle(lines[index - 1]) && lines[index + 1]?.kind === "row");
  const both = titled.length - undated.length;
  for (const index of both > undated.length && undated.length === 1 ? undated : []) {
    const line = lines[index];
    if (line) tell(ledger, line, `“${line.text}”下面没有写年度，别的绩效表都有。`);
  }
  for (const index of both > untitled.length && untitled.length === 1 ? untitled : []) {
    const line = lines[index];
    if (line) tell(ledger, line, "这张绩效目标表没有表题，别的都有。", 0);
  }
}

function tell(ledger: Ledger, line: Line, message: string, at = line.text.length): void {
  ledger.lacks(line, { at, message, advice: "请补上。" });
}
