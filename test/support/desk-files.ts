import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseFullAddress } from "../../src/amount/cell-ref";
import { saveWorkbook } from "../../src/hosts/file/save/save-workbook";

const samples = path.resolve("samples");

/** The organisation that each sample names. */
const NAMES = {
  "2026-12": "示例市人民政府办公室",
  "2026-11": "示例州人民政府办公室",
  "2025-11-unit": "示例市信息服务中心",
  "2023-10": "示例市某局",
} as const;

export type Sample = keyof typeof NAMES;

/** A sample's workbook as another office would hand it in: under its own name, and with figures typed over ("表5!E27": 1219.34). */
export async function officeWorkbook(
  sample: Sample,
  organisation: string = NAMES[sample],
  typed: Readonly<Record<string, number | string>> = {},
): Promise<Uint8Array> {
  const parts = unzipSync(readFileSync(path.join(samples, `${sample}.xlsx`)));
  const renamed = Object.entries(parts).map(([name, bytes]) => [
    name,
    name.endsWith(".xml") ? strToU8(strFromU8(bytes).replaceAll(NAMES[sample], organisation)) : bytes,
  ]);
  const bytes = zipSync(Object.fromEntries(renamed) as Record<string, Uint8Array>, { level: 6 });
  if (Object.keys(typed).length === 0) return bytes;
  const edits = new Map<string, { row: number; column: number; content: { kind: "value"; value: number | string } }[]>();
  for (const [at, value] of Object.entries(typed)) {
    const cell = parseFullAddress(at);
    if (!cell) throw new Error(`no cell ${at}`);
    const cells = edits.get(cell.sheet) ?? [];
    edits.set(cell.sheet, cells);
    cells.push({ row: cell.row, column: cell.column, content: { kind: "value", value } });
  }
  return saveWorkbook(bytes, {
    drafts: [],
    edits: new Map([...edits].map(([sheet, cells]) => [sheet, { cells, widths: new Map(), heights: new Map() }])),
    formulaAt: () => undefined,
  });
}
