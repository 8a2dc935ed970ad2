/**
 * A finished report as blocks, whatever file it came in: .docx, .pdf, HTML, plain text. Plain data, so that it may cross
 * to a worker; nothing here knows files or the DOM.
 */
export interface Report {
  /** File name, for messages. */
  readonly name: string;
  /** Where pages are known, findings name them. */
  readonly kind: "docx" | "pdf" | "html" | "text";
  readonly blocks: readonly Block[];
  /** What the reader came upon and could not read: said, never dropped. */
  readonly unread: readonly Unread[];
}

export type Block = ReportParagraph | ReportTable;

/** Where a block stands. */
export interface Place {
  /** Paragraphs of the body from 1, those in tables not counted; of a table: the paragraph it stands behind (0: none). */
  readonly paragraph: number;
  /** From 1; null where the file has no fixed pages. */
  readonly page: number | null;
}

export interface ReportParagraph extends Place {
  readonly kind: "paragraph";
  readonly text: string;
  /** 1 to 9 for a heading that the file itself marks as one; null for everything else. */
  readonly level: number | null;
  /** Footnotes stand behind the body and count on. */
  readonly role: "body" | "footnote";
  /** The paragraph's position in its file, for marking it there; null where files have no such thing. */
  readonly source: number | null;
}

export interface ReportTable extends Place {
  readonly kind: "table";
  /** Row by row, all of one length; "" where a merged area covers the place. */
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges: readonly MergedArea[];
  /** Of a text: a row has a cell more or less than most, though blank cells at the end are kept. */
  readonly ragged?: boolean;
  /** Page of each row; shorter or empty where pages are not known. */
  readonly rowPages: readonly number[];
}

export interface GridCell {
  readonly text: string;
  /** As `ReportParagraph.source`: the cell's first paragraph. */
  readonly source: number | null;
}

/** 0-based, inclusive. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Unread extends Place {
  /** In Chinese: what it is. */
  readonly what: string;
}

export const blankCell: GridCell = { text: "", source: null };

export const isBlankText = (text: string): boolean => /^[\s\u3000]*$/.test(text);

export const paragraphsIn = (report: Report): readonly ReportParagraph[] => report.blocks.filter((block) => block.kind === "paragraph");
export const tablesIn = (report: Report): readonly ReportTable[] => report.blocks.filter((block) => block.kind === "table");
