import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { Exact } from "../../src/amount/exact";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Recognised, Table } from "../../src/workbook/recognised";
import type { CellValue } from "../../src/workbook/plain";

const SHARED = path.resolve(__dirname, "../../../shared");
const present = existsSync(SHARED);
const files = present
  ? ["workbooks", "workbooks/variants"].flatMap((dir) =>
      readdirSync(path.join(SHARED, dir))
        .filter((name) => /\.(xlsx?|ods|et)$/.test(name))
        .map((name) => path.join(SHARED, dir, name)),
    )
  : [];

interface GoldenTable {
  no: string;
  title: string;
  amountCols: number[];
  codeCols: number[];
  bodyRows: [number, number] | null;
  totalRow: number | null;
  rows: CellValue[][];
}

/** Golden rows as "what the row is" -> its amounts, in document order: the same rows must be read, whatever their place. */
function goldenRows(table: GoldenTable): string[] {
  if (!table.bodyRows) return [];
  const [first, last] = table.bodyRows;
  return table.rows
    .slice(first, last + 1)
    .map((row) => table.amountCols.map((column) => (row[column] === null ? "" : Exact.ofDouble(Number(row[column])).toString())).join("|"));
}

function readRows(table: Table): string[] {
  const columns = [...table.columns.keys()];
  const byPosition = new Map<number, string[]>();
  for (const row of table.rows) {
    if (row.kind === "other") continue;
    const cells = byPosition.get(row.position) ?? columns.map(() => "");
    columns.forEach((column, index) => {
      const reading = table.read(row, column);
      if (reading?.kind === "amount") cells[index] = reading.stored.toString();
      else if (reading?.kind === "text") cells[index] = `text:${reading.text}`;
    });
    byPosition.set(row.position, cells);
  }
  return [...byPosition].sort(([a], [b]) => a - b).map(([, cells]) => cells.join("|"));
}

async function open(file: string): Promise<Recognised> {
  return recogniseWorkbook(await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file)));
}

const describeShared = present ? describe : describe.skip;
describeShared("published workbooks in every layout read back cell by cell", () => {
  test.each(files.map((file) => [path.basename(file), file]))("%s", async (name, file) => {
    const golden = JSON.parse(
      readFileSync(path.join(SHARED, "golden", `${name.startsWith("002r") ? "002r" : name.slice(0, 3)}.tables.json`), "utf8"),
    ) as { tables: Record<string, GoldenTable>; meta: { year: number; org: string } };
    const found = await open(file);
    expect(found.organisation).toBe(golden.meta.org);
    expect(found.year).toBe(golden.meta.year);
    expect([...found.tables.values()].map((table) => table.label)).toEqual(Object.values(golden.tables).map((table) => table.no));
    for (const expected of Object.values(golden.tables)) {
      const table = [...found.tables.values()].find((candidate) => candidate.label === expected.no);
      if (!table) throw new Error(`${expected.no} not found`);
      const mine = readRows(table);
      const theirs = goldenRows(expected);
      if (name.includes("total-")) expect([...mine].sort()).toEqual([...theirs].sort());
      else expect(mine).toEqual(theirs);
    }
  });
});
