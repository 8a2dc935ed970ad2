import type { WpsFont, WpsFormatConditions, WpsRange, WpsValidation } from "../../src/hosts/wps/model";
import { isCellError } from "../../src/workbook/plain";
import { areaText, height, LAST_COLUMN, LAST_ROW, overlaps, width, type Area } from "../excel/area";
import { enter, type FakeCell } from "../excel/fake-cell";
import type { FakeConditionalFormat, FakeSheet } from "../excel/fake-sheet";
import type { FakeWps } from "./fake-wps";
import { SheetView } from "./sheet-view";

const EXPRESSION = 2;

/** Errors are handed over as numbers. */
const ERRORS: Readonly<Record<string, number>> = {
  "#NULL!": -2146826288,
  "#DIV/0!": -2146826281,
  "#VALUE!": -2146826273,
  "#REF!": -2146826265,
  "#NAME?": -2146826259,
  "#NUM!": -2146826252,
  "#N/A": -2146826246,
};

function valueOf(cell: FakeCell | undefined): unknown {
  if (!cell || cell.value === null) return null;
  return isCellError(cell.value) ? ERRORS[cell.value.error] : cell.value;
}

/** A constant's formula is its value as text. */
function formulaOf(cell: FakeCell | undefined): unknown {
  if (cell?.formula !== undefined) return cell.formula;
  const value = valueOf(cell);
  return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}

export class RangeView implements WpsRange {
  constructor(
    private readonly app: FakeWps,
    private readonly sheet: FakeSheet,
    readonly areas: readonly Area[],
  ) {}

  /** The first area counts, but for looks and conditional formats. */
  private get area(): Area {
    const [first] = this.areas;
    if (!first) throw new Error("a range without an area");
    return first;
  }

  /** A method here, where other programs have a property. */
  Address(): string {
    return this.areas.map(areaText).join(",");
  }

  get Row(): number {
    return this.area.top + 1;
  }

  get Column(): number {
    return this.area.left + 1;
  }

  get Rows(): WpsRange["Rows"] {
    return { Count: height(this.area) };
  }

  get Columns(): WpsRange["Columns"] {
    return { Count: width(this.area) };
  }

  get EntireRow(): WpsRange["EntireRow"] {
    return { Hidden: hiddenOf(this.sheet.hiddenRows, this.area.top, this.area.bottom) };
  }

  get EntireColumn(): WpsRange["EntireColumn"] {
    return { Hidden: hiddenOf(this.sheet.hiddenColumns, this.area.left, this.area.right) };
  }

