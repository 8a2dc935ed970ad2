import { readFileSync } from "node:fs";
import { checkWorkbook } from "../src/book/check";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { recogniseWorkbook } from "../src/book/recognise";
import { slipped } from "../test/checks/row-cases";
import { rewritten } from "../test/checks/cause-cases";
const [file, what] = process.argv.slice(2);
const workbook = await readWorkbook(new Uint8Array(readFileSync(file ?? "")), "x");
const recognised = recogniseWorkbook(workbook);
function show(w: typeof workbook): void {
  const report = checkWorkbook(recogniseWorkbook(w));
  console.log(report.causes.map((c) => c.message), report.suspects.map((s) => s.message), report.suspectsIncomplete);
  for (const f of report.findings.filter((f) => f.verdict === "broken" && f.severity !== "info")) console.log("  ", f.id, f.severity, f.message);
}
if (what === "A6") {
  const table = recognised.tables.get("threePublic");
  if (table) show(rewritten(workbook, { table, rows: [5], columns: [0] }, () => 249.43));
} else {
  const [key, code] = (what ?? "").split(":");
  const table = recognised.tables.get(key as "general");
  const row = table?.withCode(code ?? "")[0];
  if (table && row) show(slipped(workbook, { kind: "deleted", table, row }));
}
