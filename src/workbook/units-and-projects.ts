import { normalise } from "../tables/wording";
import type { Row } from "./recognised";

/** Endings of names of organisations, and words that only projects carry. */
const ORGANISATION_END = /(?:局|委|办|办公室|中心|委员会|院|学院|大学|校|小学|中学|幼儿园|站|所|处|队|支队|大队|总队|厅|馆|会|联合会|协会|部|园|社|联|政府|政协|人大|法院|检察院|医院|集团|公司|学校|街道|镇|乡|场|本级)$/;
const PROJECT_WORD = /费|项目|经费|专项|目标|结转|资金|购置|建设|补助|补贴|工程|服务$/;

/**
 * Tells units from projects in tables that list both by name (T11, T12): a name known as a unit from 表7 or the table
 * head is one; otherwise a name that ends like an organisation's.
 */
export function separateUnits(rows: readonly Row[], knownUnits: ReadonlySet<string>, projects: ReadonlySet<string>): readonly Row[] {
  return rows.map((row) => {
    if (row.kind !== "project" || row.code !== null) return row;
    const name = normalise(row.name);
    if (projects.has(name)) return row;
    const unit = knownUnits.has(name) || (ORGANISATION_END.test(name) && !PROJECT_WORD.test(name));
    return unit ? { ...row, kind: "unit" } : row;
  });
}
