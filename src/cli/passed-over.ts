import { passedOverWords } from "../hosts/file/among-files";
import { oneLine, type Terminal } from "./terminal";

/** Says what lay in a folder and was not looked at, because of its kind. */
export function passedOver(terminal: Terminal, others: readonly string[], doing: string): void {
  if (others.length > 0) terminal.err(`${passedOverWords(others.map(oneLine), doing)}\n`);
}
