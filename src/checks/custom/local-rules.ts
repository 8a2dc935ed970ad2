import { fullAddress, type CellRef } from "../../amount/cell-ref";
import { normalise } from "../../text/wording";
import type { Recognised } from "../../workbook/recognised";
import { check, type Check, type Rule } from "../engine/check";
import { pointTo } from "../engine/point";
import { nearest } from "../language/nearest";
import { parseIdentity } from "../language/parse";
import type { NameLookup } from "../language/resolve";
import type { Finding, Severity } from "../report";
import { graded, isGrading, isMeant } from "./grades";
import { readCustomRows, type CustomRow } from "./sheet";

/** The checks to run once the workbook's own rules are taken in, and what is to be said of those rules. */
export interface LocalRules {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

const SOURCE = "自定义审核";

/**
 * Takes in the sheet 自定义审核: formulas become checks, a row that names a rule switches it off or changes its level.
 * Nothing is taken silently: what is switched off, or cannot be read, is a finding at its cell.
 *
 * @param others rules that are run elsewhere and graded by the same sheet.
 */
export function localRules(recognised: Recognised, checks: readonly Check[], others: readonly Rule[] = []): LocalRules {
  const rows = readCustomRows(recognised.workbook);
  if (rows.length === 0) return { checks, findings: [] };
  const findings: Finding[] = [];
  const own = new Map<string, Check>();
  const names = namesIn(recognised);
  for (const row of rows) {
    if (row.unknownLevel !== null)
      findings.push(
        say(row, "warning", `级别“${row.unknownLevel}”不认识。`, "级别请写 错误、警告、提示 或 停用；现按错误处理。", row.cell("级别")),
      );
    if (row.level === "off" || isGrading(row)) continue;
    const parsed = parseIdentity(row.formula, recognised.template, names);
    if (parsed.kind === "problem") findings.push(unread(row, parsed.at, parsed.message));
    else
      own.set(
        idOf(row),
        check(idOf(row), parsed.identity, row.note || "工作簿自定义的审核", { severity: row.level ?? "error", source: SOURCE }),
      );
  }
  const all = [...checks.filter(({ id }) => !own.has(id)), ...own.values()];
  for (const row of rows.filter(isGrading)) findings.push(...gradingSays(row, [...all, ...others]));
  const inOrder = findings.sort((a, b) => (a.cells[0]?.row ?? 0) - (b.cells[0]?.row ?? 0));
  return { checks: graded(all, rows), findings: inOrder };
}

/** What is to be said of a row that grades rules. */
function gradingSays(row: CustomRow, rules: readonly Rule[]): readonly Finding[] {
  const meant = rules.filter((rule) => isMeant(rule, row.id));
  if (meant.length > 0) return row.level === "off" ? [switchedOff(row, meant)] : [];
  return row.formula === "" ? [unknownId(row, rules)] : [];
}

const idOf = (row: CustomRow): string => row.id || `自定义${row.line}`;

/** Subjects by the names the workbook itself gives them. */
function namesIn(recognised: Recognised): NameLookup {
  return (key, name) => [
    ...new Set(
      (recognised.tables.get(key)?.rows ?? []).flatMap((row) =>
        row.code !== null && row.kind !== "project" && normalise(row.name) === name ? [row.code] : [],
      ),
    ),
  ];
}

function switchedOff(row: CustomRow, meant: readonly Rule[]): Finding {
  const what = meant
    .map(({ id, why }) => `${id}（${why}）`)
    .slice(0, 3)
    .join("、");
  const message = `已停用 ${what}${meant.length > 3 ? `等 ${meant.length} 条` : ""}。${row.note === "" ? "没有写理由。" : `理由：${row.note}`}`;
  return say(row, row.note === "" ? "warning" : "info", message, row.note === "" ? "请在“说明”列写明停用的理由。" : "", row.cell("级别"));
}

function unread(row: CustomRow, at: number, problem: string): Finding {
  const place = at === 0 ? "" : `第${at + 1}个字起“${row.formula.slice(at, at + 8)}”：`;
  return {
    ...say(
      row,
      "error",
      `${fullAddress(row.cell("公式"))} 的公式读不懂，没有执行。${place}${problem}。`,
      "写法见审核目录。",
      row.cell("公式"),
    ),
    verdict: "notRun",
  };
}

function unknownId(row: CustomRow, rules: readonly Rule[]): Finding {
  const near = nearest(
    row.id,
    rules.map(({ id }) => id),
  );
  return {
    ...say(
      row,
      "error",
      `${fullAddress(row.cell("编号"))} 没有编号为“${row.id}”的审核${near === null ? "" : `，是不是“${near}”`}，这一行没有起作用。`,
      "要新增审核请填“公式”列。",
      row.cell("编号"),
    ),
    verdict: "notRun",
  };
}

function say(row: CustomRow, severity: Severity, message: string, advice: string, cell: CellRef): Finding {
  return {
    id: idOf(row),
    key: `${SOURCE}|${row.line}|${cell.column}`,
    verdict: "broken",
    severity,
    message,
    advice,
    formula: row.formula,
    why: row.note,
    left: null,
    right: null,
    difference: null,
    cells: [pointTo(cell, { row: idOf(row), column: "自定义审核", value: row.formula || row.id })],
  };
}
