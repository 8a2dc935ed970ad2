import type { TableKey, TableSpec } from "../../define";
import { t1 } from "./overview";
import { t2 } from "./income";
import { t3 } from "./expenditure";
import { t4 } from "./fiscal";
import { t5 } from "./general";
import { t6 } from "./basic";
import { t7 } from "./projects";
import { t8 } from "./government-funds";
import { t9 } from "./state-capital";
import { t10 } from "./three-public";
import { t11 } from "./commissioned";
import { t12 } from "./carried-over";

/** The twelve tables, by key. */
export const tables = {
  overview: t1, income: t2, expenditure: t3, fiscal: t4, general: t5, basic: t6, projects: t7, funds: t8, stateCapital: t9, threePublic: t10,
  commissioned: t11, carriedOver: t12,
} as const;


/** Keys of the twelve tables. */
export type OwnKey = keyof typeof tables;

export const tableKeys = Object.keys(tables) as readonly OwnKey[];

export const tableSpecs: readonly TableSpec[] = tableKeys.map((key) => tables[key]);

/** @throws RangeError for a table that this family does not have. */
export function specOf(key: TableKey): TableSpec {
  const spec = tableSpecs.find((one) => one.key === key);
  if (!spec) throw new RangeError(`no table ${key}`);
  return spec;
}
