import type { Stated } from "../read/figures";
import { bare } from "./held";

/** How far before an amount its name may stand. */
const REACH = 40;

/** The words before an amount, as far as its name may stand from it. */
export const wordsBefore = ({ span: { line, start } }: Stated): string => line.text.slice(Math.max(0, start - REACH), start);

/** 增加5.00万元: what something changed by, which is no part of anything; a project may be called …能力提升. */
export const isChange = (stated: Stated): boolean => CHANGE.test(wordsBefore(stated));
const CHANGE = /(?:[增减降]|(?<!提)升)(?:[加长少低幅收支])?(?:了|约|为)?$/;

/** 减少, 下降, 压缩, 降幅 in the words around a change: there is less than before. */
export const DOWN = /减[少收支]|下降|降低|压[减缩]|[降减跌]幅/;

/** 行政单位医疗（项）：2024年预算数为 */
const ITEM =
  /(?:^|[）：，。])["“]?([^（）：，。\d"“”]{2,40})["”]?（项）(?:支出)?[：。]?(?:\d{4}年(?:度)?)?(?:财政拨款)?(?:年初)?(?:预算数|预算|安排)?为?$/;
const HEADED =
  /^(?:（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、])([^，。；：\d]{2,30}?)(?:情况)?(?:[。：]?(?:20\d\d年|本年)度?(?:预算)?(?:安排|数|安排数|共安排)?|[。：](?:预算)?(?:共)?(?:安排|预算数|安排数)?)(?:为)?$/;
const LEAD = /^(?:其中|安排|包括|收入包括|支出包括|主要包括)+/;

/** （三）公务用车购置及运行费, alone in the line above 2023年预算安排10.93万元. */
const ABOVE = /^(?:（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、])([^，。；：\d]{4,30})$/;
const OPENS = /^(?:20\d\d年|本年)度?(?:预算)?(?:共)?(?:安排|预算数|安排数)(?:为)?$/;

/** The words between an amount and the mark before it, as the name of a row is written. `above`: the line above. */
export function clauseBefore(stated: Stated, above = ""): string {
  const { line, start } = stated.span;
  const words = wordsBefore(stated).replace(/（\d{2,7}）$/, "");
  const item = ITEM.exec(words)?.[1];
  if (item !== undefined) return bare(item);
  // （二）公务接待费。2023年预算安排18.65万元, and where the name stood in a line above
  const headed = HEADED.exec(line.text.slice(0, start))?.[1];
  if (headed !== undefined) return bare(headed);
  const over = OPENS.test(line.text.slice(0, start)) ? ABOVE.exec(above)?.[1] : undefined;
  if (over !== undefined) return bare(over);
  const clause = (/[^，。；：、\d]{1,40}$/.exec(words)?.[0] ?? "").replace(/^(?:[）).．—–-]|年度?(?![初终底末]))/, "").replace(LEAD, "");
  return bare(clause.replace(/(?:预算数|预算)?为?$/, ""));
}

/** What something is called, without what says only that it is an amount of a budget. */
export const bareNoun = (words: string): string => words.replace(/(?:各|支出|收支|预算|总额|总计|数|安排|年初|为|共){1,6}$/, "");
