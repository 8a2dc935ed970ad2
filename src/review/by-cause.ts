import { isSameCell, type CellRef } from "../amount/cell-ref";
import { spoken } from "../checks/figure-words";
import type { CheckReport } from "../checks/report";
import type { Remark } from "./remark";

/** What one look at the report found: a check of its tables, a cell beside the workbook's, or its words. */
export interface Fault {
  readonly kind: "table" | "compared" | "words";
  readonly remark: Remark;
  /** The cells of the report's tables that it speaks of. */
  readonly cells: readonly CellRef[];
}

/** The report's tables: where a cell of them stands, and what it prints. */
export interface Printed {
  readonly placeOf: (cell: CellRef | null) => Pick<Remark, "page" | "paragraph" | "cell">;
  readonly textOf: (cell: CellRef) => string;
}

/** A cause, and which faults show only because of it. */
interface Root {
  readonly remark: Remark;
  readonly explains: (fault: Fault) => boolean;
}

/**
 * One cause, one remark, with what follows from it beneath. Surest first: a cell that the workbook has otherwise; then what
 * the checks blame, a cause behind many findings or a single cell, and the words that were held against that cell.
 */
export function byCause(faults: readonly Fault[], check: CheckReport, printed: Printed): Remark[] {
  const left = new Set(faults);
  const roots = [...compared(faults), ...causes(check, faults, printed), ...suspects(check, faults, printed)];
  const made = roots.flatMap(({ remark, explains }) => {
    const explained = [...left].filter((fault) => fault.remark !== remark && explains(fault));
    for (const fault of explained) left.delete(fault);
    const own = faults.find((fault) => fault.remark === remark);
    if (own) left.delete(own);
    // What the checks blame is worth a remark only while something is left that it explains.
    return own || explained.some(({ kind }) => kind === "table") ? [{ ...remark, consequences: explained.map(saidOf) }] : [];
  });
  return [...made, ...[...left].map(({ remark }) => remark)];
}

const saidOf = ({ remark }: Fault): string => remark.message;

const speaksOf = ({ cells }: Fault, cell: CellRef): boolean => cells.some((one) => isSameCell(one, cell));

function compared(faults: readonly Fault[]): Root[] {
  return faults.flatMap(({ kind, remark }) => {
    const { cell } = remark;
    return kind === "compared" && cell ? [{ remark, explains: (fault: Fault) => fault.kind === "table" && speaksOf(fault, cell) }] : [];
  });
}

const worst = (faults: readonly Fault[]): Remark["severity"] =>
  (["error", "warning"] as const).find((severity) => faults.some(({ remark }) => remark.severity === severity)) ?? "info";

/** A remark that the checks make of several findings, named after the first of them. */
function blamed(
  faults: readonly Fault[],
  keys: readonly string[],
): Pick<Remark, "key" | "id" | "severity" | "at" | "own" | "consequences"> | null {
  const explained = faults.filter(({ kind, remark }) => kind === "table" && keys.includes(remark.key));
  const [first] = explained;
  return first
    ? { key: `cause ${first.remark.key}`, id: first.remark.id, severity: worst(explained), at: null, own: [], consequences: [] }
    : null;
}

function causes({ causes: found }: CheckReport, faults: readonly Fault[], { placeOf }: Printed): Root[] {
  return found.flatMap(({ message, advice, cells, explains: keys }) => {
    const common = blamed(faults, keys);
    return common
      ? [
          {
            remark: { ...common, quote: "", expected: "", message, advice, ...placeOf(cells[0] ?? null) },
            explains: (fault: Fault) => fault.kind === "table" && keys.includes(fault.remark.key),
          },
        ]
      : [];
  });
}

function suspects(check: CheckReport, faults: readonly Fault[], { placeOf, textOf }: Printed): Root[] {
  return check.suspects.flatMap((suspect) => {
    const common = suspect.ofCause === true ? null : blamed(faults, suspect.explains);
    const cell: CellRef = { sheet: suspect.sheet, row: suspect.row, column: suspect.column };
    return common
      ? [
          {
            remark: {
              ...common,
              quote: textOf(cell),
              expected: spoken(suspect).to,
              message: suspect.message,
              advice: "",
              ...placeOf(cell),
            },
            explains: (fault: Fault) =>
              fault.kind === "table" ? suspect.explains.includes(fault.remark.key) : fault.kind === "words" && speaksOf(fault, cell),
          },
        ]
      : [];
  });
}
