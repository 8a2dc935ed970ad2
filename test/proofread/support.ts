import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { paragraphsOf as linesOf } from "../../src/hosts/file/paragraphs";
import { decodeText } from "../../src/hosts/file/decode";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import type { Against } from "../../src/proofread/book";
import { proofread } from "../../src/proofread/proofread";
import type { ProofFinding, ProofreadReport } from "../../src/proofread/report";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Mutation } from "./mutations";

export const SHARED = path.resolve(__dirname, "../../../shared");
export const describeShared = existsSync(SHARED) ? describe : describe.skip;

export const paragraphsOf = (file: string): string[] => linesOf(decodeText(new Uint8Array(readFileSync(file))) ?? "");

/** The sample's own report, spaced and broken as PDFs hand texts over, with the faults of `PLANTED` in it. */
export const sampleText = (): string[] => paragraphsOf(path.join(__dirname, "texts/2026-12.txt"));

const LEVY = "主要原因是本年在职人员较上年减少，缴费人数相应减少";
const CARRIED = [
  "十二、 关于示例市人民政府办公室 2026 年上年结转结余预算情况说明",
  "示例市人民政府办公室 2026 年没有上年结转结余预算安排的支出，上年结转结余情况表为空表。",
  "十三、其他重要事项的情况说明",
];

/** The faults planted in the text by hand (kinds of docs/rules.md C): what stands there, and what puts it right. */
export const PLANTED: readonly (readonly [planted: string, right: string])[] = [
  ["实有人数 50 人", "实有人数 91 人"],
  ["差旅费、福利费等", "差旅费等"],
  ["（类）72.49 万元，占 5.84%", "（类）72.49 万元，占 5.94%"],
  ["，办公经费一并压减", ""],
  ["技术与开发（款）", "技术研究与开发（款）"],
  ["主要原因是上年在职人员调出 3 人，医保缴费随之减少", LEVY],
  ["增加1.49万元，下降11.30%", "减少1.49万元，下降11.30%"],
  ["减少6.99万元，下降8.45%", "减少6.69万元，下降8.45%"],
  ["设立的政策依据：（一）项目名称：政务服务热线运行服务费\n", ""],
  ["示例市热线办发【2024】18 号", "示例市热线办发〔2024〕18 号"],
  ["项目承担单位：示例市政务服务中心\n预算安排规模：62.00 万元\n项目承担单位：示例市政务服务中心\n", "项目承担单位：示例市政务服务中心\n"],
  ["话务坐席 38 万元", "话务坐席 36 万元"],
  ["2024 年与 2026 年均未安排因公", "2025 年与 2026 年均未安排因公"],
  ["派车实行统一调度，合理压缩用车开支", "车辆数与上年相同"],
  ["政务服务热线运营服务费", "政务服务热线运行服务费"],
  ["\n知识库同步给备窗口", "\n知识库同步给各窗口"],
  ["，知识库同步给备窗口", "，知识库同步给各窗口"],
  ["十二、其他重要事项的情况说明", CARRIED.join("\n")],
  ["主要原因是本年新增职业年金，租赁费也改由公用经费列支", "主要原因是租赁费改由公用经费列支，公用经费增加"],
  ["部门价值单价 50", "单位价值单价 50"],
  ["部门单价 100 万元以上大型设备 1 台", "单位单价 100 万元以上大型设备 1 台"],
  ["13900000000", "（略）"],
  ["乡镇（镇、场）", "乡（镇、场）"],
  ["本级安排\t1,221.42", "本级安排\t1,219.43"],
  ["其他\t0.00", "其他\t1.99"],
  ["不少于 40 件已按时答复", "不少于 40 件"],
  ["≥ 600 件", "≥ 600 条"],
  ["2026 年 XX 月 XX 日", "2026 年 2 月 10 日"],
];

/** The sample's text with what was planted put right. */
export const rightText = (): string[] =>
  PLANTED.reduce((text, [planted, right]) => {
    if (!text.includes(planted)) throw new Error(`not in the text: ${planted}`);
    return text.replace(planted, right);
  }, sampleText().join("\n")).split("\n");

