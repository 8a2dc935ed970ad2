import { fullAddress } from "../../../../amount/cell-ref";
import type { Recognised } from "../../../../workbook/recognised";
import { SUBJECT_SHEET, type ListProblem } from "../../../../workbook/subject-sheet";
import { subjectsInUse } from "../../../../workbook/subjects-in-use";
import { inspected, inspection, nothing, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { pointTo } from "../../../../checks/engine/point";

/** K13: an office's own list of subjects says what it means. */
export const ownListChecks: readonly Check[] = [
  inspection("K13", "error", "工作表“科目表”的编码、名称、年度完整，同一年度编码不重复", "写错的行不能用来核对科目", ownList, {
    examples: { holds: "2010301，行政运行，2026", fails: "2010，行政运行（编码不完整）" },
  }),
];

/** Rows at fault that are named one by one. */
const ONE_BY_ONE = 50;

function ownList(recognised: Recognised): Inspection {
  const { own } = subjectsInUse(recognised);
  if (!own) return nothing;
  const [named, others] = [own.problems.slice(0, ONE_BY_ONE), own.problems.slice(ONE_BY_ONE)];
  const remarks = named.map(remarkOf);
  if (others.length > 0)
    remarks.push({
      key: "others",
      message: `${SUBJECT_SHEET}另有 ${others.length} 行写得不对，没有使用。`,
      cells: others.slice(0, ONE_BY_ONE).map(({ cell, text }) => pointTo(cell, { value: text })),
    });
  return inspected(own.subjects.length, remarks);
}

function remarkOf(problem: ListProblem): Remark {
  const { cell, text } = problem;
  return {
    key: `${problem.kind} ${cell.row}`,
    cells: [pointTo(cell, { column: SUBJECT_SHEET, value: text }), ...(problem.first ? [pointTo(problem.first.cell)] : [])],
    ...wordsFor(problem),
  };
}

function wordsFor({ kind, text, cell, first }: ListProblem): Pick<Remark, "message" | "advice"> {
  const at = fullAddress(cell);
  switch (kind) {
    case "headings":
      return {
        message: `工作表“${SUBJECT_SHEET}”没有找到列标题“编码”和“名称”，没有使用。`,
        advice: "第一行请写列标题：编码、名称、年度。",
      };
    case "code":
      return {
        message: text === "" ? `${at} 没有编码，这一行没有使用。` : `${at} 的编码“${text}”不是支出科目的编码，这一行没有使用。`,
        advice: "功能分类写3、5或7位，经济分类写3或5位，如 2010301、30101。",
      };
    case "name":
      return { message: `${at} ${text} 没有名称，这一行没有使用。`, advice: "请补上科目名称。" };
    case "years":
      return {
        message: `${at} 的年度“${text}”读不懂，这一行没有使用。`,
        advice: "年度请写 2026、2019-2025、2019年起 或 2018年及以前；各年都用的留空。",
      };
    case "doubled":
      return {
        message: `${at} 的编码 ${text} 与第${(first?.cell.row ?? 0) + 1}行“${first?.name ?? ""}”重复，用的是前面一行。`,
        advice: "请删去一行；改过名称的科目，请在“年度”列分别写明年度。",
      };
  }
}
