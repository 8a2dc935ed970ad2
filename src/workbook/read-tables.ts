import type { TableKey } from "../templates/define";
import type { PreparedFamily } from "../templates/prepare";
import { assign, type Assignment } from "./assign";
import { exchangedTitles } from "./exchanged-titles";
import { findHeaderBlocks, type HeaderBlock } from "./header-block";
import { candidates, type Candidate } from "./identify";
import { layTable, type Laid } from "./lay-table";
import { rememberedFor } from "../text/remembered";
import { joinPages } from "./pages";
import type { PlainSheet, PlainWorkbook } from "./plain";
import { readTable, type Parts, type RawTables } from "./read-table";
import type { Choices, ExchangedTitles } from "./recognised";
import { isOwnSheet } from "./own-sheets";
import { tableUnits } from "./units";
import { Words } from "./vocabulary";

/** A workbook read as one family's. */
export interface Reading {
  readonly all: readonly Candidate[];
  readonly assignment: Assignment;
  readonly parts: RawTables;
  readonly exchanged: readonly ExchangedTitles[];
}

const wordsOf = rememberedFor((family: PreparedFamily) => new Words(family.headings));

/** Reads a workbook as if it were of a family: its tables as far as they are found. */
export function readTables(workbook: PlainWorkbook, family: PreparedFamily, choices: Choices): Reading {
  const words = wordsOf(family);
  const blocksOf = new Map<PlainSheet, readonly HeaderBlock[]>();
  const heads: (readonly HeaderBlock[])[] = [];
  const all: Candidate[] = [];
  for (const sheet of workbook.sheets) {
    if (isOwnSheet(sheet.name)) continue;
    const blocks = findHeaderBlocks(sheet, words);
    const found = sheetCandidates(blocks, family);
    heads.push(blocks);
    blocksOf.set(sheet, [...new Set(found.map(({ block }) => block))]);
    all.push(...found);
  }
  const { first, continuations } = joinPages(all, blocksOf);
  const assignment = assign(first, choices.sheets ?? {});
  const laid = new Map<TableKey, Laid>();
  for (const {
    spec: { key },
  } of family.tables) {
    const candidate = assignment.chosen.get(key);
    if (candidate) laid.set(key, layTable(candidate, blocksOf.get(candidate.block.sheet) ?? [], continuations));
  }
  const units = tableUnits(laid);
  const parts = new Map<TableKey, Parts>();
  for (const [key, table] of laid) parts.set(key, readTable(table, units.get(key) ?? { unit: family.family.unit, doubt: null }));
  return { all: first, assignment, parts, exchanged: exchangedTitles(heads, family, choices.sheets ?? {}) };
}

/** A block that resembles no table is rows of one: words such as “单位资金” are headings elsewhere. */
function sheetCandidates(blocks: readonly HeaderBlock[], family: PreparedFamily): readonly Candidate[] {
  const all: Candidate[] = [];
  for (const block of blocks) all.push(...candidates(block, all.at(-1)?.block.bodyStart ?? 0, family));
  return all;
}
