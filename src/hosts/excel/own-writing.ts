import { parseAddress } from "../../amount/cell-ref";

/** What an event says of a change, as far as it tells whose it is. */
export interface Told {
  readonly worksheetId: string;
  /** "Local" or "Remote". */
  readonly source?: string;
  /** Of cells: "B5", "B5:C9", "A1,C3", "3:5"; of a sheet added or deleted there is none. */
  readonly address?: string;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Tells, before it is done, of what is written: cells of a sheet by its id, or all that becomes of the sheet. */
export type NoteWriting = (sheet: string, cells?: readonly Place[]) => void;

/** Events come behind the answer, on a busy desk by more than a moment; as long as this they are still ours, in milliseconds. */
const LINGER = 3000;

const keyOf = ({ row, column }: Place): string => `${String(row)},${String(column)}`;

/** The cells that an event speaks of, at most so many; null where they are more, or whole rows and columns. */
function cellsOf(address: string, most: number): Place[] | null {
  const cells: Place[] = [];
  for (const area of address.split(",")) {
    const [from = "", to = from] = area.slice(area.lastIndexOf("!") + 1).split(":");
    const [first, last] = [parseAddress(from.replaceAll("$", "")), parseAddress(to.replaceAll("$", ""))];
    if (!first || !last || cells.length + (last.row - first.row + 1) * (last.column - first.column + 1) > most) return null;
    for (let row = first.row; row <= last.row; row++)
      for (let column = first.column; column <= last.column; column++) cells.push({ row, column });
  }
  return cells;
}

/** One piece of work: what it has written, and until when events about that are expected. */
class Writing {
  private until = Infinity;
  private readonly sheets = new Set<string>();
  /** By sheet and cell: how often it was written, and not told of yet. */
  private readonly cells = new Map<string, Map<string, number>>();

  readonly note: NoteWriting = (sheet, cells) => {
    if (!cells) {
      this.sheets.add(sheet);
      return;
    }
    const written = this.cells.get(sheet) ?? new Map<string, number>();
    this.cells.set(sheet, written);
    for (const cell of cells) written.set(keyOf(cell), (written.get(keyOf(cell)) ?? 0) + 1);
  };

  end(now: number): void {
    this.until = now + LINGER;
  }

  isOver(now: number): boolean {
    return now > this.until;
  }

  /** Whether that was done by this piece of work. What it wrote once it is told of once: the next change there is the user's. */
  explains({ worksheetId, address }: Told): boolean {
    if (this.sheets.has(worksheetId)) return true;
    const written = this.cells.get(worksheetId);
    const keys = written && address !== undefined ? cellsOf(address, written.size)?.map(keyOf) : undefined;
    if (!written || !keys || !keys.every((key) => written.has(key))) return false;
    for (const key of keys) {
      const left = (written.get(key) ?? 0) - 1;
      if (left > 0) written.set(key, left);
      else written.delete(key);
    }
    return true;
  }
}

/**
 * What this add-in writes itself, so that Excel's word of it is not taken for a change of the user's. Newer editions say
 * who has changed cells (ExcelApi 1.14), and of sheets that come and go none does: so what is written is noted first.
 */
export class OwnWriting {
  private writings: Writing[] = [];
  private busy = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Does a piece of work that notes what it writes. */
  async during<T>(work: (note: NoteWriting) => Promise<T>): Promise<T> {
    const writing = new Writing();
    this.writings = [...this.writings.filter((one) => !one.isOver(this.now())), writing];
    this.busy++;
    try {
      return await work(writing.note);
    } finally {
      writing.end(this.now());
      if (--this.busy === 0) for (const go of this.waiting.splice(0)) go();
    }
  }

  /** Whether a change is this add-in's own. Told once nothing is being written: an id may be known only when its sheet is done. */
  async isOwn(told: Told): Promise<boolean> {
    if (told.source === "Remote") return false;
    const at = this.now();
    if (this.busy > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.writings.some((writing) => !writing.isOver(at) && writing.explains(told));
  }
}
