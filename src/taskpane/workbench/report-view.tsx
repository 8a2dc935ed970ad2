import { useEffect, useMemo, useRef, type JSX } from "react";
import type { Report } from "../../report/report";
import { reportSheets } from "../../report/sheets";
import { reportText } from "../../report/text";
import type { Remark } from "../../review/remark";
import { usePane, usePaneState } from "../pane-context";
import { BesideView } from "./beside-view";
import { ReportTableView } from "./report-table-view";
import { ReportWords } from "./report-words";

const NONE: readonly Remark[] = [];

/** A finished report in the sheets' place, its faults marked; the workbook that it is held against is a tab away. */
export function ReportView({ report }: { report: Report }): JSX.Element {
  const { store } = usePane();
  const beside = usePaneState((state) => state.beside);
  const side = usePaneState((state) => state.side);
  return (
    <section className="sheet-view" aria-label="报告">
      {beside && side === "beside" ? <BesideView beside={beside} /> : <ReportPages report={report} />}
      {beside && (
        <div className="sheet-tabs" role="group" aria-label="报告和工作簿">
          <button
            type="button"
            className="sheet-tab"
            aria-pressed={side === "report"}
            onClick={() => store.dispatch({ type: "side", side: "report" })}
          >
            报告
          </button>
          <button
            type="button"
            className="sheet-tab"
            aria-pressed={side === "beside"}
            onClick={() => store.dispatch({ type: "side", side: "beside" })}
          >
            工作簿
          </button>
        </div>
      )}
    </section>
  );
}

/** The report's paragraphs and tables in order. What is pointed to is brought into view. */
function ReportPages({ report }: { report: Report }): JSX.Element {
  const sheets = useMemo(() => new Map([...reportSheets(report).places].map(([name, place]) => [place.table, { name, place }])), [report]);
  const lines = useMemo(() => reportText(report), [report]);
  const remarks = usePaneState((state) => state.review?.remarks ?? NONE);
  const chosen = usePaneState((state) => state.remark);
  const selection = usePaneState((state) => state.selection);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    view.current?.querySelector(".remark-on, [aria-selected=true]")?.scrollIntoView({ block: "center" });
  }, [chosen, selection]);
  const heads = useMemo(
    () =>
      new Map(
        [...sheets.values()].flatMap(({ name, place }) =>
          place.above.map((paragraph, index) => [paragraph, { sheet: name, row: index - place.above.length }] as const),
        ),
      ),
    [sheets],
  );
  const byBlock = useMemo(() => {
    const found = new Map<number, Remark[]>();
    for (const remark of remarks) {
      const block = remark.cell === null && remark.at ? lines[remark.at.line]?.block : undefined;
      if (block !== undefined) found.set(block, [...(found.get(block) ?? []), remark]);
    }
    return found;
  }, [remarks, lines]);
  let page: number | null = null;
  return (
    <div ref={view} className="report-view" tabIndex={0}>
      {report.blocks.map((block, index) => {
        const turned = block.page !== null && block.page !== page;
        page = block.page ?? page;
        const head = block.kind === "paragraph" ? heads.get(block) : undefined;
        return (
          <div key={index} className="report-block">
            {turned && <p className="report-page">第 {block.page} 页</p>}
            {block.kind === "table" ? (
              <ReportTableView table={block} sheet={sheets.get(block)?.name ?? ""} remarks={remarks} />
            ) : (
              <ReportWords
                paragraph={block}
                lines={lines}
                block={index}
                remarks={[
                  ...(byBlock.get(index) ?? NONE),
                  ...(head ? remarks.filter(({ cell }) => cell?.sheet === head.sheet && cell.row === head.row) : NONE),
                ]}
              />
            )}
          </div>
        );
      })}
      {report.unread.map(({ what, page: at }, index) => (
        <p key={index} className="hint">
          {at === null ? "" : `第${at}页：`}
          {what}，没有读。
        </p>
      ))}
    </div>
  );
}
