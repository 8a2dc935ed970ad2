/** What Excel gives custom functions, where there is no Excel: its class of errors, and a place to name them that nobody asks. */
class FunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const CODES = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!" };

(globalThis as { CustomFunctions?: unknown }).CustomFunctions ??= { Error: FunctionError, ErrorCode: CODES, associate: () => undefined };
