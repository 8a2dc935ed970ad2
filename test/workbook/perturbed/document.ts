import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseAddress } from "../../../src/amount/cell-ref";
import type { TableKey as AnyKey } from "../../../src/templates/define";

type TableKey = Exclude<AnyKey, `own:${string}` | "fiscalExpenditure" | "fiscalBasic" | "operating" | "procurement">;

/** A published document as its meaning: what any layout of it must read back. Taken from the samples' own data. */
export interface Document {
  readonly name: string;
  readonly organisation: string;
  readonly kind: "部门" | "单位";
  readonly year: number;
  readonly variant: string;
  readonly tables: readonly DocumentTable[];
}

export interface DocumentTable {
  readonly key: TableKey;
  /** Printed number. */
  readonly number: number;
  readonly title: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  readonly note: string | null;
}

export type Role = "class" | "group" | "item" | "name" | "project" | "label" | "rightName" | "amount";

export interface DocumentColumn {
  readonly role: Role;
  /** Headings from top to bottom, the column's own last. */
  readonly stack: readonly string[];
  /** The key of an amount column. */
  readonly key: string | null;
  readonly side: "left" | "right";
}

export interface DocumentRow {
  readonly total: boolean;
  readonly code: string | null;
  readonly name: string;
  readonly project: string | null;
  readonly rightName: string | null;
  /** In 万元, by column key. */
  readonly amounts: Readonly<Record<string, number | null>>;
}

type Value = string | number | null;

interface SampleTable {
  readonly sheet: string;
  readonly headings: readonly [number, number];
  readonly amounts: readonly number[];
  readonly note: number | null;
  readonly merges: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

interface Sample {
  readonly organisation: string;
  readonly kind: "部门" | "单位";
  readonly year: number;
  readonly tables: readonly SampleTable[];
}

const FOLDER = path.resolve(__dirname, "../../../samples/data");
const SOURCES = ["一般公共预算", "政府性基金", "国有资本经营预算"];
const SPLIT = ["小计", "人员经费", "公用经费", "项目支出"];
const UPPER = "上级国有资本经营预算转移支付";

/** The meaning of the amount columns in printed order, by table. */
function keysOf(key: TableKey, count: number): readonly string[] {
  switch (key) {
    case "overview":
      return ["收入预算数", "支出预算数"];
    case "income":
      return [
        "总计",
        "财政拨款小计",
        "一般公共预算",
        "上级一般公共预算转移支付",
        "政府性基金预算",
        "上级政府性基金转移支付",
        "国有资本经营预算",
        ...(count === 12 ? [UPPER] : []),
        "财政专户",
        "单位资金",
        "财政拨款结转",
        "非财政拨款结转结余",
      ];
    case "expenditure":
    case "general":
      return ["合计", "基本支出", "项目支出"];
    case "fiscal":
      return ["收入合计", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"];
    case "basic":
      return ["合计", "人员经费", "公用经费"];
    case "projects":
      return [
        "项目支出合计",
        "工资福利支出",
        "商品和服务支出",
        "对个人和家庭的补助",
        "债务利息及费用支出",
        "资本性支出(基本建设)",
        "资本性支出",
        "对企业补助(基本建设)",
        "对企业补助",
        "对社会保障基金补助",
        "其他支出",
      ];
    case "funds":
    case "stateCapital":
      return count === 3 ? ["合计", "基本支出", "项目支出"] : ["合计", "人员经费", "公用经费", "项目支出"];
    case "threePublic":
    case "commissioned":
      return ["合计", ...SOURCES];
    case "carriedOver":
      return ["合计", ...SPLIT.map((word) => `财政拨款${word}`), ...SPLIT.map((word) => `非财政拨款${word}`)];
  }
}

const CODED: readonly Role[] = ["class", "group", "item", "name"];
const LEADING: Readonly<Record<TableKey, readonly Role[]>> = {
  overview: ["label"],
  income: CODED,
  expenditure: CODED,
  fiscal: ["label"],
  general: CODED,
  basic: ["class", "group", "name"],
  projects: [...CODED, "project"],
  funds: CODED,
  stateCapital: CODED,
  threePublic: ["label"],
  commissioned: ["label"],
  carriedOver: ["label"],
};

function keyOf(title: string): TableKey {
  const known: readonly (readonly [RegExp, TableKey])[] = [
    [/^..收支/, "overview"],
    [/^..收入/, "income"],
    [/^..支出/, "expenditure"],
    [/财政拨款收支/, "fiscal"],
    [/基本支出/, "basic"],
    [/项目支出/, "projects"],
    [/^一般公共/, "general"],
    [/政府性基金/, "funds"],
    [/国有资本/, "stateCapital"],
    [/三公/, "threePublic"],
    [/委托/, "commissioned"],
    [/结转/, "carriedOver"],
  ];
  const found = known.find(([pattern]) => pattern.test(title));
  if (!found) throw new Error(`${title}?`);
  return found[1];
}

const text = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value).trim());

