import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";
import type { Indicator } from "./indicator";

/** 12期, 4,200吨: what is to be reached. Amounts and years are none. */
const QUANTITY = /(?<![\d.,〔[])(\d[\d,]{0,11}(?:\.\d{1,4})?)(?!\d|\.\d|年|万?元|亿|万[^\p{sc=Han}]|月|日|号|〕|\])/gu;

/** Words of the form itself, and of any goal. */
const ANYONES =
  /(?:合格|完成|及时|办结|覆盖|达标|满意|到位|支付|准确|正常|有效)(?:率|度)|(?:数量|人数|次数|个数|成本|单位|部门|项目|年度|全年|目标|指标|资金|经费|支出|预算|财政|拨款)|(?:保障|提升|提高|完成|开展|实施|组织|参加|确保|加强|推进|不断|进一步|达到|不低于|不少于|以上|人次)|(?:服务|工作|能力|水平|质量|效率|运转|运行|群众|社会|人员)/g;
const GRAM = 2;
/** One chance word of so many is no sign of the same thing: 发放, 面积. */
const MANY = 8;
/** Sheets of fewer indicators with numbers say too little of what their project is about. */
const FEWEST = 2;

/**
 * Goals that say what is to be reached, not one number of which any indicator has, in words of which the project's name, its
 * indicators and what is said of it elsewhere have none: they are another project's, or another office's.
 */
export function judgeGoalsOfOthers(ledger: Ledger, goals: readonly Span[], indicators: readonly Indicator[], own: readonly string[]): void {
  const said = goals.map(spanText).join("");
  const [first] = goals;
  const numbers = new Set(
    [...said.matchAll(QUANTITY)].flatMap((match) => Exact.parse((match[1] ?? "").replace(/,/g, ""))?.toString() ?? []),
  );
  const wanted = indicators.flatMap(({ value, prior }) => [value, prior].flatMap((one) => one?.number.toString() ?? []));
  if (!first || numbers.size === 0 || indicators.filter(({ value }) => value !== null).length < FEWEST) return;
  if (wanted.some((number) => numbers.has(number))) return;
  const known = new Set([...own, ...indicators.map(({ core }) => core)].flatMap(gramsOf));
  const grams = gramsOf(said);
  const shared = new Set(grams.filter((gram) => known.has(gram))).size;
  if (grams.length === 0 || shared > (grams.length < MANY ? 0 : 1) || ledger.isFaulted(first)) return;
  ledger.fault({
    id: "B-绩",
    category: "extra",
    severity: "warning",
    at: first,
    message: "目标里的数和说的事，这张表的指标里都没有，像是别的项目、别的单位的目标。",
    advice: "请换上本项目、本单位的目标。",
  });
}

/** Every two characters that stand side by side, but for words that any such sheet has. */
const gramsOf = (text: string): readonly string[] =>
  text
    .replace(ANYONES, " ")
    .split(/[^\p{sc=Han}]+/u)
    .flatMap((run) => Array.from({ length: Math.max(0, run.length - GRAM + 1) }, (_, at) => run.slice(at, at + GRAM)));
