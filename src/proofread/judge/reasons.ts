import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Severity } from "../../checks/report";
import type { ReasonOf } from "../../narrative/pattern/node";
import type { Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { literally } from "../../text/literally";
import { projectName } from "../sections/projects";
import { spanText, type Span } from "../text/lines";
import type { ChangeFound } from "./change/stated";

const MORE = /增加|增长|上涨|上升|提高|新增|扩大|调增|提标|增资|增编|增大|加大|上调|增多|补发|扩招|新设|首次/;
const LESS = /减少|下降|压缩|降低|压减|调减|核减|削减|缩减|取消|减员/;
const MORE_ALL = new RegExp(MORE.source, "g");
const LESS_ALL = new RegExp(LESS.source, "g");
/** 较上年, 比去年预算: this year beside last year; nothing is said of last year itself. */
const BESIDE_LAST_YEAR = /(?:较|比|与|同|相比|对比)(?:上一?年|去年)(?:度)?(?:预算)?(?:执行)?数?/g;
/** 上年结转减少: what is left of last year is spent in this one. */
const CARRIED_OVER = /上年(?:度)?结[转余]/g;
/** Words about last year turn the direction round: 上年压减较多. */
const ABOUT_LAST_YEAR = /上年(?:度)?(?:预算)?[^，。；较比]{0,8}(?:减少|压减|压缩|不足|较少|偏低|核减)/;
const SHRINK = /压缩|压减|缩减|削减|核减|降低|减少|下降/;
/** What was not there last year. */
const NEWLY = /新增|新购|新设|增设/;
const NEWLY_ALL = new RegExp(NEWLY.source, "g");
const NOTHING =
  /持平|未安排|没有安排|(?:无|不|未|没有)(?:发生|作出|作|做|予以?|进行)?(?:变|增减|调整|增加或减少)|相同|一致|与上年(?:度)?相比无/;
const BASE = /基数|上涨|标准提高|标准调整|工资调整|增资/;
/** The whole subject is said to be new, not something in it. */
const NEW_SUBJECT =
  /(?:新增|新设|增设)(?:了|的|该|此|本)?(?:一个)?(?:预算|支出|功能|核算)?科目|(?:该|此|本)(?:支出|功能)?科目(?:为|是|系)?(?:今年|本年度?|当年)?新增/;
const NEW = /新增|口径|上年未|上年无|上一年未|去年未|首次|新设|新成立|调入|转入|重新|单列|拨付|列支科目|科目调整|上年没有|未编/;
const PERSONNEL =
  /工资福利|人员工资|职工工资|职业年金|基本养老保险|医疗保险|住房公积金|基本工资|津贴补贴|绩效工资|奖金|退休费|离休费|生活补助|奖励金/;
export const LEAD = /^[，。；]?(?:主要)?原因/;
/** Words of a reason that only say once more that there was a change. */
const HOLLOW =
  /本年度?|今年|\d{4}年度?|当年|上一?年度?|去年|预算数?|支出|经费|资金|金额|费用|项目|安排|相关|相应|总体|整体|有所|需要|所以|因此|因而|导致|引起|造成|从而|增加|减少|增长|下降|增减|变动|变化|[较比与和同的了，、]/g;
const isTautology = (text: string, what: string): boolean => {
  // 项目支出减少 explains a total of which it is a part.
  if (A_PART.test(text) && !what.includes("项目")) return false;
  const rest = text.replace(what, "").replace(what.replace(/支出$|收入$/, ""), "");
  return /增加|减少|增长|下降|变动|变化/.test(rest) && rest.replace(HOLLOW, "") === "";
};

const A_PART = /项目(?:支出|经费|资金)/;

/** Nothing but that there was no change. */
const ONLY_SAME =
  /^(?:本年度?|今年)?(?:(?:与|较|同|比|和)(?:上年|上一年|去年|\d{4}年)(?:度)?(?:预算|安排|执行)?数?(?:相比)?)?(?:基本)?(?:保持|维持)?(?:持平|相同|一致|无(?:增减)?变化|没有变化|无变动|不变)$/;
/** 两年均未安排, 2025年与2026年均未安排公务接待费: what was planned in neither year. */
const NEITHER =
  /(?:两年|[上去]一?年(?:度)?[与和及、](?:本年|今年|当年)(?:度)?|(?:本年|今年|当年)(?:度)?[与和及、][上去]一?年(?:度)?|\d{4}年(?:度)?[与和及、]\d{4}年(?:度)?)(?:预算)?[均都]?(?:未|没有)安排(?:该项|此项|这项)?([^，。；]*)/;

/** Said of the item itself, not of something in it: 两年均未安排车辆更新 explains why what the cars cost has not changed. */
function saidOfNeither(text: string, what: string): string | null {
  const match = NEITHER.exec(text);
  const of = (match?.[1] ?? "").replace(/(?:支出|经费|费用?|预算|资金)$/, "");
  return match && (of === "" || what.startsWith(of)) ? match[0] : null;
}

/** The conclusion of a reason: …相应减少 · …缴费减少 · …较上年增加. */
const ENDING = /(?:相应|相关|较上(?:一)?年(?:度)?|缴费|退休金)[^，。；]{0,12}?(增加|减少|增长|下降|提高|降低)$/;
const PEOPLE = /(?:在职|退休|窗口)?(?:人员|人数|职工)(?:较上(?:一)?年)?(增加|减少)/;

/** 落实过紧日子要求, and nothing more: thrift explains no increase. */
const THRIFT = /过紧日子|厉行节约/;
const THRIFT_ALONE = /^[^，。；、]{0,16}(?:过紧日子|厉行节约)[^，。；、]{0,10}$/;
/** 加大统筹力度, 提高资金使用效益: how well something is done, and not how much of it there is. */
const HOW_WELL = /(?:加大|提高|提升|扩大|增强)[^，。；、]{0,12}(?:力度|效益|效率|效果|质量|水平|意识|能力|覆盖面|范围|比例|率)/g;

/** 不再安排某某项目, 本年未安排: what ends explains no increase, unless its money went on under another head. */
const ENDED = /(?:不再|停止)(?:安排|列支|实施|开展|编列)|(?:本年|今年|当年)(?:度)?(?:未|没有)(?:再)?安排/;
/** What a project of last year's money is called after. */
const LEFT_OVER = /结[转余]/g;
const WENT_ON = /由|转|改|纳入|并入|口径|调整|统筹|尾款|补(?![贴助])/;

/** A word of a reason that goes against the change it explains, where it has none that goes with it; null where it has. */
export function contradicts(text: string, up: boolean): RegExp | null {
  const [more, less] = [counted(text, MORE_ALL), counted(text, LESS_ALL)];
  const ofLastYear = text.replace(BESIDE_LAST_YEAR, "").replace(CARRIED_OVER, "");
  if (up && more === 0 && less === 0 && THRIFT_ALONE.test(text)) return THRIFT;
  if (up && more === 0 && less === 0 && ENDED.test(text) && !WENT_ON.test(ofLastYear.replace(LEFT_OVER, ""))) return ENDED;
  if (up) return more === 0 && less > 0 && !ABOUT_LAST_YEAR.test(ofLastYear) ? LESS : null;
  return less === 0 && counted(text.replace(HOW_WELL, ""), MORE_ALL) > 0 && !/上年|上一年|去年/.test(ofLastYear) ? MORE : null;
}

interface Doubt {
  readonly id: "B09";
  readonly severity: Severity;
  readonly words: RegExp;
  readonly message: string;
}

/** A reason against its figures (docs/rules.md B09). */
export function judgeReason(
  ledger: Ledger,
  what: string,
  of: ReasonOf,
  reason: Span | null,
  found: ChangeFound,
  missingAt: Span,
  unsure = false,
): void {
  const { change } = found;
  if (reason === null || reason.end <= reason.start) {
    // A lead with nothing behind it is told as such.
    if (change !== null && !change.isZero() && !LEAD.test(missingAt.line.text.slice(missingAt.end)))
      ledger.fault({
        id: "B09",
        category: "missing",
        severity: of === "threePublic" ? "error" : "warning",
        at: { ...missingAt, start: missingAt.end },
        place: true,
        message: `${what}有增减（${says(change)}），没有写主要原因。`,
        expected: "，主要原因是……",
        advice: of === "threePublic" ? "“三公”经费的增减变化必须说明。" : "请补上主要原因。",
      });
    return;
  }
  const text = spanText(reason);
  if (ledger.freely && isNextOfList(reason, text)) return;
  for (const doubt of [...doubtsOf(text, what, of, found), ...(of === "operating" ? projectNamed(ledger, text) : [])]) {
    if (ledger.freely && doubt.severity === "info") continue;
    const match = doubt.words.exec(text);
    const words = match ? { ...reason, start: reason.start + match.index, end: reason.start + match.index + match[0].length } : reason;
    // Without a rate nothing vouches for the change either: it may be what is wrong.
    const at = ledger.freely && found.prior !== null && unsure ? { ...words, start: missingAt.start } : words;
    ledger.fault({
      id: doubt.id,
      category: "direction",
      severity: doubt.severity,
      at,
      message: doubt.message,
      advice: "请核对数字和原因，改成一致。",
    });
  }
}

/** Of a project, by its name, 公用经费 are none; 某某运转经费 may be what an office calls them. */
function projectNamed({ book }: Ledger, text: string): readonly Doubt[] {
  const name = (book.projects ?? [])
    .map((project) => canon(projectName(project)))
    .find((one) => one.length >= SHORTEST_PROJECT && !/公用|运转|运行|办公|机关/.test(one) && text.includes(one));
  return name === undefined
    ? []
    : [
        {
          id: "B09",
          severity: "warning",
          words: new RegExp(literally(name)),
          message: `机关运行经费是公用经费，“${name}”是项目支出，不能作为它增减的原因。`,
        },
      ];
}
const SHORTEST_PROJECT = 6;

/** 甲支出减少5.00万元，乙支出与上年持平，丙支出增加2.00万元: behind a change without a reason the list goes on. */
const isNextOfList = ({ line, start }: Span, text: string): boolean =>
  NEXT.test(text) && !/(?:原因(?:是|为)?|主要是|由于|因为)：?$/.test(line.text.slice(Math.max(0, start - 8), start));
const NEXT =
  /^[^，。；：\d]{2,24}(?:支出|收入|费用?|经费|资金|拨款)(?:预算)?(?:[与和同较比](?:上年|上一年|去年|\d{4}年)(?:预算)?数?)(?:基本)?(?:持平|相同|一致)/;

function doubtsOf(text: string, what: string, of: ReasonOf, { change, prior }: ChangeFound): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (severity: Severity, words: RegExp, message: string): void => void doubts.push({ id: "B09", severity, words, message });
  if (of === "operating" && PERSONNEL.test(text))
    doubt("warning", PERSONNEL, `机关运行经费是公用经费，${PERSONNEL.exec(text)?.[0] ?? ""}属于人员经费，不能作为它增减的原因。`);
  if (of === "threePublic") otherThing(text, what, doubt);
  if (change === null) return doubts;
  const neither = saidOfNeither(text, what);
  if (neither && (!change.isZero() || prior?.isZero() === false))
    doubt("warning", NEITHER, `理由说“${neither}”，${change.isZero() ? `${what}两年都有数` : `${what}却${says(change)}`}。`);
  if (change.isZero()) {
    if (
      SHRINK.test(text) &&
      !/(?:无|未|没有|不)(?:增加|减少|变)/.test(SHRINK.exec(text)?.[0] ?? "") &&
      !/(?:无|未|没有)(?:减少|下降)/.test(text)
    )
      doubt("warning", SHRINK, `${what}与上年相同，理由却说“${SHRINK.exec(text)?.[0] ?? ""}”。`);
    else if (!NOTHING.test(text) && counted(text, LESS_ALL) === 0 && counted(text.replace(HOW_WELL, ""), NEWLY_ALL) > 0)
      doubt("warning", NEWLY, `${what}与上年相同，理由却说“${NEWLY.exec(text)?.[0] ?? ""}”。`);
    // Of nothing in both years there is nothing to explain: 无公务用车, 由区统一安排.
    else if (prior?.isZero() !== true && !NOTHING.test(text) && !/无增长|无增加|未增加/.test(text))
      doubt("info", /^.+$/s, `${what}与上年相同，理由没有说明为什么持平。`);
    return doubts;
  }
  if (ONLY_SAME.test(text)) doubt("warning", ONLY_SAME, `${what}${says(change)}，理由却说“${text}”。`);
  const against = contradicts(text, change.sign() > 0);
  if (against) doubt("warning", against, `${what}${says(change)}，理由却只说“${against.exec(text)?.[0] ?? ""}”。`);
  if (change.sign() > 0 && prior?.isZero() === true && BASE.test(text) && !NEW.test(text))
    doubt("warning", BASE, `${what}上年为0，“${BASE.exec(text)?.[0] ?? ""}”说明不了从无到有，应当是新增、口径调整或上年未安排。`);
  if (of === "item" && prior !== null && !prior.isZero() && NEW_SUBJECT.test(text))
    doubt("warning", NEW_SUBJECT, `理由说“${NEW_SUBJECT.exec(text)?.[0] ?? ""}”，${what}上年却有${formatAmount(prior, GROUPED)}万元。`);
  const ending = ENDING.exec(text);
  const down = ending ? LESS.test(ending[1] ?? "") : null;
  if (ending && down !== change.sign() < 0 && doubts.length === 0)
    doubt(
      ending[0].includes("缴费") && isOwn(text, what) ? "warning" : "info",
      ENDING,
      `${what}${says(change)}，理由的末尾却说“${ending[0]}”，请核对方向。`,
    );
  const people = PEOPLE.exec(text);
  if (people && down !== null && LESS.test(people[1] ?? "") !== down && doubts.length === 0 && !/退休/.test(people[0]))
    doubt("info", PEOPLE, `理由里先说“${people[0]}”，又说“${ending?.[0] ?? ""}”，方向不一，请核对。`);
  if (doubts.length === 0 && isTautology(text, what)) doubt("warning", /^.+$/s, `${what}的理由只是重复了增减本身，没有说原因。`);
  return doubts;
}

