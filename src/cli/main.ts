import path from "node:path";
import { DoorProblem } from "../hosts/door";
import { manyCommand, parseCommand, type Command } from "./arguments";
import type { Checkers } from "./check-threads";
import { faultMessage, type Terminal } from "./terminal";
import { UsageProblem } from "./usage-problem";
import { isMany } from "./workbook-files";

/** All stand beside each other as the build lays them out. */
const beside = (name: string): string => path.join(__dirname, name);

/** Checks in threads: nothing that checks is loaded here. */
async function check(terminal: Terminal, command: Extract<Command, { name: "check" }>): Promise<number> {
  const [{ check }, checkers] = await Promise.all([import("./check"), threads()]);
  return check(terminal, command, checkers);
}

async function threads(): Promise<Checkers> {
  const [{ inThreads }, { tuneForThreads }] = await Promise.all([import("./check-threads"), import("./tune-for-threads")]);
  tuneForThreads();
  return inThreads(beside("checker.cjs"));
}

/** Files that are read here are read in a thread of their own. */
async function readApart(): Promise<void> {
  const { readApart } = await import("../hosts/file/node");
  readApart(beside("reader.cjs"));
}

/** Each command is loaded when it is asked for, and nothing else. */
async function run(terminal: Terminal, command: Command): Promise<number> {
  switch (command.name) {
    case "check":
      return check(terminal, command);
    case "against": {
      const { file, other, json } = command;
      if ((await isMany(file)) || (await isMany(other))) return check(terminal, manyCommand([file], { json, lastRound: other }));
      await readApart();
      return (await import("./against")).against(terminal, command);
    }
    case "lastYear": {
      const { file, last, json } = command;
      if ((await isMany(file)) || (await isMany(last))) return check(terminal, manyCommand([file], { json, lastYear: last }));
      await readApart();
      return (await import("./last-year")).lastYear(terminal, command);
    }
    case "units": {
      const checkers = await threads();
      await readApart();
      return (await import("./units")).units(terminal, command, checkers);
    }
    case "merge":
      return (await import("./merge")).merge(terminal, command);
    case "narrate":
      await readApart();
      return (await import("./narrate")).narrate(terminal, command);
    case "template":
      return (await import("./template")).template(terminal, command);
    case "subjects":
      await readApart();
      return (await import("./subjects")).subjects(terminal, command);
    case "functions":
      return (await import("./functions")).functions(terminal, beside("functions.json"));
    case "help":
      terminal.out((await import("./usage")).USAGE);
      return 0;
    case "proofread":
      await readApart();
      return (await import("./proofread")).proofread(terminal, command);
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
    command = await parseCommand(argv);
    return await run(terminal, command);
  } catch (error) {
    if (error instanceof UsageProblem) terminal.err(`${error.message}\n\n${(await import("./usage")).USAGE}`);
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

void main(terminal, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
