import { overview } from "./overview";
import { income } from "./income";
import { expenditure } from "./expenditure";
import { fiscal } from "./fiscal";
import { general } from "./general";
import { basic } from "./basic";
import { projects } from "./projects";
import { funds } from "./government-funds";
import { stateCapital } from "./state-capital";
import { threePublic } from "./three-public";
import { commissioned } from "./commissioned";
import { carriedOver } from "./carried-over";

import type { TableSpec } from "../../define";

/** The twelve tables of the twelve-table form; other forms leave some out. */
export const tables: readonly TableSpec[] = [
  overview,
  income,
  expenditure,
  fiscal,
  general,
  basic,
  projects,
  funds,
  stateCapital,
  threePublic,
  commissioned,
  carriedOver,
];
