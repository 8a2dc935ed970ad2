import { form, tableKeys, tableSpecs } from "../support/xinjiang";
import { normalisedTitles } from "../../src/templates/define";
import { printed } from "../../src/templates/family";
import { forms } from "../../src/templates/xinjiang/forms";
import { isTotalLabel, normalise, normaliseLabel, printable, quoted } from "../../src/text/wording";

test("no title names two tables", () => {
  const titles = tableSpecs.flatMap((spec) => normalisedTitles(spec).map((title) => [title, spec.key] as const));
  expect(titles.length).toBe(new Map(titles).size);
});

test.each(tableSpecs)("表$key: no heading is claimed by two columns of one group and side", (spec) => {
  const claimed = Object.values(spec.columns).flatMap((column) =>
    column.heads.map((head) => [normalise(head), column.side ?? "", ...(column.under ?? [])].join("/")),
  );
  expect(claimed.length).toBe(new Set(claimed).size);
});

test.each(tableSpecs)("表$key: no label is claimed by two lines of one section", (spec) => {
  const claimed = Object.values(spec.lines).flatMap((line) => line.labels.map((label) => `${line.section ?? ""}/${normaliseLabel(label)}`));
  expect(claimed.length).toBe(new Set(claimed).size);
});

// docs/rules.md D1: the last tables of each template.
test.each([
  ["2026-12", "carriedOver", 12],
  ["2026-12", "commissioned", 11],
  ["2026-11", "carriedOver", 11],
  ["2026-11", "commissioned", null],
  ["2025-11", "carriedOver", 11],
  ["2023-10", "threePublic", 10],
  ["2023-10", "carriedOver", null],
] as const)("%s prints %s as 表%s", (variant, key, number) => expect(printed(form(variant), key)?.number ?? null).toBe(number));

test("every template prints only known tables, each once", () => {
  for (const { order } of forms) {
    expect(order.length).toBe(new Set(order).size);
    expect(order.every((key) => tableKeys.includes(key))).toBe(true);
  }
});

// docs/checks.md S10.
test.each(["总计", "合计", "合 计", "收入总计", "收 入 总 计", "支出总计", "合计：", "总　计"])("%s labels a total", (label) =>
  expect(isTotalLabel(normalise(label))).toBe(true),
);
test.each(["小计", "财政拨款小计", "总计划", "本年收入合计", ""])("%s labels none", (label) =>
  expect(isTotalLabel(normalise(label))).toBe(false),
);

test.each([
  ["财政拨款（补助）小计", "财政拨款(补助)小计"],
  ["项目支出\r\n合计", "项目支出合计"],
  ["“三公”经费", "三公经费"],
  ["１２３４５", "12345"],
  ["克州——合作", "克州-合作"],
])("%s is the same word as %s", (a, b) => expect(normalise(a)).toBe(normalise(b)));

test.each([
  ["收 入 总 计", "收入总计"],
  ["项目支出\n合计", "项目支出合计"],
  ["  A  B ", "A B"],
])("%j is printed as %s", (raw, text) => expect(printable(raw)).toBe(text));

test("quotation marks within quotation marks are single", () => expect(quoted("“三公”经费·公务接待费")).toBe("“‘三公’经费·公务接待费”"));
