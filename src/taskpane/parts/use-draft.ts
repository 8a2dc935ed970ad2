import { useState } from "react";
import { draftOf, keepDraft } from "../effects/drafts";
import { usePaneState } from "../pane-context";

/**
 * Words being typed. They are kept on this machine while they are typed, unless the user wants none of it kept, and come back
 * where the pane was closed over them.
 * @param initial what stands where nothing was being typed.
 * @param key what they are about; words about another organisation or other figures are others.
 * @returns the words, what sets them, and what says that they are handed over or given up.
 */
export function useDraft(key: string, initial: string): readonly [string, (text: string) => void, () => void] {
  const keeps = usePaneState((state) => state.settings.keepCopy);
  const [text, setText] = useState(() => (keeps ? draftOf(key) : null) ?? initial);
  const [before, setBefore] = useState(initial);
  // What stands in the sheet is another now: it is shown.
  if (before !== initial) {
    setBefore(initial);
    setText(initial);
  }
  const type = (words: string): void => {
    setText(words);
    if (keeps) keepDraft(key, words);
  };
  return [text, type, () => keepDraft(key, null)];
}
