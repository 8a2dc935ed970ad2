import { continued, repeatedHead } from "./join-tables";
import { limits, TooLarge } from "./limits";
import { namesIn, withoutTears } from "./torn-rows";
import { isBlankText, type Block, type GridCell, type Report, type ReportTable } from "./report";

/** Fewer lines with tabs are no table: a line of a contents list has one too. */
const FEWEST = 2;

const LINE_END = /\r\n|\r|\n|\u2028|\u2029/;

/** Whether a line is a row: tabs part it into cells. Below another row one cell with tabs around it is a row too. */
const isRow = (line: string, below: boolean): boolean => (below ? line : line.trim()).includes("\t");

/** A text as blocks: lines that tabs part into cells, one below the other, are a table; every other line is a paragraph. */
export function readPlainText(text: string, name: string): Report {
  const blocks: Block[] = [];
  let paragraph = 0;
  let rows: string[][] = [];
  const say = (line: string): void => {
    if (!isBlankText(line))
      blocks.push({ kind: "paragraph", text: line, level: null, role: "body", source: null, paragraph: ++paragraph, page: null });
  };
  const place = (table: ReportTable): void => {
    const at = brokenOff(blocks, table);
    const before = at === null ? null : blocks[at];
    if (at === null || before?.kind !== "table") blocks.push(table);
    else blocks.splice(at, blocks.length - at, continued(before, table, repeatedHead(before, table)));
  };
  const flush = (): void => {
    if (rows.length === 0) return;
    const on = goesOnBehind(blocks, rows);
    if (on !== null) blocks.splice(on.at, blocks.length - on.at, continued(on.table, tableOf(rows, paragraph), 0));
    else if (rows.length >= FEWEST) place(tableOf(rows, paragraph));
    else for (const row of rows) say(row.join("\t"));
    rows = [];
  };
  const lines = text.split(LINE_END);
  const beginsName = namesIn(lines);
  const isCut = !lines.some((line) => line.slice(line.trimEnd().length).includes("\t"));
  let begun = "";
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? "";
    if (isRow(line, rows.length > 0) && !isTitle(line)) {
      const [first = "", ...more] = line.split("\t");
      rows.push([`${begun}${begun === "" ? first : first.trimStart()}`, ...more]);
      begun = "";
    } else if (isRow(next, true) && beginsName(line, next.split("\t"), rows.at(-1)?.length ?? 0)) begun = line.trim();
    else if (isCut && rows.length > 0 && isLoneCell(lines, at)) rows.push([line.trim()]);
    else {
      flush();
      say(line);
    }
  }
  flush();
  return { name, kind: "text", blocks, unread: [] };
}

/** 2026年部门收入预算总表 over the columns of its sheet: here another table begins. */
const isTitle = (line: string): boolean => {
  const cells = line.split("\t").filter((cell) => cell.trim() !== "");
  return cells.length === 1 && TITLED.test(cells[0]?.trim() ?? "");
};
const TITLED = /^[^，。；：]{4,40}表(?:（[^（）]{1,20}）)?$/;

/** More lines than that between two rows are paragraphs. */
const MOST_LONE = 4;
/** 因公出国（境）费用, 其中：公务用车购置: what a row may be called. */
const LONE = /^(?:其中：)?[\p{sc=Han}\d（）()、“”.．]{2,24}$/u;

/** In a text that lost the blank cells at the end of every row, a line between two rows is a row of which only the name is left. */
function isLoneCell(lines: readonly string[], from: number): boolean {
  for (let at = from; at < from + MOST_LONE; at += 1) {
    const line = lines[at] ?? "";
    if (isRow(line, true)) return at > from;
    if (!LONE.test(line.trim()) || NO_NAME.test(line.trim()) || PAGE_NUMBER.test(line)) return false;
  }
  return false;
}

/** Above a table stand its number, title, organisation, unit: no more. */
const LINES_ABOVE = 6;
/** With its title a table begins anew, however like the one before: each project has its own performance sheet. */
const TITLE = /表$|^附?表\s*\d/;

