import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from "react";
import { columnLetters, type CellRef } from "../../amount/cell-ref";
import type { PlainSheet } from "../../workbook/plain";
import { useCommands, usePane, usePaneState } from "../pane-context";
import { cellText, formatAt, valueAt } from "../store/peek";
import { GridRow } from "./grid-row";
import { columnWidths, extentOf, HEAD_WIDTH, ROW_HEIGHT } from "./layout";

/** One sheet, drawn only where it is in view. Arrows move, Enter or a letter edits, Enter writes. */
export function Grid({ sheet, selection }: { sheet: PlainSheet; selection: readonly CellRef[] }): JSX.Element {
  const { store } = usePane();
  const { editCell } = useCommands();
  const marks = usePaneState((state) => state.marks);
  const [editing, setEditing] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const extent = useMemo(() => extentOf(sheet), [sheet]);
  const widths = useMemo(() => columnWidths(sheet, extent.columns), [sheet, extent]);
  const rows = useVirtualizer({ count: extent.rows, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 8, paddingStart: ROW_HEIGHT, scrollPaddingStart: ROW_HEIGHT });
  const columns = useVirtualizer({ horizontal: true, count: extent.columns, getScrollElement: () => scroller.current, estimateSize: (index) => widths[index] ?? 0, overscan: 3, paddingStart: HEAD_WIDTH, scrollPaddingStart: HEAD_WIDTH });
  const here = selection.filter((cell) => cell.sheet === sheet.name);
  const [active] = here;
  const row = active?.row;
  const column = active?.column;
  useEffect(() => {
    if (row === undefined || column === undefined) return;
    rows.scrollToIndex(Math.min(row, extent.rows - 1), { align: "auto" });
    columns.scrollToIndex(Math.min(column, extent.columns - 1), { align: "auto" });
  }, [row, column, rows, columns, extent]);

  const select = (to: { readonly row: number; readonly column: number }): void => store.dispatch({ type: "selected", cells: [{ sheet: sheet.name, row: to.row, column: to.column }] });
  const move = (down: number, right: number): void => {
    const from = active ?? { row: 0, column: 0 };
    select({ row: clamp(from.row + down, extent.rows), column: clamp(from.column + right, extent.columns) });
  };
  const commit = (text: string): void => {
    setEditing(null);
    if (active) editCell(active, text);
    scroller.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (editing !== null) return;
    const step = steps[event.key];
    if (step) move(step[0], step[1]);
    else if ((event.key === "Enter" || event.key === "F2") && active) setEditing(currentText(sheet, active));
    else if (event.key === "Delete" && active) editCell(active, "");
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && active) setEditing(event.key === " " ? "" : event.key);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className="grid" role="grid" tabIndex={0} aria-label={`工作表 ${sheet.name}`} aria-rowcount={extent.rows} aria-colcount={extent.columns}
      {...(active && { "aria-activedescendant": `cell-${active.row}-${active.column}` })} onKeyDown={press}>
      <div className="grid-size" role="presentation" style={{ height: rows.getTotalSize(), width: columns.getTotalSize() }}>
        <div className="grid-columns" role="row" aria-rowindex={1}>
          <span className="grid-corner" role="columnheader"><span className="unseen">行号</span></span>
          {columns.getVirtualItems().map((item) => (
            <span key={item.key} role="columnheader" className={`grid-head${item.index === column ? " on" : ""}`} style={{ left: item.start, width: item.size }}>{columnLetters(item.index)}</span>
          ))}
        </div>
        {rows.getVirtualItems().map((item) => (
          <GridRow key={item.key} sheet={sheet} row={item.index} top={item.start} columns={columns.getVirtualItems()} widths={widths} selected={here} marks={marks}
            editing={item.index === row ? editing : null} onSelect={select} onEdit={(at) => setEditing(currentText(sheet, at))} onCommit={(text) => { commit(text); move(1, 0); }} onCancel={() => { setEditing(null); scroller.current?.focus(); }} />
        ))}
      </div>
    </div>
  );
}

const steps: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageDown: [20, 0], PageUp: [-20, 0],
};

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** What the cell says, as it would be typed. */
function currentText(sheet: PlainSheet, at: { readonly row: number; readonly column: number }): string {
  const value = valueAt(sheet, at.row, at.column);
  return typeof value === "number" ? String(value) : cellText(value, formatAt(sheet, at.row, at.column));
}
