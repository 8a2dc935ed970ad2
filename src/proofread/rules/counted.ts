import { Exact } from "../../amount/exact";
import { numberOf } from "../../text/numerals";
import type { Ledger } from "../ledger";
import { numeralIn } from "../read/numerals";
import { spanText, type Line, type Span } from "../text/lines";

const NUMBER = "(\\d{1,4}|[一二三四五六七八九十]{1,3})";
/** 下设九个处室，分别是：甲、乙。 */
const LIST = new RegExp(
  `(?:下设|内设|设有?|设立|下辖|所属|下属)(?:有)?${NUMBER}个(?:职能|内设|下属|所属|直属)?(?:处室|科室|股室|机构|部门|中心|单位|处|科|室|股)，?(?:分别|具体|即|主要)?(?:是|为|有|包括)：?([^。；]+)`,
  "g",
);
/** 预算单位共计2家，包括甲、乙。 */
const UNITS = new RegExp(`单位(?:共计|共有|共|合计|有)?${NUMBER}(?:个|家)，?(?:具体(?:包括|为)|分别(?:是|为)|包括|为)：?([^。；]+)`, "g");
/** 预算单位共计1家，即某某局本级。 */
const ONLY = new RegExp(`单位(?:共计|共有|共|合计|有)?${NUMBER}(?:个|家)，?(?:仅(?:包括|为|有)|即)：?([^，。；]+)`, "g");
/** What may be more than what is named: 等, or names joined by other than 、. */
const OPEN = /等|其中|，|以及/;
/** 编制15名，其中：行政编制10名、事业编制5名。 */
const POSTS = new RegExp(
  `(?<!行政|事业|工勤|专项|参公)编制(?:总数|总额|人数|数)?(?:为|共|共有|共计|合计)?${NUMBER}(?:名|个|人)，?(?:其中|包括|含)：?([^。；]+)`,
  "g",
);
const PART = new RegExp(`\\p{sc=Han}{2,10}编制(?:人数|数)?(?:为|共)?${NUMBER}(?:名|个|人)`, "gu");

/** 本部门共0个项目实行绩效目标管理，涉及财政性资金合计0万元 */
const PROJECTS = /(?<![\d.,])(\d{1,4})个项目[^。；，\d]{0,24}，?涉及[^。；，\d]{0,16}(\d[\d,.]*)万元/g;

const MORE_NUMBERS = /\d|[一二三四五六七八九十](?:名|个|人)/;

/** Numbers of what is listed right behind them, and of posts that are told kind by kind (docs/rules.md B 第一部分). */
export function judgeCounted(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(LIST)) listed(ledger, line, match, 2);
    for (const match of line.text.matchAll(UNITS)) listed(ledger, line, match, 2);
    for (const match of line.text.matchAll(ONLY)) listed(ledger, line, match, 1);
    for (const match of line.text.matchAll(PROJECTS)) nothing(ledger, line, match);
    for (const match of line.text.matchAll(POSTS)) posts(ledger, line, match);
  }
}

const valueOf = (digits: string): number | null => (/^\d+$/.test(digits) ? Number(digits) : numberOf(digits));

/** `fewest`: a single name behind a count may be one of another kind of list. */
function listed(ledger: Ledger, line: Line, match: RegExpExecArray, fewest: number): void {
  const [all, digits = "", names = ""] = match;
  const said = valueOf(digits);
  const items = names.replace(/（[^（）]*）/g, "").split("、");
  if (said === null || OPEN.test(names) || items.length < fewest) return;
  const start = match.index + all.indexOf(digits);
  const at = { line, start, end: start + digits.length };
  const again = items.find((item, index) => items.indexOf(item) < index);
  if (again !== undefined) {
    const from = match.index + all.lastIndexOf(again);
    ledger.fault({
      id: "B-人",
      category: "extra",
      severity: "warning",
      at: { line, start: from, end: from + again.length },
      message: `“${again}”列了两次。`,
      advice: "请看是不是重复了，或者漏写了另一个。",
    });
  }
  if (items.length === said) prove(ledger, at, "与后面所列的个数一致");
  else tell(ledger, at, said, items.length, `写的是${digits}个，后面列了${String(items.length)}个。`);
}

/** No projects, and money for them, or the other way round. */
function nothing(ledger: Ledger, line: Line, match: RegExpExecArray): void {
  const [all, projects = "", amount = ""] = match;
  const none = [projects, amount].map((digits) => /^[0.,]+$/.test(digits));
  if (none[0] === none[1]) return;
  const at = { line, start: match.index, end: match.index + all.length };
  if (!ledger.isFaulted(at))
    ledger.fault({
      id: "B-人",
      category: "figure",
      severity: "warning",
      at,
      message: `这里说项目${projects}个，金额${amount}万元，两个数说不到一起。`,
      advice: "请核对项目个数和金额。",
    });
}

function posts(ledger: Ledger, line: Line, match: RegExpExecArray): void {
  const [all, digits = "", kinds = ""] = match;
  const total = valueOf(digits);
  const parts = [...kinds.matchAll(PART)].map((part) => ({ part, value: valueOf(part[1] ?? "") }));
  if (total === null || parts.length < 2 || parts.some(({ value }) => value === null)) return;
  // 公务员20，事业编制17名: what is said otherwise is counted too.
  if (MORE_NUMBERS.test(kinds.replace(PART, ""))) return;
  const sum = parts.reduce((before, { value }) => before + (value ?? 0), 0);
  const from = match.index + all.length - kinds.length;
  const start = match.index + all.indexOf(digits);
  const spans = parts.map(({ part }) => {
    const at = from + part.index + part[0].lastIndexOf(part[1] ?? "");
    return { line, start: at, end: at + (part[1] ?? "").length };
  });
  const whole = { line, start, end: start + digits.length };
  if (sum === total) for (const at of [whole, ...spans]) prove(ledger, at, "编制总数 = 各类编制之和");
  else {
    const working = spans.map(spanText).join(" + ");
    tell(
      ledger,
      { ...whole, end: spans.at(-1)?.end ?? whole.end },
      total,
      sum,
      `各类编制之和${working} = ${String(sum)}，编制总数写${digits}。`,
    );
  }
}

/** Which of them is wrong nobody can tell: both are shown. */
function tell(ledger: Ledger, at: Span, left: number, right: number, message: string): void {
  ledger.fault({
    id: "B-人",
    category: "sum",
    severity: "error",
    at,
    message,
    left: Exact.ofUnits(left),
    right: Exact.ofUnits(right),
    advice: "请核对是哪一个写错了。",
  });
}

function prove(ledger: Ledger, at: Span, by: string): void {
  ledger.prove(numeralIn(at), by);
}
