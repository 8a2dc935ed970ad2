import type { TableSpec } from "../templates/define";
import { subjectOf } from "../templates/common/subjects";
import { remembered } from "../text/remembered";
import { isTotalLabel, normalise, normaliseLabel } from "../text/wording";
import { codeBeforeName, levelOf, readCode } from "./codes";
import type { ColumnMap } from "./columns";
import { isFooterText, isPartOfOthers } from "./footer";
import { isNumberRow } from "./header-block";
import type { CellValue } from "./plain";
import { nameOf, NO_ROW, textAt, type RowReader } from "./row-reader";
import { isLabelHeading } from "./vocabulary";

const isTotal = remembered((text) => isTotalLabel(normaliseLabel(text)));
const hasLetters = remembered((text) => /\p{L}/u.test(text));
const isNoName = remembered(
  (text) => !isBlankText(text) && (isFooterText(text) || isPartOfOthers(text) || isLabelHeading(normalise(text))),
);

/**
 * Rows with subject codes, in columns of their own or before the name (T2, T3, T5–T9); in T7 also units above them and
 * projects below, with or without their subject's code.
 */
export function codedReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const classification = spec.classification ?? "functional";
  const { codes, label, project } = columns;
  const labels = [...codes, label, project].filter((column) => column !== null);
  let previous: string | null = null;
  return (cells, left) => {
    if (labels.every((column) => isBlank(cells[column]))) return NO_ROW;
    const total = labels.find((column) => isTotal(textAt(cells, column)));
    if (total !== undefined) return [{ kind: "total", name: nameOf(textAt(cells, total)), labelColumn: left + total }];
    const written = textAt(cells, label);
    const split = codes.length === 0 ? codeBeforeName(written) : null;
    const read = readCode(codes.length === 0 ? [split?.code ?? null] : codes.map((column) => cells[column]), classification, previous);
    const shown = nameOf(split?.name ?? written);
    const projectName = project === null ? "" : nameOf(textAt(cells, project));
    const labelColumn = left + (label ?? codes[0] ?? 0);
    const projectColumn = left + (project ?? 0);
    const vouched =
      label === null || hasLetters(shown) || (isBlankText(written) && (projectName !== "" || isLoneSubject(cells, read.code)));
    if (read.code !== null && vouched && !isNoName(written) && !isPartOfOthers(projectName)) {
      previous = read.code;
      return projectName === ""
        ? [{ kind: levelOf(read.code), code: read.code, name: shown, labelColumn }]
        : [{ kind: "project", code: read.code, name: shown, project: projectName, labelColumn: projectColumn, anchored: true }];
    }
    if (isNumberRow(cells)) return NO_ROW;
    if (spec.layout === "projects" && read.malformed === null && read.code === null) {
      if (projectName !== "" && previous !== null && !isNoName(projectName))
        return [{ kind: "project", code: previous, name: shown, project: projectName, labelColumn: projectColumn }];
      if (projectName === "" && shown !== "" && !isNoName(written)) {
        // Without a column of their own, projects stand in the names' column below their item.
        return project === null && previous?.length === 7
          ? [{ kind: "project", code: previous, name: shown, project: shown, labelColumn }]
          : [{ kind: "unit", name: shown, labelColumn }];
      }
    }
    return [{ kind: "other", malformedCode: read.malformed, name: shown === "" ? projectName : shown, labelColumn }];
  };
}

/** A code without a name is a row only where it is a subject's and no other words stand beside it. */
function isLoneSubject(cells: readonly CellValue[], code: string | null): boolean {
  return (
    code !== null &&
    !isNumberRow(cells) &&
    subjectOf(code) !== null &&
    !cells.some((cell) => typeof cell === "string" && /\p{L}/u.test(cell))
  );
}

function isBlankText(text: string): boolean {
  return text.trim() === "";
}

function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === "";
}
