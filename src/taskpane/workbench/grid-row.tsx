import type { VirtualItem } from "@tanstack/react-virtual";
import { useEffect, useRef, type JSX } from "react";
import { address, type CellRef } from "../../amount/cell-ref";
import type { CellMark } from "../../hosts/door";
import type { PlainSheet } from "../../workbook/plain";
import { cellText, formatAt, valueAt } from "../store/peek";
import { overrun, ROW_HEIGHT } from "./layout";

interface Given {
  readonly sheet: PlainSheet;
  readonly row: number;
  readonly top: number;
  readonly columns: readonly VirtualItem[];
  readonly widths: readonly number[];
  /** Cells selected on this sheet; the first is the active one. */
  readonly selected: readonly CellRef[];
  readonly marks: readonly CellMark[];
  /** The text being edited in this row's active cell. */
  readonly editing: string | null;
  readonly onSelect: (at: { readonly row: number; readonly column: number }) => void;
  readonly onEdit: (at: { readonly row: number; readonly column: number }) => void;
  readonly onCommit: (text: string) => void;
  readonly onCancel: () => void;
}

/** One row of the grid. */
export function GridRow(given: Given): JSX.Element {
  const { sheet, row, top, columns, selected, marks, editing } = given;
  const [active] = selected;
  const rowMarks = marks.filter((mark) => mark.row === row && mark.sheet === sheet.name);
  return (
    <div className="grid-row" role="row" aria-rowindex={row + 2} style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}>
      <span role="rowheader" className={`grid-head grid-number${active?.row === row ? " on" : ""}`}>{row + 1}</span>
      {columns.map((item) => {
        const column = item.index;
        const value = valueAt(sheet, row, column);
        const isActive = active?.row === row && active.column === column;
        const on = isActive || selected.some((cell) => cell.row === row && cell.column === column);
        const mark = rowMarks.find((candidate) => candidate.column === column);
        const free = typeof value === "string" && value !== "" ? overrun(sheet, row, column, given.widths.length) : 0;
        const width = item.size + sum(given.widths, column + 1, free);
        const look = ["grid-cell", typeof value === "number" ? "amount" : "", on ? "selected" : "", isActive ? "active" : "", mark ? `mark-${mark.level}` : ""].filter((name) => name !== "").join(" ");
        return (
          <span key={item.key} id={`cell-${row}-${column}`} role="gridcell" aria-colindex={column + 1} data-address={address({ row, column })} className={look}
            {...(on && { "aria-selected": true })} style={{ left: item.start, width: item.size }} onMouseDown={() => given.onSelect({ row, column })} onDoubleClick={() => given.onEdit({ row, column })}>
            {isActive && editing !== null
              ? <CellInput start={editing} label={address({ row, column })} onCommit={given.onCommit} onCancel={given.onCancel} />
              : <span className="grid-text" style={free > 0 ? { width } : undefined}>{cellText(value, formatAt(sheet, row, column))}</span>}
          </span>
        );
      })}
    </div>
  );
}

function sum(widths: readonly number[], from: number, count: number): number {
  return widths.slice(from, from + count).reduce((total, width) => total + width, 0);
}

function CellInput({ start, label, onCommit, onCancel }: { start: string; label: string; onCommit: (text: string) => void; onCancel: () => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  useEffect(() => input.current?.focus(), []);
  const settle = (act: () => void): void => {
    if (settled.current) return;
    settled.current = true;
    act();
  };
  return (
    <input ref={input} className="grid-input" aria-label={`单元格 ${label}`} defaultValue={start}
      onBlur={(event) => settle(() => onCommit(event.target.value))}
      onKeyDown={(event) => {
        event.stopPropagation();
        // An unfinished pinyin word ends with Enter too.
        if (event.key === "Enter" && !event.nativeEvent.isComposing) settle(() => onCommit(event.currentTarget.value));
        else if (event.key === "Escape") settle(onCancel);
      }} />
  );
}
