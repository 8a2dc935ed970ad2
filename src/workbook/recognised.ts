import type { CellRef } from "../amount/cell-ref";
import { address } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import type { Unit, Wan } from "../amount/unit";
import type { OrganisationKind, PanelSide, TableKey, TableSpec } from "../templates/define";
import type { PrintedTable, Template } from "../templates/family";
import type { Unseen } from "./as-read";
import type { PlainSheet, PlainWorkbook } from "./plain";
import type { Reading } from "./reading";

/**
 * total: the table's total · class/group/item: a subject of that level · project: a project under a subject (T7) or by
 * name (T11, T12) · unit: an organisation's own row · line: a fixed line · section, detail: of a table in sections ·
 * other: words without a place in the table.
 */
export type RowKind = "total" | "class" | "group" | "item" | "project" | "unit" | "line" | "section" | "detail" | "other";

export interface Row {
  readonly kind: RowKind;
  /** 0-based position on the sheet. */
  readonly position: number;
  /** Subject code without separators: 201, 20103, 2010301, 30101; null where the row has none. */
  readonly code: string | null;
  /** The code as its cells say it, when it is not well-formed. */
  readonly malformedCode: string | null;
  /** Subject, unit, project or line name as printed, without indentation. */
  readonly name: string;
  /** Project of a T7 row. */
  readonly project: string | null;
  /** Key of the fixed line, as in the table's `lines`. */
  readonly line: string | null;
  /** The panel it stands in; "right" in tables without panels. */
  readonly side: PanelSide;
  /** The cell that names the row. */
  readonly labelColumn: number;
  /** In tables of one row: the sheet column of the line's amount; null elsewhere. */
  readonly amountColumn: number | null;
  /** In tables of one row: the sheet row of the heading that names the line. */
  readonly headingAt: number | null;
}

export interface Column {
  readonly key: string;
  /** 0-based position on the sheet. */
  readonly position: number;
  /** The heading as printed. */
  readonly heading: string;
}

/** A table found on a sheet. */
export class Table {
  private readonly byCode = new Map<string, Row[]>();
  private readonly byLine = new Map<string, Row>();
  /** Keys of its columns in the order of a row's readings. */
  private readonly ordered: readonly string[];

  constructor(
    readonly spec: TableSpec,
    /** Its place in this workbook's template; null where no template numbers it. */
    readonly number: number | null,
    /** "表5": how this workbook's template calls it. */
    readonly label: string,
    readonly sheet: PlainSheet,
    readonly title: { readonly text: string; readonly cell: CellRef } | null,
    readonly area: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number },
    readonly columns: ReadonlyMap<string, Column>,
    readonly rows: readonly Row[],
    private readonly readings: ReadonlyMap<Row, readonly (Reading | undefined)[]>,
    private readonly order: ReadonlyMap<string, number>,
    readonly facts: TableFacts,
    /** One unit in the last printed place, in 万元: 0.01; 0.0001 where whole 元 are shown. Tables in one unit share it. */
    readonly precision: Exact<Wan>,
  ) {
    this.ordered = [...order.keys()];
    for (const row of rows) {
      if (row.code !== null) {
        const same = this.byCode.get(row.code);
        if (same) same.push(row);
        else this.byCode.set(row.code, [row]);
      }
      if (row.line !== null && !this.byLine.has(row.line)) this.byLine.set(row.line, row);
    }
  }

  get key(): TableKey {
    return this.spec.key;
  }

  /** "A1:G27" */
  get range(): string {
    const { top, left, bottom, right } = this.area;
    return `${address({ row: top, column: left })}:${address({ row: bottom, column: right })}`;
  }

  /** The one total row (right side: 支出总计); null when the table has none. */
  total(side: PanelSide = "right"): Row | null {
    return this.rows.find((row) => row.kind === "total" && row.side === side) ?? null;
  }

  /** Rows of a subject code: one, except for projects (several under one item) and repeated codes. */
  withCode(code: string): readonly Row[] {
    return this.byCode.get(code) ?? [];
  }

  line(key: string): Row | null {
    return this.byLine.get(key) ?? null;
  }

  /** undefined: the column was not found, or does not apply to the row's side. */
  read(row: Row, column: string): Reading | undefined {
    const index = this.order.get(column);
    return index === undefined ? undefined : this.readings.get(row)?.[index];
  }

  /** Every cell that `read` knows of a row, without looking the row up for each column. */
  readRow(row: Row, visit: (column: string, reading: Reading) => void): void {
    const { ordered } = this;
    const readings = this.readings.get(row);
    if (!readings) return;
    for (let index = 0; index < ordered.length; index++) {
      const column = ordered[index];
      const reading = readings[index];
      if (column !== undefined && reading) visit(column, reading);
    }
  }

  cell(row: Row, column: string): CellRef | null {
    const found = this.columns.get(column);
    return found ? { sheet: this.sheet.name, row: row.position, column: row.amountColumn ?? found.position } : null;
  }

  labelCell(row: Row): CellRef {
    return { sheet: this.sheet.name, row: row.headingAt ?? row.position, column: row.labelColumn };
  }

  /** The published value in 万元; blank is zero; null when the cell is absent or holds no amount. */
  amount(row: Row, column: string): Exact<Wan> | null {
    const reading = this.read(row, column);
    if (reading?.kind === "amount") return reading.shown;
    return reading?.kind === "blank" ? Exact.zero : null;
  }
}

