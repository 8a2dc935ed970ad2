import { isSameCell, type CellRef } from "../amount/cell-ref";
import { spoken } from "../checks/figure-words";
import { doubtedSheets, OTHER_UNIT } from "../checks/doubted";
import type { CheckReport } from "../checks/report";
import type { Remark } from "./remark";

/** What one look at the report found: a check of its tables, a cell beside the workbook's, or its words. */
export interface Fault {
  readonly kind: "table" | "compared" | "words";
  readonly remark: Remark;
  /** The cells of the report's tables that it speaks of. */
  readonly cells: readonly CellRef[];
  /** The sheets of the tables that it speaks of: a row that is not there has no cell. */
  readonly sheets: ReadonlySet<string>;
  /** The line that is the paragraph over or below a table that it speaks of; null where it speaks of anything else. */
  readonly paragraph: number | null;
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
export function byCause(faults: readonly Fault[], check: CheckReport, printed: Printed, own: ReadonlySet<string> | null): Remark[] {
  const left = new Set(faults);
  const roots = [
    ...ofTables(check, faults, printed),
    ...compared(faults, check, own),
    ...causes(check, faults, printed),
    ...otherUnits(faults),
    ...suspects(check, faults, printed),
    ...atTheirPlace(faults),
  ];
  const made = roots.flatMap(({ remark, explains }) => {
    const own = faults.find((fault) => fault.remark === remark);
    if (own && !left.has(own)) return [];
    const explained = [...left].filter((fault) => fault.remark !== remark && explains(fault));
    for (const fault of explained) left.delete(fault);
    if (own) left.delete(own);
    // What the checks blame is worth a remark only while something is left that it explains.
    return own || explained.some(({ kind }) => kind === "table")
      ? [{ ...remark, consequences: [...remark.consequences, ...explained.map(saidOf)] }]
      : [];
  });
  return [...made, ...[...left].map(({ remark }) => remark)];
}

/** The rule of what the workbook has otherwise. */
export const COMPARED = "T-表";

const saidOf = ({ remark }: Fault): string => remark.message;

const speaksOf = ({ cells }: Fault, cell: CellRef): boolean => cells.some((one) => isSameCell(one, cell));

/**
 * What the workbook has otherwise in a cell explains what the checks say of that cell, and what they say that this row causes; and
 * whatever they say of its table that the workbook's own tables do not show (`own`).
 */
function compared(faults: readonly Fault[], { causes: found }: CheckReport, own: ReadonlySet<string> | null): Root[] {
  return faults.flatMap(({ kind, remark }) => {
    const { cell } = remark;
    if (kind !== "compared" || !cell) return [];
    const caused = new Set(
      found.flatMap(({ cells, explains }) => (cells.length === 1 && cells.some((one) => isSameRow(one, cell)) ? explains : [])),
    );
    const comesOfIt = (fault: Fault): boolean =>
      speaksOf(fault, cell) || caused.has(fault.remark.key) || (own !== null && !own.has(fault.remark.key) && fault.sheets.has(cell.sheet));
    return [{ remark, explains: (fault: Fault) => fault.kind === "table" && comesOfIt(fault) }];
  });
}

/** The words of a head, a note or a cell, that the checks of tables remark upon as well. */
function atTheirPlace(faults: readonly Fault[]): Root[] {
  return faults.flatMap(({ kind, remark, paragraph }) => {
    if (kind !== "words" || remark.severity === "info") return [];
    const { cell } = remark;
    const isThere = (fault: Fault): boolean =>
      cell === null
        ? paragraph !== null && fault.paragraph === paragraph
        : fault.cells.length > 0 && fault.cells.every((one) => isSameCell(one, cell));
    // The words and the tables are held to one and the same rule: a note that an empty table lacks.
    const isSame = ({ remark: { id, cell: there } }: Fault): boolean =>
      remark.quote === "" && id === remark.id && cell !== null && there?.sheet === cell.sheet;
    // A name that is misprinted there is not the one that the other tables have.
    const isNamed = (fault: Fault): boolean =>
      cell !== null && remark.quote !== "" && speaksOf(fault, cell) && fault.remark.message.includes(`“${remark.quote}”`);
    return [{ remark, explains: (fault: Fault) => fault.kind === "table" && (isThere(fault) || isSame(fault) || isNamed(fault)) }];
  });
}

/** Words that were held against the one row that is at fault. */
const ofRow = (fault: Fault, cells: readonly CellRef[]): boolean =>
  cells.length === 1 && fault.cells.some((one) => cells.some((cell) => isSameRow(one, cell)));

const isSameRow = (a: CellRef, b: CellRef): boolean => a.sheet === b.sheet && a.row === b.row;

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
  return found.flatMap(({ kind, message, advice, cells, explains: keys }) => {
    const common = blamed(faults, keys);
    // The unit of the table is said to be another one than that of the others: the cause says so too.
    const ofUnit = ({ remark, sheets }: Fault): boolean =>
      kind === "unit" && remark.id === "S04" && cells.some(({ sheet }) => sheets.has(sheet));
    return common
      ? [
          {
            remark: { ...common, quote: "", expected: "", message, advice, ...placeOf(cells[0] ?? null) },
            explains: (fault: Fault) =>
              fault.kind === "table" ? keys.includes(fault.remark.key) || ofUnit(fault) : fault.kind === "words" && ofRow(fault, cells),
          },
        ]
      : [];
  });
}

/** A table in another unit than the form prints it in: what does not agree with it comes of that. */
function otherUnits(faults: readonly Fault[]): Root[] {
  return faults.flatMap(({ kind, remark, sheets }) =>
    kind === "table" && remark.id === "S04" && remark.key.includes(OTHER_UNIT)
      ? [{ remark, explains: (fault: Fault) => fault.kind === "table" && [...sheets].some((sheet) => fault.sheets.has(sheet)) }]
      : [],
  );
}

/** What makes a whole table another's explains that its figures are not the workbook's. */
function ofTables(check: CheckReport, faults: readonly Fault[], printed: Printed): Root[] {
  const sheets = doubtedSheets(check);
  const whole = check.causes.filter(({ cells }) => cells.some(({ sheet }) => sheets.has(sheet)));
  return causes({ ...check, causes: whole }, faults, printed).map(({ remark, explains }) => ({
    remark,
    explains: (fault) => explains(fault) || (fault.kind === "compared" && fault.remark.cell?.sheet === remark.cell?.sheet),
  }));
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
