import { editDistance } from "../../../../text/edits";
import { normalise } from "../../../../text/wording";
import type { Recognised, Row, Table } from "../../../../workbook/recognised";
import { subjectsInUse, type KnownSubject, type SubjectsInUse } from "../../../../workbook/subjects-in-use";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { nameCell } from "../../../../checks/engine/point";
import { namesByCode, rowsOf, wordsOf, type Named } from "./names-by-code";
import { ownListChecks } from "./own-list";

/** K03, K04: names are the official ones of the year, and the same everywhere; K13: the office's own list can be used. */
export const nameChecks: readonly Check[] = [
  inspection("K03", "warning", "科目名称与《政府收支分类科目》一致", "科目名称以当年《政府收支分类科目》为准", official, {
    examples: { holds: "210 卫生健康支出", fails: "210 医疗卫生与计划生育支出（2018年及以前的名称）" },
  }),
  inspection("K04", "error", "同一编码在各表名称相同", "同一科目只有一个名称", same, {
    examples: { holds: "20508 各表都写“进修及培训”", fails: "20508 表2写“进修及培训”，表3写“职业培训”" },
  }),
  ...ownListChecks,
];

const isOneOf = (names: readonly string[], words: string): boolean => names.some((name) => normalise(name) === words);
const knownOf = (subjects: SubjectsInUse, { code, classification }: Named): KnownSubject | null =>
  subjects.find(code, classification === "economic" ? "economic" : "functional");

/** A name that is not right in the workbook's year. */
interface Wrong {
  readonly named: Named;
  readonly row: Row;
  readonly words: string;
  readonly known: KnownSubject;
}

function official(recognised: Recognised): Inspection {
  const subjects = subjectsInUse(recognised);
  let holds = 0;
  const wrong: Wrong[] = [];
  for (const named of namesByCode(recognised)) {
    const known = knownOf(subjects, named);
    if (!known?.inYear || toldBesideRight(named, known)) continue;
    for (const {
      placed: { row },
      words,
    } of named.firsts) {
      if (isOneOf(known.accepted, words)) holds++;
      else wrong.push({ named, row, words, known });
    }
  }
  const rows = rowsOf(recognised, new Set(wrong.map(({ named }) => named.code)));
  const remarks = wrong.map((one): Remark => {
    const {
      named: { code, classification },
      words,
      known: { sure },
    } = one;
    const alike = (rows.get(code) ?? []).filter(
      (other) => (other.table.spec.classification ?? "none") === classification && wordsOf(other.row) === words,
    );
    return {
      key: `${code}|${words}`,
      message: `${[...new Set(alike.map((other) => other.table.label))].join("、")}的 ${code} 写作“${one.row.name}”，${rightName(one, recognised.year)}。`,
      cells: alike.map((other) => nameCell(other.table, other.row)),
      advice: sure
        ? "请改为规范名称；如当年科目已改名，以当年《政府收支分类科目》为准。"
        : "内置名称尚待核对，请对照当年《政府收支分类科目》。",
      ...(!sure && { severity: "info" as const }),
    };
  });
  return withUnread(recognised, "K03", "科目名称没有核对", inspected(holds, remarks));
}

function rightName({ words, known }: Wrong, year: number | null): string {
  const former = known.writings.find(({ name, until }) => until !== null && (year === null || until < year) && normalise(name) === words);
  return former ? `这是${String(former.until)}年及以前的名称，现在的科目名称应为“${known.name}”` : `科目名称应为“${known.name}”`;
}

function same(recognised: Recognised): Inspection {
  const subjects = subjectsInUse(recognised);
  const remarks: Remark[] = [];
  let holds = 0;
  for (const named of namesByCode(recognised)) {
    if (named.rows < 2) continue;
    const writings = named.firsts.length < 2 ? "one" : writingsIn(named, knownOf(subjects, named));
    if (writings === "one" || writings === "told") {
      holds++;
      continue;
    }
    const different = named.firsts.map(({ placed }) => placed);
    const known = knownOf(subjects, named);
    const right = known?.inYear === true && toldBesideRight(named, known) ? `科目名称应为“${known.name}”。` : "";
    remarks.push({
      key: named.code,
      message: `${named.code} 在各表名称不一致：${different.map(({ table, row }) => `${table.label}“${row.name}”`).join("、")}。${right}`,
      cells: different.map(({ table, row }) => nameCell(table, row)),
      advice: "请核对编码是否错位，再统一名称。",
      ...(writings === "slips" && { severity: "warning" as const }),
    });
  }
  return withUnread(recognised, "K04", "各表科目名称是否相同没有核对", inspected(holds, remarks));
}

/** A slip of the pen in one table, beside the right name in another: told where the two are set side by side, and once. */
function toldBesideRight(named: Named, known: KnownSubject): boolean {
  if (named.firsts.length < 2) return false;
  const right = known.accepted.map(normalise);
  return (
    writingsIn(named, known) === "others" &&
    named.firsts.some(({ words }) => right.includes(words)) &&
    named.firsts.every(({ words }) => right.some((name) => editDistance(name, words, 1) <= 1))
  );
}

/**
 * Names of one subject are a slip of the pen, and one finding: told where K03 names the wrong one already. Any other name
 * may mean that the code is another subject's.
 */
function writingsIn({ firsts }: Named, known: KnownSubject | null): "told" | "slips" | "others" {
  if (!known) return "others";
  const names = [...known.accepted, ...known.writings.map(({ name }) => name)];
  if (!firsts.every(({ words }) => isOneOf(names, words))) return "others";
  return known.inYear && firsts.some(({ words }) => !isOneOf(known.accepted, words)) ? "told" : "slips";
}

/** Whether a table has subjects and no name beside any of them: its column of names was not found, or is blank. */
function lacksNames({ facts, spec, rows }: Table): boolean {
  if (facts.namesFound === false) return true;
  return spec.layout === "coded" && rows.some(({ code }) => code !== null) && rows.every((row) => row.code === null || wordsOf(row) === "");
}

/** Tables without names say so: what could not be looked at is never passed. */
function withUnread(recognised: Recognised, id: string, what: string, found: Inspection): Inspection {
  const unread = [...recognised.tables.values()].filter(lacksNames);
  if (unread.length === 0) return found;
  const notRun = unread.map((table) => ({
    key: `${id} ${table.key}`,
    message: `未执行：${table.label}没有找到科目名称，${what}。`,
    advice: "请看名称列是否被删、列标题是否写错，写成“科目名称”后再校验。",
  }));
  return { ...found, notApplicable: 0, notRun };
}
