import { byLine, type Fault } from "./ledger";

/** So near behind a name stands what a sentence lacks because the name was read for more or less than it is. */
const NEAR = 16;

/**
 * Several levels of one subject at fault on one line: the sentence names another subject, and that is said once. What is held
 * against a name that is itself at fault, a reason among it, is no fault of its own.
 */
export function misnamed(faults: readonly Fault[]): readonly Fault[] {
  const named = byLine(faults.filter(({ cause }) => cause === "subject"));
  if (named.size === 0) return faults;
  return faults.flatMap((fault): readonly Fault[] => {
    const own = named.get(fault.at.line);
    if (!own) return [fault];
    if (fault.cause !== "subject") return follows(fault, own) ? [] : [fault];
    if (levelsOf(own) < SEVERAL) return [fault];
    return fault === lowest(own) ? [whole(fault, own)] : [];
  });
}

/** At one level a slip, at two another subject. */
const SEVERAL = 2;
const levelsOf = (own: readonly Fault[]): number =>
  new Set(own.flatMap(({ message }) => /[类款项]级科目|科目编码/.exec(message)?.[0] ?? [])).size;

/** The item says more than its class. */
const lowest = (own: readonly Fault[]): Fault | undefined =>
  own.filter(({ expected = "" }) => !/^\d*$/.test(expected)).at(-1) ?? own.at(-1);

function whole(fault: Fault, own: readonly Fault[]): Fault {
  const levels = own.filter((one) => !/^\d*$/.test(one.expected ?? "")).map(({ expected = "" }) => expected);
  return {
    ...fault,
    message: `${fault.message}这一句的科目与表上有${String(own.length)}处不同（应有“${levels.join("”“")}”），像是写成了别的科目。`,
    replaces: false,
    advice: "请核对这一句说的是哪一个科目。",
  };
}

function follows({ id, at, category, severity }: Fault, own: readonly Fault[]): boolean {
  if (id === "B09" && category === "direction") return severity !== "error";
  if (levelsOf(own) < SEVERAL) return false;
  const from = Math.min(...own.map((one) => one.at.start));
  const to = Math.max(...own.map((one) => one.at.end)) + NEAR;
  return (id === "B-数" || id === "B-模" || id === "B-用") && at.start >= from && at.end <= to;
}
