import { subjectName, subjectOf } from "../../subjects";
import { normalise, withoutIndent } from "../../../../text/wording";
import type { Recognised, Row } from "../../../../workbook/recognised";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { nameCell } from "../../../../checks/engine/point";
import { subjectRows, type Placed } from "./rows";

/** K03, K04: names are the official ones, and the same everywhere. */
export const nameChecks: readonly Check[] = [
  inspection("K03", "warning", "科目名称与《政府收支分类科目》一致", "科目名称以当年《政府收支分类科目》为准", official),
  inspection("K04", "error", "同一编码在各表名称相同", "同一科目只有一个名称", same),
];

const wordsOf = (row: Row): string => normalise(withoutIndent(row.name));

/** A code's names: the first row of each, and how many rows have a name at all. */
interface Named {
  readonly classification: string;
  readonly firsts: { readonly placed: Placed; readonly words: string }[];
  rows: number;
}

const gathered = new WeakMap<Recognised, readonly Named[]>();

/** The names of every code of a classification, in the order in which the codes first stand; gathered once a workbook. */
function byCode(recognised: Recognised): readonly Named[] {
  const known = gathered.get(recognised);
  if (known) return known;
  const found: Named[] = [];
  const codes = { functional: new Map<string, Named>(), economic: new Map<string, Named>(), none: new Map<string, Named>() };
  for (const placed of subjectRows(recognised)) {
    const { table, row } = placed;
    const classification = table.spec.classification ?? "none";
    let named = row.code === null ? undefined : codes[classification].get(row.code);
    if (named?.firsts.some(({ placed: first }) => first.row.name === row.name)) {
      named.rows++;
      continue;
    }
    const words = wordsOf(row);
    // Several tables leave the subject's name out beside a project's.
    if (words === "" || row.code === null) continue;
    if (!named) {
      named = { classification, firsts: [], rows: 0 };
      codes[classification].set(row.code, named);
      found.push(named);
    }
    named.rows++;
    if (!named.firsts.some((first) => first.words === words)) named.firsts.push({ placed, words });
  }
  gathered.set(recognised, found);
  return found;
}

/** All subject rows of some codes, by code. */
function rowsOf(recognised: Recognised, codes: ReadonlySet<string>): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>([...codes].map((code) => [code, []]));
  if (codes.size > 0) for (const placed of subjectRows(recognised)) if (placed.row.code !== null) found.get(placed.row.code)?.push(placed);
  return found;
}

function official(recognised: Recognised): Inspection {
  let holds = 0;
  const wrong: { readonly row: Row; readonly words: string; readonly classification: string; readonly name: string; readonly sure: boolean }[] = [];
  for (const { classification, firsts } of byCode(recognised))
    for (const { placed: { table, row }, words } of firsts) {
      const kind = table.spec.classification ?? "functional";
      const subject = subjectOf(row.code ?? "", kind);
      const name = subjectName(row.code ?? "", kind, recognised.year ?? undefined);
      if (!subject || name === null) continue;
      if (words === normalise(name)) holds++;
      else wrong.push({ row, words, classification, name, sure: subject.source !== "nameOnly" && subject.source !== "unconfirmed" });
    }
  const rows = rowsOf(recognised, new Set(wrong.map(({ row }) => row.code ?? "")));
  const remarks = wrong.map(({ row, words, classification, name, sure }): Remark => {
    const code = row.code ?? "";
    const alike = (rows.get(code) ?? []).filter((other) => (other.table.spec.classification ?? "none") === classification && wordsOf(other.row) === words);
    return {
      key: `${code}|${words}`,
      message: `${[...new Set(alike.map((other) => other.table.label))].join("、")}的 ${code} 写作“${row.name}”，科目名称应为“${name}”。`,
      cells: alike.map((other) => nameCell(other.table, other.row)),
      advice: sure ? "请改为规范名称；如当年科目已改名，以当年《政府收支分类科目》为准。" : "内置名称尚待核对，请对照当年《政府收支分类科目》。",
      ...(!sure && { severity: "info" as const }),
    };
  });
  return inspected(holds, remarks);
}

function same(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const { firsts, rows } of byCode(recognised)) {
    if (rows < 2) continue;
    if (firsts.length < 2) {
      holds++;
      continue;
    }
    const different = firsts.map(({ placed }) => placed);
    const code = different[0]?.row.code ?? "";
    remarks.push({
      key: code,
      message: `${code} 在各表名称不一致：${different.map(({ table, row }) => `${table.label}“${row.name}”`).join("、")}。`,
      cells: different.map(({ table, row }) => nameCell(table, row)),
      advice: "请核对编码是否错位，再统一名称。",
      ...(different.every(({ row }) => isWritingOf(row, code)) && { severity: "warning" as const }),
    });
  }
  return inspected(holds, remarks);
}

/** Wordings of one subject are a slip of the pen; any other name may mean that the code is another subject's. */
function isWritingOf(row: Row, code: string): boolean {
  const subject = subjectOf(code);
  return subject !== null && [subject.name, subject.former?.name, ...(subject.alsoWritten ?? [])].some((name) => name !== undefined && normalise(name) === wordsOf(row));
}
