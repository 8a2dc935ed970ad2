import path from "node:path";
import { DoorProblem } from "../hosts/door";
import { parseCommand, type Command } from "./arguments";
import { check } from "./check";
import { functions } from "./functions";
import { narrate } from "./narrate";
import { proofread } from "./proofread";
import { subjects } from "./subjects";
import { template } from "./template";
import { faultMessage, type Terminal } from "./terminal";
import { USAGE, UsageProblem } from "./usage";

async function run(terminal: Terminal, command: Command): Promise<number> {
  switch (command.name) {
    case "check":
      return check(terminal, command);
    case "narrate":
      return narrate(terminal, command);
    case "template":
      return template(terminal, command);
    case "subjects":
      return subjects(terminal, command);
    case "functions":
      return functions(terminal, path.join(__dirname, "functions.json"));
    case "help":
      terminal.out(USAGE);
      return 0;
    case "proofread":
      return proofread(terminal, command);
  }
}

async function main(terminal: Terminal, argv: readonly string[]): Promise<number> {
  try {
    return await run(terminal, parseCommand(argv));
  } catch (error) {
    if (error instanceof UsageProblem) terminal.err(`${error.message}\n\n${USAGE}`);
    else if (error instanceof DoorProblem) terminal.err(`${error.message}\n`);
    else terminal.err(`${faultMessage(error)}\n`);
    return 2;
  }
}

// A reader that has seen enough (head, less) closes the pipe; that is no error.
process.stdout.on("error", () => process.exit());

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
};

void main(terminal, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
