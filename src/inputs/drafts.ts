import { address } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { yearOnYear } from "../amount/ratio";
import { normalise } from "../text/wording";
import type { DraftCell, DraftRow, DraftStyle, SheetDraft } from "../workbook/draft";
import type { Recognised } from "../workbook/recognised";
import { askedRows, currentFormula, type AskedRow, type Carryover } from "./asked-rows";
import { inputColumns, inputSheetKeys, newSheetOrder, type InputSheetKey } from "./conventions";
import { Grid } from "./grid";
import type { Inputs } from "./read";
import { rowHeight } from "./row-height";
import { inputValue, valueText, type InputSheet } from "./sheet";

/** The comparison columns of 填报-上年对比: not read back, only shown. */
const COMPUTED = [
  { key: "本年预算数", width: 14, style: "amount" },
  { key: "增减额", width: 13, style: "amount" },
  { key: "增减率", width: 11, style: "percent" },
] as const;

/** Lists for the cells of these columns. */
const LISTS: Readonly<Partial<Record<InputSheetKey, { readonly column: string; readonly values: readonly string[] }>>> = {
  priors: {
    column: "类别",
    values: ["收入来源", "支出总额", "一般公共预算", "功能科目", "政府性基金预算", "国有资本经营预算", "“三公”经费", "机关运行经费"],
  },
  texts: { column: "类别", values: ["部门概况", "支出用途", "委托业务费用途", "结转说明", "其他需说明的事项"] },
  others: { column: "计量单位", values: ["万元", "元", "平方米", "辆", "台", "个"] },
};

/** Rows below the last that offer lists too, for what the user adds. */
const SPARE_ROWS = 30;

/**
 * The five 填报 sheets for this workbook, prefilled from its tables and from last year where given. What is on existing
 * sheets stays where it is, own rows and columns included; only blank cells are filled, missing rows are added below and
 * missing columns to the right, and the comparison formulas are renewed.
 */
export function inputSheetDrafts(recognised: Recognised, existing: Inputs, carryover: Carryover = {}): readonly SheetDraft[] {
  const asked = askedRows(recognised, existing, carryover);
  const subjects = existing.priors.filter(({ category, code }) => category === "功能科目" && code !== "").map(({ position }) => position);
  return inputSheetKeys.map((key) => draftOf(recognised, existing.sheets[key], asked[key], key === "priors" ? subjects : []));
}

function draftOf(recognised: Recognised, sheet: InputSheet, asked: readonly AskedRow[], priorOnly: readonly number[]): SheetDraft {
  const grid = new Grid(sheet.sheet);
  const heading = sheet.found.size > 0 ? sheet.headingRow : sheet.sheet ? sheet.freeRow : 0;
  const columns = placeColumns(grid, sheet, heading);
  const at = (key: string): number => columns.get(key) ?? 0;
  const rowsOf = new Map<AskedRow, number>();
  const taken = new Set<number>();
  let free = Math.max(grid.height, heading + 1);
  for (const row of asked) {
    const found = findRow(sheet, row, taken) ?? free++;
    taken.add(found);
    rowsOf.set(row, found);
  }
  for (const [row, position] of rowsOf) {
    for (const [key, value] of Object.entries(row.label))
      grid.fill(position, at(key), { value: value === "" ? null : value, style: "label" });
    for (const [key, prefill] of Object.entries(row.fill)) grid.fill(position, at(key), { ...prefill, style: styleOf(sheet.key, key) });
    for (const key of columns.keys()) grid.style(position, at(key), styleOf(sheet.key, key));
  }
  if (sheet.key === "priors") {
    for (const [{ current }, position] of rowsOf) compare(grid, recognised, current, position, at);
    for (const position of priorOnly) if (!taken.has(position)) compare(grid, recognised, { cells: [], value: Exact.zero }, position, at);
  }
  for (let position = heading + 1; position < grid.height; position++)
    for (const key of columns.keys()) grid.style(position, at(key), styleOf(sheet.key, key));
  return finished(sheet, grid, columns, heading);
}

/** Known columns stay where they are; the others go to the right (on a new sheet: in their usual order). */
function placeColumns(grid: Grid, sheet: InputSheet, heading: number): ReadonlyMap<string, number> {
  const wanted = [...inputColumns[sheet.key].map(({ key }) => key), ...(sheet.key === "priors" ? COMPUTED.map(({ key }) => key) : [])];
  const order = sheet.found.size === 0 ? newSheetOrder(sheet.key) : wanted;
  const columns = new Map<string, number>();
  for (const key of order) {
    const known = sheet.found.has(key) ? sheet.columns.get(key) : grid.findText(heading, key);
    const place = known ?? (sheet.found.size === 0 ? columns.size : grid.rowWidth(heading));
    columns.set(key, place);
    grid.fill(heading, place, { value: key, style: "heading" });
  }
  for (let column = 0; column < grid.rowWidth(heading); column++) grid.style(heading, column, "heading");
  return columns;
}

