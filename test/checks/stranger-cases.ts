import { Exact } from "../../src/amount/exact";
import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { rulesOf } from "../../src/templates/houses";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import type { Recognised, Row, Table } from "../../src/workbook/recognised";
import { seeded } from "./mutation-cases";

/** A right workbook made strange: every figure is still right, but this or that is not what any family is known to print. */
export interface Stranger {
  readonly kind: string;
  readonly what: string;
  readonly workbook: PlainWorkbook;
  /** Words that stand for what is no longer understood, or for the table: some message must name one; [] where all may still be understood. */
  readonly marks: readonly string[];
}

export interface StrangerOutcome {
  readonly stranger: Stranger;
  readonly template: string | null;
  /** Equations said not to hold, though every figure is right. */
  readonly falseErrors: readonly string[];
  readonly suspects: number;
  /** Whether the words that were not understood are said anywhere. */
  readonly named: boolean;
  readonly judged: number;
}

const HEADINGS = ["本级安排数", "核定金额", "上缴上级支出", "其他安排", "预留数", "调整后金额"];
const ROWS = ["其中：专项安排", "按规定统筹部分", "小计", "上缴财政", "年初预留", "转列支出"];
const TITLES = ["预算安排情况一览表", "资金平衡表", "经费安排明细表", "部门经费汇总表"];
/** A family nobody knows: its own words throughout. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:收入|支出)?(?:总计|合计)$/, "金额合计"],
  [/基本支出/g, "基本保障支出"],
  [/项目支出/g, "项目类支出"],
  [/科目编码|科目代码/g, "分类代号"],
  [/科目名称/g, "分类事项"],
  [/收支(?:预算)?总(?:体情况)?表/g, "收支平衡一览"],
  [/一般公共预算/g, "一般财力"],
  [/人员经费/g, "人员类"],
  [/公用经费/g, "运转类"],
  [/预算数/g, "安排数"],
  [/财政拨款/g, "财政补助"],
];

type Edit = (value: CellValue, row: number, column: number) => CellValue;

/** The workbook with every cell of a sheet rewritten; positions are those of the sheet. */
function rewritten(workbook: PlainWorkbook, name: string, edit: Edit): PlainWorkbook {
  const one = (sheet: PlainSheet): PlainSheet => {
    const width = Math.max(0, ...sheet.values.map((line) => line.length));
    return {
      ...sheet,
      values: sheet.values.map((line, r) => Array.from({ length: width }, (_, c) => edit(line[c] ?? null, r + sheet.top, c + sheet.left))),
      formulas: [],
    };
  };
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? one(sheet) : sheet)) };
}

function withRow(workbook: PlainWorkbook, name: string, at: number, line: readonly CellValue[]): PlainWorkbook {
  const one = (sheet: PlainSheet): PlainSheet => {
    const cut = at - sheet.top;
    const put = <T>(all: readonly T[], more: readonly T[]): T[] => [...all.slice(0, cut), ...more, ...all.slice(cut)];
    return { ...sheet, values: put(sheet.values, [line]), formats: put(sheet.formats, [sheet.formats[cut] ?? []]), formulas: [] };
  };
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? one(sheet) : sheet)) };
}

const withoutRow = (workbook: PlainWorkbook, name: string, position: number): PlainWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    sheet.name !== name
      ? sheet
      : {
          ...sheet,
          values: sheet.values.filter((_, r) => r !== position - sheet.top),
          formats: sheet.formats.filter((_, r) => r !== position - sheet.top),
          formulas: [],
        },
  ),
});

/** The heading cell of a column: the lowest of that text above the first row. */
function headingCell({ sheet, rows }: Table, position: number): { readonly row: number; readonly text: string } | null {
  const first = Math.min(...rows.filter(({ kind }) => kind !== "other").map((row) => row.position));
  for (let row = Math.min(first, sheet.top + sheet.values.length) - 1; row >= sheet.top; row--) {
    const value = sheet.values[row - sheet.top]?.[position - sheet.left];
    if (typeof value === "string" && /\p{L}/u.test(value)) return { row, text: value };
  }
  return null;
}

