import type { CheckReport } from "../../src/checks/report";
import { checkWorkbook } from "../../src/book/check";
import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Recognised, Row, Table } from "../../src/workbook/recognised";

/** A whole row deleted from a table, or written twice. */
export interface RowSlip {
  readonly kind: "deleted" | "doubled";
  readonly table: Table;
  readonly row: Row;
}

/** The workbook with the row taken out, or with the same row again below it; the rows below move. */
export function slipped(workbook: PlainWorkbook, { kind, table, row }: RowSlip): PlainWorkbook {
  const changed = <T>(rows: readonly T[], at: number): T[] => [
    ...rows.slice(0, at + (kind === "deleted" ? 0 : 1)),
    ...rows.slice(at + (kind === "deleted" ? 1 : 0)),
  ];
  const edit = (sheet: PlainSheet): PlainSheet => {
    const at = row.position - sheet.top;
    return { ...sheet, values: changed(sheet.values, at), formats: changed(sheet.formats, at), formulas: [] };
  };
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === table.sheet.name ? edit(sheet) : sheet)) };
}

/** Every item row with an amount, deleted or doubled, of the tables by subject that others repeat (表2, 表3, 表5) or of any. */
export function itemRows(recognised: Recognised, kind: RowSlip["kind"]): RowSlip[] {
  return [...recognised.tables.values()].flatMap((table) => {
    const compared = table.key === "income" || table.key === "expenditure" || table.key === "general";
    if (table.spec.layout !== "coded" || (kind === "deleted" && !compared)) return [];
    const filled = (row: Row): boolean => [...table.columns.keys()].some((column) => table.amount(row, column)?.isZero() === false);
    return table.rows
      .filter((row) => row.kind === (table.spec.classification === "economic" ? "group" : "item") && filled(row))
      .map((row): RowSlip => ({ kind, table, row }));
  });
}

export interface RowOutcome {
  readonly slip: RowSlip;
  readonly report: CheckReport;
  /** An identity that must hold does not. */
  readonly detected: boolean;
  /** The first suspect is that row of that table. */
  readonly first: boolean;
  /** It is the only one and explains every broken identity. */
  readonly alone: boolean;
}

export function triedRow(workbook: PlainWorkbook, slip: RowSlip): RowOutcome {
  const report = checkWorkbook(recogniseWorkbook(slipped(workbook, slip)));
  const broken = report.findings
    .filter(({ verdict, severity, id }) => verdict === "broken" && severity === "error" && /^[FXE]/.test(id))
    .map(({ key }) => key);
  const [suspect] = report.suspects;
  const first =
    suspect?.kind === "missing" &&
    suspect.message.startsWith(`${slip.table.label} `) &&
    suspect.message.includes(slip.row.code ?? "") &&
    suspect.message.includes(slip.kind === "deleted" ? "少了" : "重复");
  return {
    slip,
    report,
    detected: broken.length > 0,
    first,
    alone: first && report.suspects.length === 1 && broken.every((key) => suspect.explains.includes(key)),
  };
}
