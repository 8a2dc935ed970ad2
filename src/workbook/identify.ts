import { tableSpecs } from "../tables/catalogue";
import { normalisedTitles, type TableKey, type TableSpec } from "../tables/define";
import { normalise } from "../tables/wording";
import { mapColumns, type ColumnMap } from "./columns";
import { isNumberRow, type HeaderBlock } from "./header-block";
import { address } from "../amount/cell-ref";
import { bareTitle, lookAbove, type Above } from "./surroundings";

/** A header block taken for one of the twelve tables. */
export interface Candidate {
  readonly block: HeaderBlock;
  readonly above: Above;
  readonly spec: TableSpec;
  readonly columns: ColumnMap;
  readonly score: number;
  /** The title cell that decided it. */
  readonly title: Above["titles"][number] | null;
  readonly evidence: readonly string[];
}

interface Prepared {
  readonly spec: TableSpec;
  readonly titles: readonly string[];
  readonly marks: readonly string[];
  readonly labelHeads: readonly string[];
  readonly required: number;
}

const prepared: readonly Prepared[] = tableSpecs.map((spec) => ({
  spec,
  titles: normalisedTitles(spec),
  marks: spec.marks.map(normalise),
  labelHeads: spec.labelHeads.map(normalise),
  required: Object.values(spec.columns).filter((column) => !column.optional).length,
}));

const TITLE = 10;
const SHEET_TITLE = 6;
const COLUMNS = 5;
const MARK = 2;
const LABEL = 1;
const SHEET_NUMBER = 1;
/** Below this a block is no disclosure table: headings alone must nearly all agree, or a title must speak for it. */
const LEAST = 5.5;

/** The tables a header block may be, best first. */
export function candidates(block: HeaderBlock, floor: number): Candidate[] {
  const above = lookAbove(block, floor);
  const sheetTitle = bareTitle(normalise(block.sheet.name));
  return prepared
    .map((table) => score(block, above, sheetTitle, table))
    .filter((candidate) => candidate !== null)
    .sort((a, b) => b.score - a.score);
}

function score(block: HeaderBlock, above: Above, sheetTitle: string, table: Prepared): Candidate | null {
  const { spec } = table;
  const evidence: string[] = [];
  const title = above.titles.find((found) => table.titles.includes(found.normalised)) ?? above.titles.find((found) => contains(found.normalised, table)) ?? null;
  // A title that names another table outright is not outvoted by headings.
  const elsewhere = !title && above.titles.some((found) => prepared.some((other) => other !== table && other.titles.includes(found.normalised)));
  if (elsewhere) return null;
  let total = 0;
  if (title) {
    total += table.titles.includes(title.normalised) ? TITLE : TITLE - 2;
    evidence.push(`${address(title.cell)}的标题是“${title.text}”`);
  } else if (table.titles.includes(sheetTitle) || contains(sheetTitle, table)) {
    total += SHEET_TITLE;
    evidence.push(`工作表名是“${block.sheet.name}”`);
  }
  const columns = mapColumns(block, spec);
  const matched = table.required - columns.missing.length;
  if (matched === 0) return null;
  if (spec.layout === "coded" && columns.codes.length === 0 && columns.label === null) return null;
  if (spec.layout === "projects" && columns.project === null && !title) return null;
  total += (COLUMNS * matched) / table.required - columns.unknown.length * 0.5;
  evidence.push(columns.missing.length === 0 ? `${table.required}个金额列的列标题都在` : `${table.required}个金额列找到${matched}个`);
  const words = new Set(block.columns.flatMap((column) => column.stack));
  for (const mark of table.marks)
    if (words.has(mark)) {
      total += MARK / table.marks.length;
      evidence.push(`列标题上有“${mark}”`);
    }
  if (table.labelHeads.some((word) => words.has(word))) total += LABEL;
  if (numberInName(block.sheet.name) === spec.key) total += SHEET_NUMBER;
  total += rowWords(block, spec);
  return total >= LEAST ? { block, above, spec, columns, score: total, title, evidence } : null;
}

function contains(text: string, table: Prepared): boolean {
  if (!table.titles.some((title) => text.includes(title))) return false;
  const longest = Math.max(...table.titles.filter((title) => text.includes(title)).map((title) => title.length));
  return !prepared.some((other) => other !== table && other.titles.some((title) => title.length > longest && text.includes(title)));
}

function numberInName(sheet: string): number | null {
  const match = /^(?:附?表|公开表?|GK)?0*(\d{1,2})(?!\d)/i.exec(normalise(sheet));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** What the first rows below the headings say, for tables with fixed lines: two tables may share all their headings. */
function rowWords(block: HeaderBlock, spec: TableSpec): number {
  const lines = Object.values(spec.lines);
  if (lines.length === 0) return 0;
  const labels = new Set(lines.flatMap((line) => line.labels.map(normalise)));
  const rows = block.sheet.values.slice(block.bodyStart, block.bodyStart + 12);
  const hits = rows.filter(
    (row) => !isNumberRow(row) && row.some((cell) => typeof cell === "string" && labels.has(normalise(cell).replace(/^(?:其中:)?(?:[一二三]、|\d[.、])?(?:其中:)?/, ""))),
  ).length;
  return hits >= 3 ? 3 : 0;
}

/** One candidate a table, one table a block: best scores first. */
export function assign(all: readonly Candidate[], settled: Readonly<Partial<Record<TableKey, string>>>): {
  chosen: ReadonlyMap<TableKey, Candidate>;
  others: readonly Candidate[];
} {
  const chosen = new Map<TableKey, Candidate>();
  const taken = new Set<HeaderBlock>();
  const others: Candidate[] = [];
  const wanted = (candidate: Candidate): boolean => {
    const sheet = settled[candidate.spec.key];
    return sheet === undefined || sheet === candidate.block.sheet.name;
  };
  const hidden = (candidate: Candidate): number => (candidate.block.sheet.visibility === "visible" ? 0 : 1);
  const ranked = [...all].sort((a, b) => Number(wanted(b)) - Number(wanted(a)) || b.score - a.score || hidden(a) - hidden(b));
  for (const candidate of ranked) {
    if (taken.has(candidate.block) || !wanted(candidate)) continue;
    if (chosen.has(candidate.spec.key)) {
      if (candidate.title) {
        others.push(candidate);
        taken.add(candidate.block);
      }
      continue;
    }
    chosen.set(candidate.spec.key, candidate);
    taken.add(candidate.block);
  }
  return { chosen, others };
}
