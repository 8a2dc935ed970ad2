import { address } from "../amount/cell-ref";
import type { TableKey, TableSpec } from "../templates/define";
import type { PreparedFamily, PreparedTable } from "../templates/prepare";
import { notes, rememberedFor } from "../text/remembered";
import { normalise, normaliseLabel } from "../text/wording";
import { isCode } from "./codes";
import { mapColumns, type ColumnMap } from "./columns";
import { isNumberRow, type HeaderBlock } from "./header-block";
import { textAt } from "./row-reader";
import { lookAbove, type Above, type TitleCell } from "./surroundings";
import { bareTitle, COLLECTIVE, tableOfSheetName, titleOf, type NamedTable } from "./title";
import { CODE_HEADS } from "./vocabulary";

/** A header block taken for one of a family's tables. */
export interface Candidate {
  readonly block: HeaderBlock;
  readonly above: Above;
  readonly table: PreparedTable;
  readonly spec: TableSpec;
  readonly columns: ColumnMap;
  /** How many required columns were found, of how many. */
  readonly matched: number;
  readonly required: number;
  readonly score: number;
  /** The title cell that decided it. */
  readonly title: TitleCell | null;
  /** How many characters stand in that title beside the table's own. */
  readonly beside: number;
  /** Whether the title or the sheet's name speaks for it. */
  readonly named: boolean;
  /** Nothing but headings that other tables have too speaks for it: it is offered to the user, never taken. */
  readonly unsure: "fewColumns" | "likeOthers" | "otherTitle" | null;
  /** It has headings that only this table has. */
  readonly marked: boolean;
  readonly evidence: readonly string[];
}

/** What each piece of evidence weighs. */
const TITLE = 10;
const TITLE_INSIDE = 8;
/** For each character beside a title: of two tables with the same words the one with fewer others is it. */
const BESIDE = 0.05;
const MOST_BESIDE = 1;
const SHEET_TITLE = 6;
const COLUMNS = 5;
const MARK = 2;
const LABEL = 1;
const CODES = 1;
const LINES = 3;
const NUMBER = 1;
const UNKNOWN = 0.5;
const MOST_UNKNOWN = 1.5;
/** Without title or sheet name: nearly every column must be there … */
const LEAST = 4.5;
/** … and no other table may fit the same headings as well. */
const AHEAD = 0.75;
/** Worth telling the user about: half the columns. */
const NEAR = 2.5;

/** The tables of a family that a header block may be, best first; `floor` is the first row that may belong to its head. */
export function candidates(block: HeaderBlock, floor: number, family: PreparedFamily): Candidate[] {
  const above = lookAbove(block, floor);
  const names = namesOf(block, above, family);
  const found = family.tables
    .map((table) => score(block, above, names, table, family))
    .filter((candidate) => candidate !== null)
    .sort((a, b) => b.score - a.score);
  return found.map((candidate) => (candidate.unsure === null && !candidate.named ? withoutRivals(candidate, found) : candidate));
}

/** A block's columns taken for a table's: the same by its title and by what it holds, and looked for once. */
const mapped = rememberedFor((block: HeaderBlock) => rememberedFor((table: PreparedTable) => mapColumns(block, table)), notes());

function withoutRivals(candidate: Candidate, all: readonly Candidate[]): Candidate {
  const rival = all.some((other) => other !== candidate && other.score > candidate.score - AHEAD);
  return rival ? { ...candidate, unsure: "likeOthers" } : candidate;
}

/** What the titles above a block and its sheet's name mean; looked up once for all tables of the family. */
interface Names {
  readonly titles: readonly { readonly cell: TitleCell; readonly named: NamedTable | null }[];
  readonly sheet: TableKey | null;
  readonly sheetNumber: number | null;
}

function namesOf({ sheet }: HeaderBlock, { titles }: Above, family: PreparedFamily): Names {
  const name = normalise(sheet.name);
  return {
    titles: titles.map((cell) => ({ cell, named: titleOf(cell.bare, family) })),
    sheet: tableOfSheetName(bareTitle(name), family),
    sheetNumber: numberInName(name),
  };
}

