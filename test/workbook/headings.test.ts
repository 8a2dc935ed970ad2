import { blankTables } from "../../src/blank/blank-tables";
import { recogniseWorkbook } from "../../src/book/recognise";
import { draftSheet } from "../../src/hosts/file/draft-sheet";
import { templateOf } from "../../src/templates/family";
import { houses, rulesOf } from "../../src/templates/houses";
import { normalise } from "../../src/text/wording";
import type { PlainWorkbook } from "../../src/workbook/plain";
import type { Table } from "../../src/workbook/recognised";

interface Renamed {
  readonly table: Table;
  readonly key: string;
  readonly head: string;
}

/** The workbook with the heading of one column written as another form prints it. */
function written(workbook: PlainWorkbook, { table, key, head }: Renamed): PlainWorkbook {
  const { heads = [] } = table.spec.columns[key] ?? {};
  const known = heads.map(normalise);
  const position = table.columns.get(key)?.position;
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === table.sheet.name
      ? {
          ...sheet,
          values: sheet.values.map((row) =>
            row.map((value, column) =>
              column === position && typeof value === "string" && known.includes(normalise(value)) ? head : value,
            ),
          ),
        }
      : sheet,
  );
  return { ...workbook, sheets };
}

// The blank workbook of every family in its latest form, its columns called by every heading that they have ever had.
test.each(houses.map(({ family }) => [family.name, family] as const))("%s: a column is found under each of its headings", (_, family) => {
  const [form] = family.forms;
  if (!form) throw new Error(family.id);
  const template = templateOf(family, form);
  const drafts = blankTables(template, rulesOf(template), Number.parseInt(form.id, 10), "部门");
  const workbook: PlainWorkbook = { name: "t", sheets: drafts.map((draft) => draftSheet(draft)) };
  const { tables } = recogniseWorkbook(workbook);
  expect([...tables.keys()].sort()).toEqual([...form.order].sort());
  const renamed = [...tables.values()].flatMap((table) =>
    [...table.columns.keys()].flatMap((key) =>
      (table.spec.columns[key]?.heads ?? []).slice(1).map((head): Renamed => ({ table, key, head })),
    ),
  );
  const lost = renamed.filter((one) => {
    const found = recogniseWorkbook(written(workbook, one)).tables.get(one.table.key);
    return found?.columns.get(one.key)?.position !== one.table.columns.get(one.key)?.position;
  });
  expect(lost.map(({ table, key, head }) => `${table.label} ${key}: ${head}`)).toEqual([]);
});
