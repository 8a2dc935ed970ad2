import type { JSX } from "react";
import type { Coverage } from "../../../proofread/report";
import { usePaneState } from "../../pane-context";
import { Fold } from "../../parts/fold";
import { lineWords } from "../proofread/line-words";

/** What could not be held against anything, by reason: silence is no approval. */
export function CoverageFolds({ coverage }: { coverage: Coverage }): JSX.Element {
  const lines = usePaneState((state) => state.proofLines);
  const groups = [
    { title: `未核对 ${coverage.unchecked.length} 个数`, found: coverage.unchecked },
    { title: `没有看的段落 ${coverage.unread.length} 处`, found: coverage.unread },
  ].filter(({ found }) => found.length > 0);
  return (
    <>
      {groups.map(({ title, found }) => (
        <section key={title} className="card">
          <Fold title={title}>
            {[...new Set(found.map(({ reason }) => reason))].map((reason) => (
              <div key={reason}>
                <p className="hint">{reason}</p>
                <ul className="plain-list report-lines">
                  {found
                    .filter((one) => one.reason === reason)
                    .map(({ paragraph, start, quote }) => (
                      <li key={`${paragraph} ${start}`}>
                        <span>
                          {lineWords(lines, paragraph)}“{quote}”
                        </span>
                      </li>
                    ))}
                </ul>
              </div>
            ))}
          </Fold>
        </section>
      ))}
    </>
  );
}
