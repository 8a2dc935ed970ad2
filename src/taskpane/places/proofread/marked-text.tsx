import { useEffect, useRef, type JSX, type ReactNode } from "react";
import type { ProofParagraph, ProofreadReport } from "../../../proofread/report";
import { Fold } from "../../parts/fold";
import { levelOf } from "../../../checks/level";

/** The text with marks at the words at fault; pressing one shows its finding. */
export function MarkedText({
  report,
  open,
  onOpen,
}: {
  report: ProofreadReport;
  open: number | null;
  onOpen: (index: number) => void;
}): JSX.Element {
  return (
    <section className="card">
      <Fold
        open
        title={
          <>
            <span className="fold-title">文稿</span>
            <span className="about-line">标出的字可以点</span>
          </>
        }
      >
        <div className="marked-text">
          {report.paragraphs.map((paragraph, index) => (
            <p key={index} className="lazy-line">
              {pieces(paragraph, report, open, onOpen)}
            </p>
          ))}
        </div>
      </Fold>
    </section>
  );
}

/** The paragraph cut at its marks; of overlapping marks the first is shown. */
function pieces(
  { text, marks }: ProofParagraph,
  report: ProofreadReport,
  open: number | null,
  onOpen: (index: number) => void,
): ReactNode[] {
  const out: ReactNode[] = [];
  let at = 0;
  for (const { start, end, finding } of marks) {
    const fault = report.findings[finding];
    if (start < at || !fault) continue;
    out.push(text.slice(at, start));
    out.push(
      <Mark
        key={`${start} ${finding}`}
        level={levelOf(fault)}
        text={text.slice(start, end)}
        on={open === finding}
        title={fault.message}
        onPress={() => onOpen(finding)}
      />,
    );
    at = end;
  }
  out.push(text.slice(at));
  return out;
}

function Mark({
  level,
  text,
  on,
  title,
  onPress,
}: {
  level: string;
  text: string;
  on: boolean;
  title: string;
  onPress: () => void;
}): JSX.Element {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only the box of the text moves; the finding that was pressed stays where it is.
    const box = place.current?.closest(".marked-text");
    if (on && box && place.current) box.scrollTop += place.current.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
  }, [on]);
  return (
    <mark
      ref={place}
      role="button"
      tabIndex={0}
      className={`text-mark text-mark-${level}${on ? " on" : ""}`}
      title={title}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPress();
      }}
    >
      {text === "" ? "‸" : text}
    </mark>
  );
}
