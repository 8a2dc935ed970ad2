import { performanceChapter } from "../common/checks/performance";
import { ownChapter, tableChapters } from "../chapters";
import { coreOf } from "../common/checks/core";
import { structureChapter, subjectChapter } from "../common/checks/structure";
import type { House } from "../house";
import { counterpartChecks, ownChecks } from "./checks/own";
import { shanghai } from "./family";

/** 上海: the core identities and its own. */
export const shanghaiHouse: House = {
  family: shanghai,
  chapters: [
    ...tableChapters(shanghai, coreOf(shanghai.tables), ownChecks),
    ownChapter(shanghai, "功能分类与经济分类", counterpartChecks),
    structureChapter,
    subjectChapter,
    performanceChapter,
  ],
};
