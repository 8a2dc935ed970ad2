import type { Exact } from "../amount/exact";
import type { TableKey } from "../templates/define";
import { officialTitle, printed, type Template } from "../templates/family";
import { normalise, normaliseLabel } from "../text/wording";
import type { Recognised } from "../workbook/recognised";
import type { PriorCategory } from "./conventions";
import { yearFigures, type YearFigure } from "./current-figures";
import { findPrior, lastName } from "./find";
import type { Inputs } from "./read";

/**
 * How a figure of last year found its place.
 * same: code and name agree · renamed: same code, other name · recoded: same name, other code · lastOnly: not in this
 * year's tables · thisOnly: not in last year's, so 0 · conflict: the 填报 sheet already says otherwise.
 */
export type MatchKind = "same" | "renamed" | "recoded" | "lastOnly" | "thisOnly" | "conflict";

export interface PriorFigure {
  readonly category: PriorCategory;
  /** As this year's workbook has it; last year's where this year has none. */
  readonly code: string;
  readonly name: string;
  readonly value: Exact;
  readonly kind: Exclude<MatchKind, "conflict">;
  /** What last year's workbook calls it, and where it has it; null where it has none. */
  readonly before: Pick<YearFigure, "code" | "name" | "cells"> | null;
}

export interface LastYearNote {
  readonly kind: MatchKind | "missing" | "doubt";
  /** Chinese: what was matched with what, and why, or what to look at. */
  readonly message: string;
}

/** Last year's figures for 填报-上年对比, and how they were found. */
export interface LastYear {
  readonly year: number | null;
  readonly figures: readonly PriorFigure[];
  /** How many figures were taken over. */
  readonly matched: number;
  /** Everything a person should look at; plain matches are only counted. */
  readonly notes: readonly LastYearNote[];
}

/**
 * Takes last year's figures from last year's published workbook: subjects by code and name, renamed and recoded ones
 * told apart, items of one year only included. `existing` inputs win: what differs from them is reported, not changed.
 */
export function importLastYear(last: Recognised, current: Recognised, existing: Inputs | null = null): LastYear {
  const before = yearFigures(last);
  const now = yearFigures(current, existing);
  const matches = matchFigures(last.template, before, now);
  const taken = matches.filter(({ kind, figure }) => kind !== "thisOnly" || canBeZero(last, figure.category));
  const figures = taken.map(({ figure, value, kind, other }): PriorFigure => ({
    category: figure.category,
    code: figure.code,
    name: figure.name,
    value,
    kind,
    before: kind === "lastOnly" ? figure : other,
  }));
  return {
    year: last.year,
    figures,
    matched: figures.filter(({ kind }) => kind === "same" || kind === "renamed" || kind === "recoded").length,
    notes: [...doubts(last, current), ...missing(last), ...taken.flatMap(explain), ...(existing ? conflicts(figures, existing) : [])],
  };
}

interface Match {
  readonly figure: YearFigure;
  readonly value: Exact;
  readonly kind: PriorFigure["kind"];
  readonly other: YearFigure | null;
}

const SUBJECTS: ReadonlySet<PriorCategory> = new Set(["功能科目", "政府性基金预算", "国有资本经营预算"]);

function matchFigures(template: Template, before: readonly YearFigure[], now: readonly YearFigure[]): readonly Match[] {
  const open = new Set(before);
  const take = (test: (figure: YearFigure) => boolean): YearFigure | null => {
    const found = [...open].find(test) ?? null;
    if (found) open.delete(found);
    return found;
  };
  const found = new Map<YearFigure, Match>();
  const pass = (kind: PriorFigure["kind"], test: (mine: YearFigure, theirs: YearFigure) => boolean): void => {
    for (const figure of now) {
      if (found.has(figure)) continue;
      const other = take((theirs) => theirs.category === figure.category && test(figure, theirs));
      if (other) found.set(figure, { figure, value: other.value, kind, other });
    }
  };
  pass("same", (mine, theirs) => mine.code === theirs.code && sameName(template, mine, theirs));
  // The same name under another code comes before the same code under another name: codes are given anew, names move.
  pass(
    "recoded",
    (mine, theirs) =>
      SUBJECTS.has(mine.category) &&
      mine.code !== theirs.code &&
      sameName(template, mine, theirs) &&
      !now.some(({ category, code }) => category === theirs.category && code === theirs.code),
  );
  pass("renamed", (mine, theirs) => mine.code !== "" && mine.code === theirs.code);
  const zero = (figure: YearFigure): Match => ({ figure, value: figure.value.minus(figure.value), kind: "thisOnly", other: null });
  const gone = [...open]
    .filter(({ value }) => !value.isZero())
    .map((figure): Match => ({ figure, value: figure.value, kind: "lastOnly", other: null }));
  return [...now.map((figure) => found.get(figure) ?? zero(figure)), ...gone];
}

