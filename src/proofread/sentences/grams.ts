/**
 * The pairs of neighbouring characters of a text, numbers and those of `without` left out, each once and as one number: of
 * 30 bits, which every machine keeps as it is. That a few rare characters share theirs changes no likeness.
 */
export function gramsOf(text: string, without: ReadonlySet<number> = NONE): readonly number[] {
  const plain = text.replace(/[\d,.%]+/g, "");
  const grams = new Set<number>();
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const gram = ((plain.charCodeAt(at) & 0x7fff) << 15) | (plain.charCodeAt(at + 1) & 0x7fff);
    if (!without.has(gram)) grams.add(gram);
  }
  return [...grams];
}

const NONE: ReadonlySet<number> = new Set();

/** How much of what is wanted is there: 0 to 1; where nothing else may stand beside it, what is too much counts as well. */
export function likeness(wanted: readonly number[], said: ReadonlySet<number>, size: number, open: boolean): number {
  if (wanted.length === 0) return 0;
  let common = 0;
  for (const gram of wanted) if (said.has(gram)) common += 1;
  const recall = common / wanted.length;
  return open || size === 0 ? recall : (recall * 2 * Math.min(1, common / size)) / (recall + Math.min(1, common / size) || 1);
}