/** Every way of making the book strange, `each` of the kinds that befall rows and columns on each table. `others`: books of other families. */
export function strangersOf(
  name: string,
  workbook: PlainWorkbook,
  others: readonly Recognised[],
  each: number,
  seed: number,
): readonly Stranger[] {
  const recognised = recogniseWorkbook(workbook);
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(all: readonly T[]): T | undefined => all[below(all.length)];
  const found: Stranger[] = [];
  const add = (kind: string, what: string, strange: PlainWorkbook, marks: readonly string[] = []): void =>
    void found.push({ kind, what: `${name} ${what}`, workbook: strange, marks });
  const tables = [...recognised.tables.values()];
  for (const table of tables) {
    const { sheet } = table;
    const edit = (change: Edit): PlainWorkbook => rewritten(workbook, sheet.name, change);
    const columns = [...table.columns.values()];
    const isOneRow = table.rows.some(({ amountColumn }) => amountColumn !== null);
    for (let time = 0; time < each; time++) {
      const column = pick(columns);
      const heading = column && !isOneRow ? headingCell(table, column.position) : null;
      const word = `${pick(HEADINGS) ?? ""}${String(time)}`;
      if (column && heading) {
        const at = (row: number, place: number): boolean => row === heading.row && place === column.position;
        add(
          "column renamed",
          `${table.label} ${heading.text} -> ${word}`,
          edit((value, row, place) => (at(row, place) ? word : value)),
          holds(table, column.key) ? [word, `工作表“${sheet.name}”`, `${table.label}没有找到`, `没有找到${table.label}`] : [],
        );
        add(
          "heading gone",
          `${table.label} ${heading.text}`,
          edit((value, row, place) => (at(row, place) ? null : value)),
        );
      }
      const row = pick(table.rows.filter((one) => one.kind !== "other" && one.kind !== "total" && filled(table, one)));
      if (row && !isOneRow) {
        // Any name may be a project's or a unit's: there a row is not one of them only by what it says of itself.
        const isFree = table.spec.layout === "projects" || table.spec.layout === "named" || table.spec.layout === "grouped";
        const label = isFree ? "其中：专项安排" : `${pick(ROWS) ?? ""}${String(time)}`;
        const columnsOf = (one: Row): ReadonlySet<number> =>
          new Set(columns.flatMap(({ key, position }) => (table.read(one, key) === undefined ? [] : [position])));
        const own = columnsOf(row);
        const codes = (place: number, value: CellValue): boolean =>
          place < Math.min(...own) && (typeof value === "number" || (typeof value === "string" && /^[\d.\s]+$/.test(value)));
        const renamed = edit((value, at, place) =>
          at !== row.position || own.has(place)
            ? value
            : place === row.labelColumn
              ? label
              : codes(place, value) && table.spec.layout !== "panels"
                ? null
                : value,
        );
        add(
          "row nobody knows",
          `${table.label} ${row.name} -> ${label}`,
          renamed,
          table.spec.layout === "grouped" || table.spec.layout === "outline" ? [] : [label.replace(/^其中：/, "")],
        );
        const amounts = Array.from({ length: Math.max(...own) - sheet.left + 1 }, (_, c): CellValue =>
          c + sheet.left === row.labelColumn ? label : own.has(c + sheet.left) ? below(90000) / 100 : null,
        );
        if (table.spec.layout !== "named" && table.spec.layout !== "outline" && table.spec.layout !== "grouped")
          add("row put between", `${table.label} after ${row.name}: ${label}`, withRow(workbook, sheet.name, row.position + 1, amounts), [
            label.replace(/^其中：/, ""),
          ]);
      }
      const other = pick(columns);
      if (column && other && column !== other && !isOneRow && table.spec.layout === "coded") {
        const from = headingCell(table, column.position)?.row ?? 0;
        const to = headingCell(table, other.position)?.row ?? 0;
        const lines = sheet.values;
        const across = (row: number, place: number): CellValue => lines[row - sheet.top]?.[place - sheet.left] ?? null;
        // Columns under one group change places, headings and all.
        if (from === to && across(from - 1, column.position) === across(from - 1, other.position))
          add(
            "columns in another order",
            `${table.label} ${column.heading} ${other.heading}`,
            edit((value, row, place) =>
              row < from
                ? value
                : place === column.position
                  ? across(row, other.position)
                  : place === other.position
                    ? across(row, column.position)
                    : value,
            ),
          );
      }
    }
    const total = table.total();
    if (total && !isOneRow) {
      const labels = new Set([total.labelColumn]);
      add(
        "total under another name",
        table.label,
        edit((value, row, place) => (row === total.position && labels.has(place) ? "本表数" : value)),
        filled(table, total) ? ["合计行", "本表数", "本表数"] : [],
      );
      if (table.spec.layout !== "panels") add("total gone", table.label, withoutRow(workbook, sheet.name, total.position));
    }
    if (table.title) {
      const { cell } = table.title;
      const title = pick(TITLES) ?? "";
      add(
        "title of nothing known",
        `${table.label} ${title}`,
        edit((value, row, place) => (row === cell.row && place === cell.column ? title : value)),
      );
      add(
        "title gone",
        table.label,
        edit((value, row, place) => (row === cell.row && place === cell.column ? null : value)),
      );
      const other = pick(tables.filter((one) => one !== table && one.title && one.sheet !== sheet));
      if (other?.title) {
        const theirs = other.title;
        const once = edit((value, row, place) => (row === cell.row && place === cell.column ? theirs.text : value));
        add(
          "titles exchanged",
          `${table.label} ${other.label}`,
          rewritten(once, other.sheet.name, (value, row, place) =>
            row === theirs.cell.row && place === theirs.cell.column ? (table.title?.text ?? value) : value,
          ),
        );
      }
    }
    const unit = table.facts.statedUnit;
    if (unit) {
      const inThousands = thousands(workbook, table);
      add(
        "a unit nobody knows",
        table.label,
        rewritten(inThousands, sheet.name, (value, row, place) =>
          row === unit.cell.row && place === unit.cell.column && typeof value === "string" ? value.replace(/万元|元/, "千元") : value,
        ),
        ["千元"],
      );
    }
    add("sheet gone", table.label, { ...workbook, sheets: workbook.sheets.filter((one) => one !== sheet) });
  }
  // The same tables under the titles of another province.
  for (const other of others) {
    let strange = workbook;
    for (const table of tables) {
      const theirs = other.tables.get(table.key)?.title;
      const own = table.title;
      if (theirs && own)
        strange = rewritten(strange, table.sheet.name, (value, row, place) =>
          row === own.cell.row && place === own.cell.column ? theirs.text : value,
        );
    }
    add("titles of another province", String(other.template.family), strange);
    // One of their tables beside ours, under a title of ours.
    for (const table of tables) {
      const theirs = other.tables.get(table.key);
      if (!theirs?.title || !table.title) continue;
      const { cell } = theirs.title;
      const lent = rewritten({ name, sheets: [theirs.sheet] }, theirs.sheet.name, (value, row, place) =>
        row === cell.row && place === cell.column ? (table.title?.text ?? value) : value,
      );
      const [sheet] = lent.sheets;
      if (sheet)
        add("another province's table beside", `${table.label} of ${String(other.template.family)}`, {
          ...workbook,
          sheets: [...workbook.sheets, { ...sheet, name: `外省${table.label}` }],
        });
    }
  }
  const other: PlainWorkbook = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name.replace(/表/g, "册"),
      formulas: [],
      values: sheet.values.map((line) =>
        line.map((value) => (typeof value === "string" ? OTHER_WORDS.reduce((text, [from, to]) => text.replace(from, to), value) : value)),
      ),
    })),
  };
  add("a family of its own words", "", other);
  for (let time = 0; time < each; time++) {
    const words = OTHER_WORDS.filter(() => random() < 0.4);
    add("some words of its own", words.map(([, to]) => to).join(), {
      ...other,
      sheets: workbook.sheets.map((sheet) => ({
        ...sheet,
        formulas: [],
        values: sheet.values.map((line) =>
          line.map((value) => (typeof value === "string" ? words.reduce((text, [from, to]) => text.replace(from, to), value) : value)),
        ),
      })),
    });
  }
  return found;
}

