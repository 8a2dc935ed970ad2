import { useMemo } from "react";
import { usePaneState } from "../pane-context";
import { ladder, type Rung } from "../store/ladder";

/** The steps to publication as they stand. */
export function useLadder(): readonly Rung[] {
  const analysis = usePaneState((state) => state.analysis);
  const notes = usePaneState((state) => state.notes);
  const narrative = usePaneState((state) => state.narrative);
  const proof = usePaneState((state) => state.proof);
  const review = usePaneState((state) => state.review);
  return useMemo(() => ladder({ analysis, notes, narrative, proof, review }), [analysis, notes, narrative, proof, review]);
}
