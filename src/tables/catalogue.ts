import type { TableKey, TableSpec } from "./define";
import { t1 } from "./t01-overview";
import { t2 } from "./t02-income";
import { t3 } from "./t03-expenditure";
import { t4 } from "./t04-fiscal";
import { t5 } from "./t05-general";
import { t6 } from "./t06-basic";
import { t7 } from "./t07-projects";
import { t8 } from "./t08-government-funds";
import { t9 } from "./t09-state-capital";
import { t10 } from "./t10-three-public";
import { t11 } from "./t11-commissioned";
import { t12 } from "./t12-carried-over";

/** The twelve tables, by key. */
export const tables = { 1: t1, 2: t2, 3: t3, 4: t4, 5: t5, 6: t6, 7: t7, 8: t8, 9: t9, 10: t10, 11: t11, 12: t12 } as const;

export const tableKeys: readonly TableKey[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export const tableSpecs: readonly TableSpec[] = tableKeys.map((key) => tables[key]);
