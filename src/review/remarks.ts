import type { CellRef } from "../amount/cell-ref";
import type { CheckReport, Finding, Severity } from "../checks/report";
import type { ProofFinding, ProofreadReport } from "../proofread/report";
import { tablesIn } from "../report/report";
import { placeOf } from "../report/sheets";
import type { OpenedReport } from "./open-report";

/** One thing to be looked at in a report, whether its tables or its words show it. */
export interface Remark {
  readonly key: string;
  readonly id: string;
  readonly severity: Severity;
  /** Words: what stands there and what ought to; "" in tables, and where something is missing. */
  readonly quote: string;
  readonly expected: string;
  readonly message: string;
  readonly advice: string;
  /** Where pages are known; the paragraph, or the one its table stands behind. */
  readonly page: number | null;
  readonly paragraph: number;
  /** The cell of the report's own table; null in the prose. Above row 0: a paragraph that heads the table. */
  readonly cell: CellRef | null;
  /** The line from 0 and offsets in it, where words are spoken of; null for what the checks of tables found. */
  readonly at: { readonly line: number; readonly start: number; readonly end: number } | null;
}

/** Tables and words as one list, in the order of the report. What was only not checked is no remark. */
export function remarksOf(opened: OpenedReport, proof: ProofreadReport, check: CheckReport | null = null): readonly Remark[] {
  const tables = (check?.findings ?? []).filter(({ verdict }) => verdict === "broken").map((finding) => ofTable(opened, finding));
  const words = proof.findings.map((finding) => ofWords(opened, finding));
  const order = ({ paragraph, cell, at }: Remark): number =>
    paragraph * 1e6 + (cell ? cell.row * 1e3 + cell.column + 5e5 : (at?.start ?? 0));
  return [...tables, ...words].sort((a, b) => order(a) - order(b));
}

function ofTable(opened: OpenedReport, { key, id, severity, message, advice, cells }: Finding): Remark {
  const cell = cells.find(({ sheet }) => opened.sheets.places.has(sheet)) ?? null;
  const place = cell && placeOf(opened.sheets, cell);
  return {
    key,
    id,
    severity,
    quote: "",
    expected: "",
    message,
    advice,
    page: place?.page ?? null,
    paragraph: place?.paragraph ?? 0,
    cell,
    at: null,
  };
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

function ofWords(opened: OpenedReport, finding: ProofFinding): Remark {
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
  };
}

/** What a remark says in a comment or a list, a sentence a line. */
export function remarkLines({ severity, expected, quote, message, advice }: Remark): readonly string[] {
  const should = expected === "" ? [] : [quote === "" ? `应补：${expected}` : `应为：${expected}`];
  return [`【${CONCLUSION[severity]}】${message}`, ...should, ...(advice === "" ? [] : [advice])];
}

export const CONCLUSION: Readonly<Record<Severity, string>> = { error: "不符", warning: "请核实", info: "提示" };
