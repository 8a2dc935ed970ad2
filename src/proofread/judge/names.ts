import { ORGANISATION } from "../../narrative/pattern/node";
import type { Slot } from "../../narrative/pattern/read";
import { segmentsText, type Segment } from "../../narrative/segments";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Fault, Ledger } from "../ledger";
import { spanIn } from "../sentences/slots";
import type { Found } from "../sentences/found";
import { spanText, type Span } from "../text/lines";
import { noteOtherName } from "../words/known-names";
import { wholeWords } from "../words/whole-words";

const SHORTEST = 2;

/** A piece of a number, one stray character, or of an organisation's a piece of another clause, that stands in the name's place. */
const isNoName = (said: string, right: string, isOrganisation: boolean): boolean =>
  (said.length < SHORTEST && right.length > SHORTEST) ||
  (/[\d：]/.test(said) && !/[\d：]/.test(right)) ||
  (isOrganisation && /[，。；：]/.test(said) && !/[，。；：]/.test(right));

const cellsOf = (segments: readonly Segment[]) => segments.flatMap((segment) => ("cells" in segment ? segment.cells : []));

/** A name where it ought to stand: as the tables have it, otherwise written, another's, or left out. */
export function judgeName(ledger: Ledger, found: Found, { node, at, place, exact, soft }: Slot): void {
  if (node.kind !== "name") return;
  const right = segmentsText(node.segments);
  if (right === "" || node.segments.some(({ kind }) => kind === "todo")) return;
  if (!at || at.end <= at.start || isNoName(found.text.slice(at.start, at.end), right, node.what === ORGANISATION)) {
    if (soft || (ledger.freely && node.what === ORGANISATION)) return;
    ledger.fault({
      id: "B08",
      category: "name",
      severity: "error",
      at: spanIn(found, at?.start ?? place, at?.start ?? place),
      place: true,
      message: `这里缺${node.what}“${right}”。`,
      expected: right,
      ...ofSubject(node.what),
      cells: cellsOf(node.segments),
    });
    return;
  }
  const there = bareName(spanIn(found, at.start, at.end), canon(right));
  const span = exact ? there : wholeWords(there, right);
  if (!span) return;
  const said = spanText(span);
  const where = node.what === ORGANISATION ? "表头" : "表上";
  if (node.what === ORGANISATION && ITSELF.test(said)) return;
  if (exact || otherwise(node.others, said)) {
    if (said !== canon(right) && ledger.book.withWorkbook && otherwise(node.others, said) && node.what === "“三公”经费项目")
      ledger.fault({
        id: "B08",
        category: "name",
        severity: "info",
        at: span,
        message: `表上写作“${right}”，这里写“${said}”，用词不一。`,
        expected: right,
        replaces: true,
      });
    return;
  }
  if (said.length > 2 && canon(right).endsWith(said)) {
    if (ledger.freely) return;
    ledger.fault({
      id: "B08",
      category: "name",
      severity: "info",
      at: span,
      message: `这里用简称“${said}”，${where}写“${right}”。`,
      expected: right,
    });
    return;
  }
  if (MONEY.includes(node.what) && said !== canon(right) && bare(said) === bare(canon(right))) {
    ledger.fault({
      id: "B08",
      category: "name",
      severity: "info",
      at: span,
      message: `${where}写作“${right}”，这里写“${said}”，用词不一。`,
      expected: right,
    });
    return;
  }
  if (editDistance(said, canon(right), 4) <= Math.max(1, Math.min(4, Math.floor(right.length / 3))))
    noteOtherName(ledger, span, right, node.what, cellsOf(node.segments), where, ofSubject(node.what).cause);
  else
    ledger.fault({
      id: node.what === ORGANISATION ? "S03" : "B08",
      category: "name",
      severity: "error",
      at: span,
      message: `这里的${node.what}写“${said}”，应为“${right}”，不是同一个。`,
      // In words of an office's own it may be another thing altogether that stands there.
      ...(ledger.freely && node.what !== ORGANISATION ? {} : { expected: right, replaces: !hasLevels(said) || hasLevels(right) }),
      ...ofSubject(node.what),
      cells: cellsOf(node.segments),
      why: "名称应与公开表逐字一致",
    });
}

/** 某某（类）某某（款）: with its levels, which a name without them does not stand for. */
const hasLevels = (name: string): boolean => /（[类款项]）/.test(name);

/** 类级科目, 科目编码: together they name one subject. */
const ofSubject = (what: string): Pick<Fault, "cause"> => (/级科目$|^科目编码$/.test(what) ? { cause: "subject" } : {});

/** 其中教育支出: what leads to a name is no part of it. */
function bareName(span: Span, right: string): Span {
  const lead = /^其中[：，]?/.exec(spanText(span))?.[0] ?? "";
  return lead === "" || right.startsWith(lead) || lead.length === span.end - span.start
    ? span
    : { ...span, start: span.start + lead.length };
}

/** Names of money, that people say with more words than the tables or with fewer. */
const MONEY: readonly string[] = ["收入来源", "拨款名称", "预算名称"];
const bare = (name: string): string => name.replace(/预算|财政(?=拨款)|拨款|资金|安排的|支出/g, "");

/** 我局, 本部门: an organisation that speaks of itself. */
const ITSELF = /^[本我](?:部门|单位|局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|镇|乡|街道|中心|机关)$/;

/** Whether it is another wording that means the same. */
export const otherwise = (others: readonly string[], said: string): boolean => others.some((other) => canon(other) === said);

/** What is put in right before or behind a name belongs to it. */
export function widened(
  found: Found,
  slots: readonly Slot[],
  extra: { readonly start: number; readonly end: number },
): { slot: Slot; span: Span } | null {
  const slot = slots.find(({ node, at }) => node.kind === "name" && at !== null && (at.end === extra.start || at.start === extra.end));
  if (!slot?.at) return null;
  return { slot, span: spanIn(found, Math.min(slot.at.start, extra.start), Math.max(slot.at.end, extra.end)) };
}
