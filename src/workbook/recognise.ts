import { fullAddress } from "../amount/cell-ref";
import type { TableKey } from "../templates/define";
import { printed, type Template } from "../templates/family";
import type { Catalogue } from "../templates/prepare";
import { asRead } from "./as-read";
import { chooseFamily } from "./choose-family";
import { isFinalAccounts } from "./final-accounts";
import { stillVouchedFor } from "./held";
import { nearMisses } from "./near-misses";
import type { PlainWorkbook } from "./plain";
import { printedPrecisions } from "./precision";
import type { RawTables } from "./read-table";
import type { Reading } from "./read-tables";
import { Table, type Choices, type ExchangedTitles, type Recognised } from "./recognised";
import { commonest, findKind, findOrganisation } from "./organisation";
import { separateUnits } from "./units-and-projects";
import { unreadSheets } from "./unread";
import { findYear } from "./year";

/**
 * Finds the disclosure tables of a workbook by what its sheets say: titles, headings and rows, never by position. Which
 * family of templates they belong to is decided by evidence with a floor; where none fits, only what all families share
 * is recognised. Never throws whatever the sheets hold; what is not found is missing, never guessed.
 */
export function recognise(given: PlainWorkbook, catalogue: Catalogue, choices: Choices = {}): Recognised {
  const { workbook, unseen, calculated } = asRead(given);
  const finalAccounts = isFinalAccounts(workbook);
  const {
    family,
    template: chosen,
    evidence,
    reading,
  } = finalAccounts
    ? { ...chooseFamily({ ...workbook, sheets: [] }, catalogue, { template: "none" }), evidence: ["表题写的是决算"] }
    : chooseFamily(workbook, catalogue, choices);
  const { all, assignment, parts, exchanged } = reading;
  const organisation = findOrganisation(parts.values());
  const organisationKind = choices.organisationKind ?? findKind(parts.values());
  const tablesRead = separateUnits(withExchanged(withDuplicates(reading, choices), exchanged), organisation);
  const absent = chosen.tables.filter(({ key }) => !parts.has(key));
  const missing = chosen.family === null ? [] : absent;
  const unit = commonest([...parts.values()].map((part) => part.facts.unit)) ?? chosen.unit;
  const duplicates = assignment.others.map(({ spec, block }) => ({
    key: spec.key,
    sheet: block.sheet.name,
    range: `第${block.sheet.top + block.first + 1}行起`,
  }));
  const near = nearMisses(workbook, absent, all, assignment, choices, family);
  return {
    workbook,
    unseen,
    calculated,
    template: chosen,
    templateEvidence: evidence,
    isFinalAccounts: finalAccounts,
    organisation,
    organisationKind,
    year: findYear(
      workbook,
      [...parts.values()].map((part) => part.facts.note?.text ?? ""),
    ),
    unit,
    tables: numbered(tablesRead, chosen),
    missing,
    nearMisses: near,
    duplicates,
    exchangedTitles: exchanged,
    unread: unreadSheets(workbook, parts, near, duplicates, finalAccounts ? "决算" : chosen.family),
    vouchedFor: stillVouchedFor(given, choices.vouchedFor ?? []),
  };
}

/** Two sheets with the same table are a doubt until the user points at one of them. */
function withDuplicates({ parts, assignment }: Reading, choices: Choices): RawTables {
  const doubted = new Map(parts);
  for (const { spec, block } of assignment.others) {
    const part = doubted.get(spec.key);
    if (part && choices.sheets?.[spec.key] === undefined)
      doubted.set(spec.key, {
        ...part,
        facts: {
          ...part.facts,
          doubts: [
            ...part.facts.doubts,
            `工作表“${block.sheet.name}”上还有一张同名的表，现用的是“${part.candidate.block.sheet.name}”，请指定用哪一张`,
          ],
        },
      });
  }
  return doubted;
}

/** A table under a title that stands exchanged is a doubt: nothing it is compared with is known to be its like. */
function withExchanged(parts: RawTables, exchanged: readonly ExchangedTitles[]): RawTables {
  const doubted = new Map(parts);
  for (const titles of exchanged)
    for (const own of titles) {
      const part = doubted.get(own.key);
      if (part?.title?.cell.sheet !== own.cell.sheet) continue;
      const others = titles.filter((title) => title !== own).map(({ cell, text }) => `${fullAddress(cell)}的“${text}”`);
      const reason = `表题“${own.text}”多半与${others.join("、")}写反了，没有认准是哪张表`;
      const { doubts } = part.facts;
      doubted.set(own.key, {
        ...part,
        facts: { ...part.facts, exchangedTitle: { reason, cell: own.cell }, doubts: [...doubts, `${reason}，请核对`] },
      });
    }
  return doubted;
}

function numbered(parts: RawTables, template: Template): Map<TableKey, Table> {
  const tables = new Map<TableKey, Table>();
  const precision = printedPrecisions(
    [...parts.values()].filter(({ facts }) => facts.strangeUnit === null).map(({ facts, readings }) => ({ unit: facts.unit, readings })),
  );
  for (const [key, part] of parts) {
    const own = printed(template, key);
    const label = own === null || template.family === null ? `“${part.title?.text ?? part.candidate.spec.titles[0] ?? key}”` : own.label;
    tables.set(
      key,
      new Table(
        part.candidate.spec,
        template.family === null ? null : (own?.number ?? null),
        label,
        part.candidate.block.sheet,
        part.title,
        part.area,
        part.columns,
        part.rows,
        part.readings,
        part.order,
        part.facts,
        precision(part.facts.unit),
      ),
    );
  }
  return tables;
}
