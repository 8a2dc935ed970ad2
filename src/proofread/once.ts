import { RANK } from "../checks/report";
import { canon } from "../text/canon";
import { byLine, type Fault } from "./ledger";
import { spanText } from "./text/lines";

/** Two corrections of the same words that are not the same: neither is certain, both are shown and none is put in. */
export function withoutContradiction(faults: readonly Fault[]): readonly Fault[] {
  const placeOf = ({ at }: Fault): string => `${at.line.index}:${at.start}:${at.end}`;
  const corrections = new Map<string, Set<string>>();
  for (const fault of faults)
    if (fault.replaces === true) corrections.set(placeOf(fault), (corrections.get(placeOf(fault)) ?? new Set()).add(fault.expected ?? ""));
  return faults.map((fault) => ((corrections.get(placeOf(fault))?.size ?? 0) > 1 ? { ...fault, replaces: false } : fault));
}

/** One fault once: where the same words are to become the same words, or nobody says what they are to become and another does, the weightiest alone is said. */
export function notSaidBefore(faults: readonly Fault[]): (fault: Fault) => boolean {
  const placeOf = ({ at }: Fault): string => `${at.line.index}:${at.start}:${at.end}`;
  const first = new Map<string, Fault>();
  const corrected = new Map<string, Fault>();
  const onLine = byLine(faults.filter(({ expected = "" }) => expected !== ""));
  for (const fault of faults) {
    const key = changeOf(fault);
    const before = first.get(key);
    if (!before || RANK[fault.severity] < RANK[before.severity]) first.set(key, fault);
    if ((fault.expected ?? "") !== "") corrected.set(placeOf(fault), fault);
  }
  const holds = ({ at, category }: Fault): Fault | undefined =>
    category === "wording" ? onLine.get(at.line)?.find((one) => one.at.start >= at.start && one.at.end <= at.end) : undefined;
  return (fault) => {
    if ((fault.expected ?? "") !== "") return first.get(changeOf(fault)) === fault;
    const other = corrected.get(placeOf(fault)) ?? holds(fault);
    return !other || fault.at.end === fault.at.start || RANK[other.severity] > RANK[fault.severity] || fault.category === "extra";
  };
}

/** What a fault would change: the characters that differ alone, so that 截止→截至 and 止→至 are one. */
function changeOf({ at, place, expected = "" }: Fault): string {
  const [said, right] = [spanText(at), canon(expected)];
  let [head, tail] = [0, 0];
  if (place !== true && expected !== "") {
    const most = Math.min(said.length, right.length);
    while (head < most && said.charAt(head) === right.charAt(head)) head += 1;
    while (tail < most - head && said.charAt(said.length - 1 - tail) === right.charAt(right.length - 1 - tail)) tail += 1;
  }
  return `${at.line.index}:${at.start + head}:${at.end - tail}:${right.slice(head, right.length - tail)}`;
}
