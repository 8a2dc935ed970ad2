import { createApartReader, secondsFor, type ApartReader } from "../../hosts/file/apart/apart";
import { startInline } from "../../hosts/file/apart/inline";
import { startWebThread } from "../../hosts/file/apart/web-thread";
import { hasWorkers } from "../../hosts/file/apart/workers";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { EngineService } from "./service";
import type { Result, Transport } from "./transport";

type Question = Exclude<keyof EngineService, "begin" | "setSheet">;

/**
 * Asks the engine about a workbook. Sheets are handed over one by one, so that no hand-over blocks the pane for long, and
 * only those that it does not hold yet.
 */
export interface Engine {
  ask<Method extends Question>(
    workbook: PlainWorkbook,
    method: Method,
    ...args: Parameters<EngineService[Method]>
  ): Promise<Result<Method>>;
  /** Reads a file in a worker of its own, within a budget. Throws `DoorProblem`. */
  readonly readFile: ApartReader["read"];
  /** Gives up what is under way; it is rejected with a `DoorProblem` of kind cancelled. */
  cancel(): void;
}

/** Nothing asks for more files at once than a workbook and a text; many offices' files have threads of their own. */
const READ_AT_ONCE = 2;

export function createEngine(
  transport: Transport,
  reader: ApartReader = hasWorkers() ? createApartReader(startWebThread, secondsFor, READ_AT_ONCE) : createApartReader(startInline),
): Engine {
  let held: readonly PlainSheet[] = [];
  let current: PlainWorkbook | null = null;
  const load = async (workbook: PlainWorkbook): Promise<void> => {
    if (current === workbook) return;
    const known = held;
    held = [];
    current = null;
    await transport.call("begin", workbook.name, workbook.sheets.length);
    for (const [index, sheet] of workbook.sheets.entries()) if (known[index] !== sheet) await transport.call("setSheet", index, sheet);
    held = workbook.sheets;
    current = workbook;
  };
  return {
    ask: <Method extends Question>(
      workbook: PlainWorkbook,
      method: Method,
      ...args: Parameters<EngineService[Method]>
    ): Promise<Result<Method>> => load(workbook).then(() => transport.call(method, ...args)),
    readFile: reader.read,
    cancel: () => {
      held = [];
      current = null;
      transport.stop();
      reader.stop();
    },
  };
}
