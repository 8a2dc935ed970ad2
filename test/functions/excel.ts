import { installCustomFunctions } from "./genuine-runtime";
import { evaluate, type Cell, type Table } from "./formula";
import * as chinese from "../../src/functions/functions-zh";
import * as english from "../../src/functions/functions";
import { metadata, type Declared } from "./metadata";

installCustomFunctions();

const bodies = { ...english, ...chinese } as unknown as Record<string, (...parameters: unknown[]) => unknown>;

/**
 * Calls a function as Excel does by its functions.json: ranges as rows of cells, single values bare, repeating parameters
 * gathered, left-out ones as null, errors as the runtime's own objects, its invocation object last.
 */
export function call(name: string, parameters: readonly (Table | null)[]): Table {
  const { functions, bodyOf } = metadata();
  const declared = functions.find((candidate) => candidate.name === name);
  const body = declared && bodies[bodyOf(declared.id)];
  if (!declared || !body) return [[{ error: "#NAME?" }]];
  try {
    const result = body(...handedOver(declared, parameters), { functionName: name });
    return (Array.isArray(result) ? (result as unknown[][]) : [[result]]).map((row) => row.map(shown));
  } catch (error) {
    return [[shown(error)]];
  }
}

function handedOver(declared: Declared, parameters: readonly (Table | null)[]): unknown[] {
  if (declared.parameters[0]?.repeating) return [parameters.map((parameter) => table(parameter))];
  return declared.parameters.map((parameter, at) => {
    const given = parameters[at] ?? null;
    if (parameter.dimensionality === "matrix") return table(given);
    return given === null ? null : given[0]?.[0];
  });
}

const table = (given: Table | null): unknown[][] => (given ?? [[null]]).map((row) => row.map(cell));
const cell = (value: Cell): unknown => (typeof value === "object" && value !== null ? errorOf(value.error) : value);

function errorOf(shown: string): CustomFunctions.Error {
  const [, code] = Object.entries(CustomFunctions.ErrorCode).find(([, candidate]) => candidate.valueOf() === shown) ?? [];
  if (code === undefined) throw new Error(`Excel has no error ${shown}`);
  return new CustomFunctions.Error(code);
}

/** The message that came with the last error. */
export let lastMessage = "";

function shown(value: unknown): Cell {
  if (value instanceof CustomFunctions.Error) {
    lastMessage = value.message ?? "";
    return { error: value.code };
  }
  if (typeof value === "number" || typeof value === "string") return value;
  throw new Error(`Excel cannot show ${String(value)}`, { cause: value });
}

/** The result of a formula as the manual writes it: 0.9984, 相符, #N/A, {1;2}. */
export function result(formula: string): string {
  const cells = evaluate(formula, call);
  const rows = cells.map((row) => row.map(written).join(",")).join(";");
  return cells.length === 1 && cells[0]?.length === 1 ? rows : `{${rows}}`;
}

function written(value: Cell): string {
  return typeof value === "object" && value !== null ? value.error : String(value);
}
