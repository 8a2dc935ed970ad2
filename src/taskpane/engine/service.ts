import { checkWithInputs } from "../../checks/with-inputs";
import type { BookLook } from "../../hosts/sheet/look/look";
import type { Used } from "../../hosts/sheet/look/read-look";
import type { ParsedWorkbook } from "../../hosts/file/read-workbook";
import { readInputs } from "../../inputs/read";
import { templateDrafts, type TemplateRequest } from "../../inputs/template";
import { narrate } from "../../narrative/narrate";
import type { Narrative } from "../../narrative/segments";
import type { NarrativeSettings } from "../../narrative/settings";
import type { ProofreadReport } from "../../proofread/report";
import type { OfficialStyle } from "../../render/official-style";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import { recogniseWorkbook } from "../../workbook/recognise";
import type { Choices, Recognised } from "../../workbook/recognised";
import { fillSheets, type Filling, type LastYearFiles } from "./filling";
import { overviewOf } from "./overview";
import type { Analysis } from "./protocol";

/**
 * The pure engine behind plain data, so that it can stand in a worker: a workbook is handed over sheet by sheet and asked
 * about as often as needed. Recognising is done once for each set of choices.
 */
export interface EngineService {
  /** Sheets at positions below `count` that were set before are kept until set again. */
  readonly begin: (name: string, count: number) => void;
  /** Reads a file; it does not become the workbook that is asked about. Throws `DoorProblem`. */
  readonly parse: (bytes: Uint8Array, name: string) => Promise<ParsedWorkbook>;
  /** How a file looks, as far as its sheets are used; for the workbench's spreadsheet. Throws `DoorProblem`. */
  readonly look: (bytes: Uint8Array, name: string, used: Used) => Promise<BookLook>;
  readonly setSheet: (position: number, sheet: PlainSheet) => void;
  readonly analyse: (choices: Choices) => Analysis;
  readonly narrate: (choices: Choices, words: Partial<NarrativeSettings>) => Narrative;
  readonly fill: (choices: Choices, files: LastYearFiles) => Filling & { readonly tables: number };
  /** A text, one string a paragraph, held against the workbook; against itself where there is none. */
  readonly proofread: (choices: Choices, paragraphs: readonly string[]) => Promise<ProofreadReport>;
  readonly template: (request: TemplateRequest) => readonly SheetDraft[];
  /** The narrative as a Word file, with the disclosure tables before it where wanted. */
  readonly docx: (choices: Choices, words: Partial<NarrativeSettings>, style: Partial<OfficialStyle>, withTables: boolean) => Promise<Uint8Array>;
}

export function createService(): EngineService {
  let workbook: PlainWorkbook = { name: "", sheets: [] };
  let known: { readonly key: string; readonly recognised: Recognised } | null = null;
  const recognised = (choices: Choices): Recognised => {
    const key = JSON.stringify(choices);
    if (known?.key !== key) known = { key, recognised: recogniseWorkbook(workbook, choices) };
    return known.recognised;
  };
  const written = (choices: Choices, words: Partial<NarrativeSettings>): Narrative => narrate(recognised(choices), readInputs(workbook), words);
  return {
    begin: (name, count) => {
      workbook = { name, sheets: workbook.sheets.slice(0, count) };
      known = null;
    },
    parse: async (bytes, name) => {
      const { parseWorkbook } = await import("../../hosts/file/read-workbook");
      return parseWorkbook(bytes, name);
    },
    look: async (bytes, name, used) => {
      const { readLook } = await import("../../hosts/sheet/look/read-look");
      return readLook(bytes, name, used);
    },
    setSheet: (position, sheet) => {
      const sheets = [...workbook.sheets];
      sheets[position] = sheet;
      workbook = { ...workbook, sheets };
      known = null;
    },
    analyse: (choices) => {
      const found = recognised(choices);
      return { overview: overviewOf(found, choices), report: checkWithInputs(found, workbook) };
    },
    narrate: written,
    fill: (choices, files) => {
      const found = recognised(choices);
      return { ...fillSheets(found, files), tables: found.tables.size };
    },
    proofread: async (choices, paragraphs) => {
      const { proofread } = await import("../../proofread/proofread");
      return proofread(paragraphs, workbook.sheets.length === 0 ? null : { recognised: recognised(choices), inputs: readInputs(workbook) });
    },
    template: templateDrafts,
    docx: async (choices, words, style, withTables) => {
      const { narrativeDocx } = await import("../../render/docx");
      return narrativeDocx(written(choices, words), style, withTables ? recognised(choices) : undefined);
    },
  };
}