/** The headings over each column, merged areas resolved. */
function stacks({ headings: [first, last], merges, rows }: SampleTable, width: number): string[][] {
  const grid = rows.slice(first, last + 1).map((row) => Array.from({ length: width }, (_, column) => text(row[column])));
  for (const merge of merges) {
    const [from, to] = merge.split(":").map(parseAddress);
    if (!from || !to) throw new Error(merge);
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) {
        const line = grid[row - first];
        if (line) line[column] = text(rows[from.row]?.[from.column]);
      }
  }
  return Array.from({ length: width }, (_, column) =>
    grid.flatMap((line, row) =>
      !/^(?:|※|\d+)$/.test(line[column] ?? "") && line[column] !== grid[row - 1]?.[column] ? [line[column] ?? ""] : [],
    ),
  );
}

function documentTable(sample: SampleTable, number: number): DocumentTable {
  const title = text(
    sample.rows
      .slice(0, sample.headings[0])
      .flat()
      .find((cell) => /表$/.test(text(cell)) && !/^表/.test(text(cell))),
  );
  const key = keyOf(title);
  const width = Math.max(...sample.amounts) + 1;
  const keys = keysOf(key, sample.amounts.length);
  if (keys.length !== sample.amounts.length) throw new Error(`${title}: ${sample.amounts.length} amount columns`);
  const heads = stacks(sample, width);
  const roles = Array.from({ length: width }, (_, column): Role =>
    sample.amounts.includes(column) ? "amount" : column < LEADING[key].length ? (LEADING[key][column] ?? "label") : "rightName",
  );
  const rightFrom = roles.indexOf("rightName");
  const columns = roles.map((role, column): DocumentColumn => ({
    role,
    stack: heads[column] ?? [],
    key: role === "amount" ? (keys[sample.amounts.indexOf(column)] ?? null) : null,
    side: rightFrom >= 0 && column < rightFrom ? "left" : "right",
  }));
  const end = sample.note ?? sample.rows.length;
  const rows = sample.rows
    .slice(sample.headings[1] + 1, end)
    .filter((row) => !row.some((cell) => cell === "※"))
    .map((row) => documentRow(row, roles, columns));
  return { key, number, title, columns, rows, note: sample.note === null ? null : text(sample.rows[sample.note]?.[0]) };
}

function documentRow(row: readonly Value[], roles: readonly Role[], columns: readonly DocumentColumn[]): DocumentRow {
  const at = (role: Role): string => text(row[roles.indexOf(role)]);
  const has = (role: Role): boolean => roles.includes(role);
  const labels = roles.flatMap((role, column) => (role === "amount" ? [] : [text(row[column]).replace(/\s/g, "")]));
  const code = ["class", "group", "item"].map((role) => at(role as Role)).join("");
  const total = labels.some((label) => ["总计", "合计", "收入总计"].includes(label));
  const name = has("name") ? at("name") : at("label");
  return {
    total,
    code: code === "" || total ? null : code,
    name: total && name === "" ? (labels.find((label) => label !== "") ?? "") : name,
    project: has("project") && !total && at("project") !== "" ? at("project") : null,
    rightName: has("rightName") && at("rightName") !== "" ? at("rightName") : null,
    amounts: Object.fromEntries(
      columns.flatMap((column, index) => (column.key === null ? [] : [[column.key, typeof row[index] === "number" ? row[index] : null]])),
    ),
  };
}

/** Every sample of the project. */
export const documents: readonly Document[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => {
    const sample = JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as Sample;
    return {
      name: file.replace(".json", ""),
      organisation: sample.organisation,
      kind: sample.kind,
      year: sample.year,
      variant: file.slice(0, 7),
      tables: sample.tables.map((table, index) => documentTable(table, index + 1)),
    };
  });
