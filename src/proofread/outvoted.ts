import { canon } from "../text/canon";
import type { Fault } from "./ledger";
import { spanText, type Line } from "./text/lines";

/** One other place that has a name as the text does, and it may be the one table that has it wrong. */
const OTHERS = 1;
/** Shorter ones are parts of other words. */
const SHORTEST = 4;

/** A name that one table alone has otherwise than the rest of the report: both are shown, and none is put in. */
export function withoutOutvoted(faults: readonly Fault[], lines: readonly Line[]): readonly Fault[] {
  return faults.map((fault): Fault => {
    const said = spanText(fault.at);
    const right = canon(fault.expected ?? "");
    if (fault.category !== "name" || fault.replaces !== true || said.length < SHORTEST || !isOfOneTable(fault)) return fault;
    const others = lines.filter(({ text }) => text.includes(said) && !text.replaceAll(said, "").includes(right)).length - 1;
    if (others < OTHERS) return fault;
    const advice = `全文另有${String(others)}处也写“${said}”，请先核对表上的名称，再统一。`;
    return { ...fault, expected: "", replaces: false, advice };
  });
}

const isOfOneTable = ({ cells = [] }: Fault): boolean => new Set(cells.map(({ sheet }) => sheet)).size === 1;
