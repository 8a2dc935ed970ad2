import { tables as catalogue } from "../templates/xinjiang/tables/index";
import { normalisedTitles, type TableKey } from "../templates/define";
import { variants, type OrganisationKind, type VariantId } from "../templates/xinjiang/variants";
import { normalise, normaliseLabel } from "../text/wording";
import type { PlainWorkbook } from "./plain";
import type { Parts, RawTables } from "./read-table";

/** A template decided from what the workbook says, with the reasons. */
export interface VariantFinding {
  readonly variant: VariantId;
  readonly evidence: readonly string[];
}

/** What the features look at, taken from the tables once. */
interface Said {
  readonly tables: RawTables;
  readonly year: number | null;
  readonly kind: OrganisationKind;
  /** Headings of amount columns, and all headings, normalised. */
  readonly heads: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Labels of tables 1 and 10, and class codes of 表1. */
  readonly labels: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** A cover or list of contents names the table of commissioned services. */
  readonly listsCommissioned: boolean;
}

interface Feature {
  readonly why: string | ((said: Said) => string);
  readonly weight: number;
  readonly of: readonly VariantId[];
  readonly holds: (said: Said) => boolean;
}

const since2025: readonly VariantId[] = ["2026-12", "2026-11", "2025-11"];
const eleven: readonly VariantId[] = ["2026-11", "2025-11"];
const notTwelve: readonly VariantId[] = ["2026-11", "2025-11", "2023-10"];
const number = (said: Said, key: TableKey): number | null => said.tables.get(key)?.candidate.above.number ?? null;
const fund = (said: Said): Parts | undefined => said.tables.get("funds") ?? said.tables.get("stateCapital");

/** The templates' own features (rules.md D1); the year settles what they leave open. */
const features: readonly Feature[] = [
  { weight: 8, of: ["2026-12"], why: "有“财政拨款委托业务费支出情况表”", holds: (said) => said.tables.has("commissioned") },
  { weight: 5, of: ["2026-12"], why: "目录列有“财政拨款委托业务费支出情况表”", holds: (said) => !said.tables.has("commissioned") && said.listsCommissioned },
  { weight: 3, of: since2025, why: "有“上年结转结余”表", holds: (said) => said.tables.has("carriedOver") },
  { weight: 5, of: ["2026-12"], why: "上年结转结余表印作“表12”", holds: (said) => number(said, "carriedOver") === 12 },
  { weight: 5, of: eleven, why: "上年结转结余表印作“表11”", holds: (said) => number(said, "carriedOver") === 11 },
  { weight: 4, of: eleven, why: "“上年结转结余情况明细表”", holds: (said) => said.tables.get("carriedOver")?.candidate.title?.bare.includes("明细") === true },
  { weight: 2, of: since2025, why: "表8分列人员经费、公用经费", holds: (said) => fund(said)?.columns.has("人员经费") === true },
  { weight: 3, of: ["2023-10"], why: "表8不分列人员经费、公用经费", holds: (said) => fund(said)?.columns.has("人员经费") === false },
  { weight: 4, of: ["2023-10"], why: "表1写作“基金预算拨款”", holds: (said) => said.labels.has("基金预算拨款") },
  { weight: 2, of: ["2023-10"], why: "表7写作“社会保障补助”", holds: (said) => said.heads.has("社会保障补助") },
  { weight: 3, of: ["2023-10"], why: "空表句以“备注”开头", holds: (said) => [...said.tables.values()].some((part) => part.facts.note?.text.startsWith("备注") === true) },
  { weight: 1, of: ["2026-12"], why: "表2没有上级国有资本经营预算列", holds: (said) => said.tables.get("income")?.columns.has("上级国有资本经营预算转移支付") === false },
  { weight: 1, of: ["2026-12"], why: "科目编码列写作“科目代码”", holds: (said) => said.words.has("科目代码") },
  { weight: 1, of: notTwelve, why: "科目编码列写作“分类科目编码”", holds: (said) => said.words.has("功能分类科目编码") },
  { weight: 1, of: ["2026-12", "2023-10"], why: "表1列有234类", holds: (said) => said.classes.has("234") },
  { weight: 1, of: eleven, why: "表1没有234类", holds: (said) => said.classes.has("233") && !said.classes.has("234") },
  { weight: 2, of: ["2026-12"], why: "表10写作“运行维护费”", holds: (said) => said.labels.has("公务用车购置及运行维护费(小计)") },
  { weight: 2, of: notTwelve, why: "表10写作“公务用车运行费”", holds: (said) => said.labels.has("公务用车购置及运行费(小计)") },
  { weight: 3, of: ["2026-12", "2026-11"], why: yearWhy, holds: ({ year }) => year !== null && year >= 2026 },
  { weight: 3, of: ["2025-11"], why: yearWhy, holds: ({ year }) => year === 2024 || year === 2025 },
  { weight: 3, of: ["2023-10"], why: yearWhy, holds: ({ year }) => year !== null && year < 2024 },
  { weight: 0.5, of: ["2025-11"], why: "没有写年度，由单位编制", holds: ({ year, kind }) => year === null && kind === "单位" },
];

function yearWhy({ year }: Said): string {
  return `${year ?? ""}年度`;
}

/** Decides the template by its own features, not by the year alone. */
export function findVariant(tables: RawTables, year: number | null, kind: OrganisationKind, workbook: PlainWorkbook): VariantFinding {
  const said = listen(tables, year, kind, workbook);
  const met = features.filter((feature) => feature.holds(said));
  const score = (id: VariantId): number => met.reduce((sum, { of, weight }) => sum + (of.includes(id) ? weight : 0), 0);
  const variant = Object.values(variants).reduce<VariantId>((best, { id }) => (score(id) > score(best) ? id : best), "2026-12");
  return { variant, evidence: met.filter(({ of }) => of.includes(variant)).map(({ why }) => (typeof why === "string" ? why : why(said))) };
}

function listen(tables: RawTables, year: number | null, kind: OrganisationKind, workbook: PlainWorkbook): Said {
  const parts = [...tables.values()];
  const rows = (key: TableKey): Parts["rows"] => tables.get(key)?.rows ?? [];
  return {
    tables,
    year,
    kind,
    heads: new Set(parts.flatMap((part) => [...part.columns.values()].map((column) => normalise(column.heading)))),
    words: new Set(parts.flatMap((part) => part.candidate.block.columns.flatMap((column) => column.stack))),
    labels: new Set([...rows("overview").filter((row) => row.side === "left"), ...rows("threePublic")].map((row) => normaliseLabel(row.name))),
    classes: new Set(rows("overview").flatMap((row) => (row.code === null ? [] : [row.code]))),
    listsCommissioned: listsCommissioned(tables, workbook),
  };
}

const COMMISSIONED = normalisedTitles(catalogue.commissioned);
/** A list of contents is short. */
const ROWS = 60;

function listsCommissioned(tables: RawTables, workbook: PlainWorkbook): boolean {
  const used = new Set([...tables.values()].map((part) => part.candidate.block.sheet));
  return workbook.sheets.some(
    (sheet) => !used.has(sheet) && sheet.values.slice(0, ROWS).some((row) => row.some((cell) => typeof cell === "string" && cell.length < 80 && COMMISSIONED.some((title) => normalise(cell).includes(title)))),
  );
}
