import { levelWords, type Identity, type Term } from "./expression";

/**
 * Makes sure that a formula's groups of rows belong together; a sentence in Chinese where they do not. "各类 = 各类" in two
 * tables means class by class, so the second is taken for 同一科目.
 */
export function settle(identity: Identity): Identity | string {
  const terms = [...identity.left, ...identity.right];
  const leader = terms.find((term) => !term.sum && term.row.by === "each");
  for (const term of terms) {
    const problem = problemOf(term, leader);
    if (problem !== null) return problem;
  }
  const same = (term: Term): Term => (term !== leader && !term.sum && term.row.by === "each" ? { ...term, row: { by: "same" } } : term);
  return { left: identity.left.map(same), operator: identity.operator, right: identity.right.map(same) };
}

function problemOf(term: Term, leader: Term | undefined): string | null {
  const { row, sum } = term;
  if (row.by === "under" && !sum) return `“所属${levelWords[row.level]}”后面要写“之和”`;
  if (sum && (row.by === "total" || row.by === "line" || row.by === "code"))
    return "“之和”前面的行要写“各类”“各项”“所属各款”等，不能是一行";
  if ((row.by === "under" || row.by === "same") && !leader)
    return `写“${row.by === "under" ? `所属${levelWords[row.level]}` : "同一科目"}”时，公式里要有一处写“各类”“各项”等`;
  if (row.by === "each" && !sum && leader?.row.by === "each" && row.level !== leader.row.level)
    return `“${levelWords[row.level]}”和“${levelWords[leader.row.level]}”不能一行对一行，请在一边后面加“之和”`;
  return null;
}
