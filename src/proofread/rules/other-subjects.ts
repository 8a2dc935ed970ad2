import { functionalSubjects } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

const RETIRED = /离退休费|退休费|离休费/g;
/** Things that items are paid for, each with an item of its own: how that item is named, and how a reason speaks of it. */
const THINGS: readonly { readonly item: RegExp; readonly reason: RegExp }[] = [
  { item: /养老保险/, reason: /养老保险/g },
  { item: /职业年金/, reason: /职业年金/g },
  { item: /医疗/, reason: /医疗保险|医保|公务员医疗补助/g },
  { item: /工伤保险/, reason: /工伤保险/g },
  { item: /失业保险/, reason: /失业保险/g },
  { item: /住房公积金/, reason: /住房公积金/g },
  { item: /购房补贴/, reason: /购房补贴/g },
  { item: /提租补贴/, reason: /提租补贴/g },
  { item: /抚恤/, reason: /抚恤金?/g },
  { item: /离退休/, reason: RETIRED },
  { item: /培训/, reason: /培训/g },
];

/** What offices run on, which none of the contributions is paid for. */
const OFFICE = /办公费|印刷费|邮电费|差旅费|取暖费|水电费|会议费|公务接待|公务用车|燃油费/g;
const CONTRIBUTION = /养老保险|职业年金|医疗|工伤保险|失业保险|住房公积金/;

const ITEM = /（(?:类|\d{3}类)）.{0,60}?（(?:款|\d{2}款)）([^。；：]{2,40}?)（(?:项|\d{2}项)）"?/;
const NAMED = /([\p{sc=Han}、]{2,24})（项）/gu;
const REASON = /原因(?:是|为|：)：?/;
/** Money that moved from one item to the other names both by right. */
const MOVED = /(?<!基数|标准|比例|类别|工资)调整|调至|转入|转列|改列|列入|列支|并入|划转|归并|口径|单列|分开|合并|由.{0,80}(?:至|到|转)/;
/** 行政运行, 事业运行: the end they share. */
const SHARED = 2;

const siblings = siblingsByEnd();

function siblingsByEnd(): ReadonlyMap<string, readonly string[]> {
  const names = new Set(
    functionalSubjects
      .filter(({ code }) => code.length === 7)
      .map(({ name }) => canon(name))
      .filter((name) => name.length > SHARED + 1 && !name.startsWith("其他")),
  );
  const found = new Map<string, string[]>();
  for (const name of names) found.set(keyOf(name), [...(found.get(keyOf(name)) ?? []), name]);
  return found;
}

function keyOf(name: string): string {
  return `${name.slice(-SHARED)}${String(name.length)}`;
}

/** What the classes are used for, each with things of its own. */
const USES: readonly { readonly of: string; readonly use: RegExp }[] = [
  { of: "社会保障和就业支出", use: /养老保险|职业年金|失业保险|工伤保险|退休费|退休人员|抚恤/ },
  { of: "卫生健康支出", use: /医疗|医保/ },
  { of: "住房保障支出", use: /公积金|购房补贴|提租补贴|住房补贴/ },
];
/** 卫生健康支出92.29万元，主要用于… */
const USED = /(\p{sc=Han}{2,10}支出)\d[\d,.]*(?:万元|元|亿元)，(?:主要)?用于([^；。]+)/gu;

/** In the use of one class what another one pays for, and nothing of its own. */
function judgeUsesOfOthers(ledger: Ledger, line: Line): void {
  if (!USES.some(({ of }) => line.text.includes(of))) return;
  for (const match of line.text.matchAll(USED)) {
    const [all, of = "", use = ""] = match;
    const own = USES.find((one) => of.endsWith(one.of));
    const other = own && !own.use.test(use) ? USES.find((one) => one !== own && one.use.test(use)) : undefined;
    const words = other?.use.exec(use);
    if (!words) continue;
    const start = match.index + all.length - use.length + words.index;
    ledger.fault({
      id: "B09",
      category: "direction",
      severity: "warning",
      at: { line, start, end: start + words[0].length },
      message: `“${of}”的用途写的是“${words[0]}”，像是从别的科目抄来的。`,
      advice: "请核对用途。",
    });
  }
}

/** In the sentence of one 项, the reason of another: it was left over from a sentence that was copied. */
export function judgeOtherSubjects(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind !== "row") judgeUsesOfOthers(ledger, line);
    const item = line.kind === "row" ? null : ITEM.exec(line.text);
    if (!item) continue;
    const own = item[1] ?? "";
    const from = item.index + item[0].length;
    const lead = REASON.exec(line.text.slice(from));
    if (!lead) continue;
    const start = from + lead.index + lead[0].length;
    const reason = line.text.slice(start);
    if (MOVED.test(reason)) continue;
    for (const { at, name } of [...named(reason, own), ...things(reason, own), ...alike(reason, own)])
      ledger.fault({
        id: "B09",
        category: "direction",
        severity: "warning",
        at: { line, start: start + at, end: start + at + name.length },
        message: message(own, name),
        advice: "请核对理由。",
      });
  }
}

interface Other {
  readonly at: number;
  readonly name: string;
}

const message = (own: string, other: string): string =>
  `这一句说的是“${own}”，理由说的却是“${other.replace("（项）", "")}”，像是从别处抄来的。`;

/** Another 项 by name and level. */
function named(reason: string, own: string): readonly Other[] {
  return [...reason.matchAll(NAMED)].flatMap((match) =>
    (match[1] ?? "").endsWith(own) || own.includes(match[1] ?? "") ? [] : [{ at: match.index, name: match[0] }],
  );
}

/** What another 项 is paid for, where the item's own is not spoken of. */
function things(reason: string, own: string): readonly Other[] {
  const mine = THINGS.find(({ item }) => item.test(own));
  if (mine ? mine.item.test(reason) || reason.search(mine.reason) >= 0 : SPEAKS_OF_MORE.test(reason)) return [];
  const all = [...THINGS.filter((other) => other !== mine).map((other) => other.reason), ...(CONTRIBUTION.test(own) ? [OFFICE] : [])];
  const others = all.flatMap((words) => [...reason.matchAll(words)].map((match) => ({ at: match.index, name: match[0] })));
  if (others.length > 0 || mine?.reason.source !== RETIRED.source) return others;
  // 离退休 explained by those who still work alone.
  const active = /在职(?:人员|职工|干部)/.exec(reason);
  return active && !/退休|离休|遗属|去世|死亡|抚恤/.test(reason) ? [{ at: active.index, name: active[0] }] : [];
}

/** An item for everything (行政运行, 其他…支出) has much of its own beside what has an item of its own. */
const SPEAKS_OF_MORE = /人员|工资|项目|业务|办公|运转|购|服务|经费(?!基数)|[、和]/;

/** 政协会议 in the sentence of 人大会议. */
function alike(reason: string, own: string): readonly Other[] {
  if (reason.includes(own)) return [];
  return (siblings.get(keyOf(own)) ?? []).flatMap((name) => {
    const at = name === own ? -1 : reason.indexOf(name);
    return at < 0 || reason.startsWith("（项）", at + name.length) ? [] : [{ at, name }];
  });
}
