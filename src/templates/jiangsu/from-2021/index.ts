import { performanceChapter } from "../../common/checks/performance";
import { tableChapters } from "../../chapters";
import { coreOf } from "../../common/checks/core";
import { structureChapter, subjectChapter } from "../../common/checks/structure";
import type { House } from "../../house";
import { ownChecks } from "../checks/from-2021";
import { jiangsuFrom2021 } from "./family";

/** Stated otherwise here: sums of a side leave out what is carried over, income is listed by unit, expenditure has further uses. */
const OTHERWISE = ["F110", "F111", "F401c", "F403", "X12a", "X12d", "X13a", "X12f", "X23", "F201", "F202", "F203", "F204", "F301"];

/** 江苏 from 2021 on: the core identities but those, and its own. */
export const jiangsuFrom2021House: House = {
  family: jiangsuFrom2021,
  chapters: [
    ...tableChapters(jiangsuFrom2021, coreOf(jiangsuFrom2021.tables, OTHERWISE), ownChecks),
    structureChapter,
    subjectChapter,
    performanceChapter,
  ],
};
