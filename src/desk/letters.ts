import { isRejected } from "./decisions";
import { levelOf, type JudgedFinding, type Level, type OfficeRow } from "./desk";
import { baseName } from "./offices";

/** accepted: what was accepted alone · unrejected: that, and what nobody has decided on. */
export type LetterChoice = "accepted" | "unrejected";

/** What an office is told of its budget (审核意见), in the order of the page. */
export interface Letter {
  readonly office: string;
  readonly title: string;
  /** Before the parts. */
  readonly opening: string;
  readonly parts: readonly { readonly heading: string; readonly items: readonly string[] }[];
  readonly closing: string;
  /** Who reviewed it; "" where that is to be filled in. */
  readonly by: string;
}

interface Part {
  readonly levels: readonly Level[];
  readonly heading: string;
  /** What is to be done where a finding does not say it. */
  readonly todo: string;
  /** The same where it says what ought to stand there. */
  readonly known: string;
}

const ASK = "请核实；填错的改正，没有错的说明理由。";
const REPORT_AGAIN = "请补齐或改正后再报，以便核对。";

/** Hints are only told where they were accepted. */
const PARTS: readonly Part[] = [
  { levels: ["error"], heading: "需要改正的", todo: "请核对两处的数，把填错的一处改正。", known: "请照此改正。" },
  { levels: ["warning", "info"], heading: "请核实的", todo: ASK, known: ASK },
  { levels: ["notRun"], heading: "没有能核对的", todo: REPORT_AGAIN, known: REPORT_AGAIN },
];

/** The letter to an office; null where there is nothing to tell it. */
export function letterOf(office: OfficeRow, { choice, by }: { readonly choice: LetterChoice; readonly by: string }): Letter | null {
  const told = office.findings.filter(
    (finding) =>
      finding.standing.state === "accepted" || (choice === "unrejected" && !isRejected(finding.standing) && levelOf(finding) !== "info"),
  );
  const first = choice === "unrejected" ? filesToo(office) : [];
  const parts = PARTS.map(({ levels, heading, ...todos }, index) => ({
    heading,
    items: [
      ...(index === 0 ? [...first, ...suspectsOf(office, told)] : []),
      ...each(told.filter((finding) => levels.includes(levelOf(finding)))).map((finding) => itemWords(finding, todos, office)),
      ...(index === 0 && choice === "unrejected" ? notListed(office) : []),
    ],
  })).filter(({ items }) => items.length > 0);
  if (parts.length === 0) return null;
  const { name, year } = office;
  const budget = `${year === null ? "" : `${String(year)}年`}部门预算公开材料`;
  const count = parts.reduce((sum, { items }) => sum + items.length, 0);
  return {
    office: name,
    title: `关于${name}${budget}的审核意见`,
    opening: `你单位报送的${budget}（${filesOf(office).join("、")}）收悉。经审核，有以下${String(count)}项需要处理：`,
    parts,
    closing: "请逐项处理，改正后连同处理情况一并重新报送；认为不需要改的，请书面说明理由。",
    by,
  };
}

const filesOf = ({ workbook, report }: OfficeRow): readonly string[] =>
  [workbook, report].flatMap((file) => (file ? [baseName(file.file)] : []));

/** What is wrong with whole files: not read, tables that are not there. */
function filesToo({ workbook, report }: OfficeRow): readonly string[] {
  const files = [workbook, report].filter((file) => file !== null);
  return files.flatMap(({ file, state, problem, missing, unread }) => {
    if (state !== "checked") return [`文件“${baseName(file)}”没有能核对：${plain(problem)}`];
    const lacking = missing.flatMap((number) => (number === null ? [] : [`表${String(number)}`]));
    return [
      ...(lacking.length > 0 ? [`“${baseName(file)}”里没有找到${lacking.join("、")}。没有数据的表也要列出空表并说明，请补齐。`] : []),
      ...(unread > 0
        ? [`“${baseName(file)}”里有${String(unread)}张表没有认出是哪一张公开表，没有核对。请看表题和表头是不是与统一格式一致。`]
        : []),
    ];
  });
}

/** The cells most likely at fault come first: once they are mended the rest mostly agrees. Only those that the letter speaks of. */
function suspectsOf({ workbook, report }: OfficeRow, told: readonly JudgedFinding[]): readonly string[] {
  const errors = told.filter((finding) => levelOf(finding) === "error");
  return ((workbook ?? report)?.suspects ?? [])
    .filter(({ sheet, address }) => errors.some(({ message }) => speaksOf(message, `${sheet}!${address}`)))
    .map(({ message }) => `先看这一格：${plain(message)}`);
}

function speaksOf(message: string, cell: string): boolean {
  const at = message.indexOf(cell);
  return at >= 0 && !/\d/.test(message.charAt(at + cell.length));
}

/** What a desk does not keep is counted all the same. */
function notListed({ tally, prose, findings }: OfficeRow): readonly string[] {
  const listed = findings.filter((finding) => levelOf(finding) === "error" && !isRejected(finding.standing)).length;
  const left = tally.error + (prose?.error ?? 0) - listed;
  return left > 0 ? [`另有${String(left)}处不符没有逐条列出，多由上面各处引起，请改正后重新校验。`] : [];
}

/** What was not run for one and the same reason is one item. */
const each = (findings: readonly JudgedFinding[]): readonly JudgedFinding[] => {
  const said = new Set<string>();
  return findings.filter((finding) => {
    if (levelOf(finding) !== "notRun") return true;
    const isNew = !said.has(finding.message);
    said.add(finding.message);
    return isNew;
  });
};

/** "表5!E27" as people say it, and what two figures ought to be to each other in words; a long sum may go on in the next line. */
function plain(message: string): string {
  return message
    .replace(/!([A-Z]{1,3}\d+)/g, "（$1格）")
    .replace(/^([^≠]*?) ?≠ ?([^，]*)，(多|少) ?/u, "$1，应当等于 $2，现在$3 ")
    .replace(/(?<=[^\d\s]) (?=[^\d\s])/gu, "")
    .replace(/(?<=\d)\+(?=\d)/g, " + ");
}

/** What a report is said to lack may be what the workbook has wrong: then the workbook comes first. */
const ownFault = ({ of, message }: JudgedFinding, { workbook }: OfficeRow): boolean =>
  of === "report" && (workbook?.suspects ?? []).some(({ sheet, address }) => speaksOf(message, `${sheet}!${address}`));

function itemWords(finding: JudgedFinding, { todo, known }: Pick<Part, "todo" | "known">, office: OfficeRow): string {
  const { message, why, quote, page, paragraph, of, standing } = finding;
  const isOwn = ownFault(finding, office);
  const [expected, advice] = isOwn ? ["", "工作簿的这一格可能填错了：先改工作簿，再看报告要不要改。"] : [finding.expected, finding.advice];
  const place = `${page === undefined ? "" : `第${String(page)}页`}${paragraph === undefined ? "" : `第${String(paragraph)}段`}`;
  const where = of === "report" && place !== "" ? `报告${place}：` : "";
  const words =
    quote === "" ? (expected === "" ? "" : `应当补上“${expected}”。`) : `“${quote}”${expected === "" ? "" : `，应为“${expected}”`}。`;
  const ground = why === "" || message.includes(why) ? "" : `（${why}。）`;
  const reasons = standing.state === "accepted" ? standing.decisions.map(({ reason }) => reason).filter((reason) => reason !== "") : [];
  return `${where}${words}${plain(message)}${ground}${advice !== "" ? plain(advice) : expected === "" ? todo : known}${reasons.length === 0 ? "" : `审核意见：${reasons.join("；")}。`}`;
}
