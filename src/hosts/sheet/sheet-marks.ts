import { InterceptorEffectEnum, type IDisposable } from "@univerjs/core";
import { InterceptCellContentPriority, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { CellMark } from "../door";
import { MARK_LEVELS, MARK_LOOKS } from "../mark-rule";
import type { Spreadsheet } from "./spreadsheet";

/** A corner drawn in each marked cell as well, so that a mark is more than a colour. */
const CORNERS: Readonly<Record<CellMark["level"], string>> = { error: "#B3261E", warning: "#8A5300", faint: "#C98A86" };
const CORNER_SIZE = 7;

/** Marks as they are drawn: over the cells, never in them. */
export class SheetMarks {
  private marks = new Map<string, CellMark["level"]>();
  private readonly layer: IDisposable;

  constructor(spreadsheet: Spreadsheet, unit: string, sheetName: (id: string) => string | undefined) {
    this.layer = spreadsheet.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: InterceptCellContentPriority.NUMFMT - 1,
      handler: (cell, location, next) => {
        if (this.marks.size === 0 || location.unitId !== unit) return next(cell);
        const level = this.marks.get(`${String(location.row)},${String(location.col)},${sheetName(location.subUnitId) ?? ""}`);
        if (level === undefined) return next(cell);
        const style = location.workbook.getStyles().getStyleByCell(cell ?? {}) ?? {};
        return next({
          ...cell,
          s: { ...style, bg: { rgb: MARK_LOOKS[level].fill } },
          markers: { ...cell?.markers, tl: { color: CORNERS[level], size: CORNER_SIZE } },
        });
      },
    });
  }

  /** One mark a cell is drawn: the worst. */
  show(marks: readonly CellMark[]): void {
    const ordered = [...marks].sort((a, b) => MARK_LEVELS.indexOf(a.level) - MARK_LEVELS.indexOf(b.level));
    this.marks = new Map(ordered.map((mark) => [`${String(mark.row)},${String(mark.column)},${mark.sheet}`, mark.level]));
  }

  dispose(): void {
    this.layer.dispose();
  }
}
