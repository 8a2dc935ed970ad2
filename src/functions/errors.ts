/** What one cell of a function's result can hold. */
export type CellResult = number | string | CustomFunctions.Error;

/** Excel takes these back from a function; the others (#NAME?, #REF!, #SPILL! …) it only hands in. */
const RETURNABLE = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#NULL!": "nullReference",
} as const;

const isReturnable = (code: string): code is keyof typeof RETURNABLE => Object.hasOwn(RETURNABLE, code);

/** #VALUE! with a sentence, which Excel shows beside the cell. */
export function valueError(message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
}

/** #N/A with a sentence: nothing was found. */
export function notAvailable(message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}

/** #DIV/0!; Excel lets it carry no sentence. */
export function divisionByZero(): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
}

/** #NUM!: a number that is none. */
export function numberError(): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
}

/** An error in an argument becomes the same error of the result, as in Excel's own functions. */
export function passOn(code: string): CustomFunctions.Error {
  return isReturnable(code)
    ? new CustomFunctions.Error(CustomFunctions.ErrorCode[RETURNABLE[code]])
    : valueError(`引用的单元格是错误值 ${code}，请先改正那个单元格。`);
}

/** Throws it: Excel shows it as the cell's value. At run time it is an Error, which its declaration leaves out. */
export function raise(error: CustomFunctions.Error): never {
  throw error as unknown as Error;
}
