import type { IStyleData, IWorkbookData, LocaleType } from "@univerjs/core";
import type { PlainSheet } from "../../../workbook/plain";
import type { BookLook } from "../look/look";
import { withoutPrefixes } from "./formulas";
import { sheetData, styleName, type CanCalculate } from "./sheet-data";

/** Where the spreadsheet keeps names, and how it says that all sheets know one. */
const NAMES = "SHEET_DEFINED_NAME_PLUGIN";
const EVERYWHERE = "AllDefaultWorkbook";

export const sheetId = (position: number): string => `sheet-${String(position)}`;

/** The opened workbook as the spreadsheet takes it; sheets are named by their position in the file. */
export function workbookData(
  id: string,
  name: string,
  sheets: readonly PlainSheet[],
  look: BookLook,
  canCalculate: CanCalculate,
): IWorkbookData {
  const names = look.names.map((defined, i) => {
    const known = `name-${String(i)}`;
    return [
      known,
      {
        id: known,
        name: defined.name,
        formulaOrRefString: withoutPrefixes(defined.formula),
        localSheetId: defined.sheet === null ? EVERYWHERE : sheetId(defined.sheet),
      },
    ] as const;
  });
  const looks = new Map(look.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    id,
    name,
    appVersion: "0.25.1",
    locale: "zhCN" as LocaleType,
    styles: Object.fromEntries(look.formats.map(({ style }, format) => [styleName(format), style])),
    ...(look.formats[0] && { defaultStyle: defaultStyle(look.formats[0].style) }),
    sheetOrder: sheets.map((_, position) => sheetId(position)),
    sheets: Object.fromEntries(
      sheets.map((sheet, position) => [sheetId(position), sheetData(sheetId(position), sheet, looks.get(sheet.name), look, canCalculate)]),
    ),
    resources: [{ name: NAMES, data: JSON.stringify(Object.fromEntries(names)) }],
  };
}

/** What cells that state nothing look like: the first format's font, at the bottom of the cell. */
const defaultStyle = ({ ff, fs }: IStyleData): IStyleData => ({ ...(ff && { ff }), ...(fs !== undefined && { fs }), vt: 3 });
