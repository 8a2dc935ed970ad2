import { readFile } from "node:fs/promises";
import { aligned, oneLine, type Terminal } from "./terminal";

interface FunctionsMetadata {
  readonly functions: readonly {
    readonly name: string;
    readonly description: string;
    readonly parameters?: readonly { readonly name: string; readonly optional?: boolean }[];
  }[];
}

/**
 * Lists the custom functions from the metadata that Excel gets too. `metadata` is the path of functions.json, which the
 * build puts beside the program.
 */
export async function functions(terminal: Terminal, metadata: string): Promise<0> {
  const known = JSON.parse(await readFile(metadata, "utf8")) as FunctionsMetadata;
  const rows = known.functions.map(({ name, description, parameters = [] }) => {
    const named = parameters.map((parameter) => (parameter.optional === true ? `[${parameter.name}]` : parameter.name));
    return [`BUDGET.${name}(${named.join(", ")})`, oneLine(description)];
  });
  terminal.out(`${aligned(rows).join("\n")}\n`);
  return 0;
}
