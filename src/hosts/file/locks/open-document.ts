import { unzipSync } from "fflate";
import type { DraftArea } from "../../../workbook/draft";
import { scanXml, type XmlTag } from "../whole/xml";
import type { Locks } from "./locks";

interface CellStyle {
  readonly parent: string;
  /** What it says of protection itself: "none", "protected", "formula-hidden" …; undefined: as its parent. */
  protect?: string;
}

/** The style of all cells has no name. */
const EVERY = "";
/** A style that names its parents in a circle ends here. */
const DEEPEST = 20;

/** Cell styles by name, as the parts of the document state them (OpenDocument 1.3 part 3, 20.253 style:cell-protect). */
function addStyles(part: string, bytes: Uint8Array, styles: Map<string, CellStyle>): void {
  let current: CellStyle | null = null;
  scanXml(part, bytes, {
    open: (name, tag) => {
      if (name === "style" || name === "default-style") {
        current = tag.attribute("style:family") === "table-cell" ? { parent: tag.attribute("style:parent-style-name") ?? EVERY } : null;
        if (current) styles.set(name === "style" ? (tag.attribute("style:name") ?? EVERY) : EVERY, current);
      }
      const protect = tag.attribute("style:cell-protect");
      if (current && name === "table-cell-properties" && protect !== undefined) current.protect = protect;
    },
    close: (name) => {
      if (name === "style" || name === "default-style") current = null;
    },
  });
}

function isOpen(styles: ReadonlyMap<string, CellStyle>, name: string, depth = 0): boolean {
  const style = styles.get(name);
  if (style?.protect !== undefined)
    return !style.protect.split(" ").some((word) => word === "protected" || word === "hidden-and-protected");
  return depth < DEEPEST && name !== EVERY && isOpen(styles, style?.parent ?? EVERY, depth + 1);
}

const times = (tag: XmlTag, axis: "rows" | "columns"): number => Number(tag.attribute(`table:number-${axis}-repeated`) ?? 1) || 1;

/** One protected table while it is gone through. A cell is as its own style says, then its row's, then its column's. */
class Table {
  readonly open: DraftArea[] = [];
  private readonly columns: { readonly first: number; readonly last: number; readonly style: string | undefined }[] = [];
  private row = 0;
  private rows = 1;
  private column = 0;
  private rowStyle: string | undefined;

  constructor(private readonly opens: (style: string) => boolean) {}

  addColumns(tag: XmlTag): void {
    const first = (this.columns.at(-1)?.last ?? -1) + 1;
    this.columns.push({ first, last: first + times(tag, "columns") - 1, style: tag.attribute("table:default-cell-style-name") });
  }

  beginRow(tag: XmlTag): void {
    this.rows = times(tag, "rows");
    this.rowStyle = tag.attribute("table:default-cell-style-name");
    this.column = 0;
  }

  addCells(tag: XmlTag): void {
    const first = this.column;
    const last = first + times(tag, "columns") - 1;
    this.column = last + 1;
    const style = tag.attribute("table:style-name") ?? this.rowStyle;
    const runs = style === undefined ? this.columns : [{ first, last, style }];
    for (const run of runs)
      if (run.first <= last && run.last >= first && this.opens(run.style ?? EVERY))
        this.open.push({
          top: this.row,
          bottom: this.row + this.rows - 1,
          left: Math.max(first, run.first),
          right: Math.min(last, run.last),
        });
  }

  endRow(): void {
    this.row += this.rows;
  }
}

/** The protected tables of an .ods. */
export function openDocumentLocks(bytes: Uint8Array): Locks {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === "content.xml" || name === "styles.xml" });
  const content = parts["content.xml"];
  if (!content) return new Map();
  const styles = new Map<string, CellStyle>();
  for (const part of ["styles.xml", "content.xml"]) if (parts[part]) addStyles(part, parts[part], styles);
  const known = new Map<string, boolean>();
  const opens = (style: string): boolean => {
    const open = known.get(style) ?? isOpen(styles, style);
    known.set(style, open);
    return open;
  };
  const locks = new Map<string, readonly DraftArea[]>();
  // Tables stand within cells, too: those belong to the cell.
  let depth = 0;
  let table: Table | null = null;
  const readers: Readonly<Record<string, (tag: XmlTag) => void>> = {
    "table-column": (tag) => table?.addColumns(tag),
    "table-row": (tag) => table?.beginRow(tag),
    "table-cell": (tag) => table?.addCells(tag),
    "covered-table-cell": (tag) => table?.addCells(tag),
  };
  scanXml("content.xml", content, {
    open: (name, tag) => {
      if (name === "table" && ++depth === 1 && tag.attribute("table:protected") === "true") {
        table = new Table(opens);
        locks.set(tag.attribute("table:name") ?? "", table.open);
      } else if (depth === 1) readers[name]?.(tag);
    },
    close: (name) => {
      if (name === "table" && --depth === 0) table = null;
      if (name === "table-row" && depth === 1) table?.endRow();
    },
  });
  return locks;
}
