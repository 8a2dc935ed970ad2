import { readFileSync } from "node:fs";
import path from "node:path";
import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook, unchanged } from "./support";

/**
 * texts/goals.txt: performance sheets of invented projects, their goal, their indicators (name, value, last year's), and what a place
 * of them is changed into (⇥ parts cells): + the goal and an indicator no longer agree, - they still do, or speak of different things.
 */
const SHEETS = readFileSync(path.join(__dirname, "texts/goals.txt"), "utf8")
  .replace(/⇥/g, "\t")
  .split(/^== /m)
  .slice(1)
  .map((block) => {
    const [name = "", goal = "", ...lines] = block.trimEnd().split("\n");
    const isChange = (line: string): boolean => /^[+-] /.test(line);
    return {
      name,
      goal: goal.replace(/^goal /, ""),
      indicators: lines.filter((line) => !isChange(line)).map(rowOf),
      changes: lines.filter(isChange).map((line) => ({
        what: line.slice(2),
        wrong: line.startsWith("+"),
        parts: line.slice(2).split("=>"),
      })),
    };
  });

interface Row {
  readonly name: string;
  readonly value: string;
  readonly prior: string;
}

function rowOf(line: string): Row {
  const [, name = "", value = "", prior = ""] = /^(\S+) (\S+(?: [^\d\s]\S*)?) (\S+(?: \S+)?)$/.exec(line) ?? [];
  return { name, value, prior };
}

/** How a report holds the goal: in the cell beside its label; torn over lines as a PDF hands it over; over several rows. */
const LAYOUTS: Readonly<Record<string, (goal: string) => string>> = {
  "in its cell": (goal) => `项目总体目标\t\t${goal}\t\t\t\t\t\t`,
  "torn over lines": (goal) => {
    const cut = goal.indexOf("，", 12) + 1;
    return `项目总体目标\t\t${goal.slice(0, cut)}\n${goal.slice(cut)}`;
  },
  "over two rows": (goal) => {
    const cut = goal.indexOf("，", 12) + 1;
    return `年度绩效目标\t\t\t${goal.slice(0, cut)}\t\t\t\n\t\t\t${goal.slice(cut)}\t\t\t`;
  },
};

function textOf({ goal, indicators }: (typeof SHEETS)[number], layout: (goal: string) => string): string {
  const weights = indicators.map((_, index) => (index === 0 ? 70 - 10 * (indicators.length - 1) : 10));
  const rows = indicators.map(
    ({ name, value, prior }, index) =>
      `${index === 0 ? "产出指标\t数量指标" : "\t"}\t${name}\t${value}\t年度计划\t${prior}\t${String(weights[index])}\t按比例计分\t工作台账`,
  );
  const text = rightText().join("\n");
  const from = text.indexOf("项目总体目标");
  const to = text.indexOf("\n（五）", from);
  return `${text.slice(0, from)}${layout(goal)}
一级指标\t二级指标\t三级指标\t指标值\t指标值设置依据\t上年完成值\t指标分值权重\t指标赋分规则\t佐证资料
${rows.join("\n")}
成本指标\t经济成本指标\t项目总成本\t<=62 万元\t年度计划\t58 万元\t20\t按比例计分\t合同和发票${text.slice(to)}`;
}

const said = (text: string, against: Awaited<ReturnType<typeof sampleBook>>): readonly string[] =>
  unchanged(text.split("\n"), against)
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ message, paragraph }) => `${String(paragraph)} ${message}`);

const layouts = Object.entries(LAYOUTS);

describe.each(layouts)("goals beside indicators, the goal %s", (_, layout) => {
  test.each(SHEETS)("$name: as it stands nothing is told", async (sheet) => {
    const against = await sampleBook();
    const own = said(textOf({ ...sheet, goal: "有序推进各项工作。" }, layout), against);
    expect(said(textOf(sheet, layout), against).filter((one) => !own.includes(one))).toEqual([]);
  });
});

/** Every change in one of the layouts, in turn. */
const CHANGES = SHEETS.flatMap((sheet) => sheet.changes.map((change) => ({ sheet, ...change }))).map((change, turn) => {
  const [where = "", layout = (goal: string) => goal] = layouts[turn % layouts.length] ?? [];
  return { ...change, name: change.sheet.name, where, layout };
});

test.each(CHANGES)(
  "goals beside indicators, $name, the goal $where: $what",
  async ({ sheet, wrong, parts: [from = "", to = ""], layout }) => {
    const against = await sampleBook();
    const text = textOf(sheet, layout);
    expect(text).toContain(from);
    const before = said(text, against);
    const found = proofread(text.replace(from, to).split("\n"), against)
      .findings.filter(({ severity }) => severity !== "info")
      .filter(({ message, paragraph }) => !before.includes(`${String(paragraph)} ${message}`));
    expect(found.map(({ message }) => message)).toHaveLength(wrong ? 1 : 0);
  },
);
