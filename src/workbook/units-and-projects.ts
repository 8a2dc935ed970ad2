import type { TableKey } from "../templates/define";
import { normalise } from "../text/wording";
import type { Parts, RawTables } from "./read-table";
import type { Row } from "./recognised";

/** Endings of names of organisations, and words that only projects carry. */
const ORGANISATION_END = /(?:局|委|办|办公室|中心|委员会|院|学院|大学|校|小学|中学|幼儿园|站|所|处|队|支队|大队|总队|厅|馆|会|联合会|协会|部|园|社|联|政府|政协|人大|法院|检察院|医院|集团|公司|学校|街道|镇|乡|场|本级|机关)(?:\((?:本级|机关|汇总)\))?$/;
const PROJECT_WORD = /费|项目|专项|目标|结转|资金|购置|建设|补助|补贴|工程|服务$/;

/**
 * Tells units from projects in tables that list both by name (T11, T12): a name known as a unit from 表7 or the table
 * head is one; otherwise a name that ends like an organisation's.
 */
export function separateUnits(tables: RawTables, organisation: string | null): Map<TableKey, Parts> {
  const projectTable = tables.get("projects")?.rows ?? [];
  const units = new Set(projectTable.flatMap((row) => (row.kind === "unit" ? [normalise(row.name)] : [])));
  if (organisation !== null) units.add(normalise(organisation));
  const projects = new Set(projectTable.flatMap((row) => (row.project === null ? [] : [normalise(row.project)])));
  const separated = new Map(tables);
  for (const [key, part] of tables)
    if (part.candidate.spec.layout === "named") separated.set(key, withRows(part, part.rows.map((row) => unitOrProject(row, units, projects))));
  return separated;
}

function unitOrProject(row: Row, units: ReadonlySet<string>, projects: ReadonlySet<string>): Row {
  if (row.kind !== "project") return row;
  const name = normalise(row.name);
  const unit = !projects.has(name) && (units.has(name) || (ORGANISATION_END.test(name) && !PROJECT_WORD.test(name)));
  return unit ? { ...row, kind: "unit" } : row;
}

/** The same readings under the new rows, which stand in the order of the old ones. */
function withRows(part: Parts, rows: readonly Row[]): Parts {
  const readings = new Map(
    rows.flatMap((row, index) => {
      const before = part.rows[index];
      const known = before && part.readings.get(before);
      return known ? [[row, known] as const] : [];
    }),
  );
  return { ...part, rows, readings };
}
