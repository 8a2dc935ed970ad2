/** How many brackets are open at each character. */
export function depthsOf(text: string): readonly number[] {
  let depth = 0;
  return Array.from({ length: text.length }, (_, at) => {
    const character = text.charAt(at);
    if (character === "（") return (depth += 1);
    if (character === "）") return Math.max(0, (depth -= 1));
    return depth;
  });
}
