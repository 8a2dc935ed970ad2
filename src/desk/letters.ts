import { isRejected } from "./decisions";
import { LEVELS, levelOf, type JudgedFinding, type Level, type OfficeRow } from "./desk";
import { baseName } from "./base-name";

/** accepted: what was accepted alone · unrejected: that, and what nobody has decided on. */
export type LetterChoice = "accepted" | "unrejected";

/** What an office is told of its budget (审核意见), in the order of the page. */
export interface Letter {
  readonly office: string;
  readonly title: string;
  /** Before the parts. */
  readonly opening: string;
  readonly parts: readonly { readonly heading: string; readonly items: readonly LetterItem[] }[];
  readonly closing: string;
  /** Who reviewed it; "" where that is to be filled in. */
  readonly by: string;
}

/** One thing to be done. */
export interface LetterItem {
  readonly words: string;
  /** What comes of it, and is gone once it is put right. */
  readonly below: readonly string[];
}

interface Part {
  readonly levels: readonly Level[];
  readonly heading: string;
  /** What is to be done where a finding does not say it. */
  readonly todo: string;
  /** The same where it says what ought to stand there. */
  readonly known: string;
}

const MEND_WORDS = "请核对报告的这一处，改正。";
const ASK = "请核实；填错的改正，没有错的说明理由。";
const REPORT_AGAIN = "请补齐或改正后再报，以便核对。";

/** Of what comes of one cause so much is told, so that it is seen what is meant. */
const MOST_BELOW = 8;

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
  const { blamed, rest } = byBlame(office, told);
  const parts = PARTS.map(({ levels, heading, ...todos }, index) => ({
    heading,
    items: [
      ...(index === 0 && choice === "unrejected" ? alone(filesToo(office)) : []),
      ...blamed.filter(({ level }) => levels.includes(level)).map(({ item }) => item),
      ...alone(saidOnce(rest.filter((finding) => levels.includes(levelOf(finding))).map((finding) => itemWords(finding, todos)))),
      ...(index === 0 && choice === "unrejected" ? alone(notListed(office)) : []),
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
    if (state === "words") return workbook ? [] : [`“${baseName(file)}”里没有认出公开表，只核对了文字。请一并报送公开表。`];
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

const alone = (items: readonly string[]): readonly LetterItem[] => items.map((words) => ({ words, below: [] }));

interface Blamed {
  /** The worst of what comes of it. */
  readonly level: Level;
  readonly item: LetterItem;
}

/** What went wrong once comes first, with what comes of it; what nothing explains is told one by one. */
function byBlame(
  office: OfficeRow,
  told: readonly JudgedFinding[],
): { readonly blamed: readonly Blamed[]; readonly rest: readonly JudgedFinding[] } {
  const { causes = [], suspects = [] } = office.workbook ?? office.report ?? {};
  const suspectOf = (finding: JudgedFinding): number | undefined => finding.suspect ?? followedCell(finding, office);
  const under = (words: string, findings: readonly JudgedFinding[]): readonly Blamed[] => {
    const [first] = findings.map(levelOf).sort((a, b) => LEVELS.indexOf(a) - LEVELS.indexOf(b));
    return first ? [{ level: first, item: { words, below: belowWords(findings) } }] : [];
  };
  return {
    blamed: [
      ...causes.flatMap(({ message, advice }, at) =>
        under(
          plain(`${message}${advice}`),
          told.filter(({ cause }) => cause === at),
        ),
      ),
      ...suspects.flatMap(({ message }, at) =>
        under(
          `先看这一格：${plain(message)}`,
          told.filter((finding) => finding.cause === undefined && suspectOf(finding) === at),
        ),
      ),
    ],
    rest: told.filter((finding) => finding.cause === undefined && suspectOf(finding) === undefined),
  };
}

/** What a report is said to lack may be what the workbook has wrong: then it comes of the workbook's cell. */
function followedCell({ of, message }: JudgedFinding, { workbook }: OfficeRow): number | undefined {
  if (of !== "report" || !workbook) return undefined;
  const at = workbook.suspects.findIndex(({ sheet, address }) => speaksOf(message, `${sheet}!${address}`));
  return at < 0 ? undefined : at;
}

/** What a reviewer accepted is told whole; of the rest enough to see what is meant. */
function belowWords(findings: readonly JudgedFinding[]): readonly string[] {
  const few = findings.length <= MOST_BELOW + 2;
  const shown = findings.filter(({ standing }, at) => few || at < MOST_BELOW || standing.state === "accepted");
  const left = findings.length - shown.length;
  return [...shown.map(consequence), ...(left > 0 ? [`另有${String(left)}条由它引起，不再逐条列出。`] : [])];
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

/** An item, and where in the report it is; "" where it is not of the report's words. */
interface Placed {
  readonly place: string;
  readonly words: string;
}

/** What is the same in several places, or was not run for the same reason, is one item. */
function saidOnce(items: readonly Placed[]): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const { place, words } of items) places.set(words, (places.get(words) ?? new Set()).add(place));
  return [...places].map(([words, at]) => {
    const known = [...at].filter((place) => place !== "");
    const where = known.length > 1 ? `${known.join("、")}，共${String(known.length)}处` : known.join("");
    return where === "" ? words : `报告${where}：${words}`;
  });
}

/** "表5!E27" as people say it, and what two figures ought to be to each other in words; a long sum may go on in the next line. */
function plain(message: string): string {
  return message
    .replace(/!([A-Z]{1,3}\d+)/g, "（$1格）")
    .replace(/^([^≠]*?) ?≠ ?([^，]*)，(多|少) ?/u, "$1，应当等于 $2，现在$3 ")
    .replace(/(?<=[^\d\s]) (?=[^\d\s])/gu, "")
    .replace(/(?<=\d)\+(?=\d)/g, " + ");
}

const ownReasons = ({ standing }: JudgedFinding): string => {
  const reasons = standing.state === "accepted" ? standing.decisions.map(({ reason }) => reason).filter((reason) => reason !== "") : [];
  return reasons.length === 0 ? "" : `审核意见：${reasons.join("；")}。`;
};

const placeIn = ({ of, page, paragraph }: JudgedFinding): string =>
  of === "report" ? `${page === undefined ? "" : `第${String(page)}页`}${paragraph === undefined ? "" : `第${String(paragraph)}段`}` : "";

/** What comes of something else: what is there, and nothing that is to be done. */
function consequence(finding: JudgedFinding): string {
  const place = placeIn(finding);
  const where = place === "" ? "" : `报告${place}${finding.quote === "" ? "" : `“${finding.quote}”`}：`;
  return `${where}${plain(finding.message)}${place === "" ? "" : "先改工作簿，再看报告要不要改。"}${ownReasons(finding)}`;
}

/** What stands there, and what ought to. */
function quotedWords({ quote, expected, message }: JudgedFinding): string {
  if (quote === "") return expected === "" ? "" : `应当补上“${expected}”。`;
  if (expected !== "") return `“${quote}”，应为“${expected}”。`;
  return message.startsWith(`“${quote}”`) ? "" : `“${quote}”。`;
}

function itemWords(finding: JudgedFinding, { todo, known }: Pick<Part, "todo" | "known">): Placed {
  const { message, why, expected, advice } = finding;
  const place = placeIn(finding);
  const ground = why === "" || message.includes(why) ? "" : `（${why}。）`;
  const doing = advice !== "" ? plain(advice) : expected !== "" ? known : place !== "" && levelOf(finding) === "error" ? MEND_WORDS : todo;
  return { place, words: `${quotedWords(finding)}${plain(message)}${ground}${doing}${ownReasons(finding)}` };
}
