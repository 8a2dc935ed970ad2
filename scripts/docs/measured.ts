/** docs/accuracy.md and docs/performance.md: the figures that the benchmarks kept in bench/results, with the command for each. */
import { existsSync, readFileSync } from "node:fs";
import type { Figures, Result } from "../../bench/results";

interface Part {
  readonly bench: string;
  readonly about: string;
}

interface Page {
  readonly title: string;
  readonly introduction: string;
  readonly parts: readonly Part[];
}

const COMMON =
  "本页由程序生成（`npm run docs`），数是 `npm run bench -- 名称 --keep` 量出来、留在 `bench/results` 里的。每一节写明用哪条命令重新量；没有公开工作簿的机器上，只用示例量。";

const accuracy: Page = {
  title: "准确率",
  introduction: `${COMMON}\n\n做法都一样：拿数都对的工作簿或说明，放进一处错，看查不查得出、第一条指的是不是它、有没有别的地方被误报。工作簿和说明是公开的文件，只写是哪里、哪一年、多少张表，不写单位。“示例：”开头的是随程序发的示例。`,
  parts: [
    {
      bench: "faults",
      about:
        "工作簿里放进十四种错，每本每种至多两处。公式能看到的错，要求查出 99 %，第一条就指对 95 %，误报 0。“第一条就指对”只数工作簿里原来没有别的错的。",
    },
    {
      bench: "cells",
      about: "改一格、几格、整行。“第一个就是它”：最可能填错的一格正是改过的那一格；“应有的数也对”：给出的数就是原来的数。都是查出的里面占多少。",
    },
    {
      bench: "strangers",
      about: "数都对，样子陌生：换标题、换次序、缺表、整套用别处的表题。要求不误报，不认得的要说出来；没有读懂的不审核，所以执行的审核会少。",
    },
    {
      bench: "mutations",
      about:
        "说明里放进二十二种错，每份每种至多两处。“在原处查出”：标出的字正是改过的字；“改正的数不对”：给出的改正不是原来的字。公开的说明自己有错的地方，程序给的是表上的数，这里也算不对。",
    },
  ],
};

const performance: Page = {
  title: "速度",
  introduction: `${COMMON}\n\n时间随机器和当时的忙闲变，所以每一项都与同一次运行里的别的东西比：文件库读同一个文件，decimal.js 做同样的运算，只用界面库画同样的标题。`,
  parts: [
    { bench: "recognise", about: "认出各张表、各列、各行。" },
    { bench: "read-file", about: "读 .xlsx 文件。" },
    { bench: "checks", about: "执行全部审核，指出最可能错的格。" },
    { bench: "narrative", about: "写出说明和报告。" },
    { bench: "proofread", about: "一份整份的报告与工作簿逐句核对。" },
    { bench: "report", about: "读写好的报告，逐表、逐句看一遍。" },
    { bench: "desk", about: "许多单位一起审核。" },
    { bench: "functions", about: "自定义函数。" },
    { bench: "saving", about: "把改过的一格写回很大的文件。" },
    { bench: "recalculation", about: "网页工作台里改一个数，到看见结果。" },
    { bench: "first-paint", about: "网页工作台打开得多快。" },
  ],
};

const cell = (text: string): string => text.replaceAll("|", "\\|");
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = ({ title, columns, rows }: Figures): string =>
  [`**${title}**`, "", line(columns), line(columns.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");

function part({ bench, about }: Part): string {
  const file = `bench/results/${bench}.json`;
  const command = `重新量：\`npm run bench -- ${bench} --keep\``;
  if (!existsSync(file)) return `## ${bench}\n\n${about}\n\n还没有留下量过的数。${command}`;
  const { day, machine, tables } = JSON.parse(readFileSync(file, "utf8")) as Result;
  return [`## ${bench}`, about, `量于 ${day}，${machine}。${command}`, ...tables.map(table)].join("\n\n");
}

const pageOf = ({ title, introduction, parts }: Page): string => `${[`# ${title}`, introduction, ...parts.map(part)].join("\n\n")}\n`;

export const accuracyPage = (): string => pageOf(accuracy);
export const performancePage = (): string => pageOf(performance);
