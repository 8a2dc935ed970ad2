import { address, fullAddress, type CellRef } from "../../amount/cell-ref";
import { byHowMuch, formatAmount, GROUPED } from "../../amount/format";
import type { Severity } from "../../checks/report";
import { canon } from "../../text/canon";
import { maySameOffice } from "../../text/same-office";
import { causesOf, unitName, withoutCopies, type UnitCause } from "./causes";
import type { Filed } from "./filed";
import { difference, judged, sumsOf, type NotAdded, type Sum } from "./sums";

/** A department's tables held against the sum of its units' (docs/rules.md M04). */
export interface UnitsHeld {
  readonly units: readonly Filed[];
  readonly counts: { readonly holds: number; readonly rounding: number; readonly broken: number };
  /** Whole workbooks that are at fault: to be put right first. What they explain is not among the findings. */
  readonly causes: readonly UnitCause[];
  readonly findings: readonly UnitFinding[];
  /** Tables and columns that were not added up. */
  readonly notAdded: readonly NotAdded[];
  /** Cells that their own workbooks' checks take for wrong and no finding names, in Chinese: they come first. */
  readonly doubts: readonly string[];
}

/** A figure of the department that is not what its units' add up to. */
export interface UnitFinding {
  readonly verdict: "broken" | "rounding";
  readonly severity: Severity;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly message: string;
  /** As decimal strings in 万元: the department's, the sum, the first less the second. */
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  /** The department's cell first; null where it has no such row. */
  readonly cell: (CellRef & { readonly file: string }) | null;
  readonly parts: readonly (CellRef & { readonly file: string; readonly value: string })[];
  /** The cell that is most likely at fault, in whichever workbook: it does not agree there either; null where none is. */
  readonly blame: (CellRef & { readonly file: string; readonly value: string; readonly expected: string | null }) | null;
}

/** Holds a department against its units. `files`: the units' workbooks, in order; of copies the first counts. */
export function holdUnits(department: Filed, files: readonly Filed[]): UnitsHeld {
  const { units, copies } = withoutCopies(files);
  const { sums, notAdded } = sumsOf(department, units);
  const { causes, factors, rest } = causesOf(sums, units, unitsWithoutFile(department, units));
  const findings = rest.flatMap((sum): readonly UnitFinding[] => {
    const verdict = judged(sum, factors);
    if (verdict === "holds" || verdict === "rounding") return [];
    return [findingOf(sum, verdict, difference(sum, factors), department, units)];
  });
  const count = (verdict: string): number => rest.filter((sum) => judged(sum, factors) === verdict).length;
  return {
    units,
    counts: {
      holds: count("holds"),
      rounding: count("rounding") + count("unlikely"),
      broken: findings.filter(({ verdict }) => verdict === "broken").length + causes.reduce((sum, { explains }) => sum + explains, 0),
    },
    causes: [...copies, ...causes],
    findings: findings.sort((a, b) => Number(b.blame !== null) - Number(a.blame !== null)),
    notAdded,
    doubts: [department, ...units].flatMap((one) => doubtsOf(one, findings)),
  };
}

/** Of one workbook. */
const MOST_DOUBTS = 3;

/** What is wrong within a workbook may be all that is seen of it where a whole unit is wanting. */
function doubtsOf(one: Filed, findings: readonly UnitFinding[]): readonly string[] {
  const named = findings.flatMap(({ blame }) => (blame?.file === one.file ? [fullAddress(blame)] : []));
  const left = one.suspects.filter(([at]) => !named.includes(at));
  if (left.length === 0) return [];
  const cells = left
    .slice(0, MOST_DOUBTS)
    .map(([at, { value, expected }]) => `${at}（现在 ${value}${expected === null ? "" : `，应为 ${expected}`}）`);
  const more = left.length > MOST_DOUBTS ? ` 等 ${String(left.length)} 格` : "";
  return [`“${unitName(one)}”（${one.file}）自己的表就有不符，最可能填错的是 ${cells.join("、")}${more}，请先改好再加总。`];
}

/**
 * Units that the department's tables name and no file is of. A file that they name nowhere may be of a unit that they call
 * by a short name: that one is not wanting, unless nothing else is.
 */
function unitsWithoutFile({ named, organisation }: Filed, units: readonly Filed[]): readonly string[] {
  const known = units.map((unit) => canon(unitName(unit)));
  const names = new Map(named.map((name) => [canon(name), name]));
  // “某局”itself, where a workbook is of “某局本级”.
  const isOwnOffice = (name: string): boolean => name === canon(organisation ?? "") && known.some((one) => one.startsWith(name));
  const wanting = [...names].filter(([name]) => !known.some((one) => maySameOffice(one, name)) && !isOwnOffice(name));
  const unnamed = known.filter((one) => ![...names.keys()].some((name) => maySameOffice(one, name)));
  const certain = wanting.filter(([name]) => !unnamed.some((one) => isShortFor(name, one)));
  return (certain.length > 0 ? certain : wanting).map(([, name]) => name);
}

/** "县防汛中心" of "某县防汛服务中心": its characters in their order. */
function isShortFor(short: string, full: string): boolean {
  let at = 0;
  for (const character of full) if (short.startsWith(character, at)) at += character.length;
  return at === short.length;
}

function findingOf(
  sum: Sum,
  verdict: "broken" | "unlikely",
  off: ReturnType<typeof difference>,
  department: Filed,
  units: readonly Filed[],
): UnitFinding {
  const { table, row, kind, column, cell, left, parts } = sum;
  const right = left.minus(off);
  // A project may be called otherwise in the department's table; of subjects and lines that is not so.
  const onOneSide = kind === "project" && (parts.length === 0 || left.isZero());
  const filed = parts.map((part) => ({ ...part.cell, file: units[part.unit]?.file ?? "", value: part.amount.toString() }));
  const blame = blamed(cell && { ...cell, file: department.file }, filed, [department, ...units]);
  const where = `${table}“${row}”的“${column}”`;
  const sumWords = parts.length === 0 ? "没有一个单位有这一行" : `${String(parts.length)} 个单位之和是 ${formatAmount(right, GROUPED)}`;
  const who = blame
    ? `最可能填错的是 ${blame.file} 的 ${blame.sheet}!${address(blame)}：现在 ${blame.value}${blame.expected === null ? "" : `，应为 ${blame.expected}`}。`
    : "";
  return {
    verdict: verdict === "unlikely" ? "rounding" : "broken",
    severity: verdict === "unlikely" || onOneSide ? "warning" : "error",
    table,
    row,
    column,
    message: `${where}：部门是 ${formatAmount(left, GROUPED)}，${sumWords}，部门${byHowMuch(off)}。${who}`,
    left: left.toString(),
    right: right.toString(),
    difference: off.toString(),
    cell: cell && { ...cell, file: department.file },
    parts: filed,
    blame,
  };
}

type FiledCell = CellRef & { readonly file: string };

/** The one of the cells that its own workbook's check takes for wrong. */
function blamed(own: FiledCell | null, parts: readonly FiledCell[], files: readonly Filed[]): UnitFinding["blame"] {
  const suspectAt = ({ file, ...cell }: FiledCell): Filed["suspects"][number][1] | undefined =>
    files.find((one) => one.file === file)?.suspects.find(([at]) => at === fullAddress(cell))?.[1];
  const found = [...(own ? [own] : []), ...parts].flatMap((cell) => {
    const suspect = suspectAt(cell);
    return suspect ? [{ ...cell, value: suspect.value, expected: suspect.expected }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
