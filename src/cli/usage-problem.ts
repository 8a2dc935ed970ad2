/** A mistake in the command's arguments, told with what to write instead. */
export class UsageProblem extends Error {}
