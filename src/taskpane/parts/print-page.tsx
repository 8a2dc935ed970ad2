import { useEffect, type JSX } from "react";
import { cellText, sheetLines } from "../../render/sheet-lines";
import type { SheetDraft } from "../../workbook/draft";
import { findingsDraft } from "../effects/findings-draft";
import { usePane, usePaneState } from "../pane-context";
import { ReviewPage } from "./review-page";

/** What was found as a page for paper; shown to the printer only. */
export function PrintPage(): JSX.Element | null {
  const { store } = usePane();
  const printing = usePaneState((state) => state.printing);
  const review = usePaneState((state) => (state.report !== null || state.place === "proofread" ? state.review : null));
  useEffect(() => {
    if (!printing) return;
    try {
      window.print();
    } catch {
      store.dispatch({
        type: "failed",
        problem: { doing: "打印", message: "这里不能打印。请先保存或写入工作表，再打印那一份。" },
      });
    }
    store.dispatch({ type: "printing", printing: false });
  }, [printing, store]);
  if (!printing) return null;
  if (review) return <ReviewPage review={review} />;
  const draft = findingsDraft(store.state());
  return draft && <DraftPage draft={draft} name="审核结果打印页" />;
}

/** A drafted sheet on paper. */
function DraftPage({ draft, name }: { draft: SheetDraft; name: string }): JSX.Element {
  const lines = sheetLines(draft);
  const begins = lines.findIndex(({ kind }) => kind === "row");
  const width = draft.columnWidths.length;
  return (
    <section className="print-page" aria-label={name}>
      {lines
        .slice(0, begins)
        .map((line, index) =>
          line.kind === "title" ? <h1 key={index}>{line.text}</h1> : line.kind === "line" && <p key={index}>{line.text}</p>,
        )}
      <table>
        <tbody>
          {lines.slice(begins).map((line, index) => (
            <tr key={index}>
              {line.kind !== "row" ? (
                <td colSpan={width} className={`print-${line.kind === "line" ? line.style : line.kind}`}>
                  {line.text}
                </td>
              ) : (
                line.cells.map((cell, column) =>
                  line.heading ? (
                    <th key={column} scope="col">
                      {cellText(cell)}
                    </th>
                  ) : (
                    <td key={column} className={`print-${cell.style}${cellText(cell).length > LONGEST_LABEL ? " print-words" : ""}`}>
                      {cellText(cell)}
                    </td>
                  ),
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Longer texts are broken over lines, whatever their column. */
const LONGEST_LABEL = 12;
