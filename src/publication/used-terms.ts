import type { Term } from "../templates/terms/define";
import { terms } from "../templates/terms/terms";

/** The terms that these texts use, in the order in which they are explained. */
export function usedTerms(texts: readonly string[]): readonly Term[] {
  const text = texts.map((one) => one.replace(/\s/g, "")).join("\n");
  return terms.filter(({ used }) => used.test(text));
}
