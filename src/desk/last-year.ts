import { Exact } from "../amount/exact";
import { byHowMuch, formatAmount, GROUPED } from "../amount/format";
import type { Book } from "../book/open";
import { proofWithPriors } from "../review/review";
import type { CheckedFile } from "../results/checked";
import type { Finding } from "../checks/report";
import type { PriorCategory } from "../inputs/conventions";
import { findPrior, lastName } from "../inputs/find";
import { importLastYear, type MatchKind, type PriorFigure } from "../inputs/last-year";
import { noInputs, type Inputs } from "../inputs/read";
import type { ProofFinding, ProofreadReport } from "../proofread/report";
import type { Recognised } from "../workbook/recognised";
import type { CellRef } from "../amount/cell-ref";

/** This year's statements of last year's figures, held against what was published last year (docs/rules.md M05). */
export interface LastYearHeld {
  readonly figures: readonly HeldPrior[];
  /** What does not agree, as findings. */
  readonly findings: readonly Finding[];
  /** In Chinese: subjects that were renamed or given another code, another office's or year's file, tables that are not there. */
  readonly notes: readonly string[];
}

/** A figure of 填报-上年对比 beside the published one. blank: still to be filled in · absent: 填报 has no such row. */
export interface HeldPrior {
  readonly category: PriorCategory;
  readonly code: string;
  readonly name: string;
  /** How the published figure was found: by code and name, by one of them, or in one year only. */
  readonly kind: Exclude<MatchKind, "conflict">;
  readonly state: "same" | "differs" | "blank" | "absent";
  /** Both in 万元. */
  readonly stated: Exact | null;
  readonly published: Exact;
  readonly cell: CellRef | null;
}

/** Holds what the 填报 sheets state of last year against last year's published tables. */
export function holdLastYear({ recognised, inputs }: Book, last: Recognised): LastYearHeld {
  const { figures, notes } = importLastYear(last, recognised, inputs);
  const held = figures.map(({ category, code, name, value, kind }): HeldPrior => {
    const row = findPrior(inputs, category, [name], code);
    const stated = row?.prior.value ?? null;
    const state = row === null ? "absent" : stated === null ? "blank" : stated.equals(value) ? "same" : "differs";
    return { category, code, name, kind, state, stated, published: value, cell: row?.prior.cell ?? null };
  });
  return {
    figures: held,
    findings: held.flatMap((one) => findingOf(one, last.year) ?? []),
    notes: [
      ...notes.filter(({ kind }) => kind === "doubt" || kind === "missing").map(({ message }) => message),
      ...figures.flatMap((figure) => calledOtherwise(figure) ?? []),
    ],
  };
}

/** A subject that was called otherwise: held against each other all the same, for a person to confirm. */
function calledOtherwise({ kind, code, name, before }: PriorFigure): string | null {
  if (!before || (kind !== "renamed" && kind !== "recoded")) return null;
  const alike = kind === "renamed" ? "编码相同" : "名称相同";
  return `“${code} ${lastName(name)}”上年是“${before.code} ${lastName(before.name)}”，${alike}，按同一科目核对，请确认。`;
}

/** What of a file could be held against last year's. */
export interface HeldAgainst extends LastYearHeld {
  /** Of a finished report: what its words say wrongly of last year. */
  readonly prose: readonly ProofFinding[];
}

/** A workbook's 填报 sheets, or a report's words, against last year's published tables; in Chinese why neither can be. */
export function holdAgainstLast(current: CheckedFile, last: Pick<CheckedFile, "book">): HeldAgainst | string {
  const { recognised } = current.book;
  const published = last.book.recognised;
  const problem = notLastYear(recognised, published);
  if (problem !== null) return problem;
  if (current.printed && current.review) {
    const proof = proofWithPriors(current.printed, current.review, publishedPriors(recognised, published));
    return { figures: [], findings: [], notes: [], prose: saysOfLastYear(current.review.proof, proof) };
  }
  if (!current.book.inputs.sheets.priors.sheet)
    return "没有“填报-上年对比”这张表，没有上年数可以核对。请在这张表里填上年预算数；说明已写好的，给出写好的报告（.docx、.pdf）。";
  return { ...holdLastYear(current.book, published), prose: [] };
}

