import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED, type AmountStyle } from "../../amount/format";
import { isTotalLabel, normaliseLabel } from "../../text/wording";
import type { Row, Table } from "../../workbook/recognised";
import { seeCells, type Fault, type Ledger } from "../ledger";
import { cellsOf, numberIn } from "../read/cells";
import type { Stated } from "../read/figures";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Line, type Span } from "../text/lines";
import { noteOtherName } from "../words/known-names";

/** 第二部分: the tables as text, row by row beside the workbook's. Rows that cannot be told are passed over. */
export function readTextTables(ledger: Ledger, lines: readonly Line[]): void {
  let read: Read | null = null;
  for (const line of lines) {
    const number = /^表(\d{1,2})[：:]?/.exec(line.text)?.[1];
    if (number !== undefined && line.kind !== "row") {
      if (read) settle(ledger, read);
      const table = [...ledger.book.recognised.tables.values()].find((one) => one.number === Number(number));
      read = table ? { table, title: { line, start: 0, end: line.text.length }, unit: null, agreeing: 0, differing: [] } : null;
    }
    if (read) read.unit ??= unitIn(line);
    if (line.kind === "row" && read) readRow(ledger, read, line);
  }
  if (read) settle(ledger, read);
}

/** A table of the text, and how many of its figures are those of the workbook. */
interface Read {
  readonly table: Table;
  readonly title: Span;
  /** 万元 over the table. */
  unit: Span | null;
  agreeing: number;
  readonly differing: { readonly stated: Stated; readonly fault: Fault }[];
}

/** Fewer figures that differ are slips, however few agree. */
const FEW = 3;

const UNIT = /(?:^|[^\p{sc=Han}])(?:金额)?单位：((?:百万|万|亿)?元)$/u;
function unitIn(line: Line): Span | null {
  const unit = line.kind === "row" ? undefined : UNIT.exec(line.text)?.[1];
  return unit === undefined ? null : { line, start: line.text.length - unit.length, end: line.text.length };
}

/** The figures are those of the workbook, and so is what they are counted in. */
function judgeUnitOver(ledger: Ledger, { table, unit, agreeing, differing }: Read): void {
  if (!unit || spanText(unit) === table.facts.unit || agreeing < differing.length || ledger.isFaulted(unit)) return;
  ledger.fault({
    id: "T-文",
    category: "wording",
    severity: "error",
    at: unit,
    message: `${table.label}在文中写“单位：${spanText(unit)}”，工作簿里的金额单位是${table.facts.unit}，数是一样的。`,
    expected: table.facts.unit,
    replaces: true,
  });
}

/** Every figure that differs is a fault, unless most do: then it is another table, and nobody has understood it. */
function settle(ledger: Ledger, read: Read): void {
  const { table, title, agreeing, differing } = read;
  judgeUnitOver(ledger, read);
  if (differing.length <= Math.max(FEW, agreeing)) {
    for (const { stated, fault } of differing) {
      ledger.blame(stated);
      ledger.fault(fault);
    }
    return;
  }
  for (const { stated } of differing) ledger.leave(stated, "这张表没有读懂，没有逐格核对");
  ledger.fault({
    id: "T-文",
    category: "figure",
    severity: "warning",
    at: title,
    message: `${table.label}这张表没有读懂：文中的表${String(differing.length + agreeing)}个数里有${String(differing.length)}个与工作簿不同，没有逐格列出。`,
    advice: "请看是不是贴了别的表、别的年度、别的单位的表，或者列错了位。",
  });
}

function readRow(ledger: Ledger, read: Read, line: Line): void {
  const { table } = read;
  const cells = cellsOf(line);
  if (table.spec.layout === "panels") {
    const right = cells.findIndex((cell) => /^\d{3}[^\d,.]|^支出总计/.test(spanText(cell)));
    const beside = right >= 0 ? half(ledger, read, "right", cells.slice(right)) : null;
    leftHalf(ledger, read, right < 0 ? cells : cells.slice(0, right), beside);
    return;
  }
  const codes = cells.findIndex((cell) => !/^\d{2,7}$/.test(spanText(cell)));
  const code = cells.slice(0, Math.max(0, codes)).map(spanText).join("");
  const names = cells.slice(Math.max(0, codes)).filter((cell) => !numberIn(cell));
  const row = find(table, code, names) ?? slipped(ledger, table, names);
  if (!row) return;
  const label = names[0];
  if (
    label &&
    row.code !== null &&
    row.project === null &&
    row.name !== "" &&
    spanText(label) !== canon(row.name) &&
    editDistance(spanText(label), canon(row.name), 2) <= 2
  )
    noteOtherName(ledger, label, row.name, "科目名称", [table.labelCell(row)]);
  compareAmounts(ledger, read, row, cells.slice(Math.max(0, codes)));
}

/** A row of units, projects or lines whose name is one slip away. */
function slipped(ledger: Ledger, table: Table, names: readonly Span[]): Row | null {
  for (const at of names) {
    const said = spanText(at);
    const near =
      said.length < 4
        ? []
        : table.rows.filter(
            (row) =>
              (row.code === null || row.project !== null) &&
              editDistance(normaliseLabel(said), normaliseLabel(row.project ?? row.name), 1) === 1,
          );
    const row = near[0];
    if (row && near.length === 1) {
      noteOtherName(ledger, at, row.project ?? row.name, "名称", [table.labelCell(row)]);
      return row;
    }
  }
  return null;
}

