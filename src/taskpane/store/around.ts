/** What stands around the pane, by what it can do: the pane asks this, never which program it is. */
export interface Around {
  /** As people call it, for words to them. */
  readonly name: string;
  /** The program holds the workbook and the pane stands beside it; else workbooks are opened from files, in the page itself. */
  readonly holdsWorkbook: boolean;
  /** What is handed over as a file is kept for sure; else it may be refused without a word. */
  readonly keepsFiles: boolean;
  /** What people there should know before they rely on it; null where there is nothing to say. */
  readonly caution: string | null;
}

export const IN_EXCEL: Around = { name: "Excel", holdsWorkbook: true, keepsFiles: false, caution: null };
export const IN_WPS: Around = {
  name: "WPS",
  holdsWorkbook: true,
  keepsFiles: false,
  caution: "WPS 加载项在仿制的 WPS 上跑过，还没有在真正的 WPS 里试过。结果请抽几处核对；用着不顺，在“设置”最下面点“诊断”。",
};
export const IN_BROWSER: Around = { name: "浏览器", holdsWorkbook: false, keepsFiles: true, caution: null };
