import type { CellRef } from "../../amount/cell-ref";
import { quoted, seeCells, type Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Span } from "../text/lines";

/** Something the tables name. */
export interface Named<T> {
  readonly names: readonly string[];
  readonly value: T;
}

export interface Resolved<T> {
  readonly value: T;
  /** The name as it should stand; the first where several are usual. */
  readonly name: string;
  readonly exact: boolean;
  readonly at: Span;
}

/**
 * Which of the candidates a label means: the same name, else the one that a slip of the pen makes of it, else the one
 * it ends with.
 */
export function resolveName<T>(label: Span, candidates: readonly Named<T>[], loose = 5): Resolved<T> | null {
  const said = spanText(label);
  const all = candidates.flatMap(({ names, value }) => names.map((name) => ({ name: canon(name), value })));
  const same = all.find(({ name }) => name === said);
  if (same) return { ...same, exact: true, at: label };
  const tail = all.filter(({ name }) => said.endsWith(name)).sort((a, b) => b.name.length - a.name.length)[0];
  if (tail && !near(said, all, loose)) return { ...tail, exact: true, at: { ...label, start: label.end - tail.name.length } };
  const close = near(said, all, loose);
  return close ? { ...close, exact: false, at: label } : null;
}

function near<T>(said: string, all: readonly { readonly name: string; readonly value: T }[], loose: number): { readonly name: string; readonly value: T } | null {
  let best: { name: string; value: T } | null = null;
  let least = Infinity;
  for (const candidate of all) {
    const limit = Math.max(1, Math.floor(candidate.name.length / loose));
    const distance = editDistance(said, candidate.name, limit);
    if (distance <= limit && distance < least && candidate.name.length > 1) [best, least] = [candidate, distance];
  }
  return best;
}

/** Notes a name that is written differently from the tables. */
export function noteName(ledger: Ledger, at: Span, right: string, what: string, cells: readonly CellRef[] = []): void {
  ledger.fault({
    id: "B08", category: "name", severity: "error", at,
    message: `${what}写成了${quoted(at)}，表上是“${right}”${seeCells(cells)}。`,
    expected: right, replaces: true, why: "名称应与公开表逐字一致", cells,
  });
}

export interface ListSpec {
  readonly what: string;
  /** What the tables have, in order; the first name is how it should stand. */
  readonly wanted: readonly { readonly names: readonly string[]; readonly cells: readonly CellRef[] }[];
  /** Names that exist but have nothing in the tables. */
  readonly known: readonly string[];
}

/** A list of names (收入预算包括：…、…) against what the tables have. */
export function judgeList(ledger: Ledger, list: Span, { what, wanted, known }: ListSpec): void {
  const said = itemsIn(list);
  const left = new Map(wanted.map((entry, index) => [index, entry]));
  const order: number[] = [];
  const unknown: Span[] = [];
  for (const item of said) {
    const text = spanText(item);
    const index = wanted.findIndex(({ names }) => names.some((name) => canon(name) === text));
    if (index < 0) unknown.push(item);
    else {
      if (!left.delete(index)) ledger.fault({ id: "B10", category: "extra", severity: "error", at: item, message: `${what}里“${text}”重复了。`, expected: "" });
      order.push(index);
    }
  }
  for (const item of unknown) unlisted(ledger, item, left, what, known);
  for (const { names, cells } of left.values())
    ledger.fault({
      id: "B-列", category: "missing", severity: "error", at: { ...list, start: list.end }, place: true,
      message: `${what}缺“${names[0] ?? ""}”，表上有数${seeCells(cells)}。`, expected: `、${names[0] ?? ""}`, cells,
    });
  if (order.some((value, at) => at > 0 && value < (order[at - 1] ?? 0)))
    ledger.fault({ id: "B-列", category: "wording", severity: "info", at: list, message: `${what}的次序与表上不同。` });
}

function unlisted(ledger: Ledger, item: Span, left: Map<number, ListSpec["wanted"][number]>, what: string, known: readonly string[]): void {
  const text = spanText(item);
  if (known.some((name) => canon(name) === text)) {
    ledger.fault({ id: "B-列", category: "extra", severity: "error", at: item, message: `${what}里的“${text}”在表上没有数。`, expected: "", advice: "请删去，或核对公开表。" });
    return;
  }
  const close = [...left].map(([index, entry]) => ({ index, entry, distance: editDistance(text, canon(entry.names[0] ?? ""), 4) })).sort((a, b) => a.distance - b.distance)[0];
  const name = close?.entry.names[0] ?? "";
  if (close && close.distance <= Math.max(1, Math.floor(name.length / 3))) {
    left.delete(close.index);
    noteName(ledger, item, name, what, close.entry.cells);
  } else ledger.fault({ id: "B-列", category: "extra", severity: "error", at: item, message: `${what}里的“${text}”在表上没有。`, expected: "", advice: "请核对名称，或删去。" });
}

export function itemsIn(list: Span): readonly Span[] {
  const items: Span[] = [];
  let start = list.start;
  for (let i = list.start; i <= list.end; i += 1)
    if (i === list.end || list.line.text.charAt(i) === "、") {
      if (i > start) items.push({ ...list, start, end: i });
      start = i + 1;
    }
  return items;
}

/** The list after `lead` up to the stop; null where the line has none. */
export function listAfter(line: Span["line"], lead: RegExp): Span | null {
  const match = lead.exec(line.text);
  if (!match) return null;
  const start = match.index + match[0].length;
  const stop = /[。；]/.exec(line.text.slice(start));
  const end = stop ? start + stop.index : line.text.length;
  const text = line.text.slice(start, end);
  return { line, start, end: /等(?:支出|款|项)?$/.test(text) ? end - (/等(?:支出|款|项)?$/.exec(text)?.[0].length ?? 0) : end };
}
