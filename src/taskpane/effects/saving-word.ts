import type { OfficialStyle } from "../../render/official-style";
import type { WholeDocx } from "../engine/service";
import type { Around } from "../store/around";
import { download, DOCX } from "./download";
import { missingFontsText } from "./missing-fonts";

/** A narrative, or the whole report with what is still open of it. */
export type WordFile = Pick<WholeDocx, "bytes" | "title"> & Partial<Pick<WholeDocx, "open" | "lacks">>;

const CONTENTS = "目录的页码：Word 打开时问要不要更新，选“是”；WPS 里在目录上点右键，选“更新目录”。";

/** Hands a Word file over, and gives what the user should know of it. */
export function saveWord({ bytes, title, open, lacks }: WordFile, around: Around, style: Partial<OfficialStyle>): string {
  const name = `${title.replace(/^第三部分\s*/, "").replace(/[\\/:*?"<>|]/g, "")}.docx`;
  download(bytes, name, DOCX);
  const where = around.keepsFiles
    ? `已保存“${name}”，请在浏览器的下载文件夹中查看。`
    : `已交给系统保存“${name}”。如果没有出现保存提示，说明 ${around.name} 不许窗格下载：请用“复制全文”粘贴到 Word。`;
  const unfilled = open !== undefined && open > 0 ? `里面还有 ${String(open)} 处待填，已用黄色标出。` : "";
  return where + (lacks ?? "") + unfilled + (lacks === undefined ? "" : CONTENTS) + missingFontsText(style);
}
