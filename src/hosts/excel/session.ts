import { explain, isDenied, isTransient, problem } from "./problems";

/** How patient the door is, in milliseconds. */
export interface Timing {
  /** Waits before asking again while a cell is being edited or Excel is busy. */
  readonly pauses: readonly number[];
  /** How long one round trip may take: while a cell is being edited some editions of Excel do not answer at all. */
  readonly answerWithin: number;
}

export const TIMING: Timing = { pauses: [150, 350, 700], answerWithin: 20_000 };

/** One round trip; a `DoorProblem` when Excel does not answer in time. */
export type Sync = () => Promise<void>;
export type Work<T> = (context: Excel.RequestContext, sync: Sync) => Promise<T>;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs one batch in Excel. A batch that meets a cell being edited is refused as a whole, so it is asked again a few
 * times; any other failure, and the last refusal, is thrown as a `DoorProblem`. `work` must bear being run again, and
 * being finished by Excel after it was given up.
 */
export async function inExcel<T>(timing: Timing, work: Work<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await runBatch(timing, work);
    } catch (cause) {
      const wait = timing.pauses[attempt];
      if (wait === undefined || !isTransient(cause)) throw isDenied(cause) ? await whatIsProtected(timing, cause) : explain(cause);
      await pause(wait);
    }
  }
}

function runBatch<T>(timing: Timing, work: Work<T>): Promise<T> {
  return Excel.run((context) => work(context, () => inTime(timing.answerWithin, context.sync())));
}

async function inTime(milliseconds: number, answer: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(problem.silent()), milliseconds);
  });
  try {
    await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** AccessDenied does not say what is protected: Excel is asked, so that the message can name it. */
async function whatIsProtected(timing: Timing, cause: unknown): Promise<Error> {
  try {
    return await runBatch(timing, async (context, sync) => {
      const { workbook } = context;
      workbook.load("readOnly,protection/protected");
      workbook.worksheets.load("items/name,items/protection/protected");
      await sync();
      if (workbook.readOnly) return problem.readOnly(cause);
      const names = workbook.worksheets.items.filter((sheet) => sheet.protection.protected).map((sheet) => sheet.name);
      if (names.length > 0) return problem.sheets(names, cause);
      return workbook.protection.protected ? problem.structure(cause) : problem.denied(cause);
    });
  } catch {
    return problem.denied(cause);
  }
}
