import type { DraftCell, DraftStyle, SheetDraft } from "../workbook/draft";

/** A row of a drafted sheet as a page shows it. line: one text over the whole width; row: a row of the table, with its cells. */
export type SheetLine =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "line"; readonly text: string; readonly style: DraftStyle }
  | { readonly kind: "row"; readonly heading: boolean; readonly cells: readonly DraftCell[] };

/** A drafted sheet's rows, for a page that is no spreadsheet. */
export function sheetLines({ rows }: SheetDraft): readonly SheetLine[] {
  return rows.map(({ cells }): SheetLine => {
    const [first] = cells;
    const text = cellText(first);
    if (first?.style === "title") return { kind: "title", text };
    const alone = cells.slice(1).every(({ value, style }) => value === null && style === "blank");
    if (alone && first && cells.length > 1) return { kind: "line", text, style: first.style };
    return { kind: "row", heading: first?.style === "heading", cells };
  });
}

const AMOUNTS = new Set<DraftStyle>(["amount", "inputAmount"]);

/** What a cell shows: amounts with their thousands. */
export function cellText(cell: DraftCell | undefined): string {
  const value = cell?.value ?? "";
  return cell && typeof value === "number" && AMOUNTS.has(cell.style)
    ? value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : String(value);
}
