import { address } from "../amount/cell-ref";
import { type TableKey } from "../templates/define";
import type { PrintedTable } from "../templates/family";
import type { PreparedFamily } from "../templates/prepare";
import { normalise } from "../text/wording";
import type { Assignment } from "./assign";
import type { Candidate } from "./identify";
import type { PlainSheet, PlainWorkbook } from "./plain";
import type { Choices, NearMiss } from "./recognised";
import { bareTitle, mayBeTitle, titleOf } from "./title";

/** Rows of a sheet in which a title may stand. */
const ROWS = 12;
/** A sheet naming more tables than this lists them. */
const MOST_TITLES = 2;

/**
 * For each table that was not found: what comes nearest to it and why it was not taken, in words that say what to do.
 */
export function nearMisses(
  workbook: PlainWorkbook,
  absent: readonly PrintedTable[],
  all: readonly Candidate[],
  { chosen }: Assignment,
  choices: Choices,
  family: PreparedFamily,
): NearMiss[] {
  const used = new Set([...chosen.values()].map((candidate) => candidate.block));
  const misses: NearMiss[] = [];
  const label = (key: TableKey): string =>
    (family.family.paper && absent.find((table) => table.key === key)?.label) ?? titleOfKey(family, key);
  for (const { key } of absent) {
    const settled = choices.sheets?.[key];
    if (settled !== undefined) misses.push({ key, sheet: settled, reason: pointedInVain(workbook, settled, label(key)) });
    const near = all
      .filter((candidate) => candidate.spec.key === key && !used.has(candidate.block) && candidate.block.sheet.name !== settled)
      .sort((a, b) => b.score - a.score);
    for (const candidate of near.slice(0, 3))
      misses.push({ key, sheet: candidate.block.sheet.name, reason: reasonOf(candidate, all, label) });
    for (const found of titledSheets(workbook, key, family))
      if (!misses.some((miss) => miss.key === key && miss.sheet === found.sheet))
        misses.push({
          key,
          sheet: found.sheet,
          reason: `工作表“${found.sheet}”的${found.address}写着“${found.text}”，但下面没有认出${label(key)}的列标题`,
        });
  }
  return misses;
}

function pointedInVain(workbook: PlainWorkbook, sheet: string, label: string): string {
  return workbook.sheets.some(({ name }) => name === sheet)
    ? `已指定工作表“${sheet}”为${label}，但在里面没有认出${label}的列标题`
    : `已指定工作表“${sheet}”为${label}，但工作簿里没有这张工作表，请重新指定`;
}

function reasonOf(candidate: Candidate, all: readonly Candidate[], label: (key: TableKey) => string): string {
  const { block, columns, spec, unsure } = candidate;
  const where = `工作表“${block.sheet.name}”第${block.sheet.top + block.first + 1}行起像${label(spec.key)}`;
  const rivals = all.filter(
    (other) => other.block === block && other.spec !== spec && other.matched === other.required && other.score > candidate.score - 1,
  );
  if (unsure === "likeOthers" && rivals.length > 0)
    return `${where}，也像${rivals.map((other) => label(other.spec.key)).join("、")}，表上没有标题，无法确定；如果是，请指定这张工作表，或在表上方写上标题“${spec.titles[0]?.replace("{部门}", "部门") ?? ""}”`;
  if (unsure === "otherTitle")
    return `${where}，但表上方的标题是“${candidate.above.titles.map(({ text }) => text).join("”“")}”；如果是，请指定这张工作表，或改正标题`;
  if (columns.missing.length > 0) return `${where}，但缺列“${columns.missing.join("”“")}”；如果是，请指定这张工作表，或改正列标题`;
  return `${where}，但没有标题；如果是，请指定这张工作表`;
}

interface Titled {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
}

function titledSheets(workbook: PlainWorkbook, key: TableKey, family: PreparedFamily): readonly Titled[] {
  return workbook.sheets.flatMap((sheet) => {
    const titles = titlesOn(sheet, family);
    const own = titles.find((title) => title.key === key);
    return own && new Set(titles.map((title) => title.key)).size <= MOST_TITLES ? [own] : [];
  });
}

function titlesOn(sheet: PlainSheet, family: PreparedFamily): readonly (Titled & { readonly key: TableKey })[] {
  return sheet.values.slice(0, ROWS).flatMap((row, r) =>
    row.flatMap((cell, column) => {
      if (typeof cell !== "string" || cell.length > 80) return [];
      const norm = normalise(cell);
      const named = mayBeTitle(norm) ? titleOf(bareTitle(norm), family) : null;
      return named
        ? [{ key: named.key, sheet: sheet.name, address: address({ row: sheet.top + r, column: sheet.left + column }), text: cell.trim() }]
        : [];
    }),
  );
}

function titleOfKey({ tables }: PreparedFamily, key: TableKey): string {
  return `“${tables.find(({ spec }) => spec.key === key)?.spec.titles[0]?.replace("{部门}", "部门") ?? ""}”`;
}
