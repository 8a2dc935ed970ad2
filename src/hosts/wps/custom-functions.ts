import type { FunctionMetadata, WpsApplication } from "./model";
import { errorOf } from "./shapes";
import { attempt, has } from "./sheets";

/** A function as the build describes it for WPS. */
export interface DescribedFunction extends FunctionMetadata {
  readonly name: string;
  /** Its ranges come one after the other and are handed on as one list. */
  readonly repeats: boolean;
}

type Work = (...given: unknown[]) => unknown;

const NAMESPACE = "BUDGET";

/** What a cell shows for each kind of error. */
const ERROR_CODES = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
} as const;

/** An error that a function gives: as Excel's runtime has it. */
class FunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? code);
  }
}

/** Errors in arguments as the functions know them; WPS hands over numbers, or their words. */
function given(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(given);
  const code = errorOf(argument);
  return code === null ? argument : { type: "Error", code };
}

/**
 * What WPS gets: one value bare, several as rows. An error of a single value is thrown, and WPS shows its own; among several
 * values its word stands in its place, for WPS takes no errors in rows.
 */
function handedOver(result: unknown): unknown {
  if (!Array.isArray(result)) {
    if (result instanceof FunctionError) throw result;
    return result;
  }
  const rows = result as readonly (readonly unknown[])[];
  if (rows.length === 1 && rows[0]?.length === 1) return handedOver(rows[0][0]);
  return rows.map((row) => row.map((value) => (value instanceof FunctionError ? value.code : value)));
}

const adapted =
  (work: Work, { repeats }: DescribedFunction): Work =>
  (...args) => {
    const read = args.map(given);
    return handedOver(repeats ? work(read.filter((one) => one !== undefined && one !== null)) : work(...read));
  };

/**
 * Lets the functions that are written for Excel register with WPS: they find the same names in their page. Those with Chinese
 * names are left out, for WPS takes letters, digits and _ only; an edition before 12.1.0.20540 takes none at all.
 */
export function installFunctions(app: WpsApplication, scope: Record<string, unknown>): void {
  const described = new Map(((scope["budgetFunctions"] ?? []) as readonly DescribedFunction[]).map((one) => [one.name, one]));
  const associate = (id: string, work: Work): void => {
    const known = described.get(id);
    if (!known || !has(app, "AddCustomFunction")) return;
    const { description, result, parameters } = known;
    attempt(() => app.AddCustomFunction(NAMESPACE, id, adapted(work, known), { description, result, parameters }));
  };
  scope["CustomFunctions"] = { associate, Error: FunctionError, ErrorCode: ERROR_CODES };
}
