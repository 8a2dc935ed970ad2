import { performanceChapter } from "../common/checks/performance";
import { coreOf } from "../common/checks/core";
import { structureChapter, subjectChapter } from "../common/checks/structure";
import { ownChapter, tableChapters } from "../chapters";
import type { House } from "../house";
import { basicAndProjectBudgets } from "./checks/other-budgets";
import { carriedOverChecks } from "./checks/carried-over";
import { classListChecks } from "./checks/class-list";
import { commissionedChecks } from "./checks/commissioned";
import { counterpartChecks } from "./checks/counterparts";
import { expenditureChecks } from "./checks/expenditure";
import { fiscalChecks } from "./checks/fiscal";
import { generalChecks } from "./checks/general";
import { incomeChecks } from "./checks/income";
import { overviewChecks } from "./checks/overview";
import { plausibilityChecks } from "./checks/plausibility";
import { nameMatchChecks } from "./checks/project-names";
import { projectChecks } from "./checks/projects";
import { threePublicChecks } from "./checks/three-public";
import { useChecks } from "./checks/use";
import { xinjiang } from "./family";

/** 新疆: the core identities but those it states by source of funds, and its own. */
export const xinjiangHouse: House = {
  family: xinjiang,
  chapters: [
    ...tableChapters(xinjiang, coreOf(xinjiang.tables, ["X610a", "X610b", "X610c", "F801", "F901"]), {
      overview: overviewChecks,
      income: incomeChecks,
      expenditure: expenditureChecks,
      fiscal: fiscalChecks,
      general: generalChecks,
      projects: projectChecks,
      ...basicAndProjectBudgets,
      threePublic: threePublicChecks,
      commissioned: commissionedChecks,
      carriedOver: carriedOverChecks,
    }),
    ownChapter(xinjiang, "功能分类与经济分类", counterpartChecks),
    structureChapter,
    subjectChapter,
    performanceChapter,
    ownChapter(xinjiang, "科目的用法", [...classListChecks, ...useChecks]),
    ownChapter(xinjiang, "名称与合理性", [...nameMatchChecks, ...plausibilityChecks]),
  ],
};
