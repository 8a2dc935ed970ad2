import type { DraftArea } from "../../../workbook/draft";
import type { PlainWorkbook } from "../../../workbook/plain";
import { asPackage } from "../../file/convert";
import { children, elements, Package } from "../../file/save/package";
import { ownSheets } from "../../file/save/own-sheets";
import { mainPart, sheetParts } from "../../file/save/save-workbook";
import { areaOf } from "../../file/xlsx/place";
import { asUtf8 } from "../../file/xml/encoding";
import { nextTag } from "../../file/xml/scan";
import { OWN_SHEET } from "../../own-sheet";
import { themeColours } from "./colours";
import { readFormats } from "./formats";
import type { BookLook, DefinedName, SheetLook } from "./look";
import { readSheetLook } from "./sheet";

/** The last row and column of each sheet that hold something, by its name. */
const usedAreas = (workbook: PlainWorkbook): ReadonlyMap<string, { readonly rows: number; readonly columns: number }> =>
  new Map(
    workbook.sheets.map(({ name, top, left, values }) => [
      name,
      { rows: top + values.length, columns: left + values.reduce((most, row) => Math.max(most, row.length), 0) },
    ]),
  );

/** The heading rows of the tables on a sheet. */
function headingsOf(file: Package, part: string): readonly DraftArea[] {
  return file.relations(part).flatMap(({ type, path }) => {
    if (type !== "table" || !file.has(path)) return [];
    const table = file.root(path);
    const area = areaOf(table.getAttribute("ref") ?? "");
    return area && table.getAttribute("headerRowCount") !== "0" ? [{ ...area, bottom: area.top }] : [];
  });
}

function definedNames(workbook: Element): readonly DefinedName[] {
  return elements(workbook, "definedName").flatMap((element) => {
    const name = element.getAttribute("name") ?? "";
    const local = element.getAttribute("localSheetId");
    // Names that programs keep for themselves (print areas, filters) are no part of a formula.
    return name === "" || name.startsWith("_xl") || name === OWN_SHEET
      ? []
      : [{ name, formula: element.textContent, sheet: local ? Number(local) : null }];
  });
}

/**
 * How the workbook looks, as far as its sheets are used. Formats that are no package (.xls, .ods, .et, HTML) look as they will when saved as .xlsx.
 * Throws `DoorProblem` where such a file cannot be converted.
 */
export async function readLook(bytes: Uint8Array, name: string, read: PlainWorkbook): Promise<BookLook> {
  const used = usedAreas(read);
  const saved = await asPackage(bytes, name);
  const file = Package.open(saved);
  const workbook = mainPart(file);
  const related = (type: string): string | undefined => file.relations(workbook).find((relation) => relation.type === type)?.path;
  const own = ownSheets(file.root(workbook));
  const sheets = [...sheetParts(file, workbook)].flatMap(([sheet, path], position): SheetLook[] => {
    if (!file.has(path)) return [];
    const part = asUtf8(file.content(path));
    const root = nextTag(part, 0);
    // Charts and dialogs on sheets of their own have no cells.
    return root
      ? [
          {
            ...readSheetLook(part, root, sheet, used.get(sheet) ?? { rows: 0, columns: 0 }, headingsOf(file, path)),
            own: own.has(position),
          },
        ]
      : [];
  });
  const properties = children(file.root(workbook), "workbookPr")[0];
  return {
    formats: readFormats(file, related("styles"), themeColours(file, related("theme"))),
    date1904: ["1", "true"].includes(properties?.getAttribute("date1904") ?? ""),
    names: definedNames(file.root(workbook)),
    sheets,
    source: {
      converted: saved !== bytes,
      // The package itself points at where its signatures begin (ECMA-376 part 2, 12.2.4.2).
      signed: file
        .relations("")
        .some(({ type, element }) => type === "origin" && /digital-signature/.test(element.getAttribute("Type") ?? "")),
      macros: related("vbaProject") !== undefined,
    },
  };
}
