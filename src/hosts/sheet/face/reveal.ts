import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICommandInfo,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import { ScrollToCellOperation, SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { ExpandSelectionCommand, ScrollToCellCommand, SheetSkeletonManagerService } from "@univerjs/sheets-ui";

/** The part of the canvas that scrolls both ways. */
const SCROLLING = "viewMain";

const REVEALING: ReadonlySet<string> = new Set([ExpandSelectionCommand.id, ScrollToCellCommand.id, ScrollToCellOperation.id]);

/** Whether the library has just brought a selection into view. */
const reveals = ({ id, params }: Readonly<ICommandInfo>): boolean =>
  REVEALING.has(id) || (id === SetSelectionsOperation.id && params !== undefined && "reveal" in params && params.reveal === true);

/** How far a view from `from` to `to` must move so that a piece of it is seen, its start before all. */
const move = (from: number, to: number, start: number, end: number): number =>
  start < from ? start - from : end > to ? Math.min(end - to, start - from) : 0;

/** Moves the view so that the active cell is seen whole. */
function seeActiveCell(injector: Injector): void {
  const book = injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  const render = book && injector.get(IRenderManagerService).getRenderById(book.getUnitId());
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const view = render?.scene.getViewport(SCROLLING);
  if (!book || !cell || !skeleton || !view) return;
  const { xSplit, ySplit } = book.getActiveSheet().getFreeze();
  const { viewBound } = view.calcViewportInfo();
  const { startX, endX, startY, endY } = skeleton.getCellWithCoordByIndex(cell.actualRow, cell.actualColumn, false);
  const down = cell.actualRow < ySplit ? 0 : move(viewBound.top, viewBound.bottom, startY, endY);
  const across = cell.actualColumn < xSplit ? 0 : move(viewBound.left, viewBound.right, startX, endX);
  if (down !== 0 || across !== 0)
    view.scrollToViewportPos({ viewportScrollX: view.viewportScrollX + across, viewportScrollY: view.viewportScrollY + down });
}

/**
 * A selection that is brought into view is seen whole. The library counts rows as if the frozen ones were as high as
 * those below, and leaves a cell behind a high title.
 */
export function revealWhole(injector: Injector): void {
  injector.get(ICommandService).onCommandExecuted((info) => {
    // The library's own scrolling comes first.
    if (reveals(info)) setTimeout(() => seeActiveCell(injector), 0);
  });
}
