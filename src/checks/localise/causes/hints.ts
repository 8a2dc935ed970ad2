import type { Wan } from "../../../amount/unit";
import type { Exact } from "../../../amount/exact";
import { normalise } from "../../../text/wording";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Addend } from "../../engine/instances";
import type { BrokenInstance } from "../broken";
import { differenceOf } from "./gaps";

/** A figure of another table that a table lacks: it says which row is missing there. */
export interface Hint {
  readonly code: string;
  readonly amount: Exact<Wan>;
  /** Where it stands; null where the identity names several. */
  readonly from: Addend | null;
}

/** What broken comparisons, the usual ones too, want of each table, by subject. */
export function hintsOf(broken: readonly BrokenInstance[]): ReadonlyMap<Table, readonly Hint[]> {
  const hints = new Map<Table, Hint[]>();
  for (const { check, instance } of broken) {
    if (check.identity.operator !== "=") continue;
    for (const {
      slot: { table, term, side },
    } of instance.parts) {
      const code = term.row.by === "code" ? term.row.code : (instance.row?.code ?? null);
      const others = instance.addends.filter((addend) => addend.table !== table && addend.row !== null);
      const difference = differenceOf(instance);
      const amount = side === "left" ? difference.negated() : difference;
      const isThere = code !== null && table.withCode(code).some(({ kind }) => kind !== "project");
      if (code === null || isThere || amount.sign() <= 0 || others.length === 0) continue;
      const [from] = others;
      hints.set(table, [...(hints.get(table) ?? []), { code, amount, from: others.length === 1 ? (from ?? null) : null }]);
    }
  }
  return hints;
}

/** Names of projects that other tables have and this one does not. */
export function projectsMissing(table: Table, { tables }: Pick<Recognised, "tables">): readonly string[] {
  const nameOfProject = ({ kind, project, name }: Row): readonly string[] => (kind === "project" ? [project ?? name] : []);
  const own = new Set(table.rows.flatMap(nameOfProject).map(normalise));
  const names = [...tables.values()].flatMap((other) => (other === table ? [] : other.rows.flatMap(nameOfProject)));
  return [...new Set(names)].filter((name) => !own.has(normalise(name)));
}
