import { canon } from "../../text/canon";
import { maySameOffice } from "../../text/same-office";
import type { Ledger } from "../ledger";
import type { Found } from "../sentences/found";
import { spanIn } from "../sentences/slots";
import type { Span } from "../text/lines";
import { SHORTEST, slips } from "./scan";

/** An office with its place before it: 上海市某某区审计局. Without the place it may be any office that a sentence speaks of. */
const NAME = "(?:(?![年月日由和与及为是的在向])\\p{sc=Han})";
const OFFICE = new RegExp(
  `(?:${NAME}{2,3}[省市]${NAME}{2,4}?[区县市州]|${NAME}{2,3}[省市])${NAME}{1,16}?` +
    "(?:委员会|办公室|办事处|人民政府|人民法院|人民检察院|管理局|分局|总队|支队|中心|学校|中学|小学|医院|学院|局)",
  "gu",
);

/** The workbook's own, where the text is another's: that was said once and for all. */
const isOfWorkbook = ({ book: { otherOrganisation: other } }: Ledger, name: string): boolean =>
  other !== null && (canon(other.workbook) === name || maySameOffice(canon(other.workbook), name));

/** The organisation's own name, with a slip between its first and its last character: that is told as such. */
const isWithin = (said: string, name: string): boolean =>
  name.length >= SHORTEST && said.at(0) === name.at(0) && said.at(-1) === name.at(-1);

/** Words of the template's sentence in whose place, or beside which, another office stands. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * 上海市某某区审计局 where the sentence of the template has 本部门, or nothing: left over from a text that was copied. What is said of
 * such an office stands in a person's own words, not among the template's.
 *
 * @returns where they stand in the statement: of these words nothing else is to be said.
 */
export function judgeOtherOffices(ledger: Ledger, found: Found, differing: readonly Stretch[]): readonly Stretch[] {
  const organisation = canon(ledger.book.organisation ?? "");
  if (organisation === "" || ledger.freely || differing.length === 0) return [];
  const slipped = slips(found.text, organisation).filter((slip) => isWithin(found.text.slice(slip.start, slip.end), organisation));
  return [...found.text.matchAll(OFFICE)].flatMap(({ 0: name, index: start }) => {
    const end = start + name.length;
    const own = slipped.find((slip) => slip.start < end && slip.end > start);
    if (own) return [own];
    if (isOfWorkbook(ledger, name) || name.includes(organisation) || organisation.includes(name) || maySameOffice(name, organisation))
      return [];
    if (!differing.some((one) => one.start < end && one.end > start)) return [];
    const at: Span = spanIn(found, start, end);
    if (!ledger.isFaulted(at))
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "error",
        at,
        message: `这里写的是“${name}”，这份报告是“${ledger.book.organisation ?? ""}”的。`,
        advice: "像是从别的单位的文本里抄来的，请改正单位名称。",
      });
    return [{ start, end }];
  });
}
