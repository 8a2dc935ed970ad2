import type { SectionKey } from "../../narrative/segments";
import { editDistance } from "../../text/edits";
import { familyHeadings, withoutYear } from "./family-headings";
import type { Line } from "./lines";

/** Where a line stands. Part 0 is the cover and the table of contents. */
export interface Place {
  readonly part: number;
  readonly section: SectionKey | null;
}

/** In this order: the first that fits. What stands before the year (关于某某2026年) is not looked at: it may say anything. */
const MAIN: readonly (readonly [RegExp, SectionKey])[] = [
  [/财政拨款收支/, "fiscal"],
  [/三公/, "threePublic"],
  [/委托业务/, "commissioned"],
  [/结转/, "carriedOver"],
  [/其他重要/, "other"],
  [/政府性基金/, "funds"],
  [/国有资本经营/, "stateCapital"],
  [/当年拨款/, "general"],
  [/基本支出/, "basic"],
  [/项目支出/, "projects"],
  [/收支预算/, "overall"],
  [/收入预算/, "income"],
  [/支出预算/, "expenditure"],
];

const SUB: readonly (readonly [RegExp, SectionKey])[] = [
  [/规模变化/, "general"],
  [/结构情况/, "general"],
  [/具体使用/, "general"],
  [/运行经费/, "operating"],
  [/政府采购/, "procurement"],
  [/国有资产/, "assets"],
  [/绩效/, "performance"],
  [/其他需/, "other"],
];

const PARTS = "一二三四五六";

/** The place of every line. A text without 第…部分 is taken for 第三部分 alone. */
export function placesOf(lines: readonly Line[]): readonly Place[] {
  const starts = partStarts(lines);
  let section: SectionKey | null = null;
  let part = starts.size === 0 ? 3 : 0;
  let guessed: SectionKey | null = null;
  return lines.map((line, index) => {
    const begun = starts.get(index);
    if (begun !== undefined) [part, section] = [begun, null];
    if (part === 3) section = sectionOf(line) ?? section;
    if (part === 3 && section === null) guessed = guess(line.text) ?? (guessed !== null && GOES_ON.has(guessed) ? guessed : null);
    return { part, section: part === 3 ? (section ?? guessed) : null };
  });
}

/** Sections whose lines do not all tell where they belong. */
const GOES_ON = new Set<SectionKey>(["projects", "commissioned", "carriedOver"]);

/** Line -> part; the table of contents names the parts too, so the last naming counts. */
function partStarts(lines: readonly Line[]): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  lines.forEach((line, index) => {
    const named = /^第([一二三四五六])部分/.exec(line.text)?.[1];
    if (named !== undefined && line.text.length <= 60 && line.kind !== "row") last.set(PARTS.indexOf(named) + 1, index);
  });
  const ordered = inOtherOrder(lines, last);
  if (ordered) return behindContents(lines, ordered);
  const own = narrativeWithoutHeading(lines, last);
  if (own >= 0) last.set(3, own);
  return behindContents(lines, new Map([...last].map(([part, index]) => [index, part])));
}

/** Where only the contents name the parts, the narrative among them, what the last of them seems to hold is the narrative itself. */
function behindContents(lines: readonly Line[], starts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const named = [...starts.keys()];
  const last = Math.max(...named);
  const told = [...starts].some(([index, part]) => part === 3 && tellsAmounts(lines, index, named));
  if (told || ![...starts.values()].includes(3) || starts.get(last) === 3 || !tellsAmounts(lines, last, named)) return starts;
  return new Map([...starts, [last + 1, 3]]);
}

/** What a part is, by the words of its title. */
const TITLED: readonly (readonly [RegExp, number])[] = [
  [/情况(?:的)?说明|预算(?:编制)?说明/, 3],
  [/名词解释/, 4],
  [/预算(?:公开)?报?表|^附[件表]/, 2],
  [/概况/, 1],
];
const ATTACHED = /^附[件表][:：]?.{0,40}表$/;

/**
 * Where the narrative is not 第三部分 alone: in some places it comes before the tables, or is two parts. Null where it is, or where
 * none is named. A part whose title does not say what it is, is narrative where it tells of amounts.
 */
