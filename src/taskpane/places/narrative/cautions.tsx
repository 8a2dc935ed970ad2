import type { JSX } from "react";

/** Which tables are doubted and which sections use them: said before the text, and no part of what is copied. */
export function Cautions({ cautions }: { cautions: readonly string[] }): JSX.Element | null {
  if (cautions.length === 0) return null;
  return (
    <div role="note">
      {cautions.map((caution) => (
        <p key={caution} className="stale">
          {caution}
        </p>
      ))}
    </div>
  );
}
