import { normalise } from "../text/wording";
import type { PlainWorkbook } from "../workbook/plain";
import { valueText } from "./sheet";

/** A word as it was written wrongly, and as it should stand. */
export interface ListedSlip {
  readonly wrong: string;
  readonly right: string;
}

const SHEET = "错词";
const WRONG = ["错", "错词", "误", "原文"];
const RIGHT = ["正", "正词", "应为", "改为"];
const HEADING_ROWS = 5;

/** The office's own list of slips: a sheet 错词 with the columns 错词 and 正词. Without the sheet there are none. */
export function readSlips(workbook: PlainWorkbook): readonly ListedSlip[] {
  const sheet = workbook.sheets.find(({ name }) => normalise(name) === SHEET);
  const rows = (sheet?.values ?? []).map((row) => row.map((value) => valueText(value).trim()));
  const heading = rows
    .slice(0, HEADING_ROWS)
    .findIndex((row) => row.some((cell) => WRONG.includes(cell)) && row.some((cell) => RIGHT.includes(cell)));
  if (heading < 0) return [];
  const [wrongAt, rightAt] = [WRONG, RIGHT].map((heads) => rows[heading]?.findIndex((cell) => heads.includes(cell)) ?? -1);
  return rows.slice(heading + 1).flatMap((row) => {
    const [wrong, right] = [row[wrongAt ?? 0] ?? "", row[rightAt ?? 1] ?? ""];
    return wrong.length > 1 && wrong !== right ? [{ wrong, right }] : [];
  });
}
