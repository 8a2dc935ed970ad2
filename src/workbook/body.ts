import { expenditureClasses } from "../tables/subjects";
import type { TableSpec } from "../tables/define";
import { isTotalLabel, normalise, normaliseLabel, printable } from "../tables/wording";
import { levelOf, readCode } from "./codes";
import type { ColumnMap } from "./columns";
import { isNumberRow } from "./header-block";
import type { CellValue, PlainSheet } from "./plain";
import type { Row } from "./recognised";

/** The rows of a table's body, and those passed over. */
export interface Body {
  readonly rows: readonly Row[];
  readonly extraTotals: readonly Row[];
  readonly skipped: readonly number[];
  /** Index of the last row that belongs to the table. */
  readonly last: number;
}

export interface BodyRange {
  readonly start: number;
  readonly end: number;
  /** Rows of repeated page headers, as indexes. */
  readonly repeated: (index: number) => boolean;
}

/** Signatures and notes under a table. */
const FOOTER = /^(?:注|备注|说明|审核|填表|制表|填报|单位负责人|负责人|财务负责人|分管|联系人|联系电话|电话|经办|打印|日期|第\d+页)|空表/;
const TOTAL_LINES: ReadonlySet<string> = new Set(["收入总计", "总计"]);

type RowDraft = Omit<Row, "position" | "side" | "malformedCode" | "project" | "line" | "code"> & Partial<Row>;

export function readBody(sheet: PlainSheet, spec: TableSpec, columns: ColumnMap, range: BodyRange): Body {
  const rows: Row[] = [];
  const extraTotals: Row[] = [];
  const skipped: number[] = [];
  const reader = rowReader(spec, columns);
  let closed = false;
  let last = range.start - 1;
  const totals = new Set<string>();
  for (let index = range.start; index < range.end; index++) {
    const cells = sheet.values[index];
    if (!cells || range.repeated(index)) {
      skipped.push(index);
      continue;
    }
    for (const draft of reader(cells, sheet.left)) {
      const row: Row = { code: null, malformedCode: null, project: null, line: null, side: "right", ...draft, position: sheet.top + index };
      if (row.kind === "total") {
        if (totals.has(row.side)) {
          extraTotals.push(row);
          continue;
        }
        totals.add(row.side);
        // A total below the rows closes the table: what follows is notes and signatures.
        closed = rows.some((other) => other.side === row.side && other.kind !== "other");
      } else if (closed && (row.kind === "unit" || row.kind === "project" || row.kind === "other") && row.code === null) continue;
      rows.push(row);
      if (row.kind !== "other") last = index;
    }
  }
  return { rows, extraTotals, skipped, last };
}

type RowReader = (cells: readonly CellValue[], left: number) => RowDraft[];

function rowReader(spec: TableSpec, columns: ColumnMap): RowReader {
  switch (spec.layout) {
    case "twoSided":
      return twoSidedReader(spec, columns);
    case "lines":
      return lineReader(spec, columns);
    case "named":
      return namedReader(columns);
    default:
      return codedReader(spec, columns);
  }
}

function text(cells: readonly CellValue[], column: number | null): string {
  const value = column === null ? null : cells[column];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function codedReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const classification = spec.classification ?? "functional";
  const labels = [...columns.codes, columns.label, columns.project].filter((column) => column !== null);
  let previous: string | null = null;
  return (cells, left) => {
    if (!labels.some((column) => cells[column] !== null && cells[column] !== undefined && cells[column] !== "")) return [];
    const name = text(cells, columns.label);
    const project = columns.project === null ? "" : text(cells, columns.project);
    const labelColumn = left + (columns.label ?? columns.codes[0] ?? 0);
    const total = labels.find((column) => isTotalLabel(normalise(text(cells, column))));
    if (total !== undefined) return [{ kind: "total", name: printable(text(cells, total)), labelColumn: left + total }];
    const own = columns.codes.length > 0 ? columns.codes.map((column) => cells[column]) : [/^\s*(\d{3,7})/.exec(name)?.[1] ?? null];
    const read = readCode(own, classification, previous);
    const shown = printable(columns.codes.length > 0 ? name : name.replace(/^\s*\d+/, ""));
    if (read.code !== null) {
      previous = read.code;
      const projectName = printable(project);
      return projectName === ""
        ? [{ kind: levelOf(read.code), code: read.code, name: shown, labelColumn }]
        : [{ kind: "project", code: read.code, name: shown, project: projectName, labelColumn: left + (columns.project ?? 0) }];
    }
    if (isNumberRow(cells)) return [];
    if (spec.layout === "projects" && read.malformed === null) {
      if (project.trim() !== "" && !FOOTER.test(normalise(project)))
        return [{ kind: "project", code: previous, name: shown, project: printable(project), labelColumn: left + (columns.project ?? 0) }];
      if (name.trim() !== "" && !FOOTER.test(normalise(name))) return [{ kind: "unit", name: shown, labelColumn }];
    }
    return [{ kind: "other", malformedCode: read.malformed, name: shown, labelColumn }];
  };
}

function twoSidedReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const lines = Object.entries(spec.lines).map(([key, line]) => ({ key, section: line.section ?? null, labels: new Set(line.labels.map(normaliseLabel)) }));
  const sections = new Set(lines.flatMap((line) => (line.section === null ? [] : [line.section])));
  const used = new Set<string>();
  let section = [...sections][0] ?? null;
  const leftRow = (cells: readonly CellValue[], left: number): RowDraft[] => {
    const raw = text(cells, columns.label);
    if (raw.trim() === "") return [];
    const label = normaliseLabel(raw);
    for (const name of sections) if (label.startsWith(name) || (name === "上年结转结余" && /^上年结(?:转|余)/.test(label))) section = name;
    const line = lines.find((candidate) => !used.has(candidate.key) && (candidate.section === null || candidate.section === section) && candidate.labels.has(label));
    if (line) used.add(line.key);
    const total = line ? TOTAL_LINES.has(line.key) : isTotalLabel(label);
    const kind = total ? "total" : line ? "line" : "other";
    return [{ kind, name: printable(raw), line: line?.key ?? null, side: "left", labelColumn: left + (columns.label ?? 0) }];
  };
  const rightRow = (cells: readonly CellValue[], left: number): RowDraft[] => {
    const raw = text(cells, columns.rightLabel);
    const coded = text(cells, columns.rightCode);
    if (raw.trim() === "" && coded.trim() === "") return [];
    const labelColumn = left + (columns.rightLabel ?? columns.rightCode ?? 0);
    const label = normaliseLabel(raw);
    if (isTotalLabel(label)) return [{ kind: "total", name: printable(raw), labelColumn }];
    const written = /^\s*(\d{3})(?!\d)/.exec((coded.trim() || raw).normalize("NFKC"))?.[1] ?? null;
    const name = printable(raw.normalize("NFKC").replace(/^\s*\d{3}(?!\d)/, "")) || printable(raw);
    const code = written !== null && written.startsWith("2") ? written : (classCodes.get(normaliseLabel(name)) ?? null);
    if (code !== null) return [{ kind: "class", code, name: printable(raw.replace(/^\s*[\d０-９]{3}/, "")), labelColumn }];
    return [{ kind: "other", name: printable(raw), labelColumn }];
  };
  return (cells, left) => [...leftRow(cells, left), ...rightRow(cells, left)];
}

const classCodes: ReadonlyMap<string, string> = new Map(expenditureClasses.map(({ code, name }) => [normaliseLabel(name), code]));

function lineReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const lines = Object.entries(spec.lines).map(([key, line]) => ({ key, labels: new Set(line.labels.map(normaliseLabel)) }));
  const used = new Set<string>();
  return (cells, left) => {
    const raw = text(cells, columns.label);
    if (raw.trim() === "") return [];
    const label = normaliseLabel(raw);
    const found = lines.find((line) => !used.has(line.key) && line.labels.has(label));
    if (found) used.add(found.key);
    const key = found?.key ?? null;
    const total = isTotalLabel(label);
    return [{ kind: total ? "total" : key !== null ? "line" : "other", name: printable(raw), line: key, labelColumn: left + (columns.label ?? 0) }];
  };
}

function namedReader(columns: ColumnMap): RowReader {
  return (cells, left) => {
    const raw = text(cells, columns.label);
    const label = normalise(raw);
    if (label === "" || isNumberRow(cells)) return [];
    const labelColumn = left + (columns.label ?? 0);
    if (isTotalLabel(label)) return [{ kind: "total", name: printable(raw), labelColumn }];
    return [{ kind: FOOTER.test(label) ? "other" : "project", name: printable(raw), labelColumn }];
  };
}