  /** Bare for one cell, a flat list for a row or a column, rows for the rest, null for a blank range. */
  private shaped(of: (cell: FakeCell | undefined) => unknown): unknown {
    const { top, left, bottom, right } = this.area;
    const rows = Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (_none, c) => of(this.sheet.at(top + r, left + c))),
    );
    if (top === bottom && left === right) return rows[0]?.[0];
    if (!this.app.traps.flat) return rows;
    if (rows.flat().every((value) => value === null)) return null;
    return top === bottom || left === right ? rows.flat() : rows;
  }

  get Value2(): unknown {
    return this.shaped(valueOf);
  }

  set Value2(value: unknown) {
    this.type(value);
  }

  get Formula(): unknown {
    return this.shaped(formulaOf);
  }

  set Formula(formula: unknown) {
    this.type(formula);
  }

  private type(value: unknown): void {
    if (!this.app.takes(this.sheet)) return;
    for (const cell of this.cells()) enter(cell, value);
    this.app.tell("SheetChange", new SheetView(this.app, this.sheet), this);
  }

  private *cells(): Generator<FakeCell> {
    for (const area of this.areas) yield* this.sheet.every(area);
  }

  /** null where the cells differ. */
  get NumberFormat(): unknown {
    const { top, left, bottom, right } = this.area;
    const first = this.sheet.at(top, left)?.format ?? "General";
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if ((this.sheet.at(row, column)?.format ?? "General") !== first) return null;
    return first;
  }

  set NumberFormat(format: unknown) {
    if (this.app.takes(this.sheet)) for (const cell of this.cells()) cell.format = String(format);
  }

  private look(name: string): unknown {
    return this.sheet.at(this.area.top, this.area.left)?.look[name];
  }

  private paint(name: string, value: unknown): void {
    if (this.app.takes(this.sheet)) for (const cell of this.cells()) cell.look[name] = value;
  }

  /** Properties that are looks, by their names. */
  private looks(prefix: string): object {
    return new Proxy(
      {},
      {
        get: (_, name) => this.look(`${prefix}.${String(name)}`),
        set: (_, name, value: unknown) => {
          this.paint(`${prefix}.${String(name)}`, value);
          return true;
        },
      },
    );
  }

  get Font(): WpsFont {
    return this.looks("font") as WpsFont;
  }

  get Interior(): WpsRange["Interior"] {
    return this.looks("fill") as WpsRange["Interior"];
  }

  get Borders(): WpsRange["Borders"] {
    return this.looks("border") as WpsRange["Borders"];
  }

  set HorizontalAlignment(value: unknown) {
    this.paint("horizontal", value);
  }

  get HorizontalAlignment(): unknown {
    return this.look("horizontal");
  }

  set VerticalAlignment(value: unknown) {
    this.paint("vertical", value);
  }

  get VerticalAlignment(): unknown {
    return this.look("vertical");
  }

  set WrapText(value: unknown) {
    this.paint("wrap", value);
  }

  get WrapText(): unknown {
    return this.look("wrap");
  }

  get ColumnWidth(): unknown {
    return this.sheet.columnWidths.get(this.area.left);
  }

  set ColumnWidth(value: unknown) {
    this.sheet.columnWidths.set(this.area.left, Number(value));
  }

  get RowHeight(): unknown {
    return this.sheet.rowHeights.get(this.area.top);
  }

  set RowHeight(value: unknown) {
    this.sheet.rowHeights.set(this.area.top, Number(value));
  }

  get FormatConditions(): WpsFormatConditions {
    const { app, sheet, areas } = this;
    const here = sheet.conditionalFormats.filter((format) => format.areas.some((area) => areas.some((mine) => overlaps(area, mine))));
    return {
      Count: here.length,
      Item: (index) => {
        const held = here[index - 1];
        return held && conditionOf(app, sheet, held);
      },
      Add: (type, _, formula) => {
        if (!app.takes(sheet)) return undefined;
        const made: FakeConditionalFormat = {
          id: app.workbook.newId(),
          type: type === EXPRESSION ? "Custom" : "Other",
          areas,
          formula,
          fill: null,
          font: null,
          writing: new Map(),
          stopIfTrue: false,
        };
        sheet.conditionalFormats.push(made);
        return conditionOf(app, sheet, made);
      },
    };
  }

  get Validation(): WpsValidation {
    const { app, sheet, area } = this;
    const found = sheet.validations.find((one) => overlaps(one.area, area));
    return {
      InCellDropdown: true,
      ShowError: true,
      /** There is none where there is no rule. */
      get Type(): number {
        if (!found) throw new Error("0x800A03EC");
        return 3;
      },
      Add: (_, __, ___, formula) => {
        if (app.takes(sheet)) sheet.validations.push({ area, rule: { list: { source: formula } } });
      },
    };
  }

  Merge(): void {
    if (this.app.takes(this.sheet)) this.sheet.merges.push(this.area);
  }

  ClearContents(): void {
    if (!this.app.takes(this.sheet)) return;
    for (const [, , cell] of this.sheet.within(this.area)) enter(cell, null);
    this.app.tell("SheetChange", new SheetView(this.app, this.sheet), this);
  }

  /** A whole sheet over another. */
  Copy(destination: unknown): void {
    const { sheet: target, area } = destination as RangeView;
    if (area.bottom !== LAST_ROW || area.right !== LAST_COLUMN) throw new Error("only whole sheets are copied here");
    if (!this.app.takes(target)) return;
    target.cells.clear();
    for (const [row, line] of this.sheet.cells)
      target.cells.set(row, new Map([...line].map(([column, cell]) => [column, structuredClone(cell)])));
    target.merges = [...this.sheet.merges];
    target.validations = [...this.sheet.validations];
    target.conditionalFormats = [...this.sheet.conditionalFormats];
    for (const [column, held] of this.sheet.columnWidths) target.columnWidths.set(column, held);
    for (const [row, held] of this.sheet.rowHeights) target.rowHeights.set(row, held);
    this.app.tell("SheetChange", new SheetView(this.app, target), destination);
  }

  /** Only on the sheet in view. */
  Select(): void {
    const { workbook } = this.app;
    if (!this.app.deaf && workbook.active === this.sheet) workbook.selection = { sheet: this.sheet, area: this.area };
  }
}

const hiddenOf = (hidden: ReadonlySet<number>, from: number, to: number): boolean | null => {
  const states = Array.from({ length: Math.min(to - from + 1, 10_000) }, (_, i) => hidden.has(from + i));
  return states.every((state) => state === states[0]) ? states[0] === true : null;
};

/** Formats that are no formulas have none, and asking for one is an error. */
function conditionOf(app: FakeWps, sheet: FakeSheet, held: FakeConditionalFormat): object {
  return {
    get Type() {
      return held.type === "Custom" ? EXPRESSION : 3;
    },
    get Formula1() {
      if (held.type !== "Custom") throw new Error("0x800A03EC");
      return held.formula;
    },
    Interior: {
      set Color(value: unknown) {
        held.fill = String(value);
      },
    },
    Font: {
      set Bold(value: unknown) {
        held.writing.set("bold", value);
      },
      set Italic(value: unknown) {
        held.writing.set("italic", value);
      },
    },
    Delete: () => {
      if (app.takes(sheet)) sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== held);
    },
  };
}
