import type { ReportPattern } from "../../narrative/parts";
import { segmentsText } from "../../narrative/segments";
import type { Pattern } from "../../narrative/pattern/node";
import { write } from "../../narrative/pattern/write";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { withoutPageNumber } from "../../text/wording";
import type { Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";

const PART = /^第([一二三四五六])部分/;
const HEADING = /^[一二三四五六七八九十]{1,2}、/;
/** The year, and of what kind the organisation is, stand before what a title says, and are looked at elsewhere. */
const BEFORE = /^(?:\d{3,5}年(?:度)?)?(?:部门|单位)?/;
const MOST_SLIPS = 2;
const LONGEST = 60;

/** 第一部分 2026年部门概况, wherever it stands: the organisation's own name in it at most, and its words as the template has them; so too the headings of 第一部分. */
export function judgePartTitles(ledger: Ledger, lines: readonly Line[], report: ReportPattern): void {
  const titles = report.parts.flatMap((part) => ("title" in part ? plainly(ledger, part.title) : []));
  const headings = report.parts.flatMap((part) => (part.kind === "about" ? part.passages.map(({ name }) => name) : []));
  for (const line of lines) {
    if (line.kind === "row" || line.text.length > LONGEST || line.text.includes("。")) continue;
    const number = PART.exec(line.text)?.[0];
    if (number !== undefined)
      title(ledger, titleAt(line, number.length), titles.find((one) => one.startsWith(number))?.slice(number.length));
    else if (HEADING.test(line.text)) heading(ledger, titleAt(line, HEADING.exec(line.text)?.[0].length ?? 0), headings);
  }
  otherNumbers(ledger, lines);
}

/** 第一部分概况: without year, kind and name. */
function plainly({ book: { amounts } }: Ledger, pattern: Pattern): readonly string[] {
  const text = canon(segmentsText(write(pattern, amounts)));
  const number = PART.exec(text)?.[0];
  return number === undefined ? [] : [`${number}${text.slice(number.length).replace(BEFORE, "")}`];
}

function titleAt(line: Line, start: number): Span {
  return { line, start, end: start + withoutPageNumber(line.text.slice(start)).length };
}

/** 第二部分 over what another line calls 第三部分, while other words are 第二部分 as well: its number was not changed. */
function otherNumbers(ledger: Ledger, lines: readonly Line[]): void {
  const parts = lines.flatMap((line) => {
    const number = line.kind === "row" || line.text.length > LONGEST ? undefined : PART.exec(line.text)?.[0];
    return number === undefined ? [] : [{ line, number, words: spanText(titleAt(line, number.length)) }];
  });
  for (const { line, number, words } of parts) {
    const right = parts.find((other) => other.words === words && words !== "" && other.number !== number)?.number;
    if (right === undefined || !parts.some((other) => other.number === number && other.words !== words)) continue;
    ledger.fault({
      id: "B11",
      category: "name",
      severity: "warning",
      at: { line, start: 0, end: number.length },
      message: `“${words}”在别处是${right}，这里写“${number}”，“${number}”是另一部分。`,
      expected: right,
      replaces: true,
    });
  }
}

/** The words behind year, name and kind, the name first where the year is not. */
function title(ledger: Ledger, whole: Span, right: string | undefined): void {
  if (right === undefined || right === "") return;
  const text = spanText(whole);
  const organisation = canon(ledger.book.organisation ?? "");
  const lead = text.startsWith(organisation) ? organisation.length : 0;
  const start = whole.start + lead + (BEFORE.exec(text.slice(lead))?.[0].length ?? 0);
  const at = { ...whole, start };
  const said = spanText(at);
  if (said === right || said === "") return;
  if (said.endsWith(right)) {
    const name = { ...at, end: at.end - right.length };
    if (organisation !== "" && spanText(name).replace(/(?:部门|单位)$/, "") !== organisation)
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "warning",
        at: name,
        message: `标题里的“${spanText(name)}”与表头的“${organisation}”不是同一个。`,
        advice: "请核对单位名称。",
      });
    return;
  }
  slip(ledger, at, [right]);
}

const heading = (ledger: Ledger, at: Span, known: readonly string[]): void => {
  if (![...known, ...ALSO].some((one) => spanText(at).startsWith(one))) slip(ledger, at, known);
};

/** As right as the template's own. */
const ALSO = ["主要职责"];

/** One of the known titles, a slip away. */
function slip(ledger: Ledger, at: Span, known: readonly string[]): void {
  const said = spanText(at);
  const most = (right: string): number => (right.length > 4 ? MOST_SLIPS : 1);
  const right = known.find((one) => editDistance(said, one, most(one)) <= most(one));
  if (right === undefined || ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B11",
    category: "name",
    severity: "warning",
    at,
    message: `标题写“${said}”，规定的是“${right}”。`,
    expected: right,
    replaces: true,
  });
}
