import type { Recognised, Row, Table } from "../../../../workbook/recognised";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { labelOf, nameCell } from "../../../../checks/engine/point";
import { sections } from "./rows";

/** K07, K08: every item stands under a group and a class, and every class is broken down. */
export const levelChecks: readonly Check[] = [
  inspection("K07", "error", "每个项有款级行，每个款有类级行", "缺上级行，合计就对不上", haveParents, {
    examples: { holds: "205、20508、2050803 都有", fails: "2050803 上面没有 20508" },
  }),
  inspection(
    "K08",
    "warning",
    "每个类有款，每个款有项（表6每个类有款）",
    "《地方预决算公开操作规程》：支出按功能分类公开到项，基本支出按经济分类公开到款",
    brokenDown,
    {
      examples: { holds: "310 下面有 31013", fails: "310 下面没有款" },
    },
  ),
];

const LENGTHS = { class: 3, group: 5, item: 7 } as const;

function haveParents(recognised: Recognised): Inspection {
  return bySubject(recognised, (table, row, codes) => {
    const own = row.code ?? "";
    const lacks = (length: number): boolean => length < own.length && !codes.has(own.slice(0, length));
    if (!lacks(LENGTHS.group) && !lacks(LENGTHS.class)) return null;
    const missing = [LENGTHS.class, LENGTHS.group].filter(lacks).map((length) => own.slice(0, length));
    return {
      key: `${table.key}|${row.code ?? ""}`,
      message: `${table.label}的 ${labelOf(row)} 上面没有 ${missing.join("、")} ${missing[0]?.length === 3 ? "类" : "款"}级行。`,
      cells: [nameCell(table, row)],
      advice: "请补上级行，或核对编码是否录错。",
    };
  });
}

function brokenDown(recognised: Recognised): Inspection {
  return bySubject(recognised, (table, row, _, parents) => {
    const deepest = table.spec.classification === "economic" ? LENGTHS.group : LENGTHS.item;
    const own = row.code ?? "";
    if (own.length >= deepest || parents.has(own)) return null;
    return {
      key: `${table.key}|${own}`,
      message: `${table.label}的 ${labelOf(row)} 下面没有${own.length === LENGTHS.class ? "款" : "项"}。`,
      cells: [nameCell(table, row)],
      advice: `请公开到${deepest === LENGTHS.group ? "款" : "项"}级。`,
    };
  });
}

/** Runs over the subjects of tables by subject; tables of projects may list items alone. */
function bySubject(
  recognised: Recognised,
  look: (table: Table, row: Row, codes: ReadonlySet<string>, parents: ReadonlySet<string>) => Remark | null,
): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const table of recognised.tables.values()) {
    if (table.spec.layout !== "coded") continue;
    for (const rows of sections(table)) {
      const codes = new Set<string>();
      // Every code that another one begins with.
      const parents = new Set<string>();
      for (const { code } of rows) {
        if (code === null) continue;
        codes.add(code);
        if (code.length > LENGTHS.class) parents.add(code.slice(0, LENGTHS.class));
        if (code.length > LENGTHS.group) parents.add(code.slice(0, LENGTHS.group));
      }
      for (const row of rows) {
        if (row.code === null) continue;
        const remark = look(table, row, codes, parents);
        if (remark) remarks.push(remark);
        else holds++;
      }
    }
  }
  return inspected(holds, remarks);
}
