import { canon } from "../../text/canon";
import { difference, editDistance } from "../../text/edits";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** One stretch of so many characters is a slip; what differs more was written anew. */
const LONGEST_SLIP = 6;
/** So many slips in all are told in one word; more are an explanation of the office's own. */
const MOST_SLIPS = 12;
/** How much stands around a slip, for it to be recognised by. */
const AROUND = 2;

/** 区级 and 市级, each of the same length: the office's own level is as right as any. */
const ofOneLevel = (text: string): string => text.replace(/[省市区县镇乡]级/g, "某级");
const LEAD = /^(?:是指|是|指)/;

/** Behind a term of 名词解释 stands what the forms say of it; `from`: where the explanation begins. */
export function judgeMeaning(ledger: Ledger, line: Line, term: string, from: number, meaning: string): void {
  const start = from + (LEAD.exec(line.text.slice(from))?.[0].length ?? 0);
  const [said, right] = [line.text.slice(start), canon(meaning).replace(LEAD, "")];
  const [a, b] = [ofOneLevel(said).replace(/。$/, ""), ofOneLevel(right).replace(/。$/, "")];
  if (a === b) return;
  const slip = difference(a, b);
  const [wrong, correct] = [said.slice(slip.start, slip.endA), right.slice(slip.start, slip.endB)];
  if (wrong.length <= LONGEST_SLIP && correct.length <= LONGEST_SLIP) {
    const isReplaced = wrong !== "" && correct !== "";
    const around = isReplaced ? 0 : AROUND;
    const [left, end] = [Math.max(0, slip.start - around), Math.min(said.length, slip.endA + around)];
    const expected = right.slice(left, slip.endB + end - slip.endA);
    ledger.fault({
      id: "B-用",
      category: "wording",
      severity: "warning",
      at: { line, start: start + left, end: start + end },
      message: `“${term}”的解释写“${said.slice(left, end)}”，范本是“${expected}”。`,
      expected,
      replaces: true,
    });
    return;
  }
  if (editDistance(a, b, MOST_SLIPS) > MOST_SLIPS) return;
  ledger.fault({
    id: "B-用",
    category: "wording",
    severity: "info",
    at: { line, start, end: line.text.length },
    message: `“${term}”的解释与范本有几处不同，请核实。`,
    advice: `范本是“${right}”`,
  });
}
