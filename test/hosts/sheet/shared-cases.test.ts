import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { readWorkbook } from "../../../src/hosts/file/read-workbook";
import type { Spreadsheet } from "../../../src/hosts/sheet/spreadsheet";
import { faceless, handAt, openDoor } from "./support";

const folder = path.join(__dirname, "../../../../shared/cases/files");
const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(f0|f1|v|m0|rich|s01|g01|e01).*\.xls[xm]$/.test(file)) : [];

/** What may change when one cell does: its sheet, and what tells Excel to calculate anew. */
const MAY_CHANGE = /worksheets[/\\]sheet\d+\.xml$|workbook\.xml$|calcChain|\[Content_Types\]|workbook\.xml\.rels$/i;

let spreadsheet: Spreadsheet;
beforeAll(() => {
  spreadsheet = faceless();
});
afterAll(() => spreadsheet.dispose());

const describeFiles = files.length > 0 ? describe : describe.skip;
describeFiles("one cell changed in a package of its own kind", () => {
  it.each(files)("%s keeps every other part", async (file) => {
    const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
    const door = await openDoor(spreadsheet, bytes, file);
    const [, sheet] = door.workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    await handAt(spreadsheet, door).enter({ sheet: sheet.name, row: 40, column: 2 }, 1219.53);
    await handAt(spreadsheet, door).enter({ sheet: sheet.name, row: 6, column: 1 }, "改<过>的\n两行");
    const saved = await door.saveAs();
    const before = unzipSync(bytes);
    const after = unzipSync(saved);
    const changed = Object.keys(before).filter(
      (part) => !part.endsWith("/") && Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(after[part] ?? [])) !== 0,
    );
    expect(changed.filter((part) => !MAY_CHANGE.test(part))).toEqual([]);
    expect(changed.filter((part) => /worksheets/.test(part))).toHaveLength(1);
    expect(Object.keys(after).filter((part) => !(part in before))).toEqual([]);
    const [, read] = (await readWorkbook(saved, file)).sheets;
    const at = (row: number, column: number): unknown => read?.values[row - read.top]?.[column - read.left];
    expect([at(40, 2), at(6, 1)]).toEqual([1219.53, "改<过>的\n两行"]);
    const was = sheet.values
      .flatMap((line, r) => line.map((value, c) => [sheet.top + r, sheet.left + c, value] as const))
      .filter(
        ([row, column, value]) =>
          value !== null && !(row === 6 && column === 1) && sheet.formulas[row - sheet.top]?.[column - sheet.left] === undefined,
      );
    expect(was.map(([row, column]) => at(row, column))).toEqual(was.map(([, , value]) => value));
  });
});