/** Subjects by 款 and 项 (a 类 is sometimes renamed); 三公 lines by what they are. */
function sameName(template: Template, mine: YearFigure, theirs: YearFigure): boolean {
  if (mine.category === "“三公”经费") return threePublicKey(template, mine.name) === threePublicKey(template, theirs.name);
  const tail = (name: string): string => normalise(name.split("/").slice(-2).join("/"));
  return SUBJECTS.has(mine.category) ? tail(mine.name) === tail(theirs.name) : normalise(mine.name) === normalise(theirs.name);
}

function threePublicKey(template: Template, name: string): string {
  const label = normaliseLabel(name);
  const lines = printed(template, "threePublic")?.spec.lines ?? {};
  return Object.entries(lines).find(([, { labels }]) => labels.map(normaliseLabel).includes(label))?.[0] ?? label;
}

const SOURCE_TABLES: Readonly<Record<PriorCategory, readonly TableKey[]>> = {
  收入来源: ["income", "overview"],
  支出总额: ["expenditure"],
  一般公共预算: ["general"],
  功能科目: ["general"],
  政府性基金预算: ["funds"],
  国有资本经营预算: ["stateCapital"],
  "“三公”经费": ["threePublic"],
  机关运行经费: ["basic"],
};

/** What is absent last year counts as 0 only where last year's table is there to say so. */
function canBeZero(last: Recognised, category: PriorCategory): boolean {
  return SOURCE_TABLES[category].some((key) => last.tables.has(key));
}

function explain({ figure, value, kind, other }: Match): readonly LastYearNote[] {
  const name = `${figure.category}·${figure.code === "" ? "" : `${figure.code} `}${lastName(figure.name)}`;
  const amount = `${value.toFixed(2)}万元`;
  switch (kind) {
    case "same":
      return [];
    case "renamed":
      return [
        { kind, message: `“${name}”上年名称为“${lastName(other?.name ?? "")}”，编码相同，按编码填上年数${amount}，请确认是同一科目。` },
      ];
    case "recoded":
      return [{ kind, message: `“${name}”上年编码为${other?.code ?? ""}，名称相同，按名称填上年数${amount}，请确认。` }];
    case "lastOnly":
      return [{ kind, message: `“${name}”上年有${amount}，本年公开表没有，已作为“本年无”的行列入。` }];
    case "thisOnly":
      return [{ kind, message: `“${name}”上年公开表没有，上年数按0填，请确认不是改名或拆分而来。` }];
  }
}

function conflicts(figures: readonly PriorFigure[], existing: Inputs): readonly LastYearNote[] {
  return figures.flatMap(({ category, code, name, value }): readonly LastYearNote[] => {
    const row = findPrior(existing, category, [name], code);
    const stated = row?.prior.value;
    if (!stated || stated.equals(value)) return [];
    return [
      {
        kind: "conflict",
        message: `“${category}·${lastName(name)}”填报表已填上年数${stated.toFixed(2)}，上年公开表为${value.toFixed(2)}，没有改动，请核对。`,
      },
    ];
  });
}

function doubts(last: Recognised, current: Recognised): readonly LastYearNote[] {
  const notes: LastYearNote[] = [];
  if (last.year !== null && current.year !== null && last.year !== current.year - 1)
    notes.push({ kind: "doubt", message: `所选文件是${last.year}年预算，不是${current.year - 1}年的，请确认没有选错文件。` });
  if (last.organisation !== null && current.organisation !== null && normalise(last.organisation) !== normalise(current.organisation))
    notes.push({
      kind: "doubt",
      message: `所选文件的编制单位是“${last.organisation}”，与本工作簿“${current.organisation}”不同，请确认没有选错文件。`,
    });
  return notes;
}

const NEEDED = ["income", "expenditure", "general", "basic", "threePublic"] as const;

function missing(last: Recognised): readonly LastYearNote[] {
  return NEEDED.flatMap((key): readonly LastYearNote[] => {
    const table = printed(last.template, key);
    if (!table || last.tables.has(key)) return [];
    return [
      {
        kind: "missing",
        message: `上年文件缺${table.label}《${officialTitle(last.template, table.spec, "部门")}》，有关的上年数要自己填。`,
      },
    ];
  });
}
