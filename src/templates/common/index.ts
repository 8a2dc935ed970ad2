import { performanceChapter } from "./checks/performance";
import { tableChapters } from "../chapters";
import type { House } from "../house";
import { coreOf } from "./checks/core";
import { ownChecks } from "./checks/own";
import { printedSums } from "./checks/printed/sums";
import { fileChecks } from "./checks/structure/as-saved";
import { cellChecks } from "./checks/structure/cells";
import { headChecks } from "./checks/structure/heads";
import { tableChecks } from "./checks/structure/tables";
import { nameChecks } from "./checks/subjects/names";
import { common } from "./family";

/** What is true of every family: the rules for workbooks of none that is known. */
export const commonHouse: House = {
  family: common,
  chapters: [
    ...tableChapters(common, [...coreOf(common.tables), ...ownChecks], {}),
    { heading: "表的结构", checks: [...tableChecks, ...headChecks, ...cellChecks, ...fileChecks] },
    { heading: "印出的合计", checks: printedSums },
    { heading: "科目", checks: nameChecks },
    performanceChapter,
  ],
};
