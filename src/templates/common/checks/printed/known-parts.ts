import { normalise, isTotalLabel, normaliseLabel } from "../../../../text/wording";
import type { PlainSheet } from "../../../../workbook/plain";
import type { RegionColumn } from "./region";

/** A cell of a sheet, as indexes into `values`. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What “三公”经费 and what is bought are made of, wherever they are printed. */
export interface KnownSum {
  readonly total: Cell;
  readonly parts: readonly Cell[];
}

type Kind = "abroad" | "reception" | "both" | "buy" | "run";
type Group = Partial<Record<Kind | "total", number>>;

/** Which part of “三公”经费 words name; null for what is none. */
function kindOf(words: string): Kind | null {
  if (words.includes("因公出国")) return "abroad";
  if (words.includes("公务接待")) return "reception";
  if (!/公务用车|公车/.test(words)) return null;
  const leaf = words.slice(words.lastIndexOf("|") + 1);
  const [bought, runs] = [leaf.includes("购置"), /运行|运维/.test(leaf)];
  return bought === runs ? "both" : bought ? "buy" : "run";
}
const TOTAL = /(?:合计|小计|总计)$|三公/;

/** Columns of “三公”经费 side by side, once for each year: each group with the column of its whole before it. */
export function groupsOf(columns: readonly RegionColumn[]): readonly Group[] {
  const groups: Group[] = [];
  let group: Group = {};
  const close = (): void => {
    if (group.abroad !== undefined && group.reception !== undefined) groups.push(group);
    group = {};
  };
  for (const { index, heads } of columns) {
    const kind = kindOf(heads.join("|"));
    if (kind === null) {
      if (!TOTAL.test(heads.at(-1) ?? "")) continue;
      if (Object.keys(group).some((key) => key !== "total")) close();
      group.total = index;
    } else {
      if (group[kind] !== undefined) close();
      group[kind] = index;
    }
  }
  close();
  return groups;
}

/** Lines of “三公”经费 one below the other, by their names. */
export function groupOfRows(names: readonly (readonly [row: number, name: string])[]): Group | null {
  const group: Group = {};
  for (const [row, name] of names) {
    const words = normalise(name);
    const kind = kindOf(words) ?? (TOTAL.test(words) ? "total" : null);
    if (kind === null) continue;
    if (group[kind] !== undefined) return null;
    group[kind] = row;
  }
  return group.abroad !== undefined && group.reception !== undefined ? group : null;
}

/** Its whole, and what is spent on cars. */
export function sumsOfGroup({ total, abroad, reception, both, buy, run }: Group): readonly (readonly [number, readonly number[]])[] {
  const cars = both !== undefined ? [both] : buy !== undefined && run !== undefined ? [buy, run] : null;
  const whole =
    total !== undefined && abroad !== undefined && reception !== undefined && cars ? [[total, [abroad, reception, ...cars]] as const] : [];
  return [...whole, ...(both !== undefined && buy !== undefined && run !== undefined ? [[both, [buy, run]] as const] : [])];
}

const BOUGHT = /^(?:政府采购|采购)?(货物|工程|服务)(?:类)?(?:采购)?(?:预算|支出|预算数)?$/;
const FAR = 4;

/** 合计 over 货物, 工程 and 服务, each once: these are all there is to buy. */
export function purchasesOf({ values }: PlainSheet): readonly KnownSum[] {
  const at = (row: number, column: number): string => {
    const cell = values[row]?.[column];
    return typeof cell === "string" ? cell : "";
  };
  return values.flatMap((cells, row) =>
    cells.flatMap((_, label): readonly KnownSum[] => {
      if (!isTotalLabel(normaliseLabel(at(row, label)))) return [];
      const rows = [...Array(2 * FAR + 1).keys()].map((step) => row - FAR + step).filter((one) => one !== row);
      const found = rows.flatMap((one) => {
        const kind = BOUGHT.exec(normaliseLabel(at(one, label)))?.[1];
        return kind === undefined ? [] : [{ one, kind }];
      });
      if (found.length !== 3 || new Set(found.map(({ kind }) => kind)).size !== 3) return [];
      return cells.flatMap((value, column) =>
        column > label && typeof value === "number"
          ? [{ total: { row, column }, parts: found.map(({ one }) => ({ row: one, column })) }]
          : [],
      );
    }),
  );
}
