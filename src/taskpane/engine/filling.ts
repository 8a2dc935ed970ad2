import { inputSheetDrafts } from "../../inputs/drafts";
import { importLastYear } from "../../inputs/last-year";
import { readLastYearText } from "../../proofread/last-year-text";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import type { Book } from "../../book/open";
import { recogniseWorkbook } from "../../book/recognise";

/** What last year's files give, as far as the user has them. */
export interface LastYearFiles {
  readonly workbook: PlainWorkbook | null;
  /** The paragraphs of last year's 说明. */
  readonly text: readonly string[] | null;
}

/** One line of the report on filling in; look: to be looked at by a person. */
export interface FillLine {
  readonly look: boolean;
  readonly message: string;
}

export interface Filling {
  readonly drafts: readonly SheetDraft[];
  readonly report: readonly FillLine[];
}

/** The five 填报 sheets for this workbook, everything the user wrote kept, with what last year's files give. */
export function fillSheets({ recognised, inputs: existing }: Book, files: LastYearFiles): Filling {
  const lastYear = files.workbook && importLastYear(recogniseWorkbook(files.workbook), recognised, existing);
  const words = files.text && readLastYearText(files.text, recognised);
  const drafts = inputSheetDrafts(recognised, existing, { ...(lastYear && { lastYear }), ...(words && { text: words }) });
  const problems = existing.problems.map(({ message }) => ({ look: true, message }));
  return {
    drafts,
    report: [
      ...(lastYear
        ? [
            {
              look: false,
              message: `上年公开表${lastYear.year === null ? "" : `（${lastYear.year}年）`}：对上 ${lastYear.matched} 个上年数。`,
            },
          ]
        : []),
      ...(lastYear?.notes ?? []).map(({ message }) => ({ look: true, message })),
      ...(words ? [{ look: false, message: `上年说明：取到 ${words.words.length} 段文字，都标了〔待核实〕，改好后请删去这个标记。` }] : []),
      ...(words?.notes ?? []).map((message) => ({ look: true, message })),
      ...problems,
    ],
  };
}
