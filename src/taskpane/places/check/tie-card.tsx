import type { JSX } from "react";
import type { Finding } from "../../../checks/report";
import { levelOf, levelWords } from "../../../checks/level";

/** More of them are a press on the count above the list away. */
const SHOWN = 6;

/** What was found between two tables, or within one; each leads to its place in the list. */
export function TieCard({
  title,
  words,
  findings,
  onOpen,
}: {
  title: string;
  words: string;
  findings: readonly Finding[];
  onOpen: (finding: Finding) => void;
}): JSX.Element {
  return (
    <div className="table-card">
      <h3>{title}</h3>
      <p role="status">{words}</p>
      <ul className="plain-list">
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={finding.key}>
            <button type="button" className="todo" onClick={() => onOpen(finding)}>
              {levelWords[levelOf(finding)]}：{finding.message}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && <p className="hint">还有 {findings.length - SHOWN} 处，在下面的校验结果里。</p>}
    </div>
  );
}
