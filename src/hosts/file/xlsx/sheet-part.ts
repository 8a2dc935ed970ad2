import { address } from "../../../amount/cell-ref";
import type { DraftArea } from "../../../workbook/draft";
import type { CellValue, PlainSheet } from "../../../workbook/plain";
import type { ParsedSheet } from "../exports/grid";
import { Damage } from "../whole/damage";
import type { XmlReader } from "../xml/reader";
import { cellValue, type SharedContent } from "./cell-value";
import { Formulas } from "./formulas";
import { isOn, readHiddenColumns } from "./hidden-columns";
import { LaidCells } from "./laid-cells";
import type { NumberFormats } from "./number-formats";
import { areaOf, MOST_COLUMNS, MOST_ROWS, placeAt, placeOf, columnOf, rowOf } from "./place";
import { readPart } from "./read-part";
import { readTextItem } from "./text-item";

/** What the sheets of a workbook share. */
export interface BookContent extends SharedContent {
  readonly formats: NumberFormats;
}

/** A cell as programs write nearly all of them: where it stands, its style and type in either order, and no more than a value. */
const PLAIN_CELL = /<c r="([A-Z]+\d+)"(?: s="(\d+)"(?: t="(\w+)")?| t="(\w+)"(?: s="(\d+)")?)?(?:\/>|>(?:<v>([^<>&\r]*)<\/v>)?<\/c>)/y;

const MISPLACED = { error: "#VALUE!" } as const;

const SHEET = { roots: new Set(["worksheet", "chartsheet", "dialogsheet", "macrosheet"]), what: "工作表" };

/** What the workbook says of a sheet. */
export type SheetTitle = Pick<PlainSheet, "name" | "visibility">;

/** A sheet's part while it is gone through (ECMA-376 part 1, 18.3.1.99). */
class SheetReader {
  readonly cells = new LaidCells();
  readonly hiddenRows = new Set<number>();
  readonly merges: DraftArea[] = [];
  hiddenColumns: readonly number[] = [];
  count = 0;

  private hasData = false;
  private row = -1;
  private isRowStated = false;
  private column = -1;
  private place = -1;
  /** What stands in the cell so far; undefined: nothing of that kind. */
  private words: string | undefined;
  private inline: string | undefined;
  private formula: string | undefined;
  private hasFormula = false;
  private readonly formulas = new Formulas();

  constructor(
    private readonly part: string,
    private readonly book: BookContent,
    private readonly reader: XmlReader,
  ) {}

  /** A child of the root that has just begun. */
  readSection(name: string): void {
    const { reader } = this;
    if (name === "sheetData") {
      if (this.hasData) throw new Damage(this.part, "有两份内容");
      this.hasData = true;
      reader.children(this.readRow);
    } else if (name === "cols") this.hiddenColumns = readHiddenColumns(reader);
    else if (name === "mergeCells")
      reader.children(() => {
        const area = areaOf(reader.attribute("ref") ?? "");
        if (area) this.merges.push(area);
      });
  }

  private readonly readRow = (name: string): void => {
    if (name !== "row") return;
    const stated = this.reader.attribute("r");
    this.isRowStated = stated !== undefined;
    this.row = stated === undefined ? this.row + 1 : Number(stated) - 1;
    if (!(this.row >= 0 && this.row < MOST_ROWS)) throw new Damage(this.part, "有的行不在工作表之内");
    if (isOn(this.reader.attribute("hidden"))) this.hiddenRows.add(this.row);
    this.column = -1;
    this.reader.children(this.readCell, this.takeCell);
  };

  private readonly readCell = (name: string): void => {
    if (name !== "c") return;
    const { reader } = this;
    this.begin(reader.attribute("r"));
    const type = reader.attribute("t");
    const style = reader.attribute("s");
    reader.children(this.readInside);
    this.end(type, style);
  };

  /** Takes a cell in one: a thread that reads some dozens of files has hardly warmed up to reading it token by token. */
  private readonly takeCell = (): boolean => {
    const cell = this.reader.whole(PLAIN_CELL);
    if (!cell) return false;
    this.begin(cell[1]);
    this.words = cell[6];
    this.end(cell[3] ?? cell[4], cell[2] ?? cell[5]);
    return true;
  };

  private begin(stated: string | undefined): void {
    this.count++;
    this.place = this.placeStated(stated);
    this.column = columnOf(this.place);
    this.words = undefined;
    this.inline = undefined;
    this.formula = undefined;
    this.hasFormula = false;
  }

  private end(type: string | undefined, style: string | undefined): void {
    const value = this.valueOf(type);
    if (value === undefined) throw new Damage(this.part, "指向的文字不存在");
    this.cells.add(this.place, value, this.book.formats[Number(style ?? 0)], this.formula);
  }

  private readonly readInside = (name: string): void => {
    if (name === "v") {
      this.requireFirst(this.words === undefined);
      this.words = this.reader.content();
    } else if (name === "f") {
      this.requireFirst(!this.hasFormula);
      this.hasFormula = true;
      this.formula = this.formulas.read(this.reader, this.place);
    } else if (name === "is") {
      this.requireFirst(this.inline === undefined);
      this.inline = readTextItem(this.part, this.reader);
    }
  };

  /** Two values in one cell, or two formulas: which of them a reader shows would be a matter of luck. */
  private requireFirst(isFirst: boolean): void {
    if (!isFirst) throw new Damage(this.part, `${address({ row: rowOf(this.place), column: this.column })} 写了两个值`);
  }

  /** What the cell holds; undefined: it points at a shared text that is not there. */
  private valueOf(type: string | undefined): CellValue | undefined {
    if (this.isMisplaced(type)) return MISPLACED;
    return type === "inlineStr" ? (this.inline ?? "") : cellValue(type, this.words ?? "", this.book);
  }

  /** A value of another type's where a cell's own is missing: read by its type alone it would be blank, and look it. */
  private isMisplaced(type: string | undefined): boolean {
    if (type === "inlineStr") return this.inline === undefined && (this.words ?? "").trim() !== "";
    return this.words === undefined && (this.inline ?? "") !== "";
  }

  /** A cell stands where it says, else behind the one before. */
  private placeStated(stated: string | undefined): number {
    const next = this.column + 1;
    const place = stated !== undefined ? placeOf(stated) : next < MOST_COLUMNS ? placeAt(this.row, next) : -1;
    if (place < 0) throw new Damage(this.part, "有的格不在工作表之内");
    if (this.isRowStated && rowOf(place) !== this.row) throw new Damage(this.part, "有的格不在它所在的行里");
    return place;
  }
}

/**
 * Reads a sheet's part, which proves it: its cells as plain data, and how many the file states. Throws `Damage` where it is
 * cut off, is no sheet, or a cell points at a shared text that is not there; `TooMuch` where a text is longer than any cell's.
 */
export function readSheetPart(
  part: string,
  bytes: Uint8Array,
  title: SheetTitle,
  book: BookContent,
): ParsedSheet & { readonly count: number } {
  return readPart(part, bytes, SHEET, (reader) => {
    const sheet = new SheetReader(part, book, reader);
    reader.children((name) => sheet.readSection(name));
    if (sheet.cells.hasDoubled) throw new Damage(part, "有的格出现了两次");
    const hidden = { rows: [...sheet.hiddenRows].sort((a, b) => a - b), columns: sheet.hiddenColumns };
    return {
      sheet: { ...title, ...sheet.cells.lay(), ...(hidden.rows.length + hidden.columns.length > 0 && { hidden }) },
      merges: sheet.merges,
      count: sheet.count,
    };
  });
}
