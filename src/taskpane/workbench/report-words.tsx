import type { JSX, ReactNode } from "react";
import type { ReportParagraph } from "../../report/report";
import type { ReportLine } from "../../report/text";
import type { Remark } from "../../review/remark";
import { usePane, usePaneState } from "../pane-context";

interface Given {
  readonly paragraph: ReportParagraph;
  readonly lines: readonly ReportLine[];
  /** Which block of the report it is. */
  readonly block: number;
  readonly remarks: readonly Remark[];
}

/** A paragraph with marks at the words at fault; of overlapping marks the first is shown. */
export function ReportWords({ paragraph, lines, remarks }: Given): JSX.Element {
  const { text } = paragraph;
  const places = remarks
    .map((remark) => {
      const from = remark.at ? (lines[remark.at.line]?.from ?? 0) : 0;
      return remark.at ? { remark, start: from + remark.at.start, end: from + remark.at.end } : { remark, start: 0, end: text.length };
    })
    .sort((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { remark, start, end } of places) {
    if (start < at) {
      parts.push(<RemarkMark key={remark.key} remark={remark} text="" />);
      continue;
    }
    parts.push(text.slice(at, start), <RemarkMark key={remark.key} remark={remark} text={text.slice(start, end)} />);
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <p className={paragraph.level === null ? "report-words" : "report-words report-heading"} data-paragraph={paragraph.paragraph}>
      {parts}
    </p>
  );
}

/** Words at fault; a sign where something is missing. */
function RemarkMark({ remark, text }: { remark: Remark; text: string }): JSX.Element {
  const { store } = usePane();
  const on = usePaneState((state) => state.remark === remark.key);
  const press = (): void => store.dispatch({ type: "remark", key: remark.key });
  return (
    <mark
      role="button"
      tabIndex={0}
      className={`text-mark text-mark-${remark.severity}${on ? " on remark-on" : ""}`}
      title={remark.message}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
      }}
    >
      {text === "" ? "‸" : text}
    </mark>
  );
}
