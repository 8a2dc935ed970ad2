import { Exact } from "../../../amount/exact";
import type { Wan } from "../../../amount/unit";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Instance } from "../../engine/instances";
import type { Money } from "../../engine/money";
import { labelOf } from "../../engine/point";
import { placeFor, withRows } from "./edits";
import { SURPRISE, type TableHypothesis } from "./hypothesis";

/** How far a difference of sums may be from the figure that another table states. */
const NEAR = Exact.ofUnits(2, 2) as Exact<Wan>;
const KINDS: Readonly<Record<number, Row["kind"]>> = { 3: "class", 5: "group", 7: "item" };

/** Subjects that a broken comparison does not find in a table by subject, though the sums there leave room for them. */
export function rowsOthersHave(recognised: Recognised, broken: readonly Instance[], money: Money): readonly TableHypothesis[] {
  const tried = new Set<string>();
  return broken.flatMap((instance) =>
    instance.addends.flatMap(({ row, table, term }): readonly TableHypothesis[] => {
      const code = instance.row?.code ?? null;
      if (row !== null || (term.row.by !== "same" && term.row.by !== "each") || code === null || table.spec.layout !== "coded") return [];
      const key = `${table.key} ${code}`;
      if (tried.has(key) || table.withCode(code).length > 0) return [];
      tried.add(key);
      return missingRow(recognised, table, code, money.about([table]));
    }),
  );
}

function missingRow(recognised: Recognised, table: Table, code: string, money: Money): readonly TableHypothesis[] {
  const kind = KINDS[code.length];
  const others = [...recognised.tables.values()].flatMap((other) => {
    const row =
      other === table || other.spec.classification !== table.spec.classification
        ? undefined
        : other.withCode(code).find((found) => found.kind === kind);
    return row ? [{ table: other, row }] : [];
  });
  const [model] = others;
  const [first] = [...table.columns.keys()];
  if (kind === undefined || !model || first === undefined) return [];
  const stated = others.flatMap(({ table: other, row }) => [...other.columns.keys()].flatMap((column) => other.amount(row, column) ?? []));
  const amounts = new Map<string, Exact<Wan>>();
  for (const column of table.columns.keys()) {
    const left = wanting(table, code, column);
    const near = left && stated.find((amount) => amount.minus(left).abs().compare(NEAR) <= 0);
    if (left) amounts.set(column, near ?? left);
  }
  const amount = amounts.get(first);
  const at = placeFor(table.rows, code);
  const neighbour = table.rows[at - 1] ?? table.rows[at];
  if (!amount || amount.isZero() || !neighbour) return [];
  const added: Row = {
    ...model.row,
    position: neighbour.position,
    side: "right",
    line: null,
    project: null,
    labelColumn: neighbour.labelColumn,
  };
  const cell = table.cell(neighbour, first) ?? table.labelCell(neighbour);
  const where = others.filter(({ table: other }) => other.spec.layout === "coded").map(({ table: other }) => other.label);
  const have = where.length > 1 ? `${where.join("、")} 都有` : `${where[0] ?? model.table.label} 有`;
  const words = `${table.label} 少了“${labelOf(added)}”一行（${have}，${money.shown(amount)}），应在第 ${String(neighbour.position + 1)} 行“${labelOf(neighbour)}”${at > 0 ? "之后" : "之前"}`;
  return [
    {
      surprise: SURPRISE.proved,
      mended: withRows(recognised, table, [...table.rows.slice(0, at), added, ...table.rows.slice(at)], new Map([[added, amounts]])),
      fewest: 2,
      tell: () => ({
        kind: "missing",
        words,
        then: "补上后",
        advice: "请补上这一行，再校验一次。",
        cells: [cell],
        suspects: [{ ...cell, value: "", expected: null, kind: "missing", message: words }],
      }),
    },
  ];
}

/** What the row of a code must say for the sums to hold: its parts', or what its parent has over its siblings'; null where it has neither. */
function wanting(table: Table, code: string, column: string): Exact<Wan> | null {
  const sumOf = (rows: readonly Row[]): Exact<Wan> => Exact.sum(rows.map((row) => table.amount(row, column) ?? Exact.zero));
  const below = (parent: string, length: number): readonly Row[] =>
    table.rows.filter((row) => row.kind !== "project" && row.code?.length === length && row.code.startsWith(parent));
  const parts = below(code, code.length + 2);
  if (parts.length > 0) return sumOf(parts);
  const parent = code.length === 3 ? table.total() : (table.withCode(code.slice(0, -2))[0] ?? null);
  const whole = parent && table.amount(parent, column);
  return whole ? whole.minus(sumOf(below(code.length === 3 ? "" : code.slice(0, -2), code.length))) : null;
}
