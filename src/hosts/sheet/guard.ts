import { CanceledError, CommandType, type ICommandInfo } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  MoveRangeMutation,
  RemoveWorksheetMergeMutation,
  SetRangeValuesMutation,
  type IMoveRangeMutationParams,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import { address } from "../../amount/cell-ref";
import type { BookLook } from "./look/look";
import { areaAt, type Origin } from "./origin";
import type { DraftArea } from "../../workbook/draft";

const range = (area: DraftArea): string =>
  `${address({ row: area.top, column: area.left })}:${address({ row: area.bottom, column: area.right })}`;

/** Why a cell may not be changed here, in words; null where it may. */
export function lockOf(origin: Origin | undefined, book: BookLook, row: number, column: number): string | null {
  if (!origin) return null;
  const { look, sheet } = origin;
  const array = areaAt(look?.arrays, row, column);
  if (array) return `${address({ row, column })} 属于数组公式 ${range(array)}，不能单独修改。请在 Excel 或 WPS 中整体修改。`;
  const heading = areaAt(look?.headings, row, column);
  if (heading) return `${address({ row, column })} 是“表格”的列标题，公式会引用它。请在 Excel 或 WPS 中修改。`;
  if (look?.protected && book.formats[origin.formatAt(row, column)]?.locked !== false)
    return `工作表“${sheet.name}”受保护，${address({ row, column })} 不能修改。请先在 Excel 或 WPS 中撤消工作表保护。`;
  return null;
}

/** What may be done to the sheets here. Whatever else the spreadsheet could do is refused in words. */
const ALLOWED = new Set(
  (
    "set-range-values clear-selection-content auto-fill auto-clear-content refill copy-down copy-right move-range text-to-number append-row quick-sum " +
    "delta-column-width delta-row-height set-worksheet-col-width set-row-height set-col-auto-width set-row-is-auto-height " +
    "copy cut paste paste-by-short-key optional-paste paste-value paste-formula paste-format paste-besides-border copy-formula-only " +
    "move-selection move-selection-enter-tab expand-selection select-all select-range scroll-view scroll-view-reset set-scroll-relative scroll-to-cell " +
    "set-worksheet-activate change-zoom-ratio set-zoom-ratio"
  ).split(" "),
);

const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [
    /^(insert|remove|delete)-(multi-)?(row|col|range)|^move-(rows|cols)|^reorder|^split/,
    "这里不能插入、删除或移动行列：公开表的格式要与模板一致。需要时请另存后在 Excel 或 WPS 中调整。",
  ],
  [/merge/, "这里不能合并或拆分单元格。需要时请另存后在 Excel 或 WPS 中调整。"],
  [
    /(insert|remove|copy)-sheet|worksheet-(name|order|hidden|show)/,
    "这里不能增删、改名、隐藏或移动工作表。需要时请另存后在 Excel 或 WPS 中调整。",
  ],
  [/defined-name/, "没有这个地址或名称，位置没有变。请输入单元格地址，如 B7 或 B7:D12。这里不能新建名称。"],
  [
    /bold|italic|underline|strike|font|style|border|color|align|wrap|rotation|format|numfmt/,
    "这里只改内容，不改格式。需要时请另存后在 Excel 或 WPS 中调整。",
  ],
];
const OTHERWISE = "这里不能做这个操作，工作簿没有改动。需要时请另存后在 Excel 或 WPS 中进行。";

/** Words for a command that is refused; null for one that may go on. */
export function refusalOf({ id, type }: Readonly<ICommandInfo>): string | null {
  if (type !== CommandType.COMMAND || !id.startsWith("sheet.command.")) return null;
  const name = id.slice("sheet.command.".length);
  return ALLOWED.has(name) ? null : (REFUSALS.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERWISE);
}

type Matrix = Record<number, Record<number, unknown> | null | undefined>;

/** Takes the cells that may not be changed out of a change; the reason for the first of them. */
function strip(matrix: Matrix | undefined, lock: (row: number, column: number) => string | null): string | null {
  let reason: string | null = null;
  for (const [row, columns] of Object.entries(matrix ?? {}))
    for (const column of Object.keys(columns ?? {})) {
      const why = lock(Number(row), Number(column));
      if (why === null || !columns) continue;
      reason ??= why;
      Reflect.deleteProperty(columns, column);
    }
  return reason;
}

/**
 * Holds back what a change must not do, before it is done: merges that a paste brings along, and cells that are locked.
 * A change is emptied rather than stopped, so that the steps around it can still be undone. Throws to stop a command.
 */
export function holdBack(
  info: Readonly<ICommandInfo>,
  lock: (sheet: string, row: number, column: number) => string | null,
  refused: (words: string) => void,
): void {
  const words = refusalOf(info);
  if (words !== null) {
    refused(words);
    throw new CanceledError();
  }
  if (info.id === AddWorksheetMergeMutation.id || info.id === RemoveWorksheetMergeMutation.id)
    (info.params as { ranges: unknown[] }).ranges = [];
  if (info.id === SetRangeValuesMutation.id) {
    const { subUnitId, cellValue } = info.params as ISetRangeValuesMutationParams;
    const reason = strip(cellValue, (row, column) => lock(subUnitId, row, column));
    if (reason !== null) refused(reason);
  }
  if (info.id === MoveRangeMutation.id) {
    const { from, to } = info.params as IMoveRangeMutationParams;
    const reason =
      strip(from.value, (row, column) => lock(from.subUnitId, row, column)) ??
      strip(to.value, (row, column) => lock(to.subUnitId, row, column));
    if (reason !== null) refused(reason);
  }
}
