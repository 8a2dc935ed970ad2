import { fullAddress, type CellRef } from "../../../amount/cell-ref";
import type { Money } from "../../engine/describe";
import { amountOf } from "../../engine/figures";
import type { Blamed } from "../blamed";
import { ownUnitOf } from "./own-unit";
import { isSwap } from "./score";
import type { Repair } from "./search";
import { slipBetween } from "./slips";
import type { Change, State } from "../system/state";
import type { Origin, System } from "../system/system";

/** The key of the finding on an instance; null where it has none. */
export type KeyOf = (origin: Origin) => string | null;

/** The suspects of one repair, in its order. `alternative`: another repair of the same size is likelier. */
export function suspectsOf(repair: Repair, alternative: boolean, state: State, inWorkbook: Money, keyOf: KeyOf): readonly Blamed[] {
  const cleared = clearedBy(repair.changes, state, keyOf);
  const clearedTogether = new Set([...cleared.values()].flat());
  return repair.changes.map((change): Blamed => {
    const { system } = state;
    const swapped = repair.changes.find((other) => other !== change && isSwap(system, change, other));
    const written = system.shown[change.cell] ?? 0;
    const slip = slipBetween(Math.round(written / system.unit), Math.round(change.value / system.unit));
    const own = ownUnitOf(system.place(change.cell));
    const kind = swapped ? "swap" : own && slip.kind === "blank" ? "scale" : slip.kind;
    const explains = cleared.get(change.cell) ?? [];
    const cell = cellRef(system, change.cell);
    const amount = amountOf;
    const money = inWorkbook.about([system.place(change.cell).table]);
    const filled = system.filled[change.cell] === 1;
    const says = own ? `写的是“${own.text}”` : filled ? `写的是 ${money.shown(amount(written))}` : "是空白";
    const should = change.value === 0 ? "应为空白或 0" : `应为 ${money.shown(amount(change.value))}`;
    const how = swapped ? `（与同一行的 ${fullAddress(cellRef(system, swapped.cell))} 填错了列）` : wordsOf(kind, written, change.value);
    const others = repair.changes.filter((other) => other !== change).map((other) => fullAddress(cellRef(system, other.cell)));
    const together =
      others.length === 0 ? "改后" : others.length <= 3 ? `与 ${others.join("、")} 一起改后` : `与另外 ${String(others.length)} 格一起改后`;
    const count = others.length === 0 ? explains.length : clearedTogether.size;
    return {
      ...cell,
      value: filled ? money.plain(amount(written)) : "",
      expected: money.plain(amount(change.value)),
      explains,
      kind,
      message: `${alternative ? "也可能是 " : ""}${fullAddress(cell)} ${says}，按其余各数${should}${how}，${together} ${String(count)} 条不符${count > 1 ? "都" : ""}会消失。`,
    };
  });
}

function cellRef(system: System, cell: number): CellRef {
  const { table, row, column } = system.place(cell);
  const found = table.cell(row, column);
  if (!found) throw new RangeError("a cell of the system has its column");
  return found;
}

/** Per changed cell: keys of findings on it that are gone once all changes are made. */
function clearedBy(changes: readonly Change[], state: State, keyOf: KeyOf): ReadonlyMap<number, readonly string[]> {
  const { system } = state;
  const before = new Map<number, readonly number[]>();
  for (const { cell } of changes) {
    const users = new Set(system.users.subarray(system.useStarts[cell], system.useStarts[cell + 1]));
    before.set(
      cell,
      [...users].filter((instance) => !state.holds(instance)),
    );
  }
  const undos = changes.map((change) => state.apply(change));
  const cleared = new Map<number, readonly string[]>();
  for (const [cell, instances] of before)
    cleared.set(
      cell,
      keysOf(
        instances.filter((instance) => state.holds(instance)),
        system,
        keyOf,
      ),
    );
  for (const undo of undos.reverse()) state.undo(undo);
  return cleared;
}

function keysOf(instances: readonly number[], system: System, keyOf: KeyOf): readonly string[] {
  return instances.flatMap((instance) => {
    const origin = system.origin(instance);
    return (origin && keyOf(origin)) ?? [];
  });
}

function wordsOf(kind: Blamed["kind"], written: number, should: number): string {
  switch (kind) {
    case "digit":
      return "（有一位数字不同）";
    case "transposition":
      return "（相邻两位数字写颠倒了）";
    case "sign":
      return "（正负号相反）";
    case "scale":
      return Math.max(Math.abs(written / should), Math.abs(should / written)) > 5000
        ? "（差一万倍，元和万元混了）"
        : "（小数点的位置不对）";
    case "blank":
      return "（漏填）";
    default:
      return "";
  }
}
