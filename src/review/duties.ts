import type { Finding } from "../checks/report";
import type { ReportLine } from "../report/text";
import { printed } from "../templates/family";
import type { TableKey } from "../templates/define";
import type { Duty, Seen, Wanted } from "../templates/duties/define";
import { duties } from "../templates/duties/duties";
import type { Table } from "../workbook/recognised";
import type { OpenedReport } from "./open-report";
import { contentsOf } from "./contents";
import type { Review } from "./review";

/** found: there, or held without a fault · missing · faulty: there, with faults · notApplicable · byHand: for the reviewer's tick. */
export type DutyState = "found" | "missing" | "faulty" | "notApplicable" | "byHand";

/** One duty and how this report stands to it. */
export interface DutyLine {
  readonly number: number;
  readonly words: string;
  readonly ground: string;
  readonly state: DutyState;
  /** In Chinese: where it was found, what is missing, what to look at. */
  readonly where: string;
}

export const DUTY_STATES: Readonly<Record<DutyState, string>> = {
  found: "有",
  missing: "缺",
  faulty: "有问题",
  notApplicable: "不适用",
  byHand: "请人工核对",
};

type Outcome = Pick<DutyLine, "state" | "where">;

/** The duties of a published budget, each with what this report shows of it. */
export function dutyLines(opened: OpenedReport, review: Review): readonly DutyLine[] {
  return duties.map((duty) => ({ number: duty.number, words: duty.words, ground: duty.ground, ...outcomeOf(duty, opened, review) }));
}

const found = (where: string): Outcome => ({ state: "found", where });
/** The box of a duty that no machine can tell: ticked once a person has looked at it. */
export const tickOf = ({ number, state }: Pick<DutyLine, "number" | "state">, ticks: readonly number[]): string =>
  state !== "byHand" ? "" : ticks.includes(number) ? "☑" : "□";

const byHand = (where: string): Outcome => ({ state: "byHand", where });
const none = (where: string): Outcome => ({ state: "notApplicable", where });

function outcomeOf(duty: Duty, opened: OpenedReport, review: Review): Outcome {
  const { recognised } = review.printed;
  const { template, year, organisationKind } = recognised;
  if (duty.families && (template.family === null ? duty.families.length === 0 : !duty.families.includes(template.family)))
    return none("这套公开表不要求");
  if (duty.since !== undefined && year !== null && year < duty.since) return none(`从${String(duty.since)}年起要求`);
  if (duty.kind && recognised.tables.size > 0 && organisationKind !== duty.kind) return none(`只有${duty.kind}预算要求`);
  return seen(duty.seen, opened, review);
}

function seen(how: Seen, opened: OpenedReport, review: Review): Outcome {
  switch (how.by) {
    case "tables":
      return tables(how.tables, opened, review);
    case "levels":
      return levels(how.levels, review);
    case "words": {
      const table = how.tables && tables(how.tables, opened, review);
      if (table?.state === "notApplicable") return table;
      const words = wordsIn(how.words, opened.lines);
      return table ? both(table, words) : words;
    }
    case "rules":
      return rules(how.ids, review);
    case "ties":
      return ties(review);
    case "text":
      return text(how.categories, review);
    case "contents":
      return contents(opened);
    case "person":
      return byHand(how.look);
  }
}

/** The worse of two decides, and both are said. */
function both(one: Outcome, other: Outcome): Outcome {
  const order: readonly DutyState[] = ["missing", "faulty", "byHand", "found", "notApplicable"];
  const where = [one, other]
    .filter(({ state }) => state !== "notApplicable")
    .map((outcome) => outcome.where)
    .filter((words) => words !== "")
    .join("；");
  return { state: order.find((state) => state === one.state || state === other.state) ?? "byHand", where };
}

function tables(keys: readonly TableKey[], opened: OpenedReport, { printed: { recognised } }: Review): Outcome {
  if (recognised.tables.size === 0) return byHand("报告里没有认出公开表，请人工核对");
  const asked = keys.filter(
    (key) => recognised.template.family === null || printed(recognised.template, key) !== null || recognised.tables.has(key),
  );
  if (asked.length === 0) return none("这套公开表没有这张表");
  const lacking = asked.filter((key) => !recognised.tables.has(key));
  const there = asked.flatMap((key) => recognised.tables.get(key) ?? []);
  const where = there.map((table) => `${table.label}${pageOf(table, opened)}`).join("、");
  if (lacking.length === 0) return found(where);
  const names = lacking.map((key) => printed(recognised.template, key)?.label ?? "").filter((label) => label !== "");
  // A table that was not understood may be the one that is looked for.
  const unsure = recognised.template.family === null || recognised.unread.length > 0 || names.length < lacking.length;
  return { state: unsure ? "byHand" : "missing", where: `找到${where}；没有认出${names.length === 0 ? "其余的表" : names.join("、")}` };
}

function pageOf({ sheet }: Table, { sheets }: OpenedReport): string {
  const page = sheets.places.get(sheet.name)?.table.page ?? null;
  return page === null ? "" : `（第${String(page)}页）`;
}

