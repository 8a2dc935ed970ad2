import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { CustomFunction, UniverFormulaEnginePlugin, type IFunctionNames } from "@univerjs/engine-formula";
import { UniverRPCWorkerThreadPlugin } from "@univerjs/rpc";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import type { SheetFunction } from "./spreadsheet";

/** A function as the engine makes its own: by a class. */
const classOf = (work: SheetFunction): new (name: IFunctionNames) => CustomFunction =>
  class extends CustomFunction {
    override calculateCustom = work as CustomFunction["calculateCustom"];
  };

/**
 * Calculates, in a worker, the workbooks of the spreadsheet that started the worker: it follows every change to them and
 * sends back the new values. Nothing that a person does waits for it.
 */
export function startCalculator(functions: ReadonlyMap<string, SheetFunction>): void {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {}, logLevel: LogLevel.ERROR });
  univer.registerPlugin(UniverSheetsPlugin, { onlyRegisterFormulaRelatedMutations: true });
  univer.registerPlugin(UniverFormulaEnginePlugin, {
    function: [...functions].map(([name, work]): [ReturnType<typeof classOf>, IFunctionNames] => [classOf(work), name as IFunctionNames]),
  });
  univer.registerPlugin(UniverRPCWorkerThreadPlugin);
}
