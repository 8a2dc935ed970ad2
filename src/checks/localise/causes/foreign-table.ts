import type { Check } from "../../engine/check";
import { judge, judgePlainly } from "../../engine/judge";
import type { Recognised, Table } from "../../../workbook/recognised";
import { normalise } from "../../../text/wording";
import { eachInstance } from "../system/each-instance";
import { withoutTable } from "./edits";
import { SURPRISE, type TableHypothesis, type Telling } from "./hypothesis";
import { corners } from "./words";

/** At least this share of what a table has in common with the others does not agree … */
const OUTWARD = 0.5;
/** … while no more than this share of its own sums does not. */
const INWARD = 0.1;

/** From so many on it is hardly anything else. */
const CERTAIN = 3;

/** What was judged of a table, with others and within itself. */
interface Standing {
  outward: number;
  outwardBroken: number;
  inward: number;
  inwardBroken: number;
}

/** Tables that agree with themselves and with nothing else, the most foreign first. */
export function foreignTables(recognised: Recognised, checks: readonly Check[]): readonly TableHypothesis[] {
  return [...standings(recognised, checks)]
    .filter(
      ([, { outward, outwardBroken, inward, inwardBroken }]) =>
        outwardBroken > 0 && outwardBroken >= OUTWARD * outward && inward > 0 && inwardBroken <= INWARD * inward,
    )
    .sort(([, a], [, b]) => b.outwardBroken / b.outward - a.outwardBroken / a.outward || b.outwardBroken - a.outwardBroken)
    .map(([table, standing]) => ({
      surprise: SURPRISE.table,
      mended: withoutTable(recognised, table),
      fewest: 1,
      tell: () => told(recognised, table, standing),
    }));
}

function standings(recognised: Recognised, checks: readonly Check[]): ReadonlyMap<Table, Standing> {
  const found = new Map<Table, Standing>();
  eachInstance(recognised, checks, null, (check, instance) => {
    const { operator } = check.identity;
    const plain = judgePlainly(instance, operator);
    if (plain === "notApplicable") return;
    const isBroken = plain === null && judge(instance, operator).verdict === "broken";
    const concerned = new Set(instance.parts.map(({ slot }) => slot.table));
    // Between tables, what is at most something says little where it holds: it holds for nearly any figures.
    if (operator === "<=" && !isBroken && concerned.size > 1) return;
    for (const table of concerned) {
      const standing = found.get(table) ?? { outward: 0, outwardBroken: 0, inward: 0, inwardBroken: 0 };
      found.set(table, standing);
      if (concerned.size === 1) {
        standing.inward++;
        if (isBroken) standing.inwardBroken++;
      } else {
        standing.outward++;
        if (isBroken) standing.outwardBroken++;
      }
    }
  });
  return found;
}

function told(recognised: Recognised, table: Table, { outward, outwardBroken }: Standing): Telling {
  const organisation = table.facts.organisation?.text ?? null;
  const another =
    organisation !== null && recognised.organisation !== null && normalise(organisation) !== normalise(recognised.organisation);
  const whose = another
    ? `表上写的是“${organisation}”，多半是别的单位的表`
    : outwardBroken >= CERTAIN
      ? "多半是上年的表，或者别的单位的表"
      : "也许是上年的表、别的单位的表，或者改了数没有同时改其他表";
  return {
    kind: "foreign",
    words: `${table.label} 自身相符，但与其他表能核对的 ${String(outward)} 项里有 ${String(outwardBroken)} 项不符：${whose}`,
    then: "换成本年本单位的表后",
    advice: `请核对${table.label}的年度、单位和金额，换成本年本单位的表，再校验一次；其他表的数先不要改。`,
    cells: corners(table, table.rows, [...table.columns.keys()]),
  };
}
