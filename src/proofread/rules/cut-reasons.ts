import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import { projectName } from "../sections/projects";
import type { Line } from "../text/lines";
import { listMark } from "../text/list-mark";

/** A reason up to its stop; without one it goes on in what follows, unless that is a heading or the next of a list. */
const REASON = /原因(?:主要)?(?:是|为|系)：?([^。；]{1,300})(?=[。；]|$)/g;

/** What wants something behind it, but for words that end in the same character; 的 does not: 主要原因是人员调整造成的. */
const HANGING =
  /(?:(?<!而)已|(?<![存现所潜内外实])在|(?<!参)与|(?<![缓平饱总共中温])和|(?<![自理事根缘案情])由|(?<![核比相针面校应绝])对|(?<![行作人认])为|(?<![依遵])按|把|被|(?<![原起成诱病])因|(?<![所可难予得足])以|且|但|(?<!进)而|(?<!即)将|(?<![合兼归])并)$/u;
/** 本年 as a clause of its own. */
const ONLY_WHEN = /^(?:(?:本|今|上|去|当|20\d\d)年度?|[本我](?:单位|部门))$/;
/** 支出 as a clause of its own: of what nothing is said. */
const ONLY_WHAT = /(?:支出|经费|资金|预算|开支)$/;
const PARTS_OF_IT =
  /相应|相关|[该本各此]|项|单位|部门|在职|退休|离休|缴纳|缴费|费|工资|福利|人员|公用|办公|基本|项目|养老|医疗|保险|住房|公积金|职业年金|补助|津贴|补贴|奖金|差旅|培训|机关|事业|运行|经费|支出|资金|预算|开支|财政|拨款|、|及/g;

/** 增加差旅费，培训支出: one list. */
const LISTED = /(?:费|支出|经费|资金|补助|补贴)$/;

/** Names shorter than this stand for other things too. */
const SHORTEST = 4;

/** 主要原因是城乡义务教育。 — a reason that stops in its middle. */
export function judgeCutReasons(ledger: Ledger, lines: readonly Line[]): void {
  const projects = (ledger.book.projects ?? []).map((project) => canon(projectName(project)));
  lines.forEach((line, index) => {
    if (line.kind === "row") return;
    for (const match of line.text.matchAll(REASON)) {
      const reason = match[1] ?? "";
      const end = match.index + match[0].length;
      const next = lines[index + 1];
      if (end === line.text.length && next && next.kind !== "heading" && listMark(next) === null) continue;
      const [last = "", before = ""] = reason.split("，").reverse();
      const cut = HANGING.test(last) || ONLY_WHEN.test(last) || (isSubjectAlone(last) && !LISTED.test(before));
      if (!cut && !(reason.length >= SHORTEST && projects.some((name) => name.startsWith(reason)))) continue;
      const at = { line, start: end - last.length, end };
      if (ledger.isFaulted(at)) continue;
      ledger.fault({
        id: "B09",
        category: "missing",
        severity: "warning",
        at,
        message: `原因写到“${last}”就停了，像是没有写完。`,
        advice: "请把原因写完整。",
      });
    }
  });
}

const isSubjectAlone = (clause: string): boolean => ONLY_WHAT.test(clause) && clause.replace(PARTS_OF_IT, "") === "";
