import { DoorProblem } from "../door";
import { foreignSheets } from "../own-sheet";

/** Office error codes by what they mean to the user. */
const EDITING = new Set(["InvalidOperationInCellEditMode", "WriteNotSupportedWhenModalDialogOpen"]);
const CLOSED = new Set(["InvalidOrTimedOutSession", "InactiveWorkbook", "ConnectionFailure", "Unauthenticated"]);
const BUSY = new Set(["ActivityLimitReached", "ServiceNotAvailable", "Timeout", "RequestAborted", "HostRestartNeeded", "Conflict"]);
const OLD = new Set(["ApiNotFound", "ApiNotAvailable", "NotImplemented", "UnsupportedOperation", "UnsupportedFeature"]);
const CONFLICTS = new Set([
  "PivotTableRangeConflict",
  "MergedRangeConflict",
  "FilteredRangeConflict",
  "InsertDeleteConflict",
  "TableOverlap",
  "NonBlankCellOffSheet",
]);
const TAKEN = new Set(["ItemAlreadyExists"]);
const GONE = new Set(["ItemNotFound", "InvalidReference", "InvalidObjectPath"]);
const LARGE = new Set([
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
  "MemoryLimitReached",
  "OperationCellsExceedLimit",
  "FormulaLengthExceedsLimit",
]);

/** The code of an Office error; "" for any other failure. Errors may come from another realm, so no `instanceof`. */
export function officeCode(cause: unknown): string {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "";
}

export const isTransient = (cause: unknown): boolean => EDITING.has(officeCode(cause)) || BUSY.has(officeCode(cause));
export const isDenied = (cause: unknown): boolean => officeCode(cause) === "AccessDenied";
export const isTooLarge = (cause: unknown): boolean => officeCode(cause) === "ResponsePayloadSizeLimitExceeded";

/** Every way Excel can refuse, said so that an accountant knows what to do next. */
export const problem = {
  editing: (cause?: unknown) => new DoorProblem("editing", "正在编辑单元格。请先按回车结束单元格编辑，再点一次。", { cause }),
  silent: () =>
    new DoorProblem("editing", "Excel 没有回应。如果正在编辑单元格，请先按回车结束编辑；如果正在计算或保存，请等它完成，再点一次。"),
  dialog: (cause?: unknown) => new DoorProblem("editing", "Excel 里有对话框还开着。请先关闭对话框，再点一次。", { cause }),
  closed: (cause?: unknown) =>
    new DoorProblem("closed", "与工作簿的连接已断开，工作簿可能已经关闭。请重新打开工作簿，再从“预算公开”选项卡打开本窗格。", { cause }),
  busy: (cause?: unknown) => new DoorProblem("unknown", "Excel 正忙，没有回应。请等计算或保存完成后再点一次。", { cause }),
  old: (cause?: unknown) =>
    new DoorProblem("unsupported", "这个版本的 Excel 不支持此操作。请升级 Excel，或把文件另存为 .xlsx 后在网页工作台中打开。", { cause }),
  gone: (cause?: unknown) =>
    new DoorProblem("unknown", "要找的工作表或单元格已不在工作簿中，可能已被删除或改名。请重新校验后再试。", { cause }),
  taken: (cause?: unknown) =>
    new DoorProblem("unknown", "工作簿里刚刚出现了同名的工作表，没有写入。请先把它改名或移走，再点一次。", { cause }),
  conflict: (cause?: unknown) =>
    new DoorProblem(
      "unsupported",
      "要写的地方有数据透视表、筛选或合并单元格，Excel 不允许改，没有写入。请先把它们移到别处或取消，再点一次。",
      { cause },
    ),
  large: (cause?: unknown) =>
    new DoorProblem(
      "unsupported",
      "工作表的数据量超过 Excel 一次能传送的上限。请删除表格以外多余的内容，或把文件另存为 .xlsx 后在网页工作台中打开。",
      { cause },
    ),
  farAway: (name: string, last: string) =>
    new DoorProblem(
      "unsupported",
      `工作表“${name}”的内容一直到 ${last}，无法整张读取，多半是表格以外的远处有多余的内容。请在该表按 Ctrl+End 找到最后一格，删除表格以外的行和列，保存后再点一次。`,
    ),
  readOnly: (cause?: unknown) =>
    new DoorProblem("readOnly", "工作簿是以只读方式打开的，不能写入。请点“启用编辑”，或另存一份后再操作。", { cause }),
  structure: (cause?: unknown) =>
    new DoorProblem("protected", "工作簿的结构设有保护，不能新建工作表。请在“审阅”中撤销“保护工作簿”后再点一次。", { cause }),
  sheets: (names: readonly string[], cause?: unknown) =>
    new DoorProblem("protected", `工作表${quoted(names)}设有保护，不能写入。请在“审阅”中撤销工作表保护后再点一次。`, { cause }),
  denied: (cause?: unknown) =>
    new DoorProblem("protected", "工作簿或工作表设有保护，Excel 不允许此操作。请在“审阅”中撤销保护后再点一次。", { cause }),
  hidden: (name: string) =>
    new DoorProblem("unsupported", `“${name}”是隐藏的工作表，无法跳转。请在工作表标签上右击，选“取消隐藏”后再点一次。`),
  noSheet: (name: string) => new DoorProblem("unknown", `工作簿中没有“${name}”这张工作表，可能已被删除或改名。请重新校验后再试。`),
  foreign: foreignSheets,
  cancelled: () => new DoorProblem("cancelled", "已取消读取，工作簿没有改动。"),
  notWanted: (cause: unknown) =>
    new DoorProblem("unknown", "Excel 没有完成这一步。请再点一次；仍不行时，请保存并重新打开工作簿。", { cause }),
} as const;

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join("、");
}

/** Any failure as a problem in Chinese; a problem stays as it is. The cause is kept for logs, never shown. */
export function explain(cause: unknown): DoorProblem {
  if (cause instanceof DoorProblem) return cause;
  const code = officeCode(cause);
  if (code === "WriteNotSupportedWhenModalDialogOpen") return problem.dialog(cause);
  if (EDITING.has(code)) return problem.editing(cause);
  if (code === "AccessDenied") return problem.denied(cause);
  if (CLOSED.has(code)) return problem.closed(cause);
  if (BUSY.has(code)) return problem.busy(cause);
  if (OLD.has(code)) return problem.old(cause);
  if (GONE.has(code)) return problem.gone(cause);
  if (CONFLICTS.has(code)) return problem.conflict(cause);
  if (TAKEN.has(code)) return problem.taken(cause);
  if (LARGE.has(code)) return problem.large(cause);
  return problem.notWanted(cause);
}
