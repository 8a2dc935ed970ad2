/** A failure as Excel reports it to the library: one of its error codes, in English, with an HTTP status. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export const notFound = (what: string): HostError => new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}`, 404);
export const taken = (): HostError => new HostError("ItemAlreadyExists", "The resource being created already exists.", 409);
export const denied = (): HostError => new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
export const overPivot = (): HostError =>
  new HostError("PivotTableRangeConflict", "The attempted operation causes a conflict with a PivotTable range.");
export const tooLong = (): HostError =>
  new HostError("FormulaLengthExceedsLimit", "The bytecode of the applied formula exceeds the maximum length limit.");
export const invalid = (message: string): HostError => new HostError("InvalidArgument", message);
