import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import type { Area } from "./area";
import { FakeSheet } from "./fake-sheet";
import { HostError, taken } from "./host-error";

/** A whole workbook in memory, as Excel would hold it. */
export class FakeWorkbook {
  sheets: FakeSheet[] = [];
  active: FakeSheet | null = null;
  selection: { readonly sheet: FakeSheet; readonly area: Area } | null = null;
  structureProtected = false;
  readOnly = false;
  readonly settings = new Map<string, unknown>();
  private nextId = 0;

  constructor(public name: string) {}

  addSheet(name: string): FakeSheet {
    const sheet = new FakeSheet(this.newId(), name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  /** A sheet by its name, in capitals or not; throws when there is none. */
  sheet(name: string): FakeSheet {
    const sheet = this.find(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** By name or id, as Excel's getItem looks it up. */
  find(key: string): FakeSheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted);
  }

  /** Excel takes no name twice, in capitals or not. */
  requireFree(name: string, but?: FakeSheet): void {
    const wanted = name.toLowerCase();
    if (this.sheets.some((sheet) => sheet !== but && sheet.name.toLowerCase() === wanted)) throw taken();
  }

  /** A workbook always shows one sheet. */
  requireAnotherVisible(than: FakeSheet): void {
    if (!this.sheets.some((sheet) => sheet !== than && sheet.visibility === "visible"))
      throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  }

  newId(): string {
    return `{00000000-0001-0000-${(this.nextId++).toString(16).padStart(4, "0").toUpperCase()}-000000000000}`;
  }

  /**
   * Saved, closed and opened again: what a file keeps stays (cells, conditional formats, names, settings, protection),
   * what lives only in the session (ids of sheets and conditional formats, selection) is new.
   */
  reopened(): FakeWorkbook {
    const copy = new FakeWorkbook(this.name);
    copy.nextId = this.nextId + 100;
    for (const sheet of this.sheets) {
      const again = copy.addSheet(sheet.name);
      for (const [row, line] of sheet.cells)
        again.cells.set(row, new Map([...line].map(([column, cell]) => [column, structuredClone(cell)])));
      again.visibility = sheet.visibility;
      again.protected = sheet.protected;
      again.allows = sheet.allows;
      again.merges = [...sheet.merges];
      again.conditionalFormats = sheet.conditionalFormats.map((format) => ({ ...format, id: copy.newId() }));
      again.validations = [...sheet.validations];
      again.names = sheet.names.map((name) => ({ ...name }));
      again.frozenRows = sheet.frozenRows;
      for (const [key, value] of sheet.customProperties) again.customProperties.set(key, value);
      for (const row of sheet.hiddenRows) again.hiddenRows.add(row);
      for (const column of sheet.hiddenColumns) again.hiddenColumns.add(column);
      for (const [column, width] of sheet.columnWidths) again.columnWidths.set(column, width);
      for (const [row, height] of sheet.rowHeights) again.rowHeights.set(row, height);
      Object.assign(again.pageLayout, sheet.pageLayout);
    }
    for (const [key, value] of this.settings) copy.settings.set(key, value);
    copy.structureProtected = this.structureProtected;
    copy.readOnly = this.readOnly;
    return copy;
  }

  /** From plain data, such as the file reader gives for an .xlsx. */
  static of(plain: PlainWorkbook): FakeWorkbook {
    const workbook = new FakeWorkbook(plain.name);
    for (const sheet of plain.sheets) fill(workbook.addSheet(sheet.name), sheet);
    workbook.active = workbook.sheets.find((sheet) => sheet.visibility === "visible") ?? null;
    return workbook;
  }
}

function fill(target: FakeSheet, plain: PlainSheet): void {
  target.visibility = plain.visibility;
  for (const row of plain.hidden?.rows ?? []) target.hiddenRows.add(row);
  for (const column of plain.hidden?.columns ?? []) target.hiddenColumns.add(column);
  plain.values.forEach((row, r) => {
    row.forEach((value, c) => {
      const format = plain.formats[r]?.[c];
      const formula = plain.formulas[r]?.[c];
      if (value === null && format === undefined && formula === undefined) return;
      const cell = target.ensure(plain.top + r, plain.left + c);
      cell.value = value;
      if (format !== undefined) cell.format = format;
      if (formula !== undefined) cell.formula = formula;
    });
  });
}
