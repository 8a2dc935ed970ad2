import { performanceChapter } from "../common/checks/performance";
import { tableChapters } from "../chapters";
import { coreOf } from "../common/checks/core";
import { structureChapter, subjectChapter } from "../common/checks/structure";
import type { House } from "../house";
import { operatingChecks, ownChecks } from "./checks/own";
import { jiangsu } from "./family";

/** Stated otherwise here: the totals of expenditure stand in the third panel, income is listed by source. */
const OTHERWISE = [
  "F110",
  "F111",
  "F401c",
  "X12a",
  "X12d",
  "X13a",
  "X13b",
  "X23",
  "F201",
  "F202",
  "F203",
  "F204",
  "F301",
  "F302",
  "F303",
  "F304",
  "F305",
  "X35",
  "F403",
  "X14b1",
  "X12f",
];

/** 江苏: the core identities but those it states by panel, and its own. */
export const jiangsuHouse: House = {
  family: jiangsu,
  chapters: [
    ...tableChapters(jiangsu, coreOf(jiangsu.tables, OTHERWISE), { ...ownChecks, operating: [...ownChecks.operating, ...operatingChecks] }),
    structureChapter,
    subjectChapter,
    performanceChapter,
  ],
};
