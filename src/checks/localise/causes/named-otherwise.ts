import { economicSubjects, functionalSubjects } from "../../../templates/common/subjects";
import { normalise } from "../../../text/wording";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import { subjectsInUse, type SubjectsInUse } from "../../../workbook/subjects-in-use";
import { labelOf } from "../../engine/point";
import { SURPRISE, type TableHypothesis } from "./hypothesis";
import { underCode } from "./wrong-code";

const codes = {
  economic: economicSubjects.map(({ code }) => code),
  functional: functionalSubjects.map(({ code }) => code),
} as const;

/**
 * Rows whose name is that of another code, which stands nowhere else in the table and just where the row stands: between the
 * codes above and below it. Other tables need not have the subject.
 */
export function rowsNamedOtherwise(recognised: Recognised): readonly TableHypothesis[] {
  const subjects = subjectsInUse(recognised);
  return [...recognised.tables.values()].flatMap((table) =>
    table.spec.layout !== "coded" ? [] : table.rows.flatMap((row, at) => hypothesisOf(recognised, subjects, table, row, at) ?? []),
  );
}

function hypothesisOf(recognised: Recognised, subjects: SubjectsInUse, table: Table, row: Row, at: number): TableHypothesis | null {
  const kind = table.spec.classification;
  if (row.code === null || kind === null || (row.kind !== "class" && row.kind !== "group" && row.kind !== "item")) return null;
  const name = normalise(row.name);
  const isNamed = (code: string): boolean => {
    const known = subjects.find(code, kind);
    return known?.inYear === true && known.accepted.some((one) => normalise(one) === name);
  };
  if (name === "" || isNamed(row.code)) return null;
  const [above, below] = [codeBeside(table, at, -1), codeBeside(table, at, 1)];
  const own = row.code;
  const fits = codes[kind].filter(
    (code) =>
      code.length === own.length &&
      (above === null || code > above) &&
      (below === null || code < below) &&
      table.withCode(code).length === 0 &&
      isNamed(code),
  );
  const [code, ...more] = fits;
  if (code === undefined || more.length > 0) return null;
  const words = `${table.label} 第 ${String(row.position + 1)} 行“${labelOf(row)}”的科目编码写的是 ${own}，按名称和次序应是 ${code}`;
  return {
    ...underCode(recognised, table, row, code, words, "请改正这一行的科目编码，名称和金额不用改；再校验一次。"),
    surprise: SURPRISE.proved,
    fewest: 1,
  };
}

/** The code of the nearest row that has one. */
function codeBeside({ rows }: Table, at: number, step: 1 | -1): string | null {
  for (let i = at + step; i >= 0 && i < rows.length; i += step) {
    const { code = null, kind = "other" } = rows[i] ?? {};
    if (kind === "total" || kind === "unit") return null;
    if (code !== null) return code;
  }
  return null;
}