function levels(wanted: Extract<Seen, { by: "levels" }>["levels"], { printed: { recognised } }: Review): Outcome {
  const known = wanted.flatMap(({ table: key, kind, word }) => {
    const table = recognised.tables.get(key);
    if (!table || !table.rows.some(({ code }) => code !== null)) return [];
    return [{ there: table.rows.some((row) => row.kind === kind), label: table.label, word }];
  });
  if (known.length === 0) return byHand("没有认出这两张表的科目");
  const lacking = known.filter(({ there }) => !there);
  return lacking.length === 0
    ? found(known.map(({ label, word }) => `${label}列到${word}`).join("，"))
    : { state: "missing", where: lacking.map(({ label, word }) => `${label}没有列到${word}`).join("，") };
}

/** Fewer passages than this are notes to the tables. */
const FEWEST_SENTENCES = 5;

function wordsIn(wanted: readonly Wanted[], lines: readonly ReportLine[]): Outcome {
  const prose = lines.filter(({ tableRow }) => tableRow === null).map((line) => ({ line, text: line.text.replace(/[\s\u3000]/g, "") }));
  if (prose.filter(({ text }) => text.length > 30 && /[。；]/.test(text)).length < FEWEST_SENTENCES)
    return byHand("报告里没有文字说明，请看说明是不是另附");
  const places = wanted.map(({ name, pattern, mayLack }) => {
    // What only the contents list or a heading names is not yet said.
    const said = prose.find(({ text }) => pattern.test(text) && text.length > 30) ?? prose.filter(({ text }) => pattern.test(text)).at(-1);
    return { name, mayLack, place: said ? placeWords(said.line) : null };
  });
  const lacking = places.filter(({ place }) => place === null);
  const names = lacking.map(({ name }) => name).join("、");
  const there = places
    .filter(({ place }) => place !== null)
    .map(({ name, place }) => `${name}：${place ?? ""}`)
    .join("，");
  const rest = there === "" ? "" : `；${there}`;
  if (lacking.length === 0) return found(there);
  return lacking.every(({ mayLack }) => mayLack)
    ? byHand(`没有找到${names}，当地要求的应当补上${rest}`)
    : { state: "missing", where: `没有找到${names}${rest}` };
}

const placeWords = ({ page, paragraph }: ReportLine): string => `${page === null ? "" : `第${String(page)}页`}第${String(paragraph)}段`;

const faultWords = (findings: readonly Pick<Finding, "message">[]): Outcome => ({
  state: "faulty",
  where: `${String(findings.length)}处，如：${findings[0]?.message ?? ""}`,
});

function rules(ids: readonly string[], { printed: { recognised }, check, proof }: Review): Outcome {
  if (recognised.tables.size === 0 && proof.coverage.figures === 0) return byHand("报告里没有可以核对的内容");
  // What is lacking the tables and the words may both tell: it counts once.
  const lacked = new Set(check.findings.flatMap(({ id, verdict }) => (verdict === "broken" ? [id] : [])));
  const words = proof.findings.filter(({ id, quote }) => quote !== "" || !lacked.has(id));
  const all: readonly Finding[] = [...check.findings, ...words].filter(({ id }) => ids.includes(id));
  const broken = all.filter(({ verdict, severity }) => verdict === "broken" && severity !== "info");
  if (broken.length > 0) return faultWords(broken);
  return all.some(({ verdict }) => verdict === "notRun") ? byHand("有的没有核对") : found("核对过，没有发现问题");
}

function ties({ printed: { recognised }, check: { counts, findings } }: Review): Outcome {
  if (recognised.tables.size === 0) return byHand("报告里没有认出公开表，没有核对");
  const broken = findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error");
  if (broken.length > 0) return faultWords(broken);
  const words = `${String(counts.holds + counts.rounding)}处相符`;
  return counts.notRun > 0 ? byHand(`${words}，${String(counts.notRun)}项没有核对`) : found(words);
}

function text(categories: readonly string[], { proof: { findings, coverage } }: Review): Outcome {
  const broken = findings.filter(({ category, severity }) => categories.includes(category) && severity === "error");
  if (broken.length > 0) return faultWords(broken);
  const open = coverage.unchecked.length;
  const words = `${String(coverage.proved)}个数相符`;
  return coverage.proved === 0 || open > 0 ? byHand(`${words}，${String(open)}个数没有核对`) : found(words);
}

function contents(opened: OpenedReport): Outcome {
  const entries = contentsOf(opened);
  if (entries === null) return byHand("没有认出目录");
  const lost = entries.filter(({ found: there }) => !there).map(({ words }) => `“${words}”`);
  if (lost.length === 0) return found(`目录${String(entries.length)}条，后面都有`);
  return byHand(`目录里的${lost.slice(0, 3).join("、")}${lost.length > 3 ? `等${String(lost.length)}条` : ""}，后面没有找到同样的标题`);
}
