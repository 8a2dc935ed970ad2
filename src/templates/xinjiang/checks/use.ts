import { normalise } from "../../../text/wording";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import { inspected, inspection, nothing, type Check, type Inspection, type Remark } from "../../../checks/engine/check";
import { Money } from "../../../checks/engine/money";
import { amountCell, labelOf, nameCell } from "../../../checks/engine/point";

/** K10, K11, K12: subjects are used for what they are for. */
export const useChecks: readonly Check[] = [
  inspection(
    "K10",
    "warning",
    "表6的301、303列人员经费，302、307、309、310等列公用经费",
    "列错会多计或少计机关运行经费",
    personnelOrOperating,
    {
      examples: { holds: "30201 办公费列公用经费", fails: "30201 办公费列人员经费" },
    },
  ),
  inspection(
    "K11",
    "warning",
    "行政运行、事业运行不列项目支出，一般行政管理事务不列基本支出",
    "这些项级科目按支出性质划分",
    basicOrProject,
    {
      examples: { holds: "行政运行只有基本支出", fails: "行政运行有项目支出 30.00" },
    },
  ),
  inspection("K12", "info", "有养老保险缴费（30108）一般也有职业年金缴费（30109）", "两项同为机关事业单位社会保险缴费", annuity, {
    examples: { holds: "30108、30109 都有", fails: "有 30108，没有 30109" },
  }),
];

const PERSONNEL: readonly string[] = ["301", "303"];

function personnelOrOperating(recognised: Recognised): Inspection {
  const table = recognised.tables.get("basic");
  if (!table) return nothing;
  const divided = new Set(table.rows.flatMap((row) => (row.kind === "group" ? [row.code?.slice(0, 3)] : [])));
  const rows = table.rows.filter((row) => row.kind === "group" || (row.kind === "class" && !divided.has(row.code ?? "")));
  return eachRow(rows, (row) => {
    const personnel = PERSONNEL.includes(row.code?.slice(0, 3) ?? "");
    const [wrong, right] = personnel ? ["公用经费", "人员经费"] : ["人员经费", "公用经费"];
    const remark = misplaced(recognised, table, row, wrong);
    return (
      remark && {
        ...remark,
        message: `${table.label}的 ${labelOf(row)} 有 ${remark.amount} 列在${wrong}，${row.code?.slice(0, 3) ?? ""} 类一般列${right}。`,
        advice: personnel ? "请核对；列错会使机关运行经费多计。" : "请核对；列错会使机关运行经费少计。",
      }
    );
  });
}

function basicOrProject(recognised: Recognised): Inspection {
  const seen = new Set<string>();
  const results = (["general", "expenditure"] as const).map((key) => {
    const table = recognised.tables.get(key);
    if (!table) return nothing;
    const rows = table.rows.filter((row) => row.kind === "item" && !seen.has(row.code ?? ""));
    return eachRow(rows, (row) => {
      const running =
        (row.code?.endsWith("01") && normalise(row.name) === "行政运行") ||
        (row.code?.endsWith("50") && normalise(row.name) === "事业运行");
      const general = row.code?.endsWith("02") && normalise(row.name) === "一般行政管理事务";
      if (!running && !general) return null;
      const column = running ? "项目支出" : "基本支出";
      const remark = misplaced(recognised, table, row, column);
      if (remark) seen.add(row.code ?? "");
      return (
        remark && {
          ...remark,
          message: `${table.label}的 ${labelOf(row)} 有${column} ${remark.amount}，这一项一般只列${running ? "基本支出" : "项目支出"}。`,
          advice: "请核对科目归类；确属如此的写明审核说明。",
        }
      );
    });
  });
  return inspected(
    results.reduce((sum, { holds }) => sum + holds, 0),
    results.flatMap(({ remarks }) => remarks),
  );
}

/** A remark on a row's amount in a column where it should have none; null where it has none. */
function misplaced(recognised: Recognised, table: Table, row: Row, column: string): (Remark & { readonly amount: string }) | null {
  const amount = table.amount(row, column);
  if (!amount || amount.isZero()) return null;
  const cell = amountCell(recognised, table, row, column);
  return { key: `${table.key}|${row.code ?? ""}`, message: "", cells: cell ? [cell] : [], amount: new Money(recognised).shown(amount) };
}

function eachRow(rows: readonly Row[], look: (row: Row) => (Remark & { readonly amount: string }) | null): Inspection {
  const remarks = rows.map(look).filter((remark) => remark !== null);
  return inspected(
    rows.length - remarks.length,
    remarks.map(({ key, message, cells, advice }): Remark => ({ key, message, cells, ...(advice !== undefined && { advice }) })),
  );
}

function annuity(recognised: Recognised): Inspection {
  const table = recognised.tables.get("basic");
  const pension = table?.withCode("30108")[0];
  if (!table || !pension) return nothing;
  if (table.withCode("30109").length > 0) return { holds: 1, remarks: [] };
  return {
    holds: 0,
    remarks: [
      {
        key: "30109",
        message: `${table.label}有 ${labelOf(pension)}，没有 30109 职业年金缴费。`,
        cells: [nameCell(table, pension)],
        advice: "请核对是否漏列；确实没有的不用改。",
      },
    ],
  };
}