function inOtherOrder(lines: readonly Line[], last: ReadonlyMap<number, number>): ReadonlyMap<number, number> | null {
  const titled = [...last].map(([number, index]) => {
    const title = (lines[index]?.text ?? "").slice("第三部分".length).trim();
    const words = TITLED.find(([one]) => one.test(title))?.[1] ?? null;
    return { number, index, words, part: words ?? (tellsAmounts(lines, index, [...last.values()]) ? 3 : number) };
  });
  if (!titled.some(({ number, part }) => part === 3 && number !== 3) || titled.some(({ number, words }) => words === 3 && number === 3))
    return null;
  const attached = lines.reduce((found, { text, kind }, index) => (kind !== "row" && ATTACHED.test(text) ? index : found), -1);
  return new Map([...titled.map(({ index, part }) => [index, part] as const), ...(attached > 0 ? [[attached, 2] as const] : [])]);
}

/** Whether paragraphs of the part that begins at `start` say amounts: more than notes below tables do. */
function tellsAmounts(lines: readonly Line[], start: number, starts: readonly number[]): boolean {
  const end = Math.min(lines.length, ...starts.filter((one) => one > start));
  return lines.slice(start, end).filter(({ kind, text }) => kind === "prose" && AMOUNT_TOLD.test(text)).length >= FEW_AMOUNTS;
}
const AMOUNT_TOLD = /\d(?:万元|元)[，。；、（]/;
const FEW_AMOUNTS = 4;

/** Where 第三部分 begins though only the contents name it: at its first section, behind the part before it; -1 where it is named. */
function narrativeWithoutHeading(lines: readonly Line[], last: ReadonlyMap<number, number>): number {
  const [before, own] = [last.get(2) ?? last.get(1), last.get(3)];
  if (before === undefined || own === undefined || own > before) return -1;
  return lines.findIndex((line, index) => index > before && /^一、/.test(line.text) && sectionOf(line) !== null);
}

/** As the families have it; else by the words that tell, with which other localities head it; else with a slip in it. */
const known = (title: string, telling: typeof MAIN): SectionKey | null =>
  ofFamilies(title, 0) ?? telling.find(([words]) => words.test(title))?.[1] ?? ofFamilies(title, 1);

/** The section whose heading it is, as a family writes it; a character of it may be wrong. */
function ofFamilies(title: string, slips: 0 | 1): SectionKey | null {
  return familyHeadings().find((one) => (slips === 0 ? title === one.title : editDistance(title, one.title, 1) <= 1))?.section ?? null;
}

function sectionOf({ text, kind }: Line): SectionKey | null {
  if (kind === "row" || text.length > 90) return null;
  const numbered = /^[一二三四五六七八九十]{1,3}[、.]/.test(text);
  const bracketed = /^（[一二三四五六]）/.test(text);
  const about = withoutYear(text).replace(/^[一二三四五六七八九十]{1,3}[、.]/, "");
  if (numbered && !/[。；]/.test(text)) return known(about, MAIN);
  if (bracketed && (kind === "heading" || text.length <= 30) && !text.includes("项目名称")) return known(withoutYear(text.slice(3)), SUB);
  return null;
}

/** Sentences that tell by themselves where they belong, for texts pasted without headings. */
function guess(text: string): SectionKey | null {
  const telling: readonly (readonly [RegExp, SectionKey])[] = [
    [/财政拨款收支总预算|一般公共预算支出包括|收入全部为|收入预算包括：一般公共预算拨款\d/, "fiscal"],
    [/^.{0,5}项目名称|^设立的政策依据|^预算安排规模|^项目承担单位|^资金分配情况|^资金执行时间/, "projects"],
    [/收支总预算|所有收入和支出均/, "overall"],
    [/三公.{0,2}经费/, "threePublic"],
    [/（类）.{0,60}（款）.{0,60}（项）/, "general"],
    [/（类）/, "general"],
    [/机关运行经费财政拨款/, "operating"],
    [/政府采购/, "procurement"],
    [/占用使用国有资产|^\d\.(?:房屋|车辆|办公家具|其他资产)|大型设备/, "assets"],
    [/预算绩效/, "performance"],
    [/委托业务费/, "commissioned"],
    [/结转结余\d/, "carriedOver"],
    [/^(?:人员|公用)经费\d|一般公共预算基本支出\d/, "basic"],
    [/拨款合计/, "general"],
    [/收入预算\d|^(?:一般公共预算|单位资金|财政拨款结转|财政专户)\d.*占|未安排。?$/, "income"],
    [/支出预算\d|^(?:基本|项目)支出\d.*占/, "expenditure"],
    [/^(?:基本|项目)支出\d/, "general"],
  ];
  return telling.find(([words]) => words.test(text))?.[1] ?? null;
}
