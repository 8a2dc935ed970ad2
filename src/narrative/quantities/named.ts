import type { TableKey } from "../../templates/define";
import type { Row, Table } from "../../workbook/recognised";
import type { TextCategory } from "../../inputs/conventions";
import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { firstKnown, isZero, plus, type Figure } from "../figure";
import type { Segment } from "../segments";
import { tidy } from "../wording";
import { figureIn, figureOf, missingTable, totalOf } from "./cells";

/** A project of 委托业务费表 or 结转表. */
export interface NamedItem {
  readonly name: Segment;
  readonly plainName: string;
  readonly amount: Figure;
  readonly note: readonly Segment[];
}

export interface Commissioned {
  readonly total: Figure;
  readonly items: readonly NamedItem[];
}

/** 委托业务费: 委托业务费表. */
export function commissionedOf(desk: Desk): Commissioned {
  const table = tableOf(desk, "commissioned");
  const items = table ? namedItems(desk, table, "委托业务费用途", (name) => `“${name}”委托业务费的用途`) : [];
  return { total: namedTotal(desk, "commissioned", "合计", "委托业务费", items), items };
}

export interface CarriedOver {
  readonly total: Figure;
  readonly fiscal: Figure;
  readonly other: Figure;
  readonly items: readonly NamedItem[];
}

/** 上年结转结余: 结转表; its totals from 收支总表 where the table is missing. */
export function carriedOverOf(desk: Desk): CarriedOver {
  const table = tableOf(desk, "carriedOver");
  const items = table ? namedItems(desk, table, "结转说明", (name) => `“${name}”的结转说明（如“完全不予公开”）`) : [];
  const inOverview = (line: string): Figure => figureOf(desk.recognised, "overview", (found) => found.line(line), "收入预算数", line);
  return {
    total: firstKnown(namedTotal(desk, "carriedOver", "合计", "上年结转结余", items), inOverview("上年结转结余")),
    fiscal: firstKnown(namedTotal(desk, "carriedOver", "财政拨款小计", "财政拨款结转", null), inOverview("财政拨款结转")),
    other: firstKnown(namedTotal(desk, "carriedOver", "非财政拨款小计", "非财政拨款结转结余", null), inOverview("非财政拨款结转结余")),
    items,
  };
}

/** The projects; where a table lists units only, the units. */
function namedItems(desk: Desk, table: Table, category: TextCategory, what: (name: string) => string): readonly NamedItem[] {
  const of = (kind: Row["kind"]): readonly Row[] => table.rows.filter((row) => row.kind === kind && !isZero(figureIn(table, row, "合计")));
  const projects = of("project");
  return (projects.length > 0 ? projects : of("unit")).map((row) => {
    const plainName = tidy(row.name);
    return {
      name: { kind: "input", text: plainName, cells: [table.labelCell(row)] },
      plainName,
      amount: figureIn(table, row, "合计"),
      note: desk.asks.words(category, [plainName], what(plainName)),
    };
  });
}

function namedTotal(desk: Desk, key: TableKey, column: string, what: string, items: readonly NamedItem[] | null): Figure {
  const table = tableOf(desk, key);
  if (!table) return missingTable(desk.recognised.template, key, what);
  if (table.total() || !items) return totalOf(desk.recognised, key, column, what);
  return plus(items.map(({ amount }) => amount));
}
