import { blankTables } from "../../src/blank/blank-tables";
import { requestedTemplate, templateDrafts } from "../../src/book/blank-workbook";
import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Identity } from "../../src/checks/language/expression";
import { draftSheet } from "../../src/hosts/file/draft-sheet";
import { templateOf } from "../../src/templates/family";
import { houses, rulesOf } from "../../src/templates/houses";
import type { SheetDraft } from "../../src/workbook/draft";
import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import type { Recognised } from "../../src/workbook/recognised";

const INPUTS = ["填报-基本信息", "填报-上年对比", "填报-文字说明", "填报-项目说明", "填报-其他事项"];

/** Every form of every family, in the year it is named by. */
const forms = houses.flatMap(({ family }) =>
  family.forms.flatMap((form) => (["部门", "单位"] as const).map((kind) => [form.id, kind, templateOf(family, form)] as const)),
);

const workbook = (drafts: readonly SheetDraft[]): PlainWorkbook => ({ name: "t", sheets: drafts.map((draft) => draftSheet(draft)) });

/** What is written into the cells of a sheet that was filled in; null where the form's own words or formulas stand. */
type Filling = (row: number, column: number) => string | number | null;

/** A sheet as one that was filled in and not yet calculated. */
function filledIn(draft: SheetDraft): PlainSheet {
  const filling = fillingOf(draft);
  const values = draft.rows.map(({ cells }, row) =>
    cells.map(({ value, formula }, column) => {
      if (formula !== undefined) return null;
      if (typeof value === "string" && /^(?:编制)?(?:部门|单位)：$/.test(value)) return `${value}某某局`;
      return value ?? (row < draft.frozenRows ? null : filling(row, column));
    }),
  );
  return { ...draftSheet(draft), values };
}

const headsOf = (draft: SheetDraft): readonly string[] =>
  draft.rows.slice(0, draft.frozenRows).flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === "string" ? [value] : [])));

function fillingOf(draft: SheetDraft): Filling {
  const heads = headsOf(draft);
  const body = draft.rows.flatMap(({ cells }, row) =>
    row >= draft.frozenRows && cells.every(({ value }) => typeof value !== "string") ? [row] : [],
  );
  const cellAt = (row: number, column: number): string | undefined => draft.rows[row]?.cells[column]?.style;
  const parts = heads.filter((head) => ["类", "款", "项"].includes(head)).length;
  const coded = parts > 0 || heads.includes("科目编码") || heads.includes("功能科目编码");
  if (coded) return subjects(draft, heads, body, parts);
  const grouped = cellAt(draft.frozenRows, 1) === "label" && draft.rows[0]?.cells.length === 3;
  if (grouped)
    return (row, column) =>
      column === 2 ? 1 : (body.indexOf(row) % 2 === 0) === (column === 0) ? "某某资金" : column === 1 ? "小计" : null;
  const named = heads.includes("项目名称") || heads.includes("项目");
  const panels = (draft.rows[draft.frozenRows]?.cells ?? []).filter(({ style }) => style === "label").length > 1;
  return (row, column) => {
    if (cellAt(row, column) === "inputAmount")
      return panels && cellAt(row, column - 1) === "label" && draft.rows[row]?.cells[column - 1]?.value === null ? 0.25 : 1;
    return named && !panels && column === 0 ? (row === body[0] ? "某某局" : `项目${String(row)}`) : null;
  };
}

/** A class, its group and its item, all with the same amounts. */
function subjects(draft: SheetDraft, heads: readonly string[], body: readonly number[], parts: number): Filling {
  const economic = parts === 2 || heads.some((head) => /基本支出预算表|机关运行经费支出预算表/.test(head));
  const codes = economic ? ["301", "01"] : ["201", "01", "01"];
  const names = economic ? ["工资福利支出", "基本工资"] : ["一般公共服务支出", "人大事务", "行政运行"];
  const nameColumn = Math.max(1, parts);
  return (row, column) => {
    const place = body.indexOf(row);
    if (place < 0 || place >= codes.length) return null;
    if (column < nameColumn) return parts > 0 ? (column <= place ? (codes[column] ?? null) : null) : codes.slice(0, place + 1).join("");
    if (column === nameColumn) return names[place] ?? null;
    if (draft.rows[row]?.cells[column]?.style === "inputAmount") return 1;
    return place === codes.length - 1 ? "甲项目" : null;
  };
}

/** Of one table, and a sum: that income equals expenditure is for the office to see to. */
function isSum({ left, right }: Identity): boolean {
  return new Set([...left, ...right].map(({ table }) => table)).size === 1 && (right.length > 1 || right[0]?.sum === true);
}

