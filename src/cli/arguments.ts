import { parseArgs } from "node:util";
import type { LetterChoice } from "../desk/letters";
import { UsageProblem } from "./usage-problem";

export type NarrateFormat = "text" | "html" | "docx" | "json";

/** What the user asked for, complete and valid. */
export type Command =
  | { readonly name: "help" }
  | {
      readonly name: "check";
      readonly files: readonly string[];
      readonly json: boolean;
      /** Where the desk is written; null where it is not. */
      readonly report: string | null;
      readonly shard: Shard | null;
      readonly more: CheckMore;
    }
  /** Two rounds of one file, or the approved and the published one. */
  | { readonly name: "against"; readonly file: string; readonly other: string; readonly json: boolean }
  | { readonly name: "lastYear"; readonly file: string; readonly last: string; readonly json: boolean }
  /** A department against the sum of its units. */
  | { readonly name: "units"; readonly file: string; readonly folder: string; readonly json: boolean }
  /** Result lines of earlier runs, put together into one desk. */
  | { readonly name: "merge"; readonly lines: readonly string[]; readonly report: string | null; readonly more: DeskOptions }
  | {
      readonly name: "narrate";
      readonly file: string;
      readonly format: NarrateFormat;
      readonly output: string | null;
      /** The whole report rather than 第三部分 alone. */
      readonly whole: boolean;
    }
  | {
      readonly name: "proofread";
      readonly file: string | null;
      readonly texts: readonly string[];
      readonly json: boolean;
      readonly report: string | null;
    }
  | {
      readonly name: "template";
      readonly year: number;
      readonly kind: "部门" | "单位";
      readonly family: string;
      readonly tables: number;
      readonly output: string;
    }
  | { readonly name: "subjects"; readonly files: readonly string[]; readonly output: string | null }
  | { readonly name: "functions" };

/** What people decided, and what the offices are told. */
export interface DeskOptions {
  /** Files of decisions (审核意见.json), to be put together. */
  readonly decisions: readonly string[];
  /** The folder that the letters to the offices are written to; null where none are. */
  readonly letters: string | null;
  readonly choice: LetterChoice;
}

/** What many files are held against besides each other: folders, or the results of the round before (.ndjson). */
export interface CheckMore extends DeskOptions {
  readonly lastRound: string | null;
  readonly lastYear: string | null;
}

/** The k-th of n parts of the files, from 1: every n-th file. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

type Value = string | boolean | readonly string[] | undefined;

interface Given {
  readonly values: Readonly<Record<string, Value>>;
  readonly files: readonly string[];
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const OPTIONS: Readonly<Record<string, Readonly<Record<string, typeof text | typeof texts | typeof flag>>>> = {
  check: {
    json: flag,
    report: text,
    shard: text,
    merge: flag,
    against: text,
    "last-year": text,
    units: text,
    decisions: texts,
    letters: text,
    "only-accepted": flag,
  },
  narrate: { format: text, output: text, whole: flag },
  proofread: { text: texts, json: flag, report: text },
  template: { year: text, kind: text, family: text, tables: text, output: text },
  subjects: { collect: flag, output: text },
  functions: {},
};

function given(command: string, options: NonNullable<(typeof OPTIONS)[string]>, rest: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: { ...options, help: flag }, allowPositionals: true });
    return { values, files: positionals };
  } catch (cause) {
    const message = String(cause);
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
    throw new UsageProblem(
      message.includes("Unknown option") ? `${command} 没有 ${option} 这个参数。` : `参数 ${option} 的写法有误：请在它后面给出内容。`,
      { cause },
    );
  }
}

function oneFile(command: string, files: readonly string[]): string {
  const [file] = files;
  if (file === undefined) throw new UsageProblem(`请给出要处理的工作簿，如：budget ${command} 预算公开表.xlsx`);
  if (files.length > 1) throw new UsageProblem(`${command} 一次只处理一个文件，现在给了 ${String(files.length)} 个。`);
  return file;
}

/** The option's value as one of those allowed. */
function choice<T extends string>(option: string, value: Value, allowed: readonly T[], usual?: T): T {
  const found = value === undefined ? usual : allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UsageProblem(`请给出 --${option}：${allowed.join(" 或 ")}${typeof value === "string" ? `（现在是“${value}”）` : ""}。`);
  return found;
}

