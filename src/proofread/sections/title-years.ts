import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { tableTitles } from "./table-titles";

const TITLED = /(?<!\d)(20\d\d)年(?:度)?([^。；：\d]{4,60}?表)/g;
/** 注：本部门2026年无政府性基金预算…，故本表为空表 · 2026年度项目总预算 */
const SAID = /(?<!\d)(20\d\d)(?=年(?:度)?(?:无[^。；]{2,40}空表|项目总预算))/g;
/** 某某区2026年区级部门预算 */
const COVER = /(?<!\d)(20\d\d)(?=年(?:度)?[省市区县]?级?(?:部门|单位)预算)/g;
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