/** What each of the “三公” items is spoken of with, by nothing else. */
const THREE_PUBLIC: readonly (readonly [what: RegExp, words: RegExp])[] = [
  [/出国/, /出国|出境|出访/],
  [/接待/, /接待/],
  [/用车|车辆/, /用车|车辆|汽车|油费|加油|燃油|过路|保险|购车|购置/],
];

/** In the reason of one of them another one, and nothing of its own: it was copied. */
function otherThing(text: string, what: string, doubt: (severity: Severity, words: RegExp, message: string) => void): void {
  const own = THREE_PUBLIC.filter(([item]) => item.test(what));
  if (own.length !== 1 || own.some(([, words]) => words.test(text))) return;
  const other = THREE_PUBLIC.find(([item, words]) => !item.test(what) && words.test(text));
  const said = other?.[1].exec(text)?.[0] ?? "";
  if (other) doubt("warning", other[1], `这一句说的是${what}，理由说的却是“${said}”，像是从别处抄来的。`);
}

/** Its last clause names the thing itself: 住房公积金缴费增加. */
const isOwn = (text: string, what: string): boolean => (text.split(/[，；、]/).at(-1) ?? "").includes(what.replace(/(?:缴费)?支出$/, ""));

const counted = (text: string, words: RegExp): number =>
  [...text.matchAll(words)].filter((match) => !/(?:未|无|没有|不)$/.test(text.slice(0, match.index))).length;
const says = (change: Exact): string => `${change.sign() < 0 ? "减少" : "增加"}${formatAmount(change.abs(), GROUPED)}万元`;
