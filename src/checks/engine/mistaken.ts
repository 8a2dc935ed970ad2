import type { Recognised, Table } from "../../workbook/recognised";
import type { Inspection, Remark } from "./check";
import { titleDoubt } from "./understood";

/**
 * What an inspection says of the rows of a table that may be another one, by its title, is not a fault of theirs: it was not
 * looked at, once a table. What it says of titles and heads stays.
 */
export function withoutMistaken(inspection: Inspection, { tables }: Pick<Recognised, "tables">): Inspection {
  if (inspection.remarks.length === 0) return inspection;
  const mistaken = [...tables.values()].flatMap((table) => {
    const doubt = titleDoubt(table);
    return doubt ? [{ table, doubt }] : [];
  });
  const remarks = inspection.remarks.filter((remark) => !mistaken.some(({ table }) => speaksOfRows(remark, table)));
  if (remarks.length === inspection.remarks.length) return inspection;
  const notRun = mistaken
    .filter(({ table }) => inspection.remarks.some((remark) => speaksOfRows(remark, table)))
    .map(({ table: { key }, doubt: { reason, cells } }) => ({
      key: `mistaken ${key}`,
      message: `${reason}，没有执行。`,
      advice: "请先核对这张表的表题与内容。",
      cells,
    }));
  return { ...inspection, remarks, notRun: [...(inspection.notRun ?? []), ...notRun] };
}

function speaksOfRows({ cells }: Remark, { sheet, rows, area }: Table): boolean {
  const first = Math.min(...rows.map(({ position }) => position), area.bottom);
  return cells.some((cell) => cell.sheet === sheet.name && cell.row >= first && cell.row <= area.bottom);
}
