import { canon, canonicalise } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { withoutPageNumber } from "../../text/wording";
import { splitLong } from "./split";

/**
 * What the reader takes for one paragraph: lines that a program broke inside a sentence are joined again.
 * prose: sentences · heading · row: a table row, its cells parted by tabs.
 */
export interface Line {
  readonly index: number;
  readonly kind: "prose" | "heading" | "row";
  /** In one spelling (canon.ts). */
  readonly text: string;
  /** For every character: the paragraph it stands in (0-based) and its position there. */
  readonly paragraph: readonly number[];
  readonly at: readonly number[];
}

/** A stretch of a line. */
export interface Span {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

export const spanText = ({ line, start, end }: Span): string => line.text.slice(start, end);

const PAGE = /^(?:-?\d{1,3}-?|第\d{1,3}页(?:[，/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;
const FIELD = "项目名称：|设立的政策依据|预算安排规模|项目承担单位|资金分配情况|资金执行时间";
const STARTS = new RegExp(
  `^(?:第[一二三四五六]部分|[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）|（\\d{1,2}）|\\d{1,2}(?:[.．](?!\\d)|[、）])|表\\d{1,2}|目录|${FIELD}|编制(?:部门|单位)：|预算(?:主管部门|单位)：|单位：|备注：|` +
    "(?:收入|支出)预算包括|一般公共预算支出包括|(?:基本支出|项目支出|人员经费|公用经费|一般公共预算|单位资金|财政拨款结转)\\d|上级|政府性基金预算未|国有资本经营预算未|\\d{4}年\\d{1,2}月\\d{1,2}日$|（\\d{4}年）$)",
);
const ENDS = /[。；：！？]$/;
/** Colons after which the sentence goes on. */
const OPEN = /(?:（项）|主要包括|原因是|用于|万元，包括|(?:收入|支出)预算包括|支出包括|分别是)：$/;
/** What never begins a paragraph, though the line before ends with a colon: …万元，其中：货物预算… */
const INSIDE =
  /^(?:(?:面向)?小微企业|政府采购(?:货物|工程|服务)|(?:货物|工程|服务)(?:类|采购)|因公出国|一般公务用车\d|在职\d|财政拨款项目涉及)/;
const HEADING =
  /^(?:第[一二三四五六]部分|[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）)[^。；]{0,80}(?:情况|说明|事项|职能|设置|解释|概况|公开表|情况表|明细表|其中：|变[化动]原因)$/;
/** （二）2025年与2024年收入预算对比 */
const COMPARED_HEADING = /^(?:[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）)[^，。；：]{2,60}(?:对比|比较)(?:分析)?$/;
const TITLE = /^[^。，；]{2,40}(?:表|公开)$|^（?\d{4}年）?$|^第[一二三四五六]部分/;
/** A heading without a number, before a sentence that names its year again: 2026年… · 某某局2026年… */
const BARE_HEADING = /^[^，。；：\d]{0,30}\d{4}年[^，。；：\d]{2,30}(?:说明|情况|公开|公示)$/;
const NAMES_YEAR = /^(?!说明|如下|公开|公示|情况|[的和及与])[^，。；\d]{0,30}\d{4}年/;
/** By what it is published, or what the office does: 按照…要求，现将…公布如下 · 某某局的主要职责是. */
const BY_ORDER = /^(?:按照|根据|依据|依照|\p{sc=Han}{4,30}(?:基本职能|主要职能|主要职责))/u;
/** The heading of an entry, narrower than a page, before such a sentence: （三）公务用车购置及运行维护费 · 某某局2026年… */
const ENTRY_HEADING = /^（[一二三四五六七八九十]{1,3}）[^，。；：\d]{4,20}$/;
/** Of a part: 某某局主要职能 · 某某局（部门）机构设置 · 2026年部门预算编制说明. */
const WHOSE_HEADING = /^\p{sc=Han}{4,40}(?:（(?:部门|单位|本级)）)?(?:主要职能|主要职责|机构设置)$|^\d{4}年(?:部门|单位)预算编制说明$/u;
/** A cell of a table that a PDF took apart: an amount by itself, or before the name that stands beside it. */
const CELL = /^-?[\d,]+(?:\.\d+)?$|^-?[\d,]+\.\d+(?:[一二三四五六七八九十]{1,2}、|[1-9]、)/;
/** Why an amount changed, or with what it is compared: never a paragraph by itself. */
const BELONGS = /^(?:主要原因(?:是|为|：)|与上年(?:预算)?数?相比，?(?:[增减]|持平))/;
const TOLD = /\d(?:万?元|%)\D{0,120}。$/;
/** The last of a list of units, and the sentence about their people behind it. */
const UNIT = /^(?:\d{1,2}[.、]|（\d{1,2}）)[^，。；：]{2,60}$/;
const STAFF = /^[^，。；：]{2,60}编制(?:人)?数/;
/** Shorter lines were not broken by the page's width. */
const BREAKABLE = 12;

/** 编制部门：某某局, over a table whose headings a program put on lines of their own: an office's name is whole. */
const TABLE_HEAD =
  /^(?:编制|填报|公开)(?:部门|单位)：[^，。；：]{2,50}(?:局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|镇|乡|街道|中心|学|园|团|场|台|社|）)(?:单位：[万千亿]?元)?$/;

interface Open {
  text: string;
  paragraph: number[];
  at: number[];
  row: boolean;
  /** A table's row, its cells parted by blanks. */
  columns: boolean;
}

/** No sentence has so many blanks in it. */
const BLANKS = 4;
export const isInColumns = (at: readonly number[]): boolean =>
  at.some((position, index) => index > 0 && position - (at[index - 1] ?? 0) > BLANKS);

/** Joins the paragraphs of a text, as any program may have broken them, into lines as the reader takes them. */
export function linesOf(paragraphs: readonly string[]): readonly Line[] {
  const open: Open[] = [];
  const listed = listedTwice(paragraphs);
  paragraphs.forEach((original, number) => {
    const row = original.trim().includes("\t") || original.slice(original.trimEnd().length).includes("\t");
    const whole = bare(canonicalise(original, row));
    const isBulleted = BULLET.test(original);
    for (const [piece, { text, at }] of (row ? [whole] : splitLong(whole)).entries()) {
      if (text === "" || PAGE.test(text)) continue;
      const last = open.at(-1);
      const columns = isInColumns(at);
      if (last && !row && !columns && !last.columns && !(isBulleted && piece === 0) && !isListed(listed, last.text) && goesOn(last, text))
        append(last, text, at, number);
      else open.push({ text, paragraph: at.map(() => number), at: [...at], row, columns });
    }
  });
  return open.map(({ text, paragraph, at, row }, index) => ({
    index,
    kind: row ? "row" : isHeading(text) ? "heading" : "prose",
    text,
    paragraph,
    at,
  }));
}

/** 三、2026年度部门主要工作任务及目标, in the contents and again over its part: a line that nothing was broken off. */
const LISTED = /^(?:第[一二三四五六]部分|[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）)[^，。；：]{4,60}$/;

/** Twice, or once with one character mistyped. */
function listedTwice(paragraphs: readonly string[]): ReadonlySet<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  const byMark = new Map<string, string[]>();
  for (const text of paragraphs) {
    const mask = LISTED.test(text.trim()) ? maskOf(canon(text)) : "";
    if (mask === "") continue;
    const alike = byMark.get(mask.slice(0, MARKED)) ?? [];
    const near = once.has(mask) ? [mask] : alike.filter((one) => isMistyped(one, mask));
    for (const one of near.length > 0 ? [...near, mask] : []) twice.add(one);
    once.add(mask);
    if (alike.length < MOST_ALIKE) byMark.set(mask.slice(0, MARKED), [...alike, mask]);
  }
  return twice;
}
/** …情况说, with 明 in the next line: what only lacks its end was broken off. */
const isMistyped = (one: string, other: string): boolean =>
  !one.startsWith(other) && !other.startsWith(one) && editDistance(one, other, 1) <= 1;
/** Two of one number are compared, and no more of them than contents and body may have. */
const MARKED = 2;
const MOST_ALIKE = 12;

const LONGEST = 70;
const isListed = (listed: ReadonlySet<string>, text: string): boolean => text.length <= LONGEST && listed.has(maskOf(text));

/** Whatever page it is on, and whatever year one of the two names. */
const maskOf = (text: string): string => withoutPageNumber(text).replace(/\d/g, "0");

/** What a list sets before each of its entries begins one. */
const BULLET = /^\s*[•●▪■◆]/;

/** Without the mark of a bulleted list. */
function bare({ text, at }: { text: string; at: readonly number[] }): { text: string; at: readonly number[] } {
  const mark = /^[-•·●▪■◆#]+(?=[^\d-])/.exec(text)?.[0].length ?? 0;
  return mark === 0 ? { text, at } : { text: text.slice(mark), at: at.slice(mark) };
}

/** 1. 2026年部门收入预算总表 ……………… 5: an entry of the contents, and the whole of it. */
const LED_TO_PAGE = /(?:……|[.·．]{4})\d{0,3}$/;

function goesOn(last: Open, text: string): boolean {
  if (LED_TO_PAGE.test(last.text)) return false;
  if (CELL.test(text) || CELL.test(last.text)) return false;
  if ((BARE_HEADING.test(last.text) || ENTRY_HEADING.test(last.text)) && (NAMES_YEAR.test(text) || BY_ORDER.test(text))) return false;
  if (WHOSE_HEADING.test(last.text) || TABLE_HEAD.test(last.text)) return false;
  if (!last.row && BELONGS.test(text) && TOLD.test(last.text)) return true;
  if (UNIT.test(last.text) && STAFF.test(text)) return false;
  if (last.row || STARTS.test(text) || TITLE.test(last.text)) return false;
  if (/^[一二三四五六七八九十]{1,3}、关于/.test(last.text) && !/(?:说明|情况)$/.test(last.text)) return text.length <= 20;
  const isOpen = OPEN.test(last.text) || (last.text.endsWith("其中：") && INSIDE.test(text));
  return (!ENDS.test(last.text) || isOpen) && !isHeading(last.text) && last.text.length >= BREAKABLE;
}

function append(last: Open, text: string, at: readonly number[], number: number): void {
  // 1, at the end of one line and 221.42 at the beginning of the next is one number.
  if (/\d，$/.test(last.text) && /^\d{3}(?!\d)/.test(text)) last.text = `${last.text.slice(0, -1)},`;
  last.text += /\d$/.test(last.text) && /^，\d{3}(?!\d)/.test(text) ? `,${text.slice(1)}` : text;
  last.at.push(...at);
  last.paragraph.push(...at.map(() => number));
}

function isHeading(text: string): boolean {
  return HEADING.test(text) || COMPARED_HEADING.test(text) || (TITLE.test(text) && !/年）?$/.test(text));
}
