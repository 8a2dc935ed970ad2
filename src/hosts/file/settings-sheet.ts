import type { DraftCell, SheetDraft } from "../../workbook/draft";
import type { PlainSheet } from "../../workbook/plain";

/**
 * Settings live on a very hidden sheet of the workbook: unlike custom XML and document properties it survives saving in
 * Excel, WPS and LibreOffice alike, and has no limit that matters. One setting a row: key, then its JSON in pieces that
 * fit a cell.
 */
export const SETTINGS_SHEET = "_预算公开助手";
const PIECE = 30000;

export type Settings = ReadonlyMap<string, unknown>;

/** The settings on the sheet; rows that are not ours or not JSON are passed over. */
export function readSettings(sheet: PlainSheet | undefined): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  for (const [key, ...pieces] of sheet?.values ?? []) {
    if (typeof key !== "string" || pieces.length === 0) continue;
    try {
      settings.set(key, JSON.parse(pieces.map((piece) => (typeof piece === "string" ? piece : "")).join("")) as unknown);
    } catch {
      // A setting that someone has damaged is a setting that is not there.
    }
  }
  return settings;
}

/** The settings as a sheet to write. */
export function settingsDraft(settings: Settings): SheetDraft {
  const cell = (value: string): DraftCell => ({ value, style: "label" });
  const rows = [...settings].map(([key, value]) => {
    const json = JSON.stringify(value);
    const pieces = Array.from({ length: Math.ceil(json.length / PIECE) }, (_, i) => json.slice(i * PIECE, (i + 1) * PIECE));
    return { cells: [key, ...pieces].map(cell) };
  });
  return { name: SETTINGS_SHEET, columnWidths: [20, 60], rows, frozenRows: 0, merges: [], lists: [], landscape: false };
}