function score(block: HeaderBlock, above: Above, names: Names, table: PreparedTable, family: PreparedFamily): Candidate | null {
  const { spec } = table;
  const title = titleFor(spec.key, names);
  // A title that names another table is not outvoted by headings, so these are not looked at.
  if (title === "another") return null;
  const columns = mapped(block)(table);
  const required = table.required.length;
  const matched = required - columns.missing.length;
  if (matched === 0 || (spec.classification === null && isCoded(block))) return null;
  if (spec.layout === "coded" && !spec.mayBeTotalOnly && columns.codes.length === 0 && columns.label === null) return null;
  const evidence: string[] = [];
  let total = 0;
  const bySheet = (title === null || title === "unknown") && names.sheet === spec.key;
  if (title !== null && title !== "unknown") {
    total += title.exact ? TITLE : TITLE_INSIDE - Math.min(MOST_BESIDE, title.beside * BESIDE);
    evidence.push(`${address(title.cell.cell)}的标题是“${title.cell.text}”`);
  } else if (bySheet) {
    total += SHEET_TITLE;
    evidence.push(`工作表名是“${block.sheet.name}”`);
  }
  if (spec.layout === "projects" && columns.project === null && total === 0) return null;
  total += (COLUMNS * matched) / required - Math.min(MOST_UNKNOWN, columns.unknown.length * UNKNOWN);
  evidence.push(columns.missing.length === 0 ? `${required}个金额列的列标题都在` : `${required}个金额列找到${matched}个`);
  const { words } = block;
  const marks = table.marks.filter((mark) => words.has(mark));
  if (marks.length > 0) {
    total += (MARK * marks.length) / table.marks.length;
    evidence.push(`列标题上有“${marks.join("”“")}”`);
  }
  if ([...table.labelHeads].some((word) => words.has(word))) total += LABEL;
  // The tables that all families share have no numbers of their own.
  const numbered = family.family.paper !== null && (names.sheetNumber === table.number || above.number === table.number);
  if (numbered) total += NUMBER;
  const codes = spec.classification !== null && spec.layout !== "panels" ? codesAgree(block, columns, spec.classification) : 0;
  total += CODES * codes;
  // A title over the codes or the headings of another table is not believed.
  if (
    codes < 0 ||
    (marks.length === 0 &&
      table.marks.length > 0 &&
      family.tables.some((other) => other !== table && other.marks.length > 0 && other.marks.every((mark) => words.has(mark))))
  )
    return null;
  if (table.lineLabels.size > 0 && rowsSay(block, table.lineLabels)) {
    total += LINES;
    evidence.push("各行的项目名称相符");
  }
  if (total < NEAR) return null;
  const named = bySheet || (title !== null && title !== "unknown");
  // A table that prints only the columns with amounts has few of them, and none that is not its own.
  // A column of which only the parts stand there, below its heading, is there for all that.
  const divided = table.columns.filter(({ key, heads }) => columns.missing.includes(key) && [...heads].some((word) => words.has(word)));
  const own = (matched + divided.length) * 2 >= required || (named && columns.unknown.length === 0);
  const sure = own && (named || total >= SHEET_TITLE + NEAR || (matched > required / 2 && total >= LEAST));
  // A title that names none of the family's tables is outvoted only where the place in the workbook says otherwise.
  const strange = title === "unknown" && !named && !numbered;
  return {
    block,
    above,
    table,
    spec,
    columns,
    matched,
    required,
    score: total,
    named,
    title: title === null || title === "unknown" ? null : title.cell,
    beside: title === null || title === "unknown" ? 0 : title.beside,
    unsure: !sure ? "fewColumns" : strange ? "otherTitle" : null,
    marked: marks.length > 0,
    evidence,
  };
}

/** Neither a title nor a sheet's name. */
const NAMELESS: Names = { titles: [], sheet: null, sheetNumber: null };

/** A block taken for a table by what it holds alone, whatever title stands over it; null where that is another's. */
export function byContent(block: HeaderBlock, above: Above, table: PreparedTable, family: PreparedFamily): Candidate | null {
  const { layout } = table.spec;
  if ((layout === "panels" || layout === "lines") && !rowsSay(block, table.lineLabels)) return null;
  return score(block, above, NAMELESS, table, family);
}

function titleFor(
  key: TableKey,
  { titles }: Names,
): (Pick<NamedTable, "exact" | "beside"> & { readonly cell: TitleCell }) | "another" | "unknown" | null {
  let another = false;
  let unknown = false;
  let inside: (NamedTable & { readonly cell: TitleCell }) | null = null;
  for (const { cell, named } of titles) {
    if (named?.key === key && named.exact) return { ...named, cell };
    if (named?.key === key) inside ??= { ...named, cell };
    else if (named) another = true;
    else if (cell.bare.length >= 4 && !COLLECTIVE.test(cell.bare)) unknown = true;
  }
  if (inside) return inside;
  return another ? "another" : unknown ? "unknown" : null;
}

function numberInName(name: string): number | null {
  const match = /^(?:附?表|公开表?|GK)?0*(\d{1,2})(?!\d)/i.exec(name);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** Whether a column is headed as one of codes. */
const isCoded = ({ columns }: HeaderBlock): boolean => columns.some(({ leaf }) => CODE_HEADS.has(leaf));

const SAMPLE = 12;

/** 1 when the first codes are of the table's classification, -1 when they are of the other one, 0 without codes. */
function codesAgree(block: HeaderBlock, columns: ColumnMap, classification: "functional" | "economic"): -1 | 0 | 1 {
  const { values } = block.sheet;
  for (let row = block.bodyStart; row < Math.min(values.length, block.bodyStart + SAMPLE); row++)
    for (const column of columns.codes) {
      const text = textAt(values[row] ?? [], column).trim();
      if (isCode(text, classification)) return 1;
      if (isCode(text, classification === "functional" ? "economic" : "functional")) return -1;
    }
  return 0;
}

/** Whether the first rows below the headings are the table's fixed lines: two tables may share all their headings. */
const rowsSay = (block: HeaderBlock, labels: ReadonlySet<string>): boolean => rowsOf(block)(labels);

const rowsOf = rememberedFor(
  (block: HeaderBlock) => rememberedFor((labels: ReadonlySet<string>): boolean => holdsLines(block, labels)),
  notes(),
);

function holdsLines(block: HeaderBlock, labels: ReadonlySet<string>): boolean {
  const rows = block.sheet.values.slice(block.bodyStart, block.bodyStart + SAMPLE);
  const hits = rows.filter(
    (row) => !isNumberRow(row) && row.some((cell) => typeof cell === "string" && cell.length < 40 && labels.has(normaliseLabel(cell))),
  );
  return hits.length >= 3;
}
