import { tell } from "./project.mjs";

/** Runs a command's work; an error is one plain sentence and exit code 1, never a stack trace. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
