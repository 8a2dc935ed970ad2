import { projectRows } from "../../inputs/project-rows";
import { canon } from "../../text/canon";
import { quoted, tableLabel, type Ledger } from "../ledger";
import { cellsOf } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";
import { projectName, type ReadProject } from "./projects";

/** A project's sheet, and its block in 七. */
export interface Sheet {
  readonly table: readonly Line[];
  readonly read: ReadProject | null;
}

interface Named {
  /** 预算单位 of the sheet. */
  readonly at: Span;
  /** The unit under which the table has the project. */
  readonly printed: string | null;
  /** 项目承担单位 of 七. */
  readonly undertaker: string | null;
}

/**
 * 预算单位 of a project's sheet: the unit under which the table has it; where the table names none, the one that 七 says undertakes it, as
 * long as the sheets of this report mostly have it so. Names that no part knows are told elsewhere.
 */
export function judgeSheetUnits(ledger: Ledger, sheets: readonly Sheet[], about: readonly Line[]): void {
  const rows = ledger.book.recognised.tables.get("projects")?.rows ?? [];
  const units = projectRows(rows).flatMap(({ name, unit }) => (unit ? [{ project: canon(name), unit: canon(unit.name) }] : []));
  const named = sheets.flatMap(({ table, read }): Named[] => {
    const at = unitIn(table);
    if (!at || !read?.project) return [];
    const name = canon(projectName(read.project));
    const printed = new Set(units.filter(({ project }) => project === name).map(({ unit }) => unit));
    const [undertaker] = read.block.fields.get("项目承担单位") ?? [];
    return [
      {
        at,
        printed: printed.size === 1 ? ([...printed][0] ?? null) : null,
        undertaker: undertaker ? spanText(undertaker).replace(/[。；]$/, "") : null,
      },
    ];
  });
  const own = canon(ledger.book.organisation ?? "");
  // An office within a unit, which undertakes it in the unit's name, is none of them.
  const isUnit = (name: string): boolean =>
    name === own || units.some(({ unit }) => unit === name) || about.some(({ text }) => text.includes(name));
  const alike = named.filter(({ at, undertaker }) => undertaker === spanText(at));
  const others = named.filter(({ at, undertaker }) => undertaker !== null && undertaker !== spanText(at)).length;
  const usual = alike.length > others || (alike.length === others && alike.some(({ undertaker }) => undertaker !== own));
  for (const { at, printed, undertaker } of named) {
    const said = spanText(at);
    const right = printed ?? (usual ? undertaker : null);
    // Where the sheet and 七 agree, the table alone has it otherwise.
    // A part of the other one is a slip in it, or an office within it.
    if (
      right === null ||
      right.includes(said) ||
      said.includes(right) ||
      undertaker === said ||
      !isUnit(said) ||
      !isUnit(right) ||
      ledger.isFaulted(at)
    )
      continue;
    const where =
      printed === null ? `第三部分里这个项目的承担单位是“${right}”` : `${tableLabel(ledger.book, "projects")}里这个项目列在“${right}”名下`;
    ledger.fault({
      id: "M02",
      category: "name",
      severity: "warning",
      at,
      message: `绩效表的预算单位写${quoted(at)}，${where}。`,
      advice: "请核对预算单位。",
    });
  }
}

function unitIn(table: readonly Line[]): Span | null {
  for (const line of table) {
    const [label, value] = line.kind === "row" ? cellsOf(line) : [];
    if (label && value && spanText(label) === "预算单位") return value;
  }
  return null;
}