/** The row on the sheet that is this one: by code, else by its names; a project name may occur once for each unit. */
function findRow(sheet: InputSheet, { label, fill }: AskedRow, taken: ReadonlySet<number>): number | null {
  if (!sheet.sheet || sheet.found.size === 0) return null;
  let category = "";
  for (let row = sheet.headingRow + 1; row < sheet.freeRow; row++) {
    const at = (key: string): string => normalise(valueText(inputValue(sheet, row, key)));
    if (at("类别") !== "") category = at("类别");
    if (taken.has(row)) continue;
    const code = at("科目编码");
    const wantedCode = label["科目编码"] ?? "";
    if (label["类别"] !== undefined && category !== normalise(label["类别"])) continue;
    if (wantedCode !== "" && code !== "") {
      if (code === wantedCode) return row;
      continue;
    }
    const names = (["名称", "项目", "项目名称"] as const).filter((key) => label[key] !== undefined);
    const unit = fill["项目承担单位"]?.value;
    const otherUnit =
      typeof unit === "string" &&
      at("项目承担单位") !== "" &&
      at("项目承担单位") !== normalise(unit) &&
      severalUnits(sheet, label["项目名称"] ?? "");
    if (!otherUnit && names.every((key) => sameLabel(at(key), label[key] ?? ""))) return row;
  }
  return null;
}

function severalUnits(sheet: InputSheet, project: string): boolean {
  let count = 0;
  for (let row = sheet.headingRow + 1; row < sheet.freeRow; row++)
    if (normalise(valueText(inputValue(sheet, row, "项目名称"))) === normalise(project)) count += 1;
  return count > 1;
}

/** Names as people vary them: 其中：, 费 and 费用, transfers with and without 资金. */
function sameLabel(found: string, wanted: string): boolean {
  const plain = (text: string): string =>
    normalise(text)
      .replace(/^其中:/, "")
      .replace(/(?:费用|费|资金|结余)$/u, "")
      .replace(/维护$/u, "");
  return found === normalise(wanted) || (found !== "" && wanted !== "" && plain(found) === plain(wanted));
}

/**
 * 本年预算数 refers to the disclosure table; 增减额 and 增减率 are live, and blank until last year's figure is there. The formulas
 * are ones that every spreadsheet program calculates, with or without this tool.
 */
function compare(grid: Grid, recognised: Recognised, current: AskedRow["current"], row: number, at: (key: string) => number): void {
  if (!current) return;
  const cell = (key: string): string => address({ row, column: at(key) });
  const [now, prior] = [cell("本年预算数"), cell("上年预算数")];
  const before = grid.number(row, at("上年预算数"));
  const change = before === null ? null : yearOnYear(current.value, Exact.ofDouble(before));
  const signedRate = change && (change.growth === "下降" ? change.rate.negated() : change.rate);
  grid.compute(
    row,
    at("本年预算数"),
    current.cells.length > 0
      ? { value: current.value.toNumber(), formula: currentFormula(current.cells, recognised), style: "amount" }
      : { value: 0, style: "amount" },
  );
  grid.compute(row, at("增减额"), {
    value: change ? change.change.round(2).toNumber() : null,
    formula: `=IF(${prior}="","",ROUND(${now}-${prior},2))`,
    style: "amount",
  });
  grid.compute(row, at("增减率"), {
    value: signedRate ? signedRate.shifted(-2).toNumber() : null,
    formula: `=IF(${prior}="","",IF(${prior}=0,SIGN(${now}),ROUND((${now}-${prior})/ABS(${prior}),4)))`,
    style: "percent",
  });
}

function styleOf(sheet: InputSheetKey, key: string): DraftStyle {
  const computed = COMPUTED.find((column) => column.key === key);
  if (computed) return computed.style;
  const kind = inputColumns[sheet].find((column) => column.key === key)?.kind ?? "label";
  return { label: "label", text: "input", amount: "inputAmount" }[kind] as DraftStyle;
}

function finished(sheet: InputSheet, grid: Grid, columns: ReadonlyMap<string, number>, heading: number): SheetDraft {
  const widths = new Map([...inputColumns[sheet.key], ...COMPUTED].map(({ key, width }) => [columns.get(key), width] as const));
  const columnWidths = Array.from({ length: grid.width }, (_, column) => widths.get(column) ?? 14);
  const list = LISTS[sheet.key];
  const kind = sheet.key === "basics" ? grid.findDown(columns.get("项目") ?? 0, "单位类型") : null;
  const listed = list ? columns.get(list.column) : undefined;
  return {
    name: sheet.name,
    columnWidths,
    rows: grid.rows().map((cells: readonly DraftCell[]): DraftRow => {
      const height = rowHeight(
        cells.flatMap(({ value }, column) => (typeof value === "string" ? [{ text: value, width: columnWidths[column] ?? 14 }] : [])),
      );
      return { cells, ...(height === undefined ? {} : { height }) };
    }),
    frozenRows: heading + 1,
    merges: [],
    lists: [
      ...(list && listed !== undefined
        ? [{ area: { top: heading + 1, bottom: grid.height + SPARE_ROWS, left: listed, right: listed }, values: list.values }]
        : []),
      ...(kind === null
        ? []
        : [
            {
              area: { top: kind, bottom: kind, left: columns.get("内容") ?? 1, right: columns.get("内容") ?? 1 },
              values: ["部门", "单位"],
            },
          ]),
    ],
    landscape: sheet.key !== "basics",
    carriesOver: true,
  };
}
