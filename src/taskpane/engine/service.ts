import { blankForms, templateDrafts, type BlankForms, type TemplateRequest } from "../../book/blank-workbook";
import { checkBook, withFindings } from "../../book/check";
import { openBook, type Book } from "../../book/open";
import { inputForm, type FormGroup } from "../../inputs/form";
import { narrate } from "../../narrative/narrate";
import { segmentsText, type Narrative } from "../../narrative/segments";
import type { NarrativeSettings } from "../../narrative/settings";
import type { PictureFigures } from "../../pictures/figures/all";
import type { ProofreadReport } from "../../proofread/report";
import type { OfficialStyle } from "../../render/official-style";
import type { PaintedPictures } from "../../render/publication-docx";
import { publish } from "../../publication/publication";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { Choices } from "../../workbook/recognised";
import { fillSheets, type Filling, type LastYearFiles } from "./filling";
import { overviewOf } from "./overview";
import type { Report } from "../../report/report";
import type { NamedBook } from "./reviewing";
import type { Analysis, Pairing, ReportReview, ReviewFormat } from "./protocol";

export interface WholeDocx {
  readonly bytes: Uint8Array;
  /** As on its cover. */
  readonly title: string;
  /** How many entries are still to be filled in. */
  readonly open: number;
  /** What is not in it, in Chinese; "" where it is whole. */
  readonly lacks: string;
}

/** What a report is held against: the workbook that was handed over, another one, or nothing but itself. */
export type Against = "open" | PlainWorkbook | null;

/**
 * The pure engine behind plain data, so that it can stand in a worker: a workbook is handed over sheet by sheet and asked
 * about as often as needed. Recognising is done once for each set of choices.
 */
export interface EngineService {
  /** Sheets at positions below `count` that were set before are kept until set again. */
  readonly begin: (name: string, count: number) => void;
  readonly setSheet: (position: number, sheet: PlainSheet) => void;
  /** The tables, and the words on the 填报 sheets as they will stand in the narrative. */
  readonly analyse: (choices: Choices) => Promise<Analysis>;
  /** With what the checks doubt of the tables that it is written from. */
  readonly narrate: (choices: Choices, words: Partial<NarrativeSettings>) => Promise<Narrative>;
  /** All that the 填报 sheets ask for, as a form. */
  readonly form: (choices: Choices) => readonly FormGroup[];
  /** What the pictures of 说明 show. */
  readonly pictures: (choices: Choices) => Promise<PictureFigures>;
  readonly fill: (choices: Choices, files: LastYearFiles) => Filling & { readonly tables: number };
  /** A text, one string a paragraph, held against the workbook; against itself where there is none. */
  readonly proofread: (choices: Choices, paragraphs: readonly string[]) => Promise<ProofreadReport>;
  /** Whether the workbook is of the report's organisation and year. */
  readonly pairing: (choices: Choices, report: Report) => Promise<Pairing>;
  /** A finished report held against a workbook; against its own tables where there is none. */
  readonly review: (choices: Choices, report: Report, against: Against) => Promise<ReportReview>;
  /** The same as a file to hand on; `bytes` are the report's own. */
  readonly reviewFile: (
    choices: Choices,
    report: Report,
    against: Against,
    bytes: Uint8Array,
    format: ReviewFormat,
    ticks: readonly number[],
  ) => Promise<Uint8Array>;
  /** The families and forms of which there are blank workbooks. */
  readonly forms: () => readonly BlankForms[];
  readonly template: (request: TemplateRequest) => readonly SheetDraft[];
  /** The narrative as a Word file. */
  readonly docx: (choices: Choices, words: Partial<NarrativeSettings>, style: Partial<OfficialStyle>) => Promise<Uint8Array>;
  /** The whole report as a Word file, and what is still to be filled in of it. */
  readonly wholeDocx: (
    choices: Choices,
    words: Partial<NarrativeSettings>,
    style: Partial<OfficialStyle>,
    pictures: PaintedPictures,
  ) => Promise<WholeDocx>;
}