/**
 * Where the table stands that a page has broken and that goes on here: its headings are printed again, and between the two
 * stands nothing but what stands above it too, its title apart. Null where there is none.
 */
function brokenOff(blocks: readonly Block[], table: ReportTable): number | null {
  const at = blocks.map(({ kind }) => kind).lastIndexOf("table");
  const before = blocks[at];
  if (before?.kind !== "table" || repeatedHead(before, table) === 0) return null;
  const above = blocks.slice(Math.max(0, at - LINES_ABOVE), at).flatMap((block) => (block.kind === "paragraph" ? [block.text.trim()] : []));
  const again = new Set(above.filter((text) => !TITLE.test(text)));
  const between = blocks.slice(at + 1);
  return between.every((block) => block.kind === "paragraph" && again.has(block.text.trim())) ? at : null;
}

const PAGE_NUMBER = /^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–\s]*$/;
/** The end of a name that was broken over two lines. */
const REST_OF_NAME = /^[\p{sc=Han}（）()、“”]{1,16}$/u;
const NO_NAME = /表$|^附?表|^(?:编制|单位|填报)/;
/** More lines between two rows are something else. */
const MOST_BETWEEN = 2;
/** Longer tables are no page's. */
const MOST_ROWS = 1000;

/**
 * The table that rows go on behind, where a page's number or the rest of a name has come in between: they have as many cells,
 * and begin with figures, not with headings. The rest of the name goes back to its cell.
 */
function goesOnBehind(
  blocks: readonly Block[],
  rows: readonly (readonly string[])[],
): { readonly at: number; readonly table: ReportTable } | null {
  const at =
    blocks.length -
    1 -
    blocks
      .slice(-1 - MOST_BETWEEN)
      .reverse()
      .findIndex(({ kind }) => kind === "table");
  const before = blocks[at];
  const between = blocks.slice(at + 1).flatMap((block) => (block.kind === "paragraph" ? [block.text.trim()] : []));
  const [first] = rows;
  if (before?.kind !== "table" || !first || before.rows.length > MOST_ROWS || before.rows[0]?.length !== first.length) return null;
  if (!first.some((cell) => /\d\.\d/.test(cell))) return null;
  const rest = between.filter((text) => !PAGE_NUMBER.test(text));
  if (!rest.every((text) => REST_OF_NAME.test(text) && !NO_NAME.test(text))) return null;
  return { at, table: rest.length === 0 ? before : withRest(before, rest.join("")) };
}

function withRest(table: ReportTable, rest: string): ReportTable {
  const last = table.rows.at(-1) ?? [];
  const name = last.reduce((found, { text }, index) => (/\p{sc=Han}/u.test(text) ? index : found), -1);
  const whole = last.map((cell, index) => (index === name ? { ...cell, text: cell.text + rest } : cell));
  return { ...table, rows: [...table.rows.slice(0, -1), whole] };
}

function tableOf(lines: readonly (readonly string[])[], paragraph: number): ReportTable {
  const rows = withoutTears(lines);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * rows.length > limits.cells) throw new TooLarge();
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, column): GridCell => ({ text: (row[column] ?? "").trim(), source: null })),
  );
  return { kind: "table", rows: cells, merges: [], ...(isRagged(rows) && { ragged: true }), rowPages: [], paragraph, page: null };
}

/** More cells than that are headings. */
const HEAD = 3;

/** Blank cells at the end are kept, so that all rows would have as many, and one has not. */
function isRagged(rows: readonly (readonly string[])[]): boolean {
  // Whose table it is and in what unit, over its headings.
  const first = rows.findIndex((row) => row.length > HEAD);
  const widths = new Set(rows.slice(Math.max(0, first)).map(({ length }) => length));
  return widths.size > 1 && rows.some((row) => row.at(-1)?.trim() === "");
}
