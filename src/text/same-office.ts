/** Before the name of a county one character is part of the name ("长宁县", "宁县"); a province or a city takes two or more. */
const SHORTEST_PLACE = 2;

/** Whether two names, each in canonical form, may be the full and the short one of the same office: they end alike. */
export function maySameOffice(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  const [full, short] = one.length >= other.length ? [one, other] : [other, one];
  const before = full.length - short.length;
  return full.endsWith(short) && (before === 0 || before >= SHORTEST_PLACE);
}
