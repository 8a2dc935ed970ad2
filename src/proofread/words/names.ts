import type { CellRef } from "../../amount/cell-ref";
import { quoted, seeCells, type Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Span } from "../text/lines";

/** Notes a name that is written differently from the tables; `official`: from the classification, whatever the tables have. */
export function noteName(ledger: Ledger, at: Span, right: string, what: string, cells: readonly CellRef[] = [], official = false): void {
  ledger.fault({
    id: "B08",
    category: "name",
    severity: official ? "warning" : "error",
    at,
    message: official ? `${quoted(at)}像是“${right}”之误。` : `${what}写成了${quoted(at)}，表上是“${right}”${seeCells(cells)}。`,
    expected: right,
    replaces: true,
    why: official ? "科目名称按政府收支分类科目" : "名称应与公开表逐字一致",
    cells,
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
  const names = [...wanted.flatMap((entry) => entry.names), ...known].map(canon);
  const said = itemsIn(list).flatMap((item) => {
    const parts = partsOf(item, names) ?? [item];
    if (parts.length > 1) runTogether(ledger, item, parts, what);
    return parts;
  });
  const left = new Map(wanted.map((entry, index) => [index, entry]));
  const order: number[] = [];
  const unknown: Span[] = [];
  for (const item of said) {
    const text = spanText(item);
    const index = wanted.findIndex(({ names }) => names.some((name) => canon(name) === text));
    if (index < 0) unknown.push(item);
    else {
      if (!left.delete(index))
        ledger.fault({ id: "B10", category: "extra", severity: "error", at: item, message: `${what}里“${text}”重复了。`, expected: "" });
      order.push(index);
    }
  }
  for (const item of unknown) unlisted(ledger, item, left, what, known);
  for (const { names, cells } of left.values())
    ledger.fault({
      id: "B-列",
      category: "missing",
      severity: "error",
      at: { ...list, start: list.end },
      place: true,
      message: `${what}缺“${names[0] ?? ""}”，表上有数${seeCells(cells)}。`,
      expected: `、${names[0] ?? ""}`,
      cells,
    });
  if (order.some((value, at) => at > 0 && value < (order[at - 1] ?? 0)))
    ledger.fault({ id: "B-列", category: "wording", severity: "info", at: list, message: `${what}的次序与表上不同。` });
}

function unlisted(ledger: Ledger, item: Span, left: Map<number, ListSpec["wanted"][number]>, what: string, known: readonly string[]): void {
  const text = spanText(item);
  if (known.some((name) => canon(name) === text)) {
    ledger.fault({
      id: "B-列",
      category: "extra",
      severity: "error",
      at: item,
      message: `${what}里的“${text}”在表上没有数。`,
      expected: "",
      advice: "请删去，或核对公开表。",
    });
    return;
  }
  const close = [...left]
    .map(([index, entry]) => ({ index, entry, distance: editDistance(text, canon(entry.names[0] ?? ""), 4) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const name = close?.entry.names[0] ?? "";
  if (close && close.distance <= Math.max(1, Math.floor(name.length / 3))) {
    left.delete(close.index);
    noteName(ledger, item, name, what, close.entry.cells);
  } else
    ledger.fault({
      id: "B-列",
      category: "extra",
      severity: "error",
      at: item,
      message: `${what}里的“${text}”在表上没有。`,
      expected: "",
      advice: "请核对名称，或删去。",
    });
}

/**
 * The names that stand in an item with nothing between them, each once: the mark was forgotten, or lost where a PDF
 * ends a line. Null where anything but names is left over.
 */
function partsOf(item: Span, names: readonly string[]): readonly Span[] | null {
  const text = spanText(item);
  if (names.includes(text)) return [item];
  for (const name of names) {
    if (name === "" || !text.startsWith(name)) continue;
    const middle = item.start + name.length;
    const others = partsOf(
      { ...item, start: middle },
      names.filter((other) => other !== name),
    );
    if (others) return [{ ...item, end: middle }, ...others];
  }
  return null;
}

/** Said as a remark: both names are there, and on the page the mark may be as well. */
function runTogether(ledger: Ledger, item: Span, parts: readonly Span[], what: string): void {
  const right = parts.map(spanText).join("、");
  ledger.fault({
    id: "B10",
    category: "wording",
    severity: "info",
    at: item,
    message: `${what}里${parts.map((part) => `“${spanText(part)}”`).join("与")}之间像是缺“、”。`,
    expected: right,
    replaces: true,
    why: "并列的名称用顿号隔开；PDF 换行处的顿号有时读不出来",
  });
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