/** What the table's surroundings say. */
export interface TableFacts {
  readonly organisation: { readonly text: string; readonly kind: OrganisationKind | null; readonly cell: CellRef } | null;
  /** As stated above the table; null where it is not. */
  readonly statedUnit: { readonly unit: Unit; readonly cell: CellRef } | null;
  /** A unit stated above it that is neither 元 nor 万元 ("千元"): its figures cannot be compared; null where it is not. */
  readonly strangeUnit: { readonly text: string; readonly cell: CellRef } | null;
  readonly unit: Unit;
  /** The sentence that says an empty table is empty. */
  readonly note: { readonly text: string; readonly cell: CellRef } | null;
  /** Rows skipped: repeated headings, number rows. */
  readonly skippedRows: readonly number[];
  /** Total rows beyond the first. */
  readonly extraTotals: readonly Row[];
  /** Columns whose heading no column of the table answers to, and that hold amounts. */
  readonly unknownColumns: readonly UnknownColumn[];
  /** Rows with amounts that are no row the table is known to have. */
  readonly unknownRows: readonly UnknownRow[];
  /** Whether the column with the subjects' names was found; null where the table has none. */
  readonly namesFound: boolean | null;
  /** Required columns that were not found. */
  readonly missingColumns: readonly string[];
  /** Why this sheet was taken for this table, in Chinese. */
  readonly evidence: readonly string[];
  /** Its title stands exchanged with another table's, so that it is not known which of the two it is; null where it does not. */
  readonly exchangedTitle: { readonly reason: string; readonly cell: CellRef } | null;
  /** What a person should look at, in Chinese; [] when sure. */
  readonly doubts: readonly string[];
}

/** A column that holds amounts of something nobody knows. */
export interface UnknownColumn {
  readonly heading: string;
  /** 0-based position on the sheet. */
  readonly position: number;
  readonly cell: CellRef;
}

/** A row that holds amounts of something nobody knows. */
export interface UnknownRow {
  readonly row: Row;
  readonly cell: CellRef;
  /** Keys of the columns it has amounts in. */
  readonly columns: ReadonlySet<string>;
}

/** A workbook understood: which table stands where, and what surrounds them. */
export interface Recognised {
  /** As a person reads it: without invisible characters, its formulas worked out. */
  readonly workbook: PlainWorkbook;
  /** Cells whose invisible characters were read through. */
  readonly unseen: readonly Unseen[];
  /** Formulas that were saved without a result and worked out here. */
  readonly calculated: readonly CellRef[];
  /** What it was recognised as; its family is null where none fits. */
  readonly template: Template;
  /** Why this template, or why none, in Chinese. */
  readonly templateEvidence: readonly string[];
  /** Final accounts (决算) look like budgets and are none. */
  readonly isFinalAccounts: boolean;
  readonly organisation: string | null;
  readonly organisationKind: OrganisationKind;
  readonly year: number | null;
  /** The unit amounts are printed in. */
  readonly unit: Unit;
  readonly tables: ReadonlyMap<TableKey, Table>;
  /** The tables that the template has and the workbook lacks. */
  readonly missing: readonly PrintedTable[];
  /** Sheets that no table was read from, each with its reason in Chinese; `goals`: what it is is known, and no disclosure table. */
  readonly unread: readonly { readonly sheet: string; readonly reason: string; readonly goals?: true }[];
  /** For tables in `missing`: sheets that come nearest to them, and why they were not taken. */
  readonly nearMisses: readonly NearMiss[];
  /** Further sheets that look like a table already found. */
  readonly duplicates: readonly { readonly key: TableKey; readonly sheet: string; readonly range: string }[];
  /** Titles that stand over each other's tables, whether these were read or not. */
  readonly exchangedTitles: readonly ExchangedTitles[];
  /** Cells that somebody has looked at and found right, while they hold what they held then: "表5!F8". */
  readonly vouchedFor: ReadonlySet<string>;
}

/** A title of a family's table, as it stands on a sheet. */
export interface StandingTitle {
  readonly key: TableKey;
  readonly text: string;
  readonly cell: CellRef;
}

/** Titles of which each stands over what is the next one's, and the last over what is the first one's: mostly two. */
export type ExchangedTitles = readonly StandingTitle[];

/** A sheet that looks like a missing table. */
export interface NearMiss {
  readonly key: TableKey;
  readonly sheet: string;
  /** In Chinese: what is there, what is wanting, what to do. */
  readonly reason: string;
}

/** What the user settled by hand; kept with the workbook. */
export interface Choices {
  /** The id of a template's form, as `templateId` gives it; "none": no template at all. */
  readonly template?: string;
  readonly organisationKind?: OrganisationKind;
  /** Table key -> sheet name. */
  readonly sheets?: Readonly<Partial<Record<TableKey, string>>>;
  /** Cells found right by hand, and what they held: another is to be looked for as the one at fault. */
  readonly vouchedFor?: readonly VouchedCell[];
}

export interface VouchedCell extends CellRef {
  /** As the sheet held it, as text; "" for a blank one. */
  readonly held: string;
}
