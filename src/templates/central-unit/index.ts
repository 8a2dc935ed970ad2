import { performanceChapter } from "../common/checks/performance";
import { tableChapters } from "../chapters";
import { coreOf } from "../common/checks/core";
import { structureChapter, subjectChapter } from "../common/checks/structure";
import type { House } from "../house";
import { ownChecks } from "./checks/own";
import { centralUnit } from "./family";

/** Its income and expenditure tables leave carried-over funds out: what ties to totals elsewhere ties to this year's sums here. */
const OTHERWISE = ["F110", "X12a", "X12d", "X13a", "X23", "X12f", "X14f", "F301"];

/** 中央部门所属单位: the core identities but those about carried-over funds, and its own. */
export const centralUnitHouse: House = {
  family: centralUnit,
  chapters: [
    ...tableChapters(centralUnit, coreOf(centralUnit.tables, OTHERWISE), ownChecks),
    structureChapter,
    subjectChapter,
    performanceChapter,
  ],
};
