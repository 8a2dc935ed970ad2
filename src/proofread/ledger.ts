import { fullAddress, type CellRef } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { formatAmount, GROUPED, type AmountStyle } from "../amount/format";
import type { FindingCell, Severity } from "../checks/report";
import type { TextRuleId } from "../checks/text-rules";
import type { Figure } from "../narrative/figure";
import type { Quantity } from "../narrative/pattern/node";
import type { TableKey } from "../templates/define";
import { printed } from "../templates/family";
import type { OpenSlot } from "../text/open-slots";
import type { Book } from "./book";
import { printedPlaces, type Stated } from "./read/figures";
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
  /** Said instead where no amount of the tables is certain to be what ought to stand in the text. */
  readonly unsure?: string;
  readonly expected?: string;
  /** `expected` may stand in place of the words marked. */
  readonly replaces?: boolean;
  readonly formula?: string;
  readonly why?: string;
  readonly advice?: string;
  readonly left?: Exact | null;
  readonly right?: Exact | null;
  readonly cells?: readonly CellRef[];
  /** tail: it differs in the last digit only, as all of them will that were rounded the same way · subject: a level of the subject a sentence names · exchanged: it is the amount of another sentence, which has this one's. */
  readonly cause?: "tail" | "subject" | "exchanged";
  /** The cell of the report's own table. */
  readonly printed?: CellRef;
  /** What it is held against: where that is at fault itself, it proves nothing. */
  readonly beside?: Line;
}

/** The same where what ought to stand there is not certain: both are shown, and none is put in. */
export const undecided = (fault: Fault): Fault => ({ ...fault, message: fault.unsure ?? fault.message, expected: "", replaces: false });

/** The faults of each line, in their order. */
export function byLine(faults: readonly Fault[]): ReadonlyMap<Line, readonly Fault[]> {
  const onLine = new Map<Line, Fault[]>();
  for (const fault of faults) {
    const there = onLine.get(fault.at.line);
    if (there) there.push(fault);
    else onLine.set(fault.at.line, [fault]);
  }
  return onLine;
}

/** What is said of something that is not there, and from which offset of its line. */
interface Lacking extends Pick<Fault, "message" | "advice" | "expected"> {
  readonly at?: number;
  readonly severity?: Severity;
  /** The rule over tables that says the same; else the one of what is left out. */
  readonly id?: TextRuleId;
}

/** What became of a figure of the text. */
export type Standing =
  | { readonly kind: "proved"; readonly by: string }
  | { readonly kind: "faulty" }
  | { readonly kind: "unchecked"; readonly reason: string };

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
  /** What a document says of all of a sort or of none, until it is known which: how many say it, and those that do not. */
  readonly habits = new Map<string, { said: number; readonly lacking: Fault[] }>();
  /** Passages that differ wholly from those of the 填报 sheets. */
  readonly rewritten: Fault[] = [];
  /** Ids of quantities whose statement is missing: no sum over them can be judged. */
  readonly missing = new Set<string>();
  /** Ids of parts of a whole that are not told, and are nothing. */
  readonly noughts = new Set<string>();
  /** What the text says there is nothing of. */
  readonly denied: { readonly quantity: Quantity; readonly at: Span }[] = [];
  /** Where a word for the direction goes against the change said before it, until the sums have shown whether that change is what is wrong. */
  readonly ways: { readonly fault: Fault; readonly before: ChangeSaid }[] = [];
  /** What each subject's money is said to be for. */
  readonly uses: { readonly what: string; readonly at: Span }[] = [];
  /** Stretches of free prose: reasons, uses, allocations. */
  readonly free: Span[] = [];
  private readonly standings = new Map<string, Standing>();
  /** What was said of each line already. */
  private readonly noted = new Map<Line, Set<string>>();
  /** Places still to be filled in. */
  private readonly slots = new Map<Line, readonly OpenSlot[]>();
  private readonly onLine = new Map<Line, Fault[]>();

  /** Each office words such texts as it likes: other words, and what is not said, are no faults. */
  freely = false;

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
    if (noted.has(key)) return;
    this.faults.push(fault);
    this.noted.set(at.line, noted.add(key));
    const there = this.onLine.get(at.line);
    if (there) there.push(fault);
    else this.onLine.set(at.line, [fault]);
  }

  /** What ought to stand at an offset of a line, behind it unless told otherwise, and does not. */
  lacks(line: Line, { at = line.text.length, ...told }: Lacking): void {
    this.fault({ id: "B-缺", category: "missing", severity: "warning", at: { line, start: at, end: at }, place: true, ...told });
  }

  /** Whether something is said to be missing in a line, or in those up to another; lines by their indexes. */
  isLacking(from: number, to = from): boolean {
    return this.faults.some(({ at: { line }, category }) => category === "missing" && line.index >= from && line.index <= to);
  }

  /** Whether something is said of these words already; `corrected`: and what ought to stand there. */
  isFaulted({ line, start, end }: Span, corrected = false): boolean {
    const there = this.onLine.get(line) ?? [];
    return there.some(
      ({ at, severity, expected = "" }) => severity !== "info" && at.start < end && at.end > start && (!corrected || expected !== ""),
    );
  }

  /** One more of a sort that says it (null), or that does not: to be told where most others do. */
  habit(sort: string, lacking: Fault | null): void {
    const habit = this.habits.get(sort) ?? { said: 0, lacking: [] };
    if (lacking) habit.lacking.push(lacking);
    else habit.said += 1;
    this.habits.set(sort, habit);
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
  const first = cells.slice(0, 3).map(fullAddress).join("、");
  return first === "" ? "" : `（见${first}${cells.length > 3 ? "等" : ""}）`;
}

