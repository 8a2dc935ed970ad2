import { pairsOf } from "../../text/pairs";

/** Words that goals and indicators share whatever they speak of: they name no subject. */
const COMMON =
  /不少于|不低于|不超过|不高于|不小于|不大于|控制在|达到|提高到|提升到|以上|以下|以内|左右|全年|年度|本年|当年|每年|预计|计划|力争|确保|保障|保证|完成|开展|组织|举办|实施|进行|加强|推进|落实|提升|提高|有效|及时|做好|用于|主要|其中|各类|各项|各种|相关|有关|通过|项目|工作|活动|任务|情况|需要|服务|业务|管理|单位|部门|人员|对象|时间|时限|期限|内|里程|面积|长度|数量|人数|次数|场次|批次|人次|件数|条数|篇数|个数|份数|期数|家数|户数|辆数|台数|总数|共计|合计|[^\p{sc=Han}]/gu;

/** Without what names no subject, parted where that stood. */
const masked = (words: string): string => words.replace(COMMON, " ");

/** The pairs of characters that name what is spoken of. */
export const subjectOf = (words: string): ReadonlySet<string> => pairsOf(masked(words));

export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count += 1;
  return count;
}