function find(table: Table, code: string, names: readonly Span[]): Row | null {
  const words = names.map(spanText);
  if (code !== "") {
    const rows = table.withCode(code);
    const projects = rows.filter(({ kind, project }) => kind === "project" && words.some((word) => canon(project ?? "") === word));
    if (projects.length > 0) return projects[0] ?? null;
    if (table.spec.layout === "projects" && words.length > 1) return null;
    // A class that stands under several units: which of them is meant, the row does not say.
    const [row, another] = rows.filter(({ kind }) => kind !== "project");
    return another ? null : (row ?? null);
  }
  const first = words[0];
  if (first === undefined) return null;
  if (isTotalLabel(first)) return table.total();
  return (
    table.rows.find((row) => row.code === null && (canon(row.name) === first || normaliseLabel(row.name) === normaliseLabel(first))) ?? null
  );
}

/** The right side, by its code; the row it is, for what stands beside it. */
function half(ledger: Ledger, read: Read, side: "right", cells: readonly Span[]): Row | null {
  const { table } = read;
  const label = cells[0];
  if (!label || numberIn(label)) return null;
  const said = spanText(label);
  const code = /^\d{3}/.exec(said)?.[0];
  const row =
    code === undefined ? (isTotalLabel(said) ? table.total(side) : null) : (table.withCode(code).find((one) => one.side === side) ?? null);
  if (!row) return null;
  const name = code === undefined ? label : { ...label, start: label.start + code.length };
  if (code !== undefined && spanText(name) !== canon(row.name) && editDistance(spanText(name), canon(row.name), 2) <= 2)
    noteOtherName(ledger, name, row.name, "科目名称", [table.labelCell(row)]);
  compareAmounts(ledger, read, row, cells.slice(1));
  return row;
}

/** So many characters of a line's name may be others: 部门资金 for 单位资金. */
const LIKE = 2;

/** The left side: lines of the same name stand in several places, so the row beside the right one is meant. */
function leftHalf(ledger: Ledger, read: Read, cells: readonly Span[], beside: Row | null): void {
  const { table } = read;
  const label = cells[0];
  const row = beside ? table.rows.find(({ side, position }) => side === "left" && position === beside.position) : undefined;
  if (!label || !row || numberIn(label)) return;
  const [said, right] = [normaliseLabel(spanText(label)), normaliseLabel(canon(row.name))];
  const isAnother = table.rows.some(({ side, name }) => side === "left" && normaliseLabel(canon(name)) === said);
  if (said !== right && (isAnother || editDistance(said, right, LIKE) > Math.min(LIKE, right.length >> 1))) return;
  if (said !== right) noteOtherName(ledger, label, row.name, "项目名称", [table.labelCell(row)]);
  compareAmounts(ledger, read, row, cells.slice(1));
}

/** The amounts that are not blank, in order of the columns. */
function compareAmounts(ledger: Ledger, read: Read, row: Row, cells: readonly Span[]): void {
  const { table } = read;
  const said = cells.flatMap((cell) => numberIn(cell) ?? []);
  const right = [...table.columns.values()]
    .sort((a, b) => a.position - b.position)
    .flatMap(({ key }) => {
      const reading = table.read(row, key);
      return reading?.kind === "amount" ? [{ value: reading.shown, cell: table.cell(row, key) }] : [];
    });
  for (const one of said) if (one.value?.isZero() === true) ledger.prove(one, "与工作簿一致，没有金额");
  const shown = said.length === right.length ? right : right.filter(({ value }) => !value.isZero());
  const stated = said.length === right.length ? said : said.filter(({ value }) => value?.isZero() === false);
  if (stated.length !== shown.length) return;
  const differs = stated.some((one, index) => shown[index] && one.value?.equals(shown[index].value) === false);
  if (differs && isTorn(cells, shown)) {
    for (const one of stated) ledger.leave(one, "这一行的数与工作簿相同，却像是错了格，没有逐格核对");
    return;
  }
  stated.forEach((one, index) => {
    const wanted = shown[index];
    if (!one.value || !wanted) return;
    if (one.value.equals(wanted.value)) {
      ledger.prove(one, `与工作簿一致${seeCells(wanted.cell ? [wanted.cell] : [])}`);
      read.agreeing += 1;
      return;
    }
    const cells = wanted.cell ? [wanted.cell] : [];
    read.differing.push({
      stated: one,
      fault: {
        id: "T-文",
        category: "figure",
        severity: "error",
        at: one.digits,
        message: `${table.label}“${row.project ?? row.name}”：文中的表写${spanText(one.digits)}，工作簿是${formatAmount(wanted.value, GROUPED)}${seeCells(cells)}。`,
        expected: formatAmount(wanted.value, styleOf(spanText(one.digits))),
        replaces: true,
        left: one.value,
        right: Exact.sum([wanted.value]),
        cells,
      },
    });
  });
}

const AMOUNT = /\d{1,15}\.\d{2}/g;

/** Without the borders of its cells the row has the very amounts of the workbook, in order: 11 and .70 are 11.70. */
function isTorn(cells: readonly Span[], shown: readonly { readonly value: Exact }[]): boolean {
  const joined = cells.map(spanText).join("").replace(/,/g, "").match(AMOUNT) ?? [];
  return joined.filter((amount) => /[1-9]/.test(amount)).join(" ") === shown.map(({ value }) => value.toFixed(2)).join(" ");
}

/** Written as the figure it replaces is: 1,221.42 · 1437.00 · 80. */
function styleOf(digits: string): AmountStyle {
  return { thousands: digits.includes(","), trimZeros: !/\.\d\d$/.test(digits) };
}