describe.each(forms)("the blank workbook of %s for a %s", (id, kind, template) => {
  const drafts = blankTables(template, rulesOf(template), Number.parseInt(id, 10), kind);
  const recognised: Recognised = recogniseWorkbook(workbook(drafts));

  test("is recognised as what it is, every table and every column", () => {
    expect(recognised).toMatchObject({ template: { family: template.family, id }, missing: [], unit: template.unit });
    expect([...recognised.tables.keys()].sort()).toEqual(template.tables.map(({ key }) => key).sort());
    for (const { label, facts } of recognised.tables.values())
      expect([label, facts.missingColumns, facts.unknownColumns]).toEqual([label, [], []]);
  });

  test("has every total as a formula", () => {
    for (const table of recognised.tables.values()) {
      const total = table.total();
      expect([table.label, total?.kind]).toEqual([table.label, "total"]);
      for (const [key] of table.columns) {
        const cell = total && table.cell(total, key);
        const drawn = cell && drafts.find(({ name }) => name === cell.sheet)?.rows[cell.row]?.cells[cell.column];
        // One row of amounts is itself to be filled in, but for its total; a panel without a total has a blank there.
        if (
          !drawn ||
          drawn.style === "label" ||
          table.spec.columns[key]?.side === "left" ||
          [table.spec.layout, ...template.totalOnly].some((one) => one === "totalOnly" || one === table.spec.key)
        )
          continue;
        expect([cell.sheet, key, drawn.formula]).toEqual([cell.sheet, key, expect.stringMatching(/^=(?:SUM|SUMPRODUCT)\(/)]);
      }
    }
  });

  test("merged areas lie within their sheet and do not overlap", () => {
    // A title over its whole table at least.
    expect(drafts.slice(0, template.tables.length).filter(({ merges }) => merges.length === 0)).toEqual([]);
    for (const { merges, rows } of drafts) {
      const seen = new Set<string>();
      for (const { top, left, bottom, right } of merges) {
        expect(bottom).toBeLessThan(rows.length);
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++) {
            expect(seen.has(`${String(row)},${String(column)}`)).toBe(false);
            seen.add(`${String(row)},${String(column)}`);
          }
      }
    }
  });

  test("filled in, its formulas make the sums within each table hold", () => {
    const filled = recogniseWorkbook({ name: "t", sheets: drafts.map(filledIn) });
    const within = rulesOf(template).filter((rule) => rule.kind === "identity" && isSum(rule.identity));
    const { counts, findings } = checkWorkbook(filled, within);
    expect(
      findings
        .filter(({ verdict, severity }) => verdict === "broken" && severity === "error")
        .map(({ id: rule, message }) => `${rule} ${message}`),
    ).toEqual([]);
    expect(counts.holds).toBeGreaterThan(within.length);
  });
});

describe.each([
  [12, "部门", 2027, "2026-12"],
  [11, "单位", 2027, "2026-11"],
  [11, "部门", 2025, "2025-11"],
  [10, "部门", 2023, "2023-10"],
] as const)("%s tables for a %s of %s", (tables, kind, year, id) => {
  const drafts = templateDrafts({ year, kind, tables });
  test("is the form in force, with the five 填报 sheets", () => {
    const recognised = recogniseWorkbook(workbook(drafts));
    expect(recognised).toMatchObject({ template: { id }, organisationKind: kind, year });
    expect(drafts.slice(tables).map(({ name }) => name)).toEqual(INPUTS);
  });
});

test("a year before the first form has the first", () =>
  expect(requestedTemplate({ year: 2019, kind: "部门", tables: 11 })?.id).toBe("2025-11"));

test("a form that no family has is none", () => {
  expect(requestedTemplate({ year: 2026, kind: "部门", tables: 7 })).toBeNull();
  expect(requestedTemplate({ year: 2026, kind: "部门", tables: 9, family: "atlantis" })).toBeNull();
  expect(templateDrafts({ year: 2026, kind: "部门", tables: 7 })).toEqual([]);
});

// As published: what the labels, headings and sentences of each form are (docs/rules.md D1; the official blank workbook of Shanghai).
const cellsOf = (family: string, tables: number, year: number, kind: "部门" | "单位"): readonly string[] =>
  templateDrafts({ year, kind, tables, family }).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === "string" ? [value] : []))),
  );

test.each([
  [
    "xinjiang",
    12,
    2026,
    [
      "科目代码",
      "因公出国（境）费用",
      "公务用车购置及运行维护费（小计）",
      "其中：公务用车购置",
      "234 抗疫特别国债安排的支出",
      "2026年没有上年结转结余预算安排的支出，上年结转结余情况表为空表。",
    ],
    ["功能分类科目编码", "上级国有资本经营预算安排的转移支付"],
  ],
  [
    "xinjiang",
    11,
    2026,
    ["功能分类科目编码", "功能分类", "因公出国（境）费", "公务用车运行费", "上年结转结余情况明细表", "上级国有资本经营预算安排的转移支付"],
    ["234 抗疫特别国债安排的支出", "科目代码"],
  ],
  ["xinjiang", 10, 2023, ["备注：2023年没有使用政府性基金预算拨款安排的支出，此表为空表。"], ["上年结转结余情况明细表"]],
  [
    "shanghai",
    9,
    2026,
    ["2026年部门财务收支预算总表", "单位：元", "单位：万元", "一、财政拨款收入", "部门预算经济分类科目编码", "“三公”经费预算数"],
    ["表1", "人员经费 "],
  ],
  ["jiangsu", 12, 2019, ["公开01表", "收支预算总表", "三、单位预留机动经费", "功能科目编码", "一、货物A"], ["表一"]],
  ["jiangsu", 12, 2017, ["表一", "表七"], ["公开01表"]],
] as const)("%s %s of %s prints its own words", (family, tables, year, has, lacks) => {
  const words = cellsOf(family, tables, year, "部门");
  expect(has.filter((word) => !words.includes(word))).toEqual([]);
  expect(lacks.filter((word) => words.includes(word))).toEqual([]);
});
