import type { CellRef } from "../amount/cell-ref";
import { RANK, type Finding } from "../checks/report";
import type { ProofFinding } from "../proofread/report";
import { tablesIn } from "../report/report";
import { placeOf } from "../report/sheets";
import { byCause, COMPARED, type Fault, type Printed } from "./by-cause";
import type { OpenedReport } from "./open-report";
import type { Remark } from "./remark";
import type { Review } from "./review";

/**
 * Tables and words as one list, the weightiest first, those of one weight in the order of the report; each cause once with
 * what follows from it. What was only not checked is no remark.
 */
export function remarksOf(opened: OpenedReport, review: Review): readonly Remark[] {
  const { check, proof, beside, own, printed: book } = review;
  const labels = [...book.recognised.tables.values()].map(({ label, sheet }) => ({ start: `${label}[`, sheet: sheet.name }));
  const sheetsOf = ({ cells, formula }: Pick<Finding, "cells" | "formula">): ReadonlySet<string> =>
    new Set([...cells.map(({ sheet }) => sheet), ...labels.flatMap(({ start, sheet }) => (formula.includes(start) ? [sheet] : []))]);
  const tables = check.findings
    .filter(({ verdict }) => verdict === "broken")
    .map((finding): Fault => ({
      kind: "table",
      remark: ofTable(opened, finding),
      cells: finding.cells,
      sheets: sheetsOf(finding),
      paragraph: paragraphAt(opened, finding.cells),
    }));
  const words = onceASum(proof.findings).map(([finding, ...others]): Fault => ({
    // A row that is not there has no cell: it was compared all the same.
    kind: finding.printed || finding.id === COMPARED ? "compared" : "words",
    remark: { ...ofWords(opened, finding, beside ? finding.cells : []), consequences: others.map((one) => alsoThere(opened, one)) },
    // Beside a workbook the cells are the workbook's, and no fault of the report's tables.
    cells: beside ? [] : finding.cells,
    sheets: new Set(),
    paragraph: opened.lines[finding.paragraph - 1]?.tableRow === null ? finding.paragraph - 1 : null,
  }));
  const printed: Printed = {
    placeOf: (cell) => placed(opened, cell),
    textOf: ({ sheet, row, column }) => opened.sheets.places.get(sheet)?.table.rows[row]?.[column]?.text.trim() ?? "",
  };
  return byCause([...tables, ...words], check, printed, own).sort((a, b) => RANK[a.severity] - RANK[b.severity] || order(a) - order(b));
}

/** A sum that does not come out is told of each of its figures: it is one remark, at the first of them. */
function onceASum(findings: readonly ProofFinding[]): readonly (readonly [ProofFinding, ...ProofFinding[]])[] {
  const groups = new Map<string, [ProofFinding, ...ProofFinding[]]>();
  for (const finding of findings) {
    const key = finding.category === "sum" ? `${finding.id} ${finding.message}` : finding.key;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

const alsoThere = ({ lines }: OpenedReport, { paragraph, quote }: ProofFinding): string =>
  `第${String(lines[paragraph - 1]?.paragraph ?? paragraph)}段“${quote}”：也是这一合计里的数，同一处不符。`;

const order = ({ paragraph, cell, at }: Remark): number => paragraph * 1e6 + (cell ? cell.row * 1e3 + cell.column + 5e5 : (at?.start ?? 0));

/** Where a cell of the report's tables stands. */
function placed(opened: OpenedReport, cell: CellRef | null): Pick<Remark, "page" | "paragraph" | "cell"> {
  const place = cell && placeOf(opened.sheets, cell);
  return { page: place?.page ?? null, paragraph: place?.paragraph ?? 0, cell };
}

/** The line of the one paragraph over or below its table that all of these are. */
function paragraphAt({ lines, lineOf }: OpenedReport, cells: readonly CellRef[]): number | null {
  const [line = null, ...more] = [...new Set(cells.map(({ sheet, row }) => lineOf(sheet, row)))];
  return line !== null && more.length === 0 && lines[line]?.tableRow === null ? line : null;
}

function ofTable(opened: OpenedReport, { key, id, severity, message, advice, cells }: Finding): Remark {
  const cell = cells.find(({ sheet }) => opened.sheets.places.has(sheet)) ?? null;
  return { key, id, severity, quote: "", expected: "", message, advice, ...placed(opened, cell), at: null, own: [], consequences: [] };
}

/** Words in a row of any table of the report: their cell. */
function cellOf({ lines, sheets, report }: OpenedReport, line: number, start: number): CellRef | null {
  const at = lines[line];
  const table = at?.tableRow && tablesIn(report)[at.tableRow.table];
  const sheet = [...sheets.places].find(([, place]) => place.table === table)?.[0];
  return at?.tableRow && sheet !== undefined
    ? { sheet, row: at.tableRow.row, column: at.text.slice(0, start).split("\t").length - 1 }
    : null;
}

function ofWords(opened: OpenedReport, finding: ProofFinding, own: readonly CellRef[]): Remark {
  const { lines } = opened;
  const { key, id, severity, quote, expected, message, advice, paragraph, start, end, printed } = finding;
  const line = lines[paragraph - 1];
  return {
    key,
    id,
    severity,
    quote,
    expected,
    message,
    advice,
    page: line?.page ?? null,
    paragraph: line?.paragraph ?? paragraph,
    cell: printed ?? cellOf(opened, paragraph - 1, start),
    at: { line: paragraph - 1, start, end },
    own,
    consequences: [],
  };
}
