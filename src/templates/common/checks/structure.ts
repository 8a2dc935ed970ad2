import type { Chapter } from "../../house";
import { fileChecks } from "./structure/as-saved";
import { cellChecks } from "./structure/cells";
import { decimalChecks } from "./structure/decimals";
import { emptyChecks } from "./structure/empty";
import { headChecks } from "./structure/heads";
import { tableChecks } from "./structure/tables";
import { totalChecks } from "./structure/totals";
import { codeChecks } from "./subjects/codes";
import { levelChecks } from "./subjects/levels";
import { nameChecks } from "./subjects/names";

/** How tables are laid out and headed, and what subjects are called: the same in every known family. */
export const structureChapter: Chapter = {
  heading: "表的结构",
  checks: [...tableChecks, ...headChecks, ...cellChecks, ...decimalChecks, ...totalChecks, ...emptyChecks, ...fileChecks],
};
export const subjectChapter: Chapter = { heading: "科目", checks: [...codeChecks, ...nameChecks, ...levelChecks] };