/** An amount as messages tell it: 1,234.50. */
export const shown = (value: Exact): string => formatAmount(value, GROUPED);

/** A figure in the manner of the text: with thousands or without, with decimals or without, as the figure it stands for and its neighbours are written. */
export function written({ amounts, coarse, places }: Pick<Book, "amounts" | "coarse" | "places">, value: Exact, like: Stated): string {
  if (like.unit === "percent" && places < 2) return amounts.trimZeros ? value.round(places).toString() : value.toFixed(places);
  if (like.unit === "count") return value.toString();
  if (like.written === "倍") return value.shifted(-2).toString();
  if (like.written === "元") return value.shifted(4).toString();
  if (like.written === "亿元") return value.shifted(-4).toString();
  const digits = spanText(like.digits);
  // Finer than the style of the tables: as many decimals as stand there.
  if (value.decimals() > 2 && printedPlaces(digits) > 2) return value.toFixed(Math.max(value.decimals(), printedPlaces(digits)));
  const bare = digits.replace(/[,.]/g, "");
  const inOne = (style: AmountStyle): string => formatAmount(value, style).replace(/[,.]/g, "");
  // 4136.40 for 3136.40, 313.640 for 3136.40: this one has no thousands, whatever its neighbours have.
  const plain = !digits.includes(",") && (/\d{4}/.test(digits.replace(/\..*/, "")) || (bare === inOne(amounts) && /[1-9]\d{3}/.test(bare)));
  const style = plain ? { ...amounts, thousands: false } : amounts;
  // 300 for 3.00 has lost its point alone; 116 for 146 and O for 0 never had one.
  if (digits === "" || digits.includes(".") || bare === inOne(style)) return formatAmount(value, style);
  if (value.decimals() === 0) return formatAmount(value, { ...style, trimZeros: true });
  const whole = formatAmount(value.round(0), { ...style, trimZeros: true });
  return coarse && whole.length === digits.length && value.abs().compare(LARGE) >= 0 ? whole : formatAmount(value, style);
}
/** Smaller amounts are told with their decimals where large ones are in whole 万元. */
const LARGE = Exact.ofUnits(1000);

/** What is said of an amount beside that of the tables: which ought to stand there, or where that is not certain, which they have. */
export const besideTables = (says: (is: "应为" | "表上是") => string): Pick<Fault, "message" | "unsure"> => ({
  message: says("应为"),
  unsure: says("表上是"),
});

/** What the workbook's template calls a table: 表7. */
export function tableLabel({ recognised: { template } }: Book, key: TableKey): string {
  return printed(template, key)?.label ?? "公开表";
}

export const quoted = (span: Span): string => `“${spanText(span)}”`;