export function createService(): EngineService {
  let workbook: PlainWorkbook = { name: "", sheets: [] };
  let known: { readonly key: string; readonly book: Book } | null = null;
  const opened = (choices: Choices): Book => {
    const key = JSON.stringify(choices);
    if (known?.key !== key) known = { key, book: openBook(workbook, choices) };
    return known.book;
  };
  const bookOf = (choices: Choices, against: Against): NamedBook | null => {
    if (against === "open") return { name: workbook.name, book: opened(choices) };
    return against && { name: against.name, book: openBook(against) };
  };
  const written = (choices: Choices, words: Partial<NarrativeSettings>): Narrative => {
    const { recognised, inputs } = opened(choices);
    return narrate(recognised, inputs, words);
  };
  return {
    begin: (name, count) => {
      if (name !== workbook.name || count !== workbook.sheets.length) known = null;
      workbook = { name, sheets: workbook.sheets.slice(0, count) };
    },
    setSheet: (position, sheet) => {
      // Excel's sheets are read anew for every question, and are mostly the same.
      if (JSON.stringify(workbook.sheets[position]) === JSON.stringify(sheet)) return;
      const sheets = [...workbook.sheets];
      sheets[position] = sheet;
      workbook = { ...workbook, sheets };
      known = null;
    },
    analyse: async (choices) => {
      const book = opened(choices);
      const overview = overviewOf(book.recognised, choices);
      const report = checkBook(book);
      if (!overview.hasInputSheets || overview.family === null) return { overview, report };
      const { proofreadInputs } = await import("../../proofread/written-inputs");
      return { overview, report: withFindings(report, proofreadInputs(book)) };
    },
    narrate: async (choices, words) => {
      const book = opened(choices);
      const { doubtedTables } = await import("../../checks/doubted");
      const { cautioned } = await import("../../narrative/cautions");
      return cautioned(written(choices, words), doubtedTables(book.recognised, checkBook(book)));
    },
    form: (choices) => {
      const { recognised, inputs } = opened(choices);
      return inputForm(recognised, inputs);
    },
    pictures: async (choices) => {
      const { figuresToDraw } = await import("../../book/pictures");
      return figuresToDraw(opened(choices));
    },
    fill: (choices, files) => {
      const book = opened(choices);
      return { ...fillSheets(book, files), tables: book.recognised.tables.size };
    },
    proofread: async (choices, paragraphs) => {
      const book = workbook.sheets.length === 0 ? null : opened(choices);
      const { proofreadText } = await import("./reviewing");
      return proofreadText(paragraphs, book);
    },
    pairing: async (choices, report) => {
      const { pairingOf } = await import("./reviewing");
      return pairingOf(report, opened(choices));
    },
    review: async (choices, report, against) => {
      const { reviewReport } = await import("./reviewing");
      return reviewReport(choices, report, bookOf(choices, against)?.book ?? null);
    },
    reviewFile: async (choices, report, against, bytes, format, ticks) => {
      const { reviewFile } = await import("./reviewing");
      return reviewFile(choices, report, bookOf(choices, against), bytes, format, ticks);
    },
    forms: () => blankForms().map(({ family: { id, name }, tables }) => ({ family: { id, name }, tables })),
    template: templateDrafts,
    docx: async (choices, words, style) => {
      const { narrativeDocx } = await import("../../render/docx");
      return narrativeDocx(written(choices, words), style);
    },
    wholeDocx: async (choices, words, style, pictures) => {
      const { recognised, inputs } = opened(choices);
      const publication = publish(recognised, inputs, words);
      const { publicationDocx } = await import("../../render/publication-docx");
      const { cover, todo, lacks } = publication;
      return {
        bytes: await publicationDocx(publication, style, pictures),
        title: cover.map(segmentsText).join(""),
        open: todo.length,
        lacks,
      };
    },
  };
}
