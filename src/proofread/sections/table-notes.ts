import type { Table } from "../../workbook/recognised";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { tableTitles, type TableTitles } from "./table-titles";

/** As a note says that there is nothing in the table above it. */
const NOTHING = /空表|没有|未安排|未使用|不涉及|无/;

/** …为空表。, below the table or in a row of its own. */
const saysEmpty = ({ text }: Line): boolean => /空表/.test(text);

/** What says so right below the rows of a table is no sentence of the narrative. */
export const isTableNote = (line: Line, before: Line | undefined): boolean =>
  line.kind === "prose" && before?.kind === "row" && saysEmpty(line);

/** A table of the text that is printed empty and says nothing of it (docs/checks.md S13). */
export function judgeTableNotes(ledger: Ledger, lines: readonly Line[]): void {
  const { recognised } = ledger.book;
  const titles = tableTitles(recognised);
  // The contents name the tables too: the last naming counts.
  const last = new Map<Table, number>();
  lines.forEach((line, index) => {
    const table = titles.of(line);
    if (table) last.set(table, index);
  });
  const starts = new Set(last.values());
  for (const [table, start] of last) {
    const end = lines.findIndex((line, index) => index > start && (starts.has(index) || ENDS.test(line.text)));
    const below = lines.slice(start + 1, end < 0 ? lines.length : end);
    below.forEach((line, index) => {
      if (isTableNote(line, below[index - 1])) judgeNote(ledger, titles, table, line);
    });
    if (table.spec.empty !== "says so" || hasAmount(table)) continue;
    const own = below.filter(({ kind }) => kind !== "row");
    const rows = below.filter(({ kind }) => kind === "row");
    if (rows.length === 0 || own.some(({ text }) => NOTHING.test(text)) || rows.some(saysEmpty)) continue;
    const line = rows.at(-1) ?? lines[start];
    if (line) tell(ledger, table, line);
  }
}

/** …，某某情况表为空表。 */
const NAMES_EMPTY = /[，。；：]([^，。；：]{4,40}表)(?:为|是)空表/;

/** What stands below a table speaks of another one, or says of a table with amounts that it is empty. */
function judgeNote(ledger: Ledger, { of }: TableTitles, table: Table, line: Line): void {
  const match = line.kind === "row" ? null : NAMES_EMPTY.exec(line.text);
  const said = match?.[1] ?? "";
  const named = match ? of({ ...line, text: said }) : undefined;
  if (!match || !named) return;
  const start = match.index + match[0].indexOf(said);
  const at = { line, start, end: start + said.length };
  const isOther = named !== table;
  if ((!isOther && !hasAmount(table)) || ledger.isFaulted(at)) return;
  ledger.fault({
    id: "S13",
    category: "name",
    severity: "error",
    at,
    message: isOther ? `这一句在${table.label}下面，说的却是“${said}”（${named.label}）。` : `${table.label}有数，下面却写是空表。`,
    advice: isOther ? "请看是不是贴错了表下的说明。" : "请删去这一句，或核对表上的数。",
  });
}

/** The next table by its number alone, or the next part. */
const ENDS = /^附?表\d{1,2}[：:]?$|^第[一二三四五六]部分/;

const hasAmount = (table: Table): boolean =>
  table.rows.some((row) => [...table.columns.keys()].some((key) => table.amount(row, key)?.isZero() === false));

function tell(ledger: Ledger, table: Table, line: Line): void {
  const { template, organisation, organisationKind: kind, year } = ledger.book.recognised;
  const title = table.title?.text ?? table.label;
  const sentence =
    template.paper && year !== null
      ? template.paper.emptySentence(table.spec.nothing ?? "安排的支出", { title, year, kind, organisation: organisation ?? "" })
      : "";
  ledger.lacks(line, {
    id: "S13",
    message: `${table.label}没有数，表下没有写明是空表。`,
    expected: sentence,
    advice: "没有数据的表要列出空表并说明。",
  });
}
