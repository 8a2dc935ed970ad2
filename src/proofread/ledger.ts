import { fullAddress, type CellRef } from "../amount/cell-ref";
import type { Exact } from "../amount/exact";
import { formatAmount } from "../amount/format";
import type { FindingCell, Severity } from "../checks/report";
import type { TextRuleId } from "../checks/text-rules";
import type { Figure } from "../narrative/figure";
import type { TableKey } from "../templates/define";
import { printed } from "../templates/family";
import type { OpenSlot } from "../text/open-slots";
import type { Book } from "./book";
import type { Stated } from "./read/figures";
import type { ProofCategory } from "./report";
import { spanText, type Line, type Span } from "./text/lines";

/** A fault as the readers note it: `at` on the lines, to be led back to the user's paragraphs. */
export interface Fault {
  readonly id: TextRuleId;
  readonly category: ProofCategory;
  readonly severity: Severity;
  readonly at: Span;
  /** Which half of a stretch of text is to be shown as missing: a place, no words. */
  readonly place?: true;
  readonly message: string;
  readonly expected?: string;
  /** `expected` may stand in place of the words marked. */
  readonly replaces?: boolean;
  readonly formula?: string;
  readonly why?: string;
  readonly advice?: string;
  readonly left?: Exact | null;
  readonly right?: Exact | null;
  readonly cells?: readonly CellRef[];
  /** The cell of the report's own table. */
  readonly printed?: CellRef;
}

/** What became of a figure of the text. */
export type Standing =
  { readonly kind: "proved"; readonly by: string } | { readonly kind: "faulty" } | { readonly kind: "unchecked"; readonly reason: string };

/** A quantity as the text states it, beside what the workbook says. */
export interface Entry {
  readonly id: string;
  /** 表3基本支出, in words for messages. */
  readonly what: string;
  readonly stated: Stated;
  readonly figure: Figure | null;
}

/** By how much something is said to have changed, signed; `stated` is null where it is said not to have. */
export interface ChangeSaid {
  readonly change: Exact;
  readonly stated: Stated | null;
  readonly at: Span;
}

/** Everything the readers find, in one place. */
export class Ledger {
  readonly faults: Fault[] = [];
  readonly entries = new Map<string, Entry>();
  /** Derived values (last year's) by name, with the words they come from. */
  readonly derived = new Map<string, { readonly value: Exact; readonly at: Span; readonly delta: Stated; readonly change: Exact }>();
  /** Changes said without a rate, by the id of what changed. */
  readonly changes = new Map<string, ChangeSaid>();
  /** Words that are not those of the template, until it is known whether the document has them so throughout. */
  readonly worded: { readonly key: string; readonly fault: Fault }[] = [];
  /** Passages that differ wholly from those of the 填报 sheets. */
  readonly rewritten: Fault[] = [];
  /** Ids of quantities whose statement is missing: no sum over them can be judged. */
  readonly missing = new Set<string>();
  /** Stretches of free prose: reasons, uses, allocations. */
  readonly free: Span[] = [];
  private readonly standings = new Map<string, Standing>();
  /** What was said of each line already. */
  private readonly noted = new Map<Line, Set<string>>();
  /** Places still to be filled in. */
  private readonly slots = new Map<Line, readonly OpenSlot[]>();

  constructor(readonly book: Book) {}

  /** Statements that were read by a pattern or a rule. */
  private readonly claimed: Span[] = [];

  claim(span: Span): void {
    this.claimed.push(span);
  }

  /** Whether anything has looked at some of it. */
  touches({ line }: Span): boolean {
    return this.claimed.some((one) => one.line === line) || this.free.some((one) => one.line === line);
  }

  isFree({ line, start, end }: Span): boolean {
    return this.free.some((one) => one.line === line && one.start <= start && one.end >= end - 1);
  }

  /** What is still to be filled in says so, and nothing else is said of it. */
  open(line: Line, start: number, end: number, fault: Omit<Fault, "at">): void {
    this.faults.push({ ...fault, at: { line, start, end } });
    this.slots.set(line, [...(this.slots.get(line) ?? []), { start, end }]);
  }

  /** Whether a place is, touches or holds one that is still to be filled in. */
  isOpen({ line, start, end }: Span): boolean {
    return this.slots.get(line)?.some((slot) => start <= slot.end && end >= slot.start) === true;
  }

  fault(fault: Fault): void {
    const { at, category, id } = fault;
    if (this.isOpen(at)) return;
    const noted = this.noted.get(at.line) ?? new Set<string>();
    const key = `${at.start}:${at.end}:${category}:${id}`;
    if (!noted.has(key)) this.faults.push(fault);
    this.noted.set(at.line, noted.add(key));
  }

  prove(stated: Stated | null, by: string): void {
    if (stated && this.standing(stated)?.kind !== "faulty") this.standings.set(keyOf(stated), { kind: "proved", by });
  }

  blame(stated: Stated | null): void {
    if (stated) this.standings.set(keyOf(stated), { kind: "faulty" });
  }

  /** Only where nothing is known yet. */
  leave(stated: Stated | null, reason: string): void {
    if (stated && !this.standing(stated)) this.standings.set(keyOf(stated), { kind: "unchecked", reason });
  }

  standing(stated: Stated): Standing | null {
    return this.standings.get(keyOf(stated)) ?? null;
  }

  /** The value to reckon with: the workbook's where it has one, else the text's. */
  value(entry: Entry | null): Exact | null {
    if (!entry) return null;
    return entry.figure?.known ? entry.figure.value : entry.stated.value;
  }
}

const keyOf = ({ digits }: Stated): string => `${digits.line.index}:${digits.start}`;

/** A cell as findings show it, in the words of its table where it is in one. */
export function findingCell({ recognised }: Book, cell: CellRef, side: "left" | "right" = "right"): FindingCell {
  for (const table of recognised.tables.values()) {
    if (table.sheet.name !== cell.sheet) continue;
    const row = table.rows.find(({ position, side: at }) => position === cell.row && (at === "right" || table.spec.layout === "panels"));
    const column = [...table.columns.values()].find(({ position }) => position === cell.column);
    const amount = row && column ? table.amount(row, column.key) : null;
    return {
      ...cell,
      table: table.number,
      rowLabel: row ? (row.project ?? row.name) : "",
      columnLabel: column?.heading ?? "",
      value: amount?.toString() ?? "",
      side,
      sign: 1,
    };
  }
  return { ...cell, table: null, rowLabel: "", columnLabel: "", value: "", side, sign: 1 };
}

/** "（见表5!E27）"; "" without cells. */
export function seeCells(cells: readonly CellRef[]): string {
  const shown = cells.slice(0, 3).map(fullAddress).join("、");
  return shown === "" ? "" : `（见${shown}${cells.length > 3 ? "等" : ""}）`;
}

/** A figure in the manner of the text: with thousands or without, as its neighbours are written. */
export function written({ amounts }: Book, value: Exact, like: Stated): string {
  if (like.unit === "count") return value.toString();
  if (like.written === "元") return value.shifted(4).toString();
  // 116 for 146: whole numbers without decimals where the text has none.
  if (value.decimals() === 0 && like.value !== null && !spanText(like.digits).includes(".") && like.digits.end > like.digits.start)
    return formatAmount(value, { ...amounts, trimZeros: true });
  return formatAmount(value, amounts);
}

/** What the workbook's template calls a table: 表7. */
export function tableLabel({ recognised: { template } }: Book, key: TableKey): string {
  return printed(template, key)?.label ?? "公开表";
}

export const quoted = (span: Span): string => `“${spanText(span)}”`;
