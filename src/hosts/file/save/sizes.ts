import { attributesOf, childrenOf, escapeAttribute, isNamed, textOf, type Patch, type Tag } from "../xml/scan";
import { positioned, rowOf, sheetData } from "./cells";

type Attributes = ReadonlyMap<string, string>;

const stated = (attributes: Attributes): string => [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");

/** The file's column runs (min to max, 1-based) with the given columns (0-based) taken out and set to their width. */
export function withWidths(runs: readonly Attributes[], widths: ReadonlyMap<number, number>): Attributes[] {
  const wide = (width: number, rest: Attributes = new Map()): Attributes =>
    new Map([...rest, ["width", String(width)], ["customWidth", "1"]]);
  const split = runs.flatMap((run): Attributes[] => {
    const first = Number(run.get("min"));
    const last = Number(run.get("max"));
    const inside = [...widths.keys()]
      .map((column) => column + 1)
      .filter((column) => column >= first && column <= last)
      .sort((a, b) => a - b);
    const part = (from: number, to: number): Attributes[] =>
      from > to ? [] : [new Map([...run, ["min", String(from)], ["max", String(to)]])];
    let from = first;
    const parts = inside.flatMap((column) => {
      const before = part(from, column - 1);
      from = column + 1;
      return [...before, ...part(column, column).map((own) => wide(widths.get(column - 1) ?? 0, own))];
    });
    return [...parts, ...part(from, last)];
  });
  const covered = (column: number): boolean =>
    runs.some((run) => Number(run.get("min")) <= column + 1 && column + 1 <= Number(run.get("max")));
  const fresh = [...widths]
    .filter(([column]) => !covered(column))
    .map(([column, width]) =>
      wide(
        width,
        new Map([
          ["min", String(column + 1)],
          ["max", String(column + 1)],
        ]),
      ),
    );
  return [...split, ...fresh].sort((a, b) => Number(a.get("min")) - Number(b.get("min")));
}

/** The patch that gives columns their widths. */
export function columnPatches(bytes: Uint8Array, root: Tag, widths: ReadonlyMap<number, number>): Patch[] {
  if (widths.size === 0) return [];
  const { tag: data } = sheetData(bytes, root);
  let place = { start: data.start, end: data.start };
  const runs: Attributes[] = [];
  for (const { tag, end } of childrenOf(bytes, root)) {
    if (isNamed(bytes, tag, "cols")) {
      place = { start: tag.start, end };
      for (const run of childrenOf(bytes, tag)) runs.push(attributesOf(bytes, run.tag));
    }
    if (isNamed(bytes, tag, "sheetData")) break;
  }
  const inside = withWidths(runs, widths)
    .map((run) => `<${data.prefix}col${stated(run)}/>`)
    .join("");
  return [{ ...place, text: `<${data.prefix}cols>${inside}</${data.prefix}cols>` }];
}

/** The patches that give rows their heights; rows that the file does not state keep theirs. */
export function rowHeightPatches(bytes: Uint8Array, root: Tag, heights: ReadonlyMap<number, number>): Patch[] {
  if (heights.size === 0) return [];
  const patches: Patch[] = [];
  for (const { tag, at } of positioned(bytes, sheetData(bytes, root).tag, rowOf)) {
    const height = heights.get(at);
    if (height === undefined) continue;
    const attributes = new Map([...attributesOf(bytes, tag), ["ht", String(height)], ["customHeight", "1"]]);
    patches.push({
      start: tag.start,
      end: tag.end,
      text: `<${textOf(bytes, tag.start + 1, tag.name[1])}${stated(attributes)}${tag.kind === "empty" ? "/" : ""}>`,
    });
  }
  return patches;
}
