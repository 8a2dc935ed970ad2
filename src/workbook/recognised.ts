import type { CellRef } from "../amount/cell-ref";
import { address } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import type { Unit, Wan } from "../amount/unit";
import type { TableKey, TableSpec } from "../templates/define";
import type { OrganisationKind, VariantId } from "../templates/xinjiang/variants";
import type { Unseen } from "./as-read";
import type { PlainSheet, PlainWorkbook } from "./plain";
import type { Reading } from "./reading";

/**
 * total: the table's total · class/group/item: a subject of that level · project: a project under a subject (T7) or by
 * name (T11, T12) · unit: an organisation's own row · line: a fixed line · other: words without a place in the table.
 */
export type RowKind = "total" | "class" | "group" | "item" | "project" | "unit" | "line" | "other";

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
  /** Side of a two-sided table. */
  readonly side: "left" | "right";
  /** The cell that names the row. */
  readonly labelColumn: number;
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

  constructor(
    readonly spec: TableSpec,
    /** As printed in this workbook's template. */
    readonly number: number,
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

  /** "表5" */
  get label(): string {
    return `表${this.number}`;
  }

  /** "A1:G27" */
  get range(): string {
    const { top, left, bottom, right } = this.area;
    return `${address({ row: top, column: left })}:${address({ row: bottom, column: right })}`;
  }

  /** The one total row (right side: 支出总计); null when the table has none. */
  total(side: "left" | "right" = "right"): Row | null {
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
    const readings = this.readings.get(row);
    if (!readings) return;
    for (const [column, index] of this.order) {
      const reading = readings[index];
      if (reading) visit(column, reading);
    }
  }

  cell(row: Row, column: string): CellRef | null {
    const found = this.columns.get(column);
    return found ? { sheet: this.sheet.name, row: row.position, column: found.position } : null;
  }

  labelCell(row: Row): CellRef {
    return { sheet: this.sheet.name, row: row.position, column: row.labelColumn };
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
  readonly unit: Unit;
  /** The sentence that says an empty table is empty. */
  readonly note: { readonly text: string; readonly cell: CellRef } | null;
  /** Rows skipped: repeated headings, number rows. */
  readonly skippedRows: readonly number[];
  /** Total rows beyond the first. */
  readonly extraTotals: readonly Row[];
  /** Headings that no column of the table answers to. */
  readonly unknownHeadings: readonly string[];
  /** Required columns that were not found. */
  readonly missingColumns: readonly string[];
  /** Why this sheet was taken for this table, in Chinese. */
  readonly evidence: readonly string[];
  /** What a person should look at, in Chinese; [] when sure. */
  readonly doubts: readonly string[];
}

/** A workbook understood: which table stands where, and what surrounds them. */
export interface Recognised {
  /** As a person reads it: without invisible characters, its formulas worked out. */
  readonly workbook: PlainWorkbook;
  /** Cells whose invisible characters were read through. */
  readonly unseen: readonly Unseen[];
  /** Formulas that were saved without a result and worked out here. */
  readonly calculated: readonly CellRef[];
  readonly variant: VariantId;
  /** Why this template, in Chinese. */
  readonly variantEvidence: readonly string[];
  readonly organisation: string | null;
  readonly organisationKind: OrganisationKind;
  readonly year: number | null;
  /** The unit amounts are printed in. */
  readonly unit: Unit;
  readonly tables: ReadonlyMap<TableKey, Table>;
  /** Printed numbers of the tables the template has and the workbook lacks. */
  readonly missing: readonly number[];
  /** For tables in `missing`: sheets that come nearest to them, and why they were not taken. */
  readonly nearMisses: readonly NearMiss[];
  /** Further sheets that look like a table already found. */
  readonly duplicates: readonly { readonly key: TableKey; readonly sheet: string; readonly range: string }[];
}

/** A sheet that looks like a missing table. */
export interface NearMiss {
  readonly key: TableKey;
  readonly sheet: string;
  /** In Chinese: what is there, what is wanting, what to do. */
  readonly reason: string;
}

/** What the user settled by hand; kept with the workbook. */
export interface Choices {
  readonly variant?: VariantId;
  readonly organisationKind?: OrganisationKind;
  /** Table key -> sheet name. */
  readonly sheets?: Readonly<Partial<Record<TableKey, string>>>;
}
