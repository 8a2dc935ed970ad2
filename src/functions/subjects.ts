import { subjectName } from "../templates/common/subjects";
import { isBlank, readWhole, shorten, unwrap } from "./arguments";
import { notAvailable, type CellResult } from "./errors";
import { spread } from "./spread";

/** Later than every change of name. */
const LATEST = 9999;

/** The name of each code, in the wording of `year`; nothing for a blank; #N/A for a code that is not in the lists. */
export function subjectNames(codes: unknown, year?: unknown): CellResult[][] {
  const inYear = readWhole(year, LATEST, "年度");
  return spread(codes, (cell) => nameOf(cell, inYear));
}

function nameOf(cell: unknown, year: number): CellResult {
  if (isBlank(cell) || cell === 0 || typeof cell === "boolean") return "";
  if (typeof cell !== "string" && typeof cell !== "number") return unwrap(cell, (basic) => nameOf(basic, year));
  const code = String(cell).replace(/\s/g, "");
  if (code === "") return "";
  return (
    subjectName(code, undefined, year) ?? notAvailable(`内置科目表里没有“${shorten(code)}”。请核对编码，或查当年的《政府收支分类科目》。`)
  );
}
