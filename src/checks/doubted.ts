import { fullAddress, type CellRef } from "../amount/cell-ref";
import type { TableKey } from "../templates/define";
import { canon } from "../text/canon";
import type { Recognised, Table } from "../workbook/recognised";
import type { CauseKind } from "./cause";
import type { CheckReport } from "./report";

/** In the key of what is said of a table in another unit than its form prints it in. */
export const OTHER_UNIT = "other unit";

/** Causes that make a whole table's figures those of others. */
const OF_TABLES: ReadonlySet<CauseKind> = new Set(["columns", "shift", "unit", "foreign", "exchanged"]);

/** Sheets whose figures are not this year's of this organisation in 万元, as far as a cause knows. */
export const doubtedSheets = ({ causes }: Pick<CheckReport, "causes">): ReadonlySet<string> =>
  new Set(causes.flatMap(({ kind, cells }) => (OF_TABLES.has(kind) ? cells.map(({ sheet }) => sheet) : [])));

/** The cells that the checks blame, and whatever stands in a row or table that they blame: what a text says otherwise may be right. */
export function doubtedIn({
  causes,
  suspects,
  findings,
}: Pick<CheckReport, "causes" | "suspects" | "findings">): (cell: CellRef) => boolean {
  // A table that agrees with itself and not with the others may be the one that is right.
  const certain = causes.filter(({ kind }) => kind !== "foreign");
  const explained = new Set([...certain, ...suspects].flatMap(({ explains }) => explains));
  // What nothing explains may be wrong on either side.
  const open = findings.filter(({ verdict, severity, key, cells }) => {
    return verdict === "broken" && severity === "error" && !explained.has(key) && cells.length <= MOST_SIDES;
  });
  const cells = new Set([...suspects, ...open.flatMap((one) => one.cells)].map(fullAddress));
  const sheets = doubtedSheets({ causes });
  const rows = new Set<string>();
  for (const cause of causes) for (const cell of cause.cells) if (!sheets.has(cell.sheet)) rows.add(rowOf(cell));
  return (cell) => sheets.has(cell.sheet) || rows.has(rowOf(cell)) || cells.has(fullAddress(cell));
}

/** Names of one code that are not the same in every table: which of them is right the tables do not say. */
export const contestedIn = ({ findings }: Pick<CheckReport, "findings">): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ id, verdict, cells }) => (id === SAME_NAME && verdict === "broken" ? cells.map(({ value }) => canon(value)) : [])),
  );
const SAME_NAME = "K04";

/** A sum that does not come out blames none of its many parts. */
const MOST_SIDES = 3;

const rowOf = ({ sheet, row }: CellRef): string => `${sheet}!${String(row)}`;

/** Tables that are doubted for one reason: what is written from their figures is doubted with them. */
export interface DoubtedTables {
  /** What they are taken for; a table that stands under another's title may not have been taken for any. */
  readonly keys: readonly TableKey[];
  readonly tables: readonly Table[];
  /** One Chinese sentence. */
  readonly why: string;
  /** What to do first, one Chinese sentence. */
  readonly advice: string;
}

/** What the checks doubt whole: titles that stand exchanged, a unit that is neither 元 nor 万元, and causes that go through a table. */
export function doubtedTables(recognised: Recognised, { causes }: Pick<CheckReport, "causes">): readonly DoubtedTables[] {
  const all = [...recognised.tables.values()];
  const exchanged = recognised.exchangedTitles.map((ring): DoubtedTables => {
    const keys = ring.map(({ key }) => key);
    const standing = ring.map(({ cell, text }) => `${fullAddress(cell)}“${text}”`).join("和");
    return {
      keys,
      tables: all.filter(({ key }) => keys.includes(key)),
      why: `${standing}，表题像是${ring.length > 2 ? "写串" : "互换"}了。`,
      advice: "请先核对这几张表的表题与内容，把写反的表题或贴反的内容换过来；表里的数先不要改。",
    };
  });
  const strange = all.flatMap((table): DoubtedTables[] => {
    const { strangeUnit } = table.facts;
    if (!strangeUnit) return [];
    const why = `${table.label}的计量单位写的是“${strangeUnit.text}”，本工具只认元和万元。`;
    return [{ keys: [table.key], tables: [table], why, advice: `请先换算成${recognised.unit}。` }];
  });
  const caused = causes.flatMap(({ kind, message, advice, cells }): DoubtedTables[] => {
    if (!OF_TABLES.has(kind)) return [];
    const tables = all.filter((table) => cells.some((cell) => tableAt(all, cell) === table));
    return [{ keys: tables.map(({ key }) => key), tables, why: message, advice }];
  });
  return [...exchanged, ...strange, ...caused];
}

/** The table that a cell stands in, or above which it stands as the title. */
function tableAt(tables: readonly Table[], { sheet, row, column }: CellRef): Table | null {
  const below = tables.filter((table) => table.sheet.name === sheet && table.area.bottom >= row);
  const first = below.reduce<Table | null>((found, table) => (found && found.area.top <= table.area.top ? found : table), null);
  return below.find(({ area }) => area.top <= row && area.left <= column && column <= area.right) ?? first;
}
