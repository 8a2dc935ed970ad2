import { manyCommand, parseCommand } from "../../src/cli/arguments";
import { UsageProblem } from "../../src/cli/usage-problem";

const more = manyCommand([], {}).more;
const options = { decisions: [], letters: null, choice: "unrejected" };

it.each<[string, unknown]>([
  ["", { name: "help" }],
  ["--help", { name: "help" }],
  ["check --help", { name: "help" }],
  ["check a.xlsx", manyCommand(["a.xlsx"], {})],
  ["check b.et a.xlsx --json", manyCommand(["b.et", "a.xlsx"], { json: true })],
  ["check --json a.xlsx", manyCommand(["a.xlsx"], { json: true })],
  ["check 目录 --report 审核.html", { name: "check", files: ["目录"], json: false, report: "审核.html", shard: null, more }],
  ["check 目录 --json --shard 3/8", { name: "check", files: ["目录"], json: true, report: null, shard: { part: 3, of: 8 }, more }],
  ["check --merge 1.ndjson 2.ndjson --report b.xlsx", { name: "merge", lines: ["1.ndjson", "2.ndjson"], report: "b.xlsx", more: options }],
  [
    "check 目录 --decisions 甲.json --decisions 乙.json --letters 意见 --only-accepted",
    manyCommand(["目录"], { decisions: ["甲.json", "乙.json"], letters: "意见", choice: "accepted" }),
  ],
  [
    "check a.xlsx b.xlsx --against 上一稿 --last-year 上年 --report c.xlsx",
    manyCommand(["a.xlsx", "b.xlsx"], { lastRound: "上一稿", lastYear: "上年", report: "c.xlsx" }),
  ],
  ["check a.xlsx --against b.xlsx --json", { name: "against", file: "a.xlsx", other: "b.xlsx", json: true }],
  ["check a.xlsx --last-year b.xlsx", { name: "lastYear", file: "a.xlsx", last: "b.xlsx", json: false }],
  ["check a.xlsx --units 单位", { name: "units", file: "a.xlsx", folder: "单位", json: false }],
  ["narrate a.xlsx", { name: "narrate", file: "a.xlsx", format: "text", output: null, whole: false }],
  ["narrate a.xlsx --format json", { name: "narrate", file: "a.xlsx", format: "json", output: null, whole: false }],
  ["narrate a.xlsx --format=docx --output b.docx", { name: "narrate", file: "a.xlsx", format: "docx", output: "b.docx", whole: false }],
  [
    "narrate a.xlsx --whole --format docx --output b.docx",
    { name: "narrate", file: "a.xlsx", format: "docx", output: "b.docx", whole: true },
  ],
  ["proofread --text b.docx --text c.pdf", { name: "proofread", file: null, texts: ["b.docx", "c.pdf"], json: false, report: null }],
  ["proofread b.docx c.PDF", { name: "proofread", file: null, texts: ["b.docx", "c.PDF"], json: false, report: null }],
  ["proofread a.xlsx --text b.docx --json", { name: "proofread", file: "a.xlsx", texts: ["b.docx"], json: true, report: null }],
  [
    "template --year 2026 --kind 部门 --tables 12 --output t.xlsx",
    { name: "template", year: 2026, kind: "部门", family: "xinjiang", tables: 12, output: "t.xlsx" },
  ],
  [
    "template --year 2026 --kind 单位 --family 上海 --output t.xlsx",
    { name: "template", year: 2026, kind: "单位", family: "shanghai", tables: 9, output: "t.xlsx" },
  ],
  [
    "template --year 2025 --kind 单位 --tables 11 --output t.xlsx",
    { name: "template", year: 2025, kind: "单位", family: "xinjiang", tables: 11, output: "t.xlsx" },
  ],
  ["subjects --collect a.xlsx b.et", { name: "subjects", files: ["a.xlsx", "b.et"], output: null }],
  ["subjects --collect a.xlsx --output 科目表.xlsx", { name: "subjects", files: ["a.xlsx"], output: "科目表.xlsx" }],
  ["functions", { name: "functions" }],
])("budget %s", async (line, command) => {
  await expect(parseCommand(line.split(" ").filter(Boolean))).resolves.toEqual(command);
});

it.each([
  ["chek a.xlsx", /没有“chek”这个命令/],
  ["check", /请给出要校验的工作簿/],
  ["check a.xlsx --josn", /check 没有 --josn 这个参数/],
  ["check 目录 --report 审核.docx", /--report 写成 \.xlsx 或 \.html/],
  ["check 目录 --shard 5/4", /--shard 写成 第几份\/共几份.*（现在是“5\/4”）/],
  ["check --merge", /请给出要合并的结果文件/],
  ["check --merge a.ndjson --json", /--merge 不和 --json/],
  ["check a.xlsx b.xlsx --units 单位", /一次只处理一个文件/],
  ["check 目录 --json --letters 意见", /--json 不和 --decisions、--letters/],
  ["check 目录 --only-accepted", /--only-accepted 和 --letters 一起用/],
  ["check a.xlsx --against b.xlsx --units 单位", /请分两次做/],
  ["check a.xlsx --units 单位 --report b.xlsx", /--units 不和 --report/],
  ["subjects a.xlsx", /subjects --collect/],
  ["subjects --collect", /请给出要收集科目的工作簿/],
  ["narrate", /请给出要处理的工作簿/],
  ["narrate a.xlsx b.xlsx", /一次只处理一个文件，现在给了 2 个/],
  ["narrate a.xlsx --format pdf", /--format：text 或 html 或 docx 或 json（现在是“pdf”）/],
  ["narrate a.xlsx --format docx", /请给出 --output/],
  ["narrate a.xlsx --whole", /整份报告只写成 Word 文件/],
  ["narrate a.xlsx --format", /参数 --format/],
  ["proofread a.xlsx", /请给出 --text/],
  ["template --year 26 --kind 部门 --tables 12 --output t.xlsx", /年度应为四位数字/],
  ["template --year 2026 --kind 公司 --tables 12 --output t.xlsx", /--kind：部门 或 单位（现在是“公司”）/],
  ["template --year 2026 --kind 部门 --tables 9 --output t.xlsx", /--tables：12 或 11 或 10/],
  ["template --year 2026 --kind 部门 --family 海南 --tables 9 --output t.xlsx", /--family：.*上海.*（现在是“海南”）/],
  ["template --year 2026 --kind 部门 --tables 12", /请给出 --output/],
])("budget %s is refused in Chinese", async (line, words) => {
  const work = parseCommand(line.split(" "));
  await expect(work).rejects.toThrow(UsageProblem);
  await expect(work).rejects.toThrow(words);
});
