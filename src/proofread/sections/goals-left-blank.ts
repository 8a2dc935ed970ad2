import type { Ledger } from "../ledger";
import { cellsOf } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";
import { goalsIn } from "./goals";

/** The heading of the column, and the cell that the goal stands beside. */
const VALUE = /^(?:年度)?指标值$/;
const NAME = /^三级指标$/;
const GOAL = /^(?:项目总体目标|年度绩效目标|年度目标|总体目标)$/;
/** A goal so long, or with a number in it, is of one project alone. */
const LONG = 24;

/** Sheets of which the goal or the value of an indicator was left blank, and such as say another's goal. */
export function judgeGoalsLeft(ledger: Ledger, sheets: readonly (readonly Line[])[]): void {
  const said = new Map<string, number>();
  sheets.forEach((sheet, index) => {
    const goals = goalsIn(sheet);
    const text = goals.map(spanText).join("");
    const before = said.get(text);
    const [first, last] = [goals[0], goals.at(-1)];
    if (before !== undefined && first && last && (text.length >= LONG || /\d/.test(text)))
      ledger.fault({
        id: "B-绩",
        category: "extra",
        severity: "warning",
        at: first.line === last.line ? { ...first, end: last.end } : first,
        message: `这张绩效表的目标与前面第${String(before + 1)}张绩效表的一字不差，像是别的项目的。`,
        advice: "请换上本项目的目标。",
      });
    if (text !== "" && before === undefined) said.set(text, index);
    if (goals.length === 0) goalLeftOut(ledger, sheet);
    valuesLeftOut(ledger, sheet);
  });
}

function goalLeftOut(ledger: Ledger, sheet: readonly Line[]): void {
  for (const line of sheet) {
    const cells = line.kind === "row" ? cellsOf(line) : [];
    const [label] = cells;
    if (label && cells.length === 1 && GOAL.test(spanText(label)))
      ledger.lacks(line, { message: `“${spanText(label)}”没有写。`, advice: "请补上目标。" });
  }
}

/** Rows of as many cells as the headings, of which only the one below 指标值 is blank. */
function valuesLeftOut(ledger: Ledger, sheet: readonly Line[]): void {
  const head = sheet.findIndex(({ text, kind }) => kind === "row" && text.split("\t").some((cell) => VALUE.test(cell)));
  const heads = sheet[head]?.text.split("\t") ?? [];
  const [value, name] = [heads.findIndex((cell) => VALUE.test(cell)), heads.findIndex((cell) => NAME.test(cell))];
  if (value < 0 || name < 0) return;
  const rows = sheet.slice(head + 1).filter(({ kind, text }) => kind === "row" && text.split("\t").length === heads.length);
  const blank = rows.filter(({ text }) => text.split("\t")[value] === "");
  // A form that is filled in elsewhere, or whose cells slipped.
  if (blank.length * 2 >= rows.length) return;
  for (const line of blank) {
    const cells = line.text.split("\t");
    if (!/\p{sc=Han}{2}/u.test(cells[name] ?? "") || (cells[value + 1] ?? "") === "") continue;
    const at = cellAt(line, name);
    ledger.fault({
      id: "B-绩",
      category: "missing",
      severity: "warning",
      at,
      message: `指标“${spanText(at)}”没有写指标值。`,
      advice: "请补上指标值。",
    });
  }
}

function cellAt(line: Line, index: number): Span {
  const cells = line.text.split("\t");
  const start = cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 0);
  return { line, start, end: start + (cells[index]?.length ?? 0) };
}
