import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import type { ProofFinding, ProofreadReport } from "../../../proofread/report";
import { categoryLabel } from "../../../render/proof-sheet";
import { useCommands, usePaneState } from "../../pane-context";
import { Reasons } from "../../parts/reasons";
import { CellLink } from "../../parts/cell-link";
import { Quoted } from "../../parts/quoted";
import { LevelMark } from "../../parts/level-mark";
import { levelOf } from "../../../checks/level";
import { lineWords } from "./line-words";

interface Given {
  readonly report: ProofreadReport;
  readonly shown: readonly { readonly finding: ProofFinding; readonly index: number }[];
  readonly open: number | null;
  readonly onOpen: (index: number | null) => void;
}

/** The faults, the weightiest first. The browser leaves out drawing what is not in view. */
export function ProofFindings({ report, shown, open, onOpen }: Given): JSX.Element | null {
  const proofLines = usePaneState((state) => state.proofLines);
  if (shown.length === 0) return null;
  return (
    <section aria-label="文稿中的问题">
      {shown.map(({ finding, index }) => (
        <article key={index} ref={open === index ? intoView : null} className={`finding finding-${levelOf(finding)} lazy-row`}>
          <button
            type="button"
            className="finding-head"
            aria-expanded={open === index}
            onClick={() => onOpen(open === index ? null : index)}
          >
            <span className="finding-line">
              <LevelMark level={levelOf(finding)} />
              <span className="rule-id">{categoryLabel(finding)}</span>
              <span className="rule-id">{lineWords(proofLines, finding.paragraph)}</span>
            </span>
            {finding.quote !== "" && <Quoted quote={finding.quote} expected={finding.expected} />}
            <span className="finding-message">{finding.message}</span>
          </button>
          {open === index && <Detail finding={finding} report={report} />}
        </article>
      ))}
    </section>
  );
}

/** A finding that a mark in the text opens is brought into view. */
function intoView(article: HTMLElement | null): void {
  article?.scrollIntoView({ block: "nearest" });
}

function Detail({ finding, report }: { finding: ProofFinding; report: ProofreadReport }): JSX.Element {
  const { copyCorrected } = useCommands();
  return (
    <div className="finding-detail">
      {finding.formula !== "" && <p className="formula">{finding.formula}</p>}
      <Reasons why={finding.why} advice={finding.advice} />
      {finding.cells.length > 0 && (
        <ul className="plain-list">
          {finding.cells.map((cell) => (
            <li key={`${cell.sheet} ${address(cell)} ${cell.side}`}>
              <CellLink cells={[cell]} className="addend">
                <span className="where">
                  {cell.sheet}!{address(cell)}
                </span>
                <span className="words">{[cell.rowLabel, cell.columnLabel].filter((word) => word !== "").join(" · ")}</span>
                <span className="amount">{cell.value}</span>
              </CellLink>
            </li>
          ))}
        </ul>
      )}
      <blockquote className="paragraph-quote">{report.paragraphs[finding.paragraph - 1]?.text}</blockquote>
      {finding.replaces && (
        <div className="buttons">
          <Button size="small" onClick={() => void copyCorrected(finding.paragraph)}>
            复制改正后的这一段
          </Button>
        </div>
      )}
    </div>
  );
}
