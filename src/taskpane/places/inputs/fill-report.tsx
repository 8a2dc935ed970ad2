import { CheckmarkCircle16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { usePaneState } from "../../pane-context";

/** What was matched with last year, what was not, and why. */
export function FillReport(): JSX.Element | null {
  const report = usePaneState((state) => state.inputReport);
  if (report.length === 0) return null;
  return (
    <section className="card" aria-labelledby="fill-report">
      <h2 id="fill-report">填入情况</h2>
      <ul className="plain-list report-lines">
        {report.map(({ look, message }, index) => (
          <li key={index} className={look ? "level-warning" : "level-rounding"}>
            {look ? <Warning16Filled aria-label="请核对" /> : <CheckmarkCircle16Filled aria-label="已填" />}
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
