import type { Figure } from "../../narrative/figure";
import { canon } from "../../text/canon";
import { tableLabel, type Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";

/** Shorter names are words of other things too. */
const SHORTEST = 5;
/** 由某科目调入: money that went from one subject to the other explains both. */
const MOVED = /调[入出整]|转[入列]|改列|列支|科目|口径|合并|拆分/;

/** The reason of one subject names a project that the table has under others alone: it was copied from theirs. */
export function judgeProjectElsewhere(ledger: Ledger, reason: Span, what: string, figure: Figure): void {
  const { tables } = ledger.book.recognised;
  const [general, projects] = [tables.get("general"), tables.get("projects")];
  const text = spanText(reason);
  if (!general || !projects || !figure.known || MOVED.test(text)) return;
  const [cell, ...more] = figure.cells;
  const own = general.rows.find(({ kind, position }) => kind === "item" && cell?.sheet === general.sheet.name && position === cell.row);
  if (!own?.code || more.length > 0) return;
  const codes = new Map<string, Set<string>>();
  for (const { code, project } of projects.rows)
    if (code !== null && project !== null) codes.set(canon(project), (codes.get(canon(project)) ?? new Set()).add(code));
  const named = [...codes].filter(([name]) => name.length >= SHORTEST && text.includes(name));
  const [first] = named;
  if (!first || named.some(([, under]) => under.has(own.code ?? ""))) return;
  const at = reason.start + text.indexOf(first[0]);
  ledger.fault({
    id: "B09",
    category: "direction",
    severity: "warning",
    at: { ...reason, start: at, end: at + first[0].length },
    message: `“${what}”的理由说到项目“${first[0]}”，${tableLabel(ledger.book, "projects")}里这个项目不在这一科目下，像是从别处抄来的。`,
    cells: figure.cells,
    advice: "请核对原因。",
  });
}
