import { editDistance } from "../../../text/edits";
import { normalise } from "../../../text/wording";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import { inspected, inspection, nothing, type Check, type Inspection, type Remark } from "../../../checks/engine/check";
import { amountCell, labelOf, nameCell } from "../../../checks/engine/point";
import { hasAmount, sections } from "../../common/checks/subjects/rows";

/** F703, X711, X23, M02: names of projects, units and subjects that must be the same in two tables. */
export const nameMatchChecks: readonly Check[] = [
  inspection("F703", "warning", "表7每个项目有名称、有金额，名称不重复", "项目逐个公开，同名项目分不清", projects, {
    examples: { holds: "平台建设 20.00，热线服务 15.00", fails: "平台建设没有金额；或者有金额的一行没有项目名称" },
  }),
  inspection("X711b", "error", "表11的项目都在表7的项目中", "委托业务费按表7的项目列示", commissionedProjects, {
    examples: { holds: "表11、表7都有“平台建设”", fails: "表11写“平台建设费”，表7写“平台建设”" },
    source: "X711",
  }),
  inspection("M02", "warning", "表11、结转表的单位是表7的单位或本部门", "单位名称全称、简称混用，会被当成两个单位", units, {
    examples: { holds: "表11、表7都写“示例服务中心”", fails: "表11写“示例市服务中心”，表7写“示例服务中心”" },
  }),
  inspection("X23a", "warning", "表2与表3列的科目相同", "同一批科目的收入和支出", subjects, {
    examples: { holds: "表2、表3都列 2210201", fails: "表2列 2210203，表3没有" },
    source: "X23",
  }),
];

const projectName = (row: Row): string => normalise(row.project ?? row.name);

function projects(recognised: Recognised): Inspection {
  const table = recognised.tables.get("projects");
  if (!table) return nothing;
  const remarks: Remark[] = [];
  let holds = 0;
  for (const rows of sections(table)) {
    const seen = new Map<string, Row>();
    for (const row of rows) {
      if (row.kind !== "project") continue;
      const name = projectName(row);
      const first = seen.get(name);
      if (first && first.code !== row.code)
        remarks.push({
          key: `twice ${name}`,
          message: `${table.label}的项目“${labelOf(row)}”出现两次：第${first.position + 1}行、第${row.position + 1}行。`,
          cells: [nameCell(table, first), nameCell(table, row)],
          advice: "请核对是否重复；不是同一项目的，名称请区分开。",
        });
      else if (!hasAmount(table, row))
        remarks.push({
          key: `blank ${name}`,
          message: `${table.label}的项目“${labelOf(row)}”没有金额。`,
          cells: [amountCell(recognised, table, row, "项目支出合计") ?? nameCell(table, row)],
        });
      else holds++;
      if (!first) seen.set(name, row);
    }
  }
  return inspected(holds, [...remarks, ...nameless(table)]);
}

/** A row with money that says under which subject a project is and not which project it is; all of them, where none is named. */
function nameless(table: Table): readonly Remark[] {
  const isNamed = table.rows.some(({ kind }) => kind === "project");
  const found = table.rows.filter((row) => (isNamed ? row.project === "" : row.kind === "item" && hasAmount(table, row)));
  return found.map((row) => ({
    key: `nameless ${String(row.position)}`,
    message: `${table.label}第${String(row.position + 1)}行${row.name === "" ? "" : `“${row.name}”`}有金额，没有项目名称。`,
    cells: [nameCell(table, row)],
    advice: "请填上项目名称；这一行不是项目的，下面应列出它的各个项目。",
  }));
}

const namesOf = (table: Table, kind: Row["kind"]): ReadonlyMap<string, Row> =>
  new Map(table.rows.filter((row) => row.kind === kind).map((row) => [projectName(row), row]));

/** How many strange names are held against every known one, so that long lists take no longer by the square. */
const CLOSELY = 20;

function commissionedProjects(recognised: Recognised): Inspection {
  const [table, source] = [recognised.tables.get("commissioned"), recognised.tables.get("projects")];
  if (!table || !source) return nothing;
  const known = namesOf(source, "project");
  const remarks: Remark[] = [];
  let holds = 0;
  for (const [name, row] of namesOf(table, "project")) {
    // 基本支出 has no project of its own in 表7.
    if (known.has(name) || /^基本支出/.test(name)) {
      holds++;
      continue;
    }
    const near = remarks.length < CLOSELY ? [...known].find(([other]) => other.includes(name) || name.includes(other))?.[1] : undefined;
    remarks.push({
      key: name,
      message: `${table.label}的项目“${row.name}”不在${source.label}里${near ? `，${source.label}写作“${near.project ?? near.name}”` : ""}。`,
      cells: [nameCell(table, row), ...(near ? [nameCell(source, near)] : [])],
      advice: "项目名称请与表7逐字一致。",
    });
  }
  return inspected(holds, remarks);
}

/** Written a little otherwise, or with more or fewer words, it is taken for another unit. */
const isNear = (name: string, known: readonly string[]): boolean =>
  known.some((other) => other.includes(name) || name.includes(other) || editDistance(name, other, LIKE) <= LIKE);
const LIKE = 2;

function units(recognised: Recognised): Inspection {
  const source = recognised.tables.get("projects");
  const known = new Map(source ? namesOf(source, "unit") : []);
  if (known.size === 0) return nothing;
  const own = recognised.organisation === null ? [] : [normalise(recognised.organisation)];
  const remarks: Remark[] = [];
  let holds = 0;
  for (const key of ["commissioned", "carriedOver"] as const) {
    const table = recognised.tables.get(key);
    if (!table) continue;
    for (const [name, row] of namesOf(table, "unit")) {
      if (known.has(name) || own.some((organisation) => organisation === name || name === `${organisation}本级`) || !hasAmount(table, row))
        holds++;
      else
        remarks.push({
          key: `${key}|${name}`,
          message: `${table.label}的单位“${row.name}”不在${source?.label ?? "表7"}的单位里（${[...known.values()]
            .slice(0, 3)
            .map((unit) => unit.name)
            .join("、")}）。`,
          cells: [nameCell(table, row)],
          advice: "请核对名称是否写法不一；该单位确实没有项目支出的不用改。",
          // A unit whose project is paid from what was carried over has none of this year's.
          ...(key === "carriedOver" && !isNear(name, [...known.keys(), ...own]) ? { severity: "info" } : {}),
        });
    }
  }
  return inspected(holds, remarks);
}

/** Subjects with amounts are compared by X23; this one sees rows that are blank in the table that has them. */
function subjects(recognised: Recognised): Inspection {
  const [income, expenditure] = [recognised.tables.get("income"), recognised.tables.get("expenditure")];
  if (!income || !expenditure) return nothing;
  const remarks: Remark[] = [];
  let holds = 0;
  for (const [table, other] of [
    [income, expenditure],
    [expenditure, income],
  ] as const)
    for (const row of table.rows) {
      if (row.code === null || hasAmount(table, row)) continue;
      if (other.withCode(row.code).length > 0) holds++;
      else
        remarks.push({
          key: `${table.key}|${row.code}`,
          message: `${table.label}列了 ${labelOf(row)}（没有金额），${other.label}没有这个科目。`,
          cells: [nameCell(table, row)],
          advice: "没有金额的科目请删去，有金额的请补上。",
        });
    }
  return inspected(holds, remarks);
}
