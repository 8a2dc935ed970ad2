import { expenditureClasses } from "../templates/common/subjects";
import type { TableSpec } from "../templates/define";
import { isTotalLabel, normaliseLabel } from "../text/wording";
import type { ColumnMap } from "./columns";
import type { CellValue } from "./plain";
import { nameOf, NO_ROW, textAt, type RowDraft, type RowReader } from "./row-reader";

const TOTAL_LINES: ReadonlySet<string> = new Set(["收入总计"]);
const CLASS_AHEAD = /^\s*(2\d\d)(?!\d)\s*/;
const classCodes: ReadonlyMap<string, string> = new Map(expenditureClasses.map(({ code, name }) => [normaliseLabel(name), code]));

/** Rows of T1 and T4: a line of income on the left, a class of expenditure on the right; either may be blank. */
export function twoSidedReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const readLeft = leftReader(spec, columns.label);
  return (cells, left) => {
    const line = readLeft(cells, left);
    const subject = rightRow(cells, left, columns);
    return line ? (subject ? [line, subject] : [line]) : subject ? [subject] : NO_ROW;
  };
}

function leftReader(spec: TableSpec, column: number | null): (cells: readonly CellValue[], left: number) => RowDraft | null {
  const lines = Object.entries(spec.lines).map(([key, line]) => ({ key, section: line.section ?? null, labels: new Set(line.labels.map(normaliseLabel)) }));
  const sections = [...new Set(lines.flatMap((line) => (line.section === null ? [] : [line.section])))];
  const used = new Set<string>();
  let section = sections[0] ?? null;
  return (cells, left) => {
    const raw = textAt(cells, column);
    if (raw.trim() === "") return null;
    const label = normaliseLabel(raw);
    section = sections.find((name) => label.startsWith(name) || (name === "上年结转结余" && /^上年结(?:转|余)/.test(label))) ?? section;
    const line = lines.find((candidate) => !used.has(candidate.key) && (candidate.section === null || candidate.section === section) && candidate.labels.has(label));
    if (line) used.add(line.key);
    const total = line ? TOTAL_LINES.has(line.key) : isTotalLabel(label);
    return { kind: total ? "total" : line ? "line" : "other", name: nameOf(raw), line: line?.key ?? null, side: "left", labelColumn: left + (column ?? 0) };
  };
}

function rightRow(cells: readonly CellValue[], left: number, columns: ColumnMap): RowDraft | null {
  const raw = textAt(cells, columns.rightLabel);
  const coded = textAt(cells, columns.rightCode);
  if (raw.trim() === "" && coded.trim() === "") return null;
  const labelColumn = left + (columns.rightLabel ?? columns.rightCode ?? 0);
  if (isTotalLabel(normaliseLabel(raw)) || isTotalLabel(normaliseLabel(coded)))
    return { kind: "total", name: nameOf(raw.trim() === "" ? coded : raw), labelColumn };
  const wide = raw.normalize("NFKC");
  const name = nameOf(CLASS_AHEAD.test(wide) ? raw.replace(/^\s*[\d０-９]{3}/, "") : raw);
  const written = CLASS_AHEAD.exec(coded.normalize("NFKC").trim() === "" ? wide : coded.normalize("NFKC"))?.[1] ?? null;
  const code = /\p{L}/u.test(name) ? (written ?? classCodes.get(normaliseLabel(name)) ?? null) : null;
  return code === null ? { kind: "other", name, labelColumn } : { kind: "class", code, name, labelColumn };
}
