import { doubtYear } from "../rules/doubtful-year";
import type { Ledger } from "../ledger";
import { isOfFinalAccounts } from "../rules/final-accounts";
import type { Line } from "../text/lines";
import { tableTitles } from "./table-titles";

const TITLED = /(?<!\d)(20\d\d)年(?:度)?([^。；：\d]{4,60}?表)/g;
/** 注：本部门2026年无政府性基金预算…，故本表为空表 · 2026年度项目总预算 · 纳入本部门2026年部门汇总预算编制范围 · 2026年度部门预算公开表附后 */
const SAID =
  /(?<!\d)(20\d\d)(?=年(?:度)?(?:无[^。；]{2,40}空表|项目总预算|(?:部门|单位)?(?:汇总)?(?:部门|单位)?预算(?:(?:编制|汇总)?范围|公开表)))/g;
/** 某某区2026年区级部门预算, 2026年某某局部门预算, 2026年某某医院预算公开 */
const COVER =
  /(?<!\d)(20\d\d)(?=年(?:度)?[\p{sc=Han}（）]{0,40}?(?:(?:部门|单位)(?:综合)?预算(?!执行|完成|调整|批复)|预算(?:信息)?公开))/gu;
/** 第二部分 2026年度部门预算表, 三、2026年度部门主要工作任务及目标: of what else a heading may be (2025年预算执行情况) is its own matter. */
const HEADED =
  /^(?:第[一二三四五六]部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)(20\d\d)(?=年(?:度)?(?:部门|单位)?(?:预算(?!执行|完成|调整)|主要工作任务|工作任务)[^，。；：]{0,30}$)/g;
/** A sentence is no title, however early it stands. */
const SENTENCE = /[，。]/;
/** The cover is done by then. */
const FRONT = 6;

/** The year of the tables' titles, in the contents and over the tables, of their notes and of the cover: that of the budget. */
export function judgeTitleYears(ledger: Ledger, lines: readonly Line[]): void {
  const { year, recognised } = ledger.book;
  if (year === null) return;
  const titles = tableTitles(recognised);
  if (!ledger.book.withWorkbook) judgeOnlyHeading(ledger, lines, year);
  lines.forEach((line, index) => {
    if (line.kind === "row") return;
    const titled = [...line.text.matchAll(TITLED)].filter(([, , title = ""]) => titles.has(title));
    for (const match of [
      ...titled,
      ...line.text.matchAll(SAID),
      ...line.text.matchAll(HEADED),
      ...(index < FRONT && !SENTENCE.test(line.text) ? line.text.matchAll(COVER) : []),
    ])
      if (match[1] !== String(year)) tell(ledger, line, match.index + match[0].indexOf(match[1] ?? ""), match[1] ?? "", year);
  });
}

/** 一、2025年部门预算收支情况说明: a heading over what the text says of its own year. */
const HEADING = /^[^，。；\d]{0,40}?(20\d\d)(?=年(?:度)?[^，。；\d]{0,30}(预算|决算)[^，。；\d]{0,20}(?:说明|情况|公开|公示|公开表)$)/;
/** Not of a plan that was made, but of how last year's was carried out, or of two years beside one another. */
const OF_TWO = /执行|[比较]|增减/;
const OFTEN = 3;

/** A single heading of another year among those of the text's own; nothing is proposed, for the text itself says its year. */
function judgeOnlyHeading(ledger: Ledger, lines: readonly Line[], year: number): void {
  const final = isOfFinalAccounts(lines);
  const headed = lines.flatMap((line) => {
    const match = line.kind === "row" || OF_TWO.test(line.text) ? null : HEADING.exec(line.text);
    return match && (match[2] === "决算") === final ? [{ line, said: match[1] ?? "", start: match[0].length - "2026".length }] : [];
  });
  const others = headed.filter(({ said }) => said !== String(year));
  const times = lines.reduce((sum, { text }) => sum + text.split(`${String(year)}年`).length - 1, 0);
  const [only] = others;
  if (!only || others.length > 1 || times < OFTEN) return;
  const at = { line: only.line, start: only.start, end: only.start + only.said.length };
  doubtYear(ledger, at, `别处都写${String(year)}年，这个标题写${only.said}年。`, "请看标题的年份是不是没有改。");
}

function tell(ledger: Ledger, line: Line, start: number, said: string, year: number): void {
  const at = { line, start, end: start + said.length };
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B07",
    category: "year",
    severity: "error",
    at,
    message: `这里写${said}年，预算年度是${String(year)}年。`,
    expected: String(year),
    replaces: true,
  });
}
