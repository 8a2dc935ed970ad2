import { explain, isDenied, isTransient, problem } from "./problems";

/** How long to wait before asking again while a cell is being edited or Excel is busy, in milliseconds. */
export type Pauses = readonly number[];
export const PAUSES: Pauses = [150, 350, 700];

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs one batch in Excel. A batch that meets a cell being edited is refused as a whole, so it is asked again a few
 * times; any other failure, and the last refusal, is thrown as a `DoorProblem`. `work` must bear being run again.
 */
export async function inExcel<T>(pauses: Pauses, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await Excel.run(work);
    } catch (cause) {
      const wait = pauses[attempt];
      if (wait === undefined || !isTransient(cause)) throw isDenied(cause) ? await whatIsProtected(cause) : explain(cause);
      await pause(wait);
    }
  }
}

/** AccessDenied does not say what is protected: Excel is asked, so that the message can name it. */
async function whatIsProtected(cause: unknown): Promise<Error> {
  try {
    return await Excel.run(async (context) => {
      const { workbook } = context;
      workbook.load("readOnly,protection/protected");
      workbook.worksheets.load("items/name,items/protection/protected");
      await context.sync();
      if (workbook.readOnly) return problem.readOnly(cause);
      const names = workbook.worksheets.items.filter((sheet) => sheet.protection.protected).map((sheet) => sheet.name);
      if (names.length > 0) return problem.sheets(names, cause);
      return workbook.protection.protected ? problem.structure(cause) : problem.denied(cause);
    });
  } catch {
    return problem.denied(cause);
  }
}
