/** How a command ends: nothing wrong · something is, or is open · something could not be read, or asked for. */
export type ExitCode = 0 | 1 | 2;
