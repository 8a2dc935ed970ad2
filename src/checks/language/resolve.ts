import type { TableKey, TableSpec } from "../../templates/define";
import { normalisedTitles } from "../../templates/define";
import { economicSubjects, functionalSubjects } from "../../templates/common/subjects";
import { printed, type PrintedTable, type Template } from "../../templates/family";
import { isTotalLabel, normalise, normaliseLabel } from "../../text/wording";
import { rowWords } from "./build";
import { EVERY_COLUMN, type RowSelector } from "./expression";
import { nearest } from "./nearest";

/** What a word means, or why it means nothing, in Chinese. */
export type Resolved<T> = { readonly value: T } | { readonly problem: string };

/** "表5" as this template prints it, or a table's title. */
export function resolveTable(word: string, template: Template): Resolved<PrintedTable> {
  const written = normalise(word);
  const found = template.tables.find(({ label, spec }) => normalise(label) === written || normalisedTitles(spec).includes(written));
  if (found) return { value: found };
  const [first, last] = [template.tables[0], template.tables.at(-1)];
  if (/^[^\d]{0,2}\d{1,2}表?$/.test(written) && first && last) return { problem: `本版式没有${word}，只有${first.label}至${last.label}` };
  const near = nearest(
    written,
    template.tables.flatMap(({ spec }) => normalisedTitles(spec)),
  );
  return { problem: `没有“${word}”这张表${near === null ? `，表请写成${first ? `“${first.label}”` : "表的标题"}` : `，是不是“${near}”`}` };
}

/** How a table is called in a formula: as the template numbers it; by its title where the template lacks it. */
export function tableWord(key: TableKey, template: Template): string {
  return printed(template, key)?.label ?? key;
}

/** A subject found by its name alone; given by the workbook at hand, beside the built-in lists. */
export type NameLookup = (table: TableKey, name: string) => readonly string[];

/** A row as people write it: 各类, 总计, a code with or without its name, a line, a subject's name. */
export function resolveRow(word: string, spec: TableSpec, names: NameLookup): Resolved<RowSelector> {
  const written = normalise(word);
  if (isTotalLabel(written)) return total(written, spec);
  const group = Object.hasOwn(rowWords, written) ? rowWords[written] : undefined;
  if (group) return { value: group };
  const coded = /^([\d ]*\d)(?!\d)(.*)$/.exec(word.normalize("NFKC").trim());
  if (coded?.[1] !== undefined && !/^\d+[.、]/.test(word.trim())) return code(coded[1].replace(/ /g, ""), spec);
  const lines = linesCalled(word, spec);
  const [line] = lines;
  if (line !== undefined && lines.length === 1) return { value: { by: "line", line } };
  if (lines.length > 1) return { problem: `“${word}”有${lines.length}行：${lines.join("、")}，请写明是哪一行` };
  const codes = spec.classification === null ? [] : codesCalled(written, spec, names);
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return { value: { by: "code", code: only } };
  if (codes.length > 1) return { problem: `叫“${word}”的科目有${codes.length}个：${codes.slice(0, 5).join("、")}，请写编码` };
  const near = nearest(written, [
    ...Object.keys(rowWords),
    ...Object.keys(spec.lines),
    ...Object.values(spec.lines).flatMap((one) => one.labels.map(normaliseLabel)),
  ]);
  return { problem: `没有“${word}”这一行${near === null ? "" : `，是不是“${near}”`}` };
}

function total(written: string, spec: TableSpec): Resolved<RowSelector> {
  return spec.layout === "panels" && written.startsWith("收入") ? { value: { by: "line", line: "收入总计" } } : { value: { by: "total" } };
}

function code(digits: string, spec: TableSpec): Resolved<RowSelector> {
  if (spec.classification === null) return { problem: "这张表的行没有科目编码" };
  const shape = spec.classification === "functional" ? /^2\d{2}(?:\d{2}){0,2}$/ : /^[35]\d{2}(?:\d{2})?$/;
  return shape.test(digits)
    ? { value: { by: "code", code: digits } }
    : { problem: `“${digits}”不是完整的${spec.classification === "functional" ? "功能" : "经济"}分类编码` };
}

function linesCalled(word: string, spec: TableSpec): readonly string[] {
  const label = normaliseLabel(word);
  const exact = Object.keys(spec.lines).find((key) => normalise(key) === normalise(word) || normalise(key) === label);
  if (exact !== undefined) return [exact];
  return Object.entries(spec.lines).flatMap(([key, line]) => (line.labels.some((other) => normaliseLabel(other) === label) ? [key] : []));
}

function codesCalled(name: string, spec: TableSpec, names: NameLookup): readonly string[] {
  const listed = (spec.classification === "economic" ? economicSubjects : functionalSubjects).filter(({ until }) => until === undefined);
  return [
    ...new Set([...names(spec.key, name), ...listed.filter((subject) => normalise(subject.name) === name).map((subject) => subject.code)]),
  ];
}

/** A column by its key or any heading it has been printed under; on two-sided tables the row tells the side. */
export function resolveColumn(word: string, spec: TableSpec, row: RowSelector): Resolved<string> {
  const written = normalise(word).replace(/[·/]/g, "");
  if (written === EVERY_COLUMN) return { value: EVERY_COLUMN };
  const side = row.by === "line" ? (spec.lines[row.line]?.side ?? "left") : row.by === "total" ? "right" : spec.classSide;
  const own = Object.entries(spec.columns).filter(([, column]) => column.side === undefined || column.side === side);
  const exact = own.find(
    ([key, column]) => normalise(key) === written || (column.word !== undefined && normalise(column.word) === written),
  );
  if (exact) return { value: exact[0] };
  const found = own.filter(([, column]) => column.heads.some((head) => normalise(head) === written)).map(([key]) => key);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { value: only };
  if (found.length > 1) return { problem: `“${word}”有${found.length}列：${found.join("、")}，请写明是哪一列` };
  const near = nearest(
    written,
    own.flatMap(([key, column]) => [key, ...column.heads.map(normalise)]),
  );
  return { problem: `没有“${word}”这一列${near === null ? `，有：${own.map(([key]) => key).join("、")}` : `，是不是“${near}”`}` };
}
