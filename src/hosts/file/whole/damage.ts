/** Something in a file does not fit together. Never shown as it is: `requireWhole` puts it in the user's words. */
export class Damage extends Error {
  /** `part`: the entry or stream at fault, null where it is the file's own order; `how`: what is wrong with it, in Chinese. */
  constructor(
    readonly part: string | null,
    readonly how: string,
    options?: ErrorOptions,
  ) {
    super(`${part ?? "file"}: ${how}`, options);
    this.name = "Damage";
  }
}

/** A file asks for more than a budget allows: `what` is the limit in Chinese. */
export class TooMuch extends Error {
  constructor(readonly what: string) {
    super(what);
    this.name = "TooMuch";
  }
}