export async function book(file: string, { inputs = true } = {}): Promise<Against> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
  const kept = inputs ? workbook : { ...workbook, sheets: workbook.sheets.filter(({ name }) => !name.startsWith("填报")) };
  return { recognised: recogniseWorkbook(kept), inputs: readInputs(kept) };
}

const SAMPLE = path.join(__dirname, "../../samples/2026-12.xlsx");
const [whole, bare] = [book(SAMPLE), book(SAMPLE, { inputs: false })];
export const sampleBook = ({ inputs = true } = {}): Promise<Against> => (inputs ? whole : bare);

/** "error figure 1,221.42→1,219.43", spaces left out. */
export const line = ({ severity, category, quote, expected }: ProofFinding): string =>
  `${severity} ${category} ${quote.replace(/\s/g, "")}→${expected}`;

export const serious = (report: ProofreadReport): readonly ProofFinding[] => report.findings.filter(({ severity }) => severity !== "info");

/** Amounts and shares of the sentences of 第三部分 that nothing proved; 第一部分, the indicators and reasons state what no table has. */
export const openFigures = ({ coverage, paragraphs }: ProofreadReport): readonly string[] =>
  coverage.unchecked.flatMap(({ paragraph, quote }) =>
    paragraphs[paragraph - 1]?.part === 3 && !paragraphs[paragraph - 1]?.text.includes("\t") && /元|%|平方米|辆|台/.test(quote)
      ? [quote]
      : [],
  );

const NOTHING = {};
const reports = new WeakMap<object, Map<string, ProofreadReport>>();

/** What is said of a text that many cases begin with: proofread once. */
export function unchanged(paragraphs: readonly string[], against: Against | null): ProofreadReport {
  const known = reports.get(against ?? NOTHING) ?? new Map<string, ProofreadReport>();
  reports.set(against ?? NOTHING, known);
  const key = paragraphs.join("\n");
  const report = known.get(key) ?? proofread(paragraphs, against);
  known.set(key, report);
  return report;
}

/** Proofreads the text with one paragraph's words changed; all findings that were not there before. */
export function fresh(paragraphs: readonly string[], against: Against | null, from: string, to: string): readonly ProofFinding[] {
  const at = paragraphs.findIndex((text) => text.includes(from));
  if (at < 0) throw new Error(`not in the text: ${from}`);
  const before = new Set(unchanged(paragraphs, against).findings.map(({ key, paragraph }) => `${key}${String(paragraph)}`));
  const changed = paragraphs.map((text, index) => (index === at ? text.replace(from, to) : text));
  return proofread(changed, against).findings.filter(({ key, paragraph }) => !before.has(`${key}${String(paragraph)}`));
}

/** Which mutations bring no new finding that marks the words changed. */
export function undetected(paragraphs: readonly string[], against: Against, mutations: readonly Mutation[]): readonly string[] {
  const before = new Set(unchanged(paragraphs, against).findings.map(({ key, paragraph }) => `${key}${String(paragraph)}`));
  return mutations.flatMap(({ paragraph, text, start, end, how }) => {
    const report = proofread(
      paragraphs.map((original, index) => (index === paragraph ? text : original)),
      against,
    );
    const marks = report.paragraphs[paragraph]?.marks ?? [];
    const found = marks.some((mark) => {
      const finding = report.findings[mark.finding];
      return finding !== undefined && mark.start < end && mark.end > start && !before.has(`${finding.key}${String(finding.paragraph)}`);
    });
    return found ? [] : [`¶${String(paragraph + 1)} ${how}`];
  });
}

/** Positions of the sentences of 第三部分, without tables and project or reason prose where `own` is given. */
export function sentences(report: ProofreadReport): readonly number[] {
  return report.paragraphs.flatMap(({ part, text }, index) => (part === 3 && !text.includes("\t") ? [index] : []));
}
