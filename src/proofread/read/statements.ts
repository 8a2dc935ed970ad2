import type { Line, Span } from "../text/lines";
import { figuresOf, leadOf, trimmed, type Stated } from "./figures";

/** 比上年预算减少112.96万元，下降8.48% — or 与上年预算持平, which states no figures. */
export interface StatedChange {
  readonly flat: boolean;
  /** From 减少 to 8.48%. */
  readonly span: Span;
  readonly direction: Span | null;
  readonly delta: Stated | null;
  readonly growth: Span | null;
  readonly rate: Stated | null;
}

/** What one clause says of one quantity. */
export interface Statement {
  /** The words that name the quantity. */
  readonly label: Span;
  readonly current: Stated | null;
  readonly share: Stated | null;
  readonly change: StatedChange | null;
  /** What stands after 主要原因是, without its stop. */
  readonly reason: Span | null;
  /** Where 主要原因 begins. */
  readonly end: number;
}

const REASON = /[，。；]?(?:其)?主要原因(?:是|为|系|在于)?：?(?:是)?/y;
const COMPARED = /，?(?:比|较|与)(?:上年|上一年|去年)(?:度)?(?:年初)?(?:预算)?(?:数)?(?:相比)?[，]?$/;
const FLAT = /[，]?(?:与|同|和|较|比)上年(?:度)?(?:预算)?(?:数)?(?:相比)?[，]?(?:持平|一致|相同|相等|无变化|无变动|无增减(?:变化)?|没有变化|不变)/y;

/**
 * The statements of a line, in order. Figures inside reasons are left to the reasons; `free` marks where prose begins
 * that is no statement (主要用于…) and how far it goes.
 */
export function statementsOf(line: Line, free?: RegExp): readonly Statement[] {
  const { text } = line;
  const holes = free ? [...text.matchAll(free)].map((match) => ({ start: match.index, end: match.index + match[0].length })) : [];
  const figures = figuresOf(line).filter(({ span, unit }) => (unit === "amount" || unit === "percent") && !holes.some((hole) => span.start >= hole.start && span.start < hole.end));
  const found: Statement[] = [];
  let from = 0;
  let index = 0;
  while (index < figures.length) {
    const first = figures[index];
    index += 1;
    if (!first || first.span.start < from || first.unit !== "amount") continue;
    const hole = holes.filter(({ end }) => end <= first.span.start).at(-1)?.end ?? 0;
    const lead = leadOf(line, Math.max(from, hole), first.span.start);
    const made = statementAt(line, lead, first, figures.slice(index, index + 3));
    found.push(made.statement);
    from = made.end;
  }
  return found;
}

function statementAt(line: Line, lead: Span, first: Stated, next: readonly Stated[]): { statement: Statement; end: number } {
  const alone = changeAt(line, lead, first, next[0]);
  if (alone) return withReason(line, { label: alone.label, current: null, share: null, change: alone.change });
  let end = first.span.end;
  let rest = next;
  const shared = rest[0]?.unit === "percent" && /^，?(?:占[^\d，。；]{0,16}|\p{sc=Han})$/u.test(between(line, end, rest[0].span.start)) ? rest[0] : null;
  if (shared) [end, rest] = [shared.span.end, rest.slice(1)];
  const delta = rest[0];
  const gap = delta ? between(line, end, delta.span.start) : "";
  const change = delta?.unit === "amount" && !/[。；]/.test(gap) ? changeAt(line, { line, start: end, end: delta.span.start }, delta, rest[1], true) : null;
  const flat = change ? null : flatAt(line, end);
  return withReason(line, { label: lead, current: first, share: shared, change: change?.change ?? flat }, end);
}

const between = (line: Line, start: number, end: number): string => line.text.slice(start, end);

/** first is 增减额 where a rate follows it, or where the words before it compare; `compared`: it must follow a figure. */
function changeAt(line: Line, lead: Span, delta: Stated, rate: Stated | undefined, compared = false): { label: Span; change: StatedChange } | null {
  const words = line.text.slice(lead.start, lead.end);
  const growth = rate?.unit === "percent" ? /^，?(\p{sc=Han}{2,4})$/u.exec(between(line, delta.span.end, rate.span.start))?.[1] : undefined;
  const rated = growth !== undefined && !growth.startsWith("占") ? rate : undefined;
  const direction = directionAt(words, compared);
  if (!direction || (!rated && !direction.compared) || (compared && !direction.compared && direction.before.length > 1)) return null;
  const start = lead.start + direction.before.length + direction.skipped;
  const end = rated ? rated.span.end : delta.span.end;
  return {
    label: { ...lead, end: lead.start + direction.before.length },
    change: {
      flat: false,
      span: { line, start, end },
      direction: start < lead.end ? { line, start, end: lead.end } : null,
      delta,
      growth: rated && growth !== undefined ? { line, start: rated.span.start - growth.length, end: rated.span.start } : null,
      rate: rated ?? null,
    },
  };
}

/** Parts "因公出国（境）费用|比上年预算|增加". */
function directionAt(words: string, compared: boolean): { before: string; skipped: number; compared: boolean } | null {
  const known = /(?:增加|减少|增长|下降|增减|降低|上升|压减)(?:了|为)?$/.exec(words);
  const rest = known ? words.slice(0, known.index) : words.replace(/(\p{sc=Han}{2})$/u, "");
  const tail = COMPARED.exec(rest);
  const unknownTail = known ? null : /(?:比|较)(?:上年|上一年|去年)(?:度)?(?:年初)?(?:预算)?(?:数)?(\p{sc=Han}{1,3})$/u.exec(words);
  if (known) return { before: tail ? rest.slice(0, tail.index) : rest, skipped: tail ? tail[0].length : 0, compared: tail !== null };
  if (unknownTail) return { before: words.slice(0, unknownTail.index).replace(/，$/, ""), skipped: words.length - words.slice(0, unknownTail.index).replace(/，$/, "").length - (unknownTail[1]?.length ?? 0), compared: true };
  return compared || rest === words ? null : { before: rest, skipped: 0, compared: false };
}

function flatAt(line: Line, at: number): StatedChange | null {
  FLAT.lastIndex = at;
  const match = FLAT.exec(line.text);
  return match ? { flat: true, span: trimmed({ line, start: at, end: at + match[0].length }), direction: null, delta: null, growth: null, rate: null } : null;
}

function withReason(line: Line, made: Omit<Statement, "reason" | "end">, after?: number): { statement: Statement; end: number } {
  const end = made.change?.span.end ?? after ?? made.current?.span.end ?? made.label.end;
  if (!made.change) return { statement: { ...made, reason: null, end }, end };
  REASON.lastIndex = end;
  const match = REASON.exec(line.text);
  if (!match) return { statement: { ...made, reason: null, end }, end };
  const start = end + match[0].length;
  const stop = /[。；]/.exec(line.text.slice(start));
  const stopAt = stop ? start + stop.index : line.text.length;
  return { statement: { ...made, reason: { line, start, end: stopAt }, end }, end: stopAt };
}