function required(option: string, value: Value, example: string): string {
  if (typeof value !== "string" || value === "") throw new UsageProblem(`请给出 --${option}，如：--${option} ${example}`);
  return value;
}

/** An option that may be given several times. */
function paths(option: string, value: Value, example: string): readonly string[] {
  const found = (Array.isArray(value) ? (value as readonly string[]) : []).filter((path) => path !== "");
  if (found.length === 0) throw new UsageProblem(`请给出 --${option}，如：--${option} ${example}`);
  return found;
}

/** Where the findings are to be written; null where they are not. */
function reportPath(value: Value, given: readonly string[]): string | null {
  if (value === undefined) return null;
  const path = required("report", value, "核对意见.xlsx");
  if (!/\.(?:docx|xlsx|html)$/i.test(path)) throw new UsageProblem("--report 写成 .docx（带批注的原文）、.xlsx 或 .html。");
  if (given.length > 1) throw new UsageProblem(`--report 一次只写一份报告的意见，现在给了 ${String(given.length)} 个 --text。`);
  return path;
}

const REPORT_FILE = /\.(?:docx?|pdf|html?|txt)$/i;

/** Where the desk is to be written; null where it is not. */
function deskPath(value: Value): string | null {
  if (value === undefined) return null;
  const path = required("report", value, "审核结果.xlsx");
  if (!/\.(?:xlsx|html)$/i.test(path)) throw new UsageProblem("check 的 --report 写成 .xlsx 或 .html。");
  return path;
}

function shardOf(value: Value): Shard | null {
  if (value === undefined) return null;
  const [, part, of] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(required("shard", value, "1/4")) ?? [];
  if (part === undefined || of === undefined || Number(part) > Number(of))
    throw new UsageProblem(`--shard 写成 第几份/共几份，如 --shard 1/4（现在是“${String(value)}”）。`);
  return { part: Number(part), of: Number(of) };
}

/** One file held against one other, or against many; null where it is many that are held, or nothing is asked of the kind. */
function heldCommand(values: Given["values"], files: readonly string[]): Command | null {
  const asked = (["against", "last-year", "units"] as const).filter((option) => values[option] !== undefined);
  const [option, another] = asked;
  if (!option) return null;
  if (asked.includes("units") && another) throw new UsageProblem(`--units 和 --${option} 请分两次做。`);
  const alone = ["report", "shard", "decisions", "letters"].filter((one) => values[one] !== undefined);
  if (option === "units" && alone.length > 0) throw new UsageProblem(`--units 不和 --${alone.join("、--")} 一起用。`);
  const other = required(option, values[option], option === "units" ? "单位文件夹" : "上一稿文件夹");
  if (option !== "units" && (files.length > 1 || another || alone.length > 0)) return null;
  const [file, json] = [oneFile(`check --${option}`, files), values["json"] === true];
  switch (option) {
    case "against":
      return { name: "against", file, other, json };
    case "last-year":
      return { name: "lastYear", file, last: other, json };
    case "units":
      return { name: "units", file, folder: other, json };
  }
}

function deskOptions(values: Given["values"]): DeskOptions {
  const decisions = values["decisions"] === undefined ? [] : paths("decisions", values["decisions"], "审核意见.json");
  const letters = values["letters"] === undefined ? null : required("letters", values["letters"], "审核意见");
  const accepted = values["only-accepted"] === true;
  if (accepted && letters === null) throw new UsageProblem("--only-accepted 和 --letters 一起用：只写采纳的意见。");
  return { decisions, letters, choice: accepted ? "accepted" : "unrejected" };
}

/** A check of many files, and what they are held against. */
export function manyCommand(
  files: readonly string[],
  more: Partial<CheckMore> & { readonly json?: boolean; readonly report?: string | null; readonly shard?: Shard | null },
): Extract<Command, { name: "check" }> {
  const { json = false, report = null, shard = null, ...rest } = more;
  const usual: CheckMore = { decisions: [], letters: null, choice: "unrejected", lastRound: null, lastYear: null };
  return { name: "check", files, json, report, shard, more: { ...usual, ...rest } };
}

