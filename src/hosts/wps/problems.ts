import { DoorProblem } from "../door";
import { foreignSheets } from "../own-sheet";

const WORKBENCH = "也可以保存工作簿，在网页工作台中打开";
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");

/** Every way WPS can refuse, said so that an accountant knows what to do next. */
export const problem = {
  closed: () => new DoorProblem("closed", "WPS 里没有打开着的工作簿，或者它已经关闭。请打开工作簿，再从“预算公开”选项卡打开本窗格。"),
  undone: (what: string, cause?: unknown) =>
    new DoorProblem(
      "editing",
      `WPS 没有完成${what}，也没有说明原因。如果正在编辑单元格，请先按回车结束；如果有对话框开着，请先关闭，再点一次。仍不行，${WORKBENCH}。`,
      { cause },
    ),
  unreadable: (name: string) =>
    new DoorProblem("unsupported", `WPS 没有给出工作表“${name}”的内容，无法读取。请保存工作簿，在网页工作台中打开。`),
  farAway: (name: string, last: string) =>
    new DoorProblem(
      "unsupported",
      `工作表“${name}”的内容一直到 ${last}，无法整张读取，多半是表格以外的远处有多余的内容。请在该表按 Ctrl+End 找到最后一格，删除表格以外的行和列，保存后再点一次。`,
    ),
  structure: () => new DoorProblem("protected", "工作簿的结构设有保护，不能新建工作表。请在“审阅”中撤销“保护工作簿”后再点一次。"),
  sheets: (names: readonly string[]) =>
    new DoorProblem("protected", `工作表${quoted(names)}设有保护，不能写入。请在“审阅”中撤销工作表保护后再点一次。`),
  hidden: (name: string) =>
    new DoorProblem("unsupported", `“${name}”是隐藏的工作表，无法跳转。请在工作表标签上右击，选“取消隐藏”后再点一次。`),
  noSheet: (name: string) => new DoorProblem("unknown", `工作簿中没有“${name}”这张工作表，可能已被删除或改名。请重新校验后再试。`),
  foreign: foreignSheets,
  cancelled: () => new DoorProblem("cancelled", "已取消读取，工作簿没有改动。"),
} as const;

/** Any failure as a problem in Chinese; a problem stays as it is. The cause is kept for logs, never shown. */
export const explain = (what: string, cause: unknown): DoorProblem => (cause instanceof DoorProblem ? cause : problem.undone(what, cause));
