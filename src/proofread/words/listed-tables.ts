import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { withoutPageNumber } from "../../text/wording";
import type { Ledger } from "../ledger";
import { tableTitles } from "../sections/table-titles";
import type { Line, Span } from "../text/lines";

/** 四、财政拨款收支总表, 5.一般公共预算支出表（功能科目）: an entry of the contents that names a table. */
const ENTRY =
  /^((?:[一二三四五六七八九十]{1,3}、)|(?:\d{1,2}[.．、])|(?:表\d{1,2}[：:]?))([^。；，]{2,50}表(?:（[^（）]{1,20}）)?)(?=[.…·\s\d]*$)/;
/** Fewer entries that are titles of the workbook list other tables. */
const FEWEST = 3;
const MOST = 0.6;
/** So many characters of a title may be slips; what differs by more is another title, unless it is the only one left. */
const SLIPS = 2;

interface Entry {
  readonly at: Span;
  readonly title: string;
}

/**
 * The tables that the contents list, where the text does not print them, beside the titles of the workbook (docs/rules.md B11): one that
 * is no title, or is one for the second time, stands for the title that is not listed.
 */
export function judgeListedTables(ledger: Ledger, lines: readonly Line[]): void {
  const titles = [...new Set(tableTitles(ledger.book.recognised).all.map(bare))];
  for (const entries of listsIn(lines)) {
    let left = titles;
    const others = entries.filter(({ title }) => {
      const own = left.find((one) => one === title) ?? left.find((one) => isAlike(withoutKind(one), withoutKind(title)));
      left = left.filter((one) => one !== own);
      return own === undefined;
    });
    const good = entries.length - others.length;
    if (good < FEWEST || good < entries.length * MOST) continue;
    for (const one of others) {
      const near = left.filter((title) => editDistance(withoutKind(title), withoutKind(one.title), SLIPS) <= SLIPS);
      const meant = near.length === 1 ? near[0] : others.length === 1 && left.length === 1 ? left[0] : undefined;
      if (meant !== undefined) tell(ledger, one, meant);
    }
  }
}

/** Entries one below the other. */
function listsIn(lines: readonly Line[]): readonly (readonly Entry[])[] {
  const lists: Entry[][] = [];
  let last = -2;
  lines.forEach((line, index) => {
    const [, number = "", said = ""] = line.kind === "row" ? [] : (ENTRY.exec(line.text) ?? []);
    if (said === "") return;
    if (last !== index - 1) lists.push([]);
    last = index;
    lists.at(-1)?.push({ at: { line, start: number.length, end: number.length + said.length }, title: bare(said) });
  });
  return lists;
}

/** Of which year and of what kind a title says before what it is of. */
const bare = (title: string): string =>
  withoutPageNumber(canon(title))
    .replace(/^\d{4}年(?:度)?/, "")
    .replace(/^(?:部门|单位)/, "")
    .replace(/["“”]/g, "");
/** 一般公共预算支出表（功能科目）: the contents need not say by which classification. */
const withoutKind = (title: string): string => title.replace(/（[^（）]{1,20}）$/, "");

/** 政府采购预算表 and 政府采购支出预算表 are one: forms list it with a word more than they print over it. */
function isAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length && [0, WORD].includes(long.length - short.length);
}
const WORD = 2;

function tell(ledger: Ledger, { at }: Entry, meant: string): void {
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B11",
    category: "name",
    severity: "warning",
    at,
    message: `目录写“${at.line.text.slice(at.start, at.end)}”，工作簿里没有这张表，有“${meant}”，目录没有列。`,
    advice: "请核对目录里的表名。",
  });
}
