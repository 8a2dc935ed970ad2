import type { JSX } from "react";

/** Why a finding is one, and what to do about it. */
export function Reasons({ why, advice }: { readonly why: string; readonly advice: string }): JSX.Element {
  return (
    <>
      {why !== "" && (
        <p>
          <span className="key">依据</span>
          {why}
        </p>
      )}
      {advice !== "" && (
        <p>
          <span className="key">怎么办</span>
          {advice}
        </p>
      )}
    </>
  );
}
