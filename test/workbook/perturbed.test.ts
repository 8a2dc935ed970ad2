import { Exact } from "../../src/amount/exact";
import { normalise } from "../../src/text/wording";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Row, Table } from "../../src/workbook/recognised";
import { depth } from "../support/depth";
import type { ExpectedRow } from "./perturbed/body-rows";
import { documents, type Document } from "./perturbed/document";
import { alone, combinations, describeLayout, published, type Layout } from "./perturbed/layout";
import { render } from "./perturbed/render";

const COMBINATIONS = depth(360, 120);

/** A reading as the published figure: exact decimals, "" for blank. */
function readBack(table: Table, row: Row, column: string): string {
  const reading = table.read(row, column);
  if (reading === undefined) return "absent";
  if (reading.kind === "amount") return reading.shown.toString();
  return reading.kind === "blank" ? "" : reading.kind;
}

const amountText = (text: string): string => Exact.parse(text)?.toString() ?? text;

function expectedText(row: ExpectedRow): string {
  return [
    row.kind,
    row.code ?? "",
    normalise(row.name),
    row.project ?? "",
    ...Object.entries(row.amounts).map(([key, amount]) => `${key}=${amountText(amount)}`),
  ].join(" | ");
}

function foundText(table: Table, row: Row, columns: readonly string[]): string {
  return [
    row.kind,
    row.code ?? "",
    normalise(row.name),
    row.project ?? "",
    ...columns.map((key) => `${key}=${readBack(table, row, key)}`),
  ].join(" | ");
}

function rowsOf(table: Table, side: "left" | "right"): readonly Row[] {
  return table.rows.filter((row) => row.side === side && row.kind !== "other");
}

function readsBack(document: Document, layout: Layout): void {
  const { workbook, expected } = render(document, layout);
  const found = recogniseWorkbook(workbook);
  expect(found.organisation).toBe(document.organisation);
  expect(found.organisationKind).toBe(document.kind);
  expect(found.year).toBe(document.year);
  expect(found.template.id).toBe(document.variant);
  expect(found.missing).toEqual([]);
  expect([...found.tables.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, meant] of expected) {
    const table = found.tables.get(key);
    if (!table) throw new Error(`${key} is missing`);
    expect(table.label).toBe(`表${String(meant.number)}`);
    expect({ table: table.label, columns: [...table.columns.keys()].sort() }).toEqual({
      table: table.label,
      columns: [...meant.columns].sort(),
    });
    for (const side of ["left", "right"] as const) {
      const rows = meant[side];
      if (rows.length === 0 && side === "left") continue;
      expect([table.label, ...rowsOf(table, side).map((row) => foundText(table, row, Object.keys(rows[0]?.amounts ?? {})))]).toEqual([
        table.label,
        ...rows.map(expectedText),
      ]);
    }
  }
}

describe.each(documents)("$name", (document) => {
  test("as published", () => readsBack(document, published));
  test.each(alone)("$what", ({ layout }) => readsBack(document, layout));
});

describe("random combinations", () => {
  const layouts = combinations(COMBINATIONS, 20261121);
  test.each(
    layouts.map(
      (layout, index) => [`${documents[index % documents.length]?.name ?? ""} ${describeLayout(layout)}`, layout, index] as const,
    ),
  )("%s", (_, layout, index) => {
    const document = documents[index % documents.length];
    if (document) readsBack(document, layout);
  });
});
