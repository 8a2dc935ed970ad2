import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../checks/engine/check";
import { nameCell } from "../../../checks/engine/point";
import { normalise } from "../../../text/wording";
import { wordsOf } from "../../common/checks/subjects/names-by-code";
import type { Recognised, Table } from "../../../workbook/recognised";
import { expenditureClasses, namesOf } from "../../common/subjects";

/** K09: 表1 and 表4 print every class of expenditure, whether or not it has an amount. */
export const classListChecks: readonly Check[] = [
  inspection("K09", "error", "表1、表4右侧的类与模板清单一致（名称、次序）", "模板列出全部功能分类的类", classList, {
    examples: { holds: "201至233逐类列出", fails: "缺 233 债务发行费用支出" },
  }),
];

/** The last class is printed in some years only; who leaves it out leaves out nothing. */
const LATEST = "234";

function classList(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const key of ["overview", "fiscal"] as const) {
    const table = recognised.tables.get(key);
    if (!table) continue;
    const found = classRemarks(table, recognised.template.classList ?? []);
    if (found.length === 0) holds++;
    remarks.push(...found);
  }
  return inspected(holds, remarks);
}

function classRemarks(table: Table, listed: readonly string[]): readonly Remark[] {
  const rows = table.rows.filter((row) => row.kind === "class" && row.side === "right");
  const codes = rows.map((row) => row.code ?? "");
  const missing = expenditureClasses.filter(({ code }) => listed.includes(code) && code !== LATEST && !codes.includes(code));
  const remarks: Remark[] = [];
  if (missing.length > 0)
    remarks.push({
      key: `${table.key} missing`,
      message: `${table.label}右侧缺 ${missing.length} 类：${missing
        .slice(0, 4)
        .map(({ code, name }) => `${code} ${name}`)
        .join("、")}${missing.length > 4 ? "等" : ""}。`,
      cells: rows.slice(0, 1).map((row) => nameCell(table, row)),
      advice: "请按模板补全各类，没有金额的留空。",
    });
  const misplaced = rows.find((row, index) => index > 0 && (codes[index - 1] ?? "") >= (row.code ?? ""));
  if (misplaced)
    remarks.push({
      key: `${table.key} order`,
      message: `${table.label}右侧的 ${misplaced.code ?? ""} ${misplaced.name} 次序不对或重复。`,
      cells: [nameCell(table, misplaced)],
    });
  for (const row of rows) {
    const listedClass = expenditureClasses.find(({ code }) => code === row.code);
    // A name that the class has had in other years is K03's.
    if (listedClass && !namesOf(listedClass).some((name) => normalise(name) === wordsOf(row)))
      remarks.push({
        key: `${table.key}|${listedClass.code}`,
        message: `${table.label}右侧的 ${listedClass.code} 写作“${row.name}”，模板是“${listedClass.name}”。`,
        cells: [nameCell(table, row)],
      });
  }
  return remarks;
}
