import type { JSX } from "react";
import { address, isSameCell } from "../../amount/cell-ref";
import { cellAt } from "../../workbook/held";
import type { PlainWorkbook } from "../../workbook/plain";
import { usePaneState } from "../pane-context";
import { cellText } from "../store/peek";

const LEVELS = { error: "已标记为错误", warning: "已标记为提醒", faint: "已标记为由别处引起" } as const;

/** Says which cell is active and what it holds: the canvas itself says nothing. */
export function Announcer({ workbook }: { workbook: PlainWorkbook }): JSX.Element {
  const [cell] = usePaneState((state) => state.selection);
  const areas = usePaneState((state) => state.areas);
  const marks = usePaneState((state) => state.marks);
  const sheet = workbook.sheets.find(({ name }) => name === cell?.sheet);
  if (!cell || !sheet) return <div className="unseen" role="status" aria-label="所选" />;
  const { value, format } = cellAt(sheet, cell);
  const text = cellText(value, format);
  const mark = marks.find((other) => isSameCell(other, cell));
  const [area] = areas;
  const wide =
    area && (area.bottom > area.top || area.right > area.left)
      ? `，选中 ${address({ row: area.top, column: area.left })} 到 ${address({ row: area.bottom, column: area.right })}`
      : "";
  return (
    <div
      className="unseen"
      role="status"
      aria-label="所选"
    >{`${cell.sheet} ${address(cell)}：${text === "" ? "空白" : text}${mark ? `，${LEVELS[mark.level]}` : ""}${wide}`}</div>
  );
}
