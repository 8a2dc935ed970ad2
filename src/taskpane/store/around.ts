/** What stands around the pane, by what it can do: the pane asks this, never which program it is. */
export interface Around {
  /** As people call it, for words to them. */
  readonly name: string;
  /** The program holds the workbook and the pane stands beside it; else workbooks are opened from files, in the page itself. */
  readonly holdsWorkbook: boolean;
  /** What is handed over as a file is kept for sure; else it may be refused without a word. */
  readonly keepsFiles: boolean;
}

export const IN_EXCEL: Around = { name: "Excel", holdsWorkbook: true, keepsFiles: false };
export const IN_WPS: Around = { name: "WPS", holdsWorkbook: true, keepsFiles: false };
export const IN_BROWSER: Around = { name: "浏览器", holdsWorkbook: false, keepsFiles: true };