/** What holding a file against last year's comes to, in one sentence. */
export function lastYearWords({ figures, prose }: HeldAgainst, isReport: boolean): string {
  const errors = prose.filter(({ severity }) => severity === "error").length;
  const count = (state: HeldPrior["state"]): string => String(figures.filter((figure) => figure.state === state).length);
  return isReport
    ? `说明里与上年公开数不符的 ${String(errors)} 处。`
    : `上年数 ${String(figures.length)} 个：相符 ${count("same")}，不同 ${count("differs")}，没有填 ${count("blank")}，没有列 ${count("absent")}。`;
}

/** One unit of the last place: most figures of last year are this year's less a printed change. */
const TAIL = Exact.ofUnits(1, 2);

function findingOf({ category, code, name, stated, published, state, cell }: HeldPrior, year: number | null): Finding | null {
  if (state === "same" || (state === "absent" && published.isZero())) return null;
  const named = `${category}·${code === "" ? "" : `${code} `}${lastName(name)}`;
  const base = `${year === null ? "上年" : `${String(year)}年`}公开的表是 ${formatAmount(published, GROUPED)}`;
  const difference = stated?.minus(published) ?? null;
  const tail = difference !== null && difference.abs().compare(TAIL) <= 0;
  const said =
    stated && difference
      ? `“${named}”的上年预算数填的是 ${formatAmount(stated, GROUPED)}，${base}，${byHowMuch(difference)}。`
      : `“${named}”的上年预算数${state === "blank" ? "没有填" : "填报表里没有列"}，${base}。`;
  const ADVICE = {
    differs: "请看口径是不是调整过；没有调整的，按上年公开的数改。",
    blank: "请填好再核对。",
    absent: "本年没有、上年有的科目也要列。",
  } as const;
  return {
    id: "M05",
    key: `M05|${category}|${code === "" ? name : code}`,
    verdict: state === "blank" ? "notRun" : "broken",
    severity: state === "differs" ? (tail ? "warning" : "error") : state === "absent" ? "warning" : "info",
    message: said,
    advice: ADVICE[state],
    formula: `填报-上年对比[${named}, 上年预算数] = 上年公开表`,
    why: "本年说的上年数就是上年公开的预算数",
    left: stated?.toString() ?? null,
    right: published.toString(),
    difference: difference?.toFixed(2) ?? null,
    cells: cell
      ? [{ ...cell, table: null, rowLabel: named, columnLabel: "上年预算数", value: stated?.toString() ?? "", side: "left", sign: 1 }]
      : [],
  };
}

/** A cell of last year's workbook, so named that it is not taken for this year's. */
const lastYearCell = (cell: CellRef | undefined): CellRef =>
  cell ? { ...cell, sheet: `上年${cell.sheet}` } : { sheet: "上年公开表", row: -1, column: 0 };

/** 填报 sheets that hold nothing but last year's published figures: what a report's words are held against. */
export function publishedPriors(current: Recognised, last: Recognised): Inputs {
  const { figures } = importLastYear(last, current);
  return {
    ...noInputs(),
    priors: figures.map(({ category, code, name, value, before }, row) => ({
      position: row,
      category,
      code,
      name,
      prior: { value, cell: lastYearCell(before?.cells[0]) },
      reason: { text: "", cell: lastYearCell(undefined) },
    })),
  };
}

/** What is found in a report only where last year's published figures are known: what its words say wrongly of last year. */
export function saysOfLastYear(alone: ProofreadReport, withPriors: ProofreadReport): readonly ProofFinding[] {
  const placeOf = ({ id, paragraph, start, quote }: ProofFinding): string => [id, paragraph, start, quote].join("|");
  const known = new Set(alone.findings.map(placeOf));
  return withPriors.findings.filter((finding) => finding.verdict === "broken" && !known.has(placeOf(finding)));
}

/**
 * Why two files are not this year and last of one office; null where they may be. An office may have another name than a year
 * ago: that is said among the notes.
 */
export function notLastYear(current: Recognised, last: Recognised): string | null {
  if (last.tables.size === 0) return "上年的文件里没有认出公开表，没有核对。请看是不是选错了文件。";
  if (current.year === null || last.year === null) return "有一个文件没有认出年度，没有核对。请在表题里写明年度。";
  return last.year === current.year - 1
    ? null
    : `要核对的是${String(current.year)}年预算，给出的上年文件是${String(last.year)}年的，没有核对。请给出${String(current.year - 1)}年的。`;
}
