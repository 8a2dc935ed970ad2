/** Before the name of a county one character is part of the name ("长宁县", "宁县"); a province or a city takes two or more. */
const SHORTEST_PLACE = 2;
/** "县财政局" and "财政局": the kind of place alone, in a place where there is only one. */
const KIND_OF_PLACE = /^[省市县区州旗乡镇]$/;

/** Whether two names, each in canonical form, may be the full and the short one of the same office: they end alike. */
export function maySameOffice(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  const [full, short] = one.length >= other.length ? [one, other] : [other, one];
  const before = full.slice(0, full.length - short.length);
  return full.endsWith(short) && (before === "" || before.length >= SHORTEST_PLACE || KIND_OF_PLACE.test(before));
}