function checkCommand(values: Given["values"], files: readonly string[]): Command {
  const report = deskPath(values["report"]);
  const json = values["json"] === true;
  if (values["merge"] === true) {
    if (files.length === 0) throw new UsageProblem("请给出要合并的结果文件，如：budget check --merge 结果1.ndjson 结果2.ndjson");
    const others = ["json", "shard", "against", "last-year", "units"].filter((option) => values[option] !== undefined);
    if (others.length > 0) throw new UsageProblem(`--merge 不和 --${others.join("、--")} 一起用。`);
    return { name: "merge", lines: files, report, more: deskOptions(values) };
  }
  const held = heldCommand(values, files);
  if (held) return held;
  if (files.length === 0) throw new UsageProblem("请给出要校验的工作簿，如：budget check 预算公开表.xlsx");
  const options = deskOptions(values);
  if (json && (options.decisions.length > 0 || options.letters !== null))
    throw new UsageProblem("--json 不和 --decisions、--letters 一起用：先写出结果，再用 --merge 合并时给出。");
  const folder = (option: string): string | null => (values[option] === undefined ? null : required(option, values[option], "文件夹"));
  const more = { ...options, lastRound: folder("against"), lastYear: folder("last-year") };
  return manyCommand(files, { json, report, shard: shardOf(values["shard"]), ...more });
}

function yearOf(value: Value): number {
  const year = required("year", value, "2026");
  if (!/^20\d\d$/.test(year)) throw new UsageProblem(`年度应为四位数字，如 2026（现在是“${year}”）。`);
  return Number(year);
}

/** Whose form, by the family's name, and of how many tables: to be said where the family has had several numbers. */
async function formOf(family: Value, tables: Value): Promise<{ readonly family: string; readonly tables: number }> {
  // The forms come with all their tables: whoever wants to check or to read does not wait for them.
  const forms = (await import("../book/blank-workbook")).blankForms();
  const names = forms.map((form) => form.family.name);
  const name = choice("family", family, names, names[0]);
  const form = forms.find((one) => one.family.name === name);
  const counts = (form?.tables ?? []).map(String);
  return { family: form?.family.id ?? "", tables: Number(choice("tables", tables, counts, counts.length === 1 ? counts[0] : undefined)) };
}

/** Reads the arguments after the program's name. Rejects with `UsageProblem`, in Chinese, when they cannot be followed. */
export async function parseCommand(argv: readonly string[]): Promise<Command> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return { name: "help" };
  const options = OPTIONS[name];
  if (!options) throw new UsageProblem(`没有“${name}”这个命令。`);
  const { values, files } = given(name, options, rest);
  if (values["help"] === true) return { name: "help" };
  const output = typeof values["output"] === "string" ? values["output"] : null;
  switch (name) {
    case "check":
      return checkCommand(values, files);
    case "narrate": {
      const format = choice("format", values["format"], ["text", "html", "docx", "json"], "text");
      if (format === "docx" && output === null) throw new UsageProblem("生成 Word 文件时请给出 --output，如：--output 预算情况说明.docx");
      const whole = values["whole"] === true;
      if (whole && format !== "docx")
        throw new UsageProblem("整份报告只写成 Word 文件：请同时给出 --format docx --output 预算公开报告.docx");
      return { name, file: oneFile(name, files), format, output, whole };
    }
    case "proofread": {
      // A report by itself needs no --text: it is no workbook.
      const alone = values["text"] === undefined && files.length > 0 && files.every((file) => REPORT_FILE.test(file));
      const given = alone ? files : paths("text", values["text"], "预算公开报告.docx");
      return {
        name,
        file: alone || files.length === 0 ? null : oneFile(name, files),
        texts: given,
        json: values["json"] === true,
        report: reportPath(values["report"], given),
      };
    }
    case "template": {
      const { family, tables } = await formOf(values["family"], values["tables"]);
      const kind = choice("kind", values["kind"], ["部门", "单位"]);
      return { name, year: yearOf(values["year"]), kind, family, tables, output: required("output", values["output"], "预算公开表.xlsx") };
    }
    case "subjects":
      if (values["collect"] !== true || files.length === 0)
        throw new UsageProblem("请给出要收集科目的工作簿，如：budget subjects --collect 预算公开表.xlsx");
      return { name, files, output };
    default:
      return { name: "functions" };
  }
}
