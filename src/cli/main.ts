import path from "node:path";
import { DoorProblem } from "../hosts/door";
import { readApart } from "../hosts/file/node";
import { manyCommand, parseCommand, type Command } from "./arguments";
import { against } from "./against";
import { check } from "./check";
import { inThreads, type Checkers } from "./check-threads";
import { isMany } from "./desk-more";
import { functions } from "./functions";
import { lastYear } from "./last-year";
import { merge } from "./merge";
import { narrate } from "./narrate";
import { proofread } from "./proofread";
import { subjects } from "./subjects";
import { template } from "./template";
import { tuneForThreads } from "./tune-for-threads";
import { units } from "./units";
import { faultMessage, type Terminal } from "./terminal";
import { USAGE, UsageProblem } from "./usage";

/** All stand beside each other as the build lays them out. */
function threads(): Checkers {
  tuneForThreads();
  return inThreads(path.join(__dirname, "checker.cjs"));
}

async function run(terminal: Terminal, command: Command): Promise<number> {
  switch (command.name) {
    case "check":
      return check(terminal, command, threads());
    case "against": {
      const { file, other, json } = command;
      const many = (await isMany(file)) || (await isMany(other));
      return many ? check(terminal, manyCommand([file], { json, lastRound: other }), threads()) : against(terminal, command);
    }
    case "lastYear": {
      const { file, last, json } = command;
      const many = (await isMany(file)) || (await isMany(last));
      return many ? check(terminal, manyCommand([file], { json, lastYear: last }), threads()) : lastYear(terminal, command);
    }
    case "units":
      return units(terminal, command, threads());
    case "merge":
      return merge(terminal, command);
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

const STEPS = {
  help: "说明",
  check: "校验",
  against: "对照",
  lastYear: "核对上年数",
  units: "加总",
  merge: "合并",
  narrate: "生成说明",
  proofread: "核对",
  template: "新建",
  functions: "列出函数",
  subjects: "收集科目",
} as const;

/** The file that a command is about, for messages. */
const fileOf = (command: Command | null): string =>
  command === null ? "" : "file" in command ? (command.file ?? "") : "output" in command ? (command.output ?? "") : "";

async function main(terminal: Terminal, argv: readonly string[]): Promise<number> {
  let command: Command | null = null;
  try {
    command = parseCommand(argv);
    return await run(terminal, command);
  } catch (error) {
    if (error instanceof UsageProblem) terminal.err(`${error.message}\n\n${USAGE}`);
    else if (error instanceof DoorProblem) terminal.err(`${error.message}\n`);
    else terminal.err(`${faultMessage(command === null ? "执行" : STEPS[command.name], fileOf(command), error)}\n`);
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

readApart(path.join(__dirname, "reader.cjs"));

void main(terminal, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
