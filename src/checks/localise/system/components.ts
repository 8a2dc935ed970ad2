import type { State } from "./state";

/** Broken instances that share cells, directly or through others, belong together; each group is repaired on its own. */
export function components(state: State): readonly (readonly number[])[] {
  const { starts, cells } = state.system;
  const parents = new Map<number, number>();
  const find = (instance: number): number => {
    let top = instance;
    for (let next = parents.get(top) ?? top; next !== top; next = parents.get(top) ?? top) top = next;
    parents.set(instance, top);
    return top;
  };
  const firstWith = new Map<number, number>();
  for (const instance of state.broken)
    for (let entry = starts[instance] ?? 0; entry < (starts[instance + 1] ?? 0); entry++) {
      const cell = cells[entry] ?? 0;
      const other = firstWith.get(cell);
      if (other === undefined) firstWith.set(cell, instance);
      else parents.set(find(instance), find(other));
    }
  const groups = new Map<number, number[]>();
  for (const instance of state.broken) {
    const top = find(instance);
    const group = groups.get(top);
    if (group) group.push(instance);
    else groups.set(top, [instance]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