const holds = (table: Table, column: string): boolean => table.rows.some((row) => table.amount(row, column)?.isZero() === false);
const filled = (table: Table, row: Row): boolean =>
  [...table.columns.keys()].some((column) => table.amount(row, column)?.isZero() === false);

/** Every figure of the table in 千元. */
function thousands(workbook: PlainWorkbook, table: Table): PlainWorkbook {
  const power = table.facts.unit === "元" ? -3 : 1;
  const rows = new Set(table.rows.map(({ position }) => position));
  const columns = new Set(table.rows.flatMap((row) => [...table.columns.keys()].map((key) => table.cell(row, key)?.column)));
  const scaled = rewritten(workbook, table.sheet.name, (value, row, column) =>
    typeof value === "number" && rows.has(row) && columns.has(column) ? Exact.ofDouble(value).shifted(power).toNumber() : value,
  );
  return { ...scaled, sheets: scaled.sheets.map((sheet) => (sheet.name === table.sheet.name ? { ...sheet, formats: [] } : sheet)) };
}

/** What is said of a stranger. `known`: errors that the book has of its own. */
export function met(stranger: Stranger, known: ReadonlySet<string>): StrangerOutcome {
  const recognised = recogniseWorkbook(stranger.workbook);
  const report = checkWorkbook(recognised);
  const equations = new Set(rulesOf(recognised.template).flatMap((check) => (check.kind === "identity" ? [check.id] : [])));
  const errors = report.findings.filter(
    ({ verdict, severity, id }) => verdict === "broken" && severity === "error" && equations.has(id) && !known.has(id),
  );
  const { unread, nearMisses, missing } = recognised;
  const said = [
    ...report.findings.map(({ message }) => message),
    ...unread.map(({ sheet, reason }) => sheet + reason),
    ...nearMisses.map(({ reason }) => reason),
    ...missing.map(({ label }) => label),
    ...[...recognised.tables.values()].flatMap(({ facts }) => [
      ...facts.unknownRows.map(({ row }) => row.name),
      ...facts.unknownColumns.map(({ heading }) => heading),
      ...facts.doubts,
    ]),
  ].join("\n");
  return {
    stranger,
    template: recognised.template.family,
    falseErrors: errors.map(({ id, message }) => `${id} ${message}`),
    suspects: report.suspects.length,
    named: stranger.marks.length === 0 || stranger.marks.some((mark) => said.includes(mark)),
    judged: report.counts.holds + report.counts.rounding,
  };
}
