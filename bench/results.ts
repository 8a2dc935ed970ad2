/**
 * The figures of a benchmark as one table: what it prints, what `npm run bench -- --keep` keeps in bench/results, and what
 * docs/accuracy.md and docs/performance.md show.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Where the runner wants the figures of its benchmarks. */
const FOLDER = process.env["BENCH_RESULTS"];

export interface Figures {
  /** What was measured, and on what. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Result {
  /** The benchmark's name: `npm run bench NAME` measures it again. */
  readonly bench: string;
  readonly day: string;
  readonly machine: string;
  readonly tables: readonly Figures[];
}

const width = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (/[⺀-￯]/.test(letter) ? 2 : 1), 0);

/** A table for a terminal: its first column to the left, the others to the right. */
export function printed({ title, columns, rows }: Figures): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => width(row[at] ?? ""))));
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => [text, " ".repeat((widths[at] ?? 0) - width(text))])
      .map(([text = "", room = ""], at) => (at === 0 ? text + room : room + text))
      .join("  ");
  return ["", title, ...all.map(line)].join("\n");
}

const machine = (): string => {
  const [processor] = os.cpus();
  const [load = 0] = os.loadavg();
  return `${processor?.model.trim() ?? "?"}，${String(os.cpus().length)} 核，Node.js ${process.versions.node}，开始时负载 ${load.toFixed(1)}`;
};
const where = machine();

/** Prints a table of a benchmark's figures; hands it to the runner where there is one. */
export function tell(bench: string, figures: Figures): void {
  console.log(printed(figures));
  if (FOLDER === undefined) return;
  const file = path.join(FOLDER, `${bench}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result).tables : [];
  const tables = [...before.filter(({ title }) => title !== figures.title), figures];
  const result: Result = { bench, day: new Date().toISOString().slice(0, 10), machine: where, tables };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
}

/** A speed, and what it is held against in the same run. */
export type Speed = readonly [what: string, figure: string, beside: string];

export const tellSpeeds = (bench: string, title: string, rows: readonly Speed[]): void =>
  tell(bench, { title, columns: ["量什么", "结果", "与什么比（同一次运行）"], rows });

/** Milliseconds of processor that some work takes: on a busy machine truer than the clock. */
export async function processorOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** "99.8 %"; "–" of nothing. */
export const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

/** At most so many of each kind, spread evenly over those there are. */
export function fewOfEach<T>(all: readonly T[], kindOf: (one: T) => string, most: number): readonly T[] {
  const kinds = new Map<string, T[]>();
  for (const one of all) kinds.set(kindOf(one), [...(kinds.get(kindOf(one)) ?? []), one]);
  return [...kinds.values()].flatMap((list) => {
    const every = Math.max(1, Math.ceil(list.length / most));
    return list.filter((_, at) => at % every === every >> 1);
  });
}
