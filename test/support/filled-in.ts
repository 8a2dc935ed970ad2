import { recogniseWorkbook } from "../../src/book/recognise";
import { draftSheet } from "../../src/hosts/file/draft-sheet";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { readInputs } from "../../src/inputs/read";
import type { DraftCell } from "../../src/workbook/draft";
import type { PlainWorkbook } from "../../src/workbook/plain";

/** The workbook with its 填报 sheets as the tool makes them, every blank filled in. */
export function filledIn(workbook: PlainWorkbook): PlainWorkbook {
  const answer = (cell: DraftCell): DraftCell => {
    if (cell.value !== null) return cell;
    if (cell.style === "inputAmount") return { ...cell, value: 1 };
    return cell.style === "input" ? { ...cell, value: "日常工作" } : cell;
  };
  const made = inputSheetDrafts(recogniseWorkbook(workbook), readInputs(workbook));
  const sheets = made.map((draft) =>
    draftSheet({ ...draft, rows: draft.rows.map(({ cells }, index) => ({ cells: index === 0 ? cells : cells.map(answer) })) }),
  );
  return { ...workbook, sheets: [...workbook.sheets, ...sheets] };
}
