import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED, byHowMuch } from "../../amount/format";
import { projectRows } from "../../inputs/project-rows";
import { figureText, type Figure } from "../../narrative/figure";
import type { Project } from "../../narrative/quantities/projects";
import { segmentsText, type Segment } from "../../narrative/segments";
import { judgeFigure } from "../judge/figures";
import { judgeWords } from "../judge/inputs";
import { judgeUnit } from "../judge/units";
import { quoted, tableLabel, type Ledger } from "../ledger";
import { figuresOf, statedAt, type Stated } from "../read/figures";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Line, type Span } from "../text/lines";
import { projectBlocks, type ProjectBlock, type ProjectField } from "./project-blocks";
import { isListed } from "../words/listed-units";
import { noteOtherName } from "../words/known-names";

const REQUIRED: readonly ProjectField[] = ["设立的政策依据", "预算安排规模", "项目承担单位", "资金分配情况", "资金执行时间"];

export interface ReadProject {
  readonly name: string;
  readonly project: Project | null;
  readonly block: ProjectBlock;
}

/** 七, all of its lines together: one block a project. `about`: 第一部分, which lists the units of the organisation. */
export function readProjects(ledger: Ledger, lines: readonly Line[], about: readonly Line[]): readonly ReadProject[] {
  const blocks = projectBlocks(lines);
  for (const line of blocks.flatMap((block) => block.lines)) ledger.claim({ line, start: 0, end: line.text.length });
  const projects = ledger.book.projects;
  const used = new Set<Project>();
  const read = blocks.map((block): ReadProject => {
    const left = (): readonly Project[] => notNamed(blocks, projects ?? [], used);
    if (block.nameless || spanText(block.name) === "") return withoutName(ledger, block, unnamed(block, left()), used, about);
    const said = spanText(block.name);
    const again = [...used].find((one) => canon(projectName(one)) === said);
    const named = projects ? match(said, projects, used) : null;
    const other = named || !again ? null : ofAmount(block, left());
    if (other) return withNameOfAnother(ledger, block, other, used, about);
    const project = named ?? again ?? ofAmount(block, left());
    if (project) used.add(project);
    if (project && project === again)
      ledger.fault({
        id: "B10",
        category: "wording",
        severity: "warning",
        at: block.name,
        message: `项目${quoted(block.name)}写了两次，像是整块重复粘贴。`,
        expected: "",
        advice: "请删去重复的一段。",
      });
    if (project)
      noteOtherName(
        ledger,
        block.name,
        projectName(project),
        "项目名称",
        project.name.kind === "input" ? project.name.cells : [],
        tableLabel(ledger.book, "projects"),
      );
    else if (projects && projects.length > 0)
      ledger.fault({
        id: "B-七",
        category: "extra",
        severity: "error",
        at: block.name,
        message: `${tableLabel(ledger.book, "projects")}里没有项目${quoted(block.name)}。`,
        advice: "请核对项目名称。",
      });
    judgeBlock(ledger, block, project, said, about);
    return { name: said, project, block };
  });
  for (const project of projects ?? [])
    if (!used.has(project) && blocks.length > 0) {
      const last = blocks.at(-1)?.name;
      if (last)
        ledger.fault({
          id: "B-七",
          category: "missing",
          severity: "error",
          at: { ...last, start: last.end },
          place: true,
          message: `${tableLabel(ledger.book, "projects")}的项目“${projectName(project)}”在说明里没有。`,
          expected: `项目名称：${projectName(project)}`,
        });
    }
  const order = read.flatMap(({ project }) => (project && projects ? [projects.indexOf(project)] : []));
  const first = blocks[0];
  if (first && order.some((value, at) => at > 0 && value < (order[at - 1] ?? 0)))
    ledger.fault({
      id: "B-七",
      category: "wording",
      severity: "info",
      at: first.name,
      message: `项目的次序与${tableLabel(ledger.book, "projects")}不同。`,
    });
  return read;
}

/** The projects that no block names. */
function notNamed(blocks: readonly ProjectBlock[], projects: readonly Project[], used: ReadonlySet<Project>): readonly Project[] {
  const named = blocks.flatMap((one) => (one.nameless ? [] : [spanText(one.name)]));
  return projects.filter((project) => !used.has(project) && !named.some((said) => match(said, [project], new Set())));
}

/** The one that comes to what the block says, under whatever name. */
function ofAmount(block: ProjectBlock, left: readonly Project[]): Project | null {
  const scale = scaleOf(block)?.value ?? null;
  const same = left.filter(({ amount }) => scale !== null && amount.known && amount.value.equals(scale));
  return (same.length === 1 ? same[0] : null) ?? null;
}

/** Of a block without a name the one of its amount, or the only one that is left. */
const unnamed = (block: ProjectBlock, left: readonly Project[]): Project | null =>
  ofAmount(block, left) ?? (left.length === 1 ? left[0] : null) ?? null;

/** What the block says the project comes to. */
function scaleOf({ fields }: ProjectBlock): Stated | null {
  const [span] = fields.get("预算安排规模") ?? [];
  return (span && figuresOf(span.line, span.start).find(({ unit }) => unit === "amount")) ?? null;
}

function withoutName(
  ledger: Ledger,
  block: ProjectBlock,
  project: Project | null,
  used: Set<Project>,
  about: readonly Line[],
): ReadProject {
  if (project) used.add(project);
  const name = project ? projectName(project) : "";
  ledger.fault({
    id: "B-七",
    category: "missing",
    severity: "error",
    at: block.name,
    place: true,
    message: name === "" ? "这里缺项目名称。" : `这里缺“项目名称：${name}”。`,
    expected: name === "" ? "" : `项目名称：${name}`,
  });
  judgeBlock(ledger, block, project, canon(name), about);
  return { name: canon(name), project, block };
}

/** The name of a project that was told already stands over what is said of another one. */
function withNameOfAnother(ledger: Ledger, block: ProjectBlock, project: Project, used: Set<Project>, about: readonly Line[]): ReadProject {
  used.add(project);
  const name = projectName(project);
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "error",
    at: block.name,
    message: `前面已经有项目${quoted(block.name)}，这一块的金额是“${name}”的，项目名称没有改。`,
    expected: name,
    replaces: true,
  });
  judgeBlock(ledger, block, project, canon(name), about);
  return { name: canon(name), project, block };
}

export const projectName = ({ name }: Project): string => segmentsText([name]);

/** The project of this name; else of a name a little different, where only one is near. */
function match(said: string, projects: readonly Project[], used: ReadonlySet<Project>): Project | null {
  const free = projects.filter((project) => !used.has(project));
  const exact = free.find((project) => canon(projectName(project)) === said);
  if (exact) return exact;
  const near = free
    .map((project) => ({ project, distance: editDistance(said, canon(projectName(project)), 6), name: projectName(project) }))
    .filter(({ distance, name }) => distance <= Math.max(1, Math.min(6, Math.floor(name.length / 4))))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.project ?? null;
}

function judgeBlock(ledger: Ledger, { name, fields }: ProjectBlock, project: Project | null, said: string, about: readonly Line[]): void {
  let scale: Exact | null = project?.amount.known ? project.amount.value : null;
  for (const span of fields.get("预算安排规模") ?? []) {
    const stated = figuresOf(span.line, span.start).find(({ unit }) => unit === "amount") ?? bareScale(span);
    const what = `项目“${said}”的预算安排规模`;
    if (!stated) {
      withoutScale(ledger, span, what, project?.amount ?? null);
      continue;
    }
    const meant = judgeUnit(ledger, what, stated, "万元", project?.amount ?? null);
    if (meant) judgeFigure(ledger, `project.${said}`, what, meant, project?.amount ?? null);
    scale ??= stated.unit === "amount" ? stated.value : null;
  }
  repeated(ledger, fields);
  for (const [index, field] of REQUIRED.entries())
    if (isUnsaid(fields, field)) {
      // It ought to stand behind the last of those before it that are there.
      const before = REQUIRED.slice(0, index).flatMap((one) => fields.get(one) ?? []);
      const last = fields.get(field)?.[0] ?? before.at(-1) ?? name;
      ledger.fault({
        id: "B-七",
        category: "missing",
        severity: "warning",
        at: { ...last, start: last.end },
        place: true,
        message: fields.has(field) ? `项目“${said}”的“${field}”后面没有内容。` : `项目“${said}”缺“${field}”。`,
        ...(fields.has(field) ? {} : { expected: `${field}：` }),
      });
    }
  texts(ledger, fields.get("设立的政策依据"), project?.basis, `项目“${said}”的政策依据`);
  texts(ledger, fields.get("资金分配情况"), project?.allocation, `项目“${said}”的资金分配情况`);
  for (const span of fields.get("资金分配情况") ?? []) allocation(ledger, span, scale, said);
  units(ledger, fields.get("项目承担单位") ?? [], project, about);
  for (const span of fields.get("资金执行时间") ?? []) ledger.free.push({ ...span, end: span.start });
}

/** Left out, or nothing but a mark behind its colon and on the lines that go on with it; what lacks its figure is told as that. */
const isUnsaid = (fields: ProjectBlock["fields"], field: ProjectField): boolean =>
  field !== "预算安排规模" || !fields.has(field) ? (fields.get(field) ?? []).every((span) => /^[。；]?$/.test(spanText(span))) : false;

/** 预算安排规模：62.00 */
function bareScale({ line, start, end }: Span): Stated | null {
  const digits = /^\s*(\d[\d,]*(?:\.\d+)?)\s*[。；]?$/.exec(line.text.slice(start, end));
  if (!digits) return null;
  const from = start + digits[0].indexOf(digits[1] ?? "");
  return statedAt(line, from, from + (digits[1] ?? "").length, from + (digits[1] ?? "").length, false);
}

/** 预算安排规模：万元, or nothing behind the colon. */
function withoutScale(ledger: Ledger, { line, start, end }: Span, what: string, amount: Figure | null): void {
  const bare = /^\s*(万?元)?[。；]?$/.exec(line.text.slice(start, end));
  if (!bare) return;
  ledger.fault({
    id: "B-数",
    category: "missing",
    severity: "error",
    at: { line, start, end: start },
    place: true,
    message: `${what}没有写数。`,
    ...(amount?.known
      ? { expected: `${figureText(amount, ledger.book.amounts)}${bare[1] === undefined ? "万元" : ""}`, cells: amount.cells }
      : {}),
    advice: "请对照公开表补上。",
  });
}

function texts(ledger: Ledger, spans: readonly Span[] | undefined, given: readonly (readonly Segment[])[] | undefined, what: string): void {
  const joined =
    given && given.length > 0 && given.every((line) => line.every(({ kind }) => kind === "input"))
      ? given.map(segmentsText).join("")
      : null;
  const cells = given?.flat().flatMap((segment) => (segment.kind === "input" ? segment.cells : [])) ?? [];
  for (const span of spans ?? []) {
    const comparable = joined !== null && spans?.length === 1 && !/项目名称/.test(spanText(span));
    judgeWords(ledger, span, comparable ? [{ kind: "input", text: joined, cells }] : null, what);
  }
}

/** A pasted block that says the same field twice (docs/rules.md C 文字). */
function repeated(ledger: Ledger, fields: ProjectBlock["fields"]): void {
  const again = [...fields].flatMap(([field, spans]) => {
    const second = spans.filter(({ start }) => start > 0)[1];
    return second ? [{ field, second }] : [];
  });
  const inner = (fields.get("设立的政策依据") ?? [])
    .map((span) => ({ ...span, start: span.start + spanText(span).indexOf("项目名称："), has: spanText(span).includes("项目名称：") }))
    .find(({ has }) => has);
  const names = [...(inner ? ["项目名称"] : []), ...again.map(({ field }) => field)];
  const at = inner ?? (again[0] ? { ...again[0].second, start: 0 } : null);
  if (at)
    ledger.fault({
      id: "B10",
      category: "wording",
      severity: "warning",
      at: { line: at.line, start: at.start, end: at.end },
      message: `同一个项目里${names.map((field) => `“${field}”`).join("、")}写了两次，像是整块重复粘贴。`,
      expected: "",
      advice: names.length > 1 ? "请删去重复的一块。" : "请删去重复的一段。",
    });
}

/** Σ分配 = 规模, or one amount that is the whole (docs/rules.md B 七). */
function allocation(ledger: Ledger, span: Span, scale: Exact | null, said: string): void {
  const all = figuresOf(span.line, span.start, span.end).filter(({ unit }) => unit === "amount");
  const prices = all.filter(({ span: at }) => isUnitPrice(span.line, at.end));
  const amounts = all.filter((one) => !prices.includes(one));
  if (scale) for (const price of prices) judgePrice(ledger, price, scale, said);
  const sayWan = amounts.find(({ written }) => written === "万");
  if (sayWan)
    ledger.fault({
      id: "B05",
      category: "wording",
      severity: "info",
      at: sayWan.span,
      message: `金额单位写作“万”，别处都写“万元”。`,
      expected: `${spanText(sayWan.digits)}万元`,
      replaces: true,
    });
  if (scale === null || withoutUnits(ledger, span, amounts, scale) || amounts.length === 0) return;
  const { addends, totals } = partsOf(span.line, amounts, scale);
  for (const total of totals) compareTotal(ledger, total, scale, said);
  const sum = Exact.sum(addends.flatMap(({ value }) => (value ? [value] : [])));
  if (addends.length === 0) return;
  if (sum.equals(scale)) for (const addend of addends) ledger.prove(addend, `分配合计${formatAmount(sum, GROUPED)}万元，等于预算安排规模`);
  else if (addends.length > 1 && addends.some(({ value }) => value?.equals(scale) === true)) {
    for (const addend of addends)
      if (addend.value?.equals(scale) === true) ledger.prove(addend, "等于预算安排规模");
      else ledger.leave(addend, "项目文字里的分项金额，合计与规模无从判断");
  } else blameSum(ledger, span, addends, sum, scale, said);
}

const BARE = /(?<=\p{sc=Han})\d[\d,]*(?:\.\d+)?(?=\s*(?:[，。；、]|$))/gu;

/** Numbers without a unit that make up the project with the amounts beside them: amounts that lost it. Returns whether that is so. */
function withoutUnits(ledger: Ledger, { line, start, end }: Span, amounts: readonly Stated[], scale: Exact): boolean {
  const bare = [...line.text.slice(start, end).matchAll(BARE)].map(({ index, 0: { length } }) => {
    const from = start + index;
    return statedAt(line, from, from + length, from + length, false);
  });
  const sum = Exact.sum([...amounts, ...bare].flatMap(({ value }) => value ?? []));
  if (bare.length === 0 || !sum.equals(scale)) return false;
  for (const amount of amounts) ledger.prove(amount, `分配合计${formatAmount(sum, GROUPED)}万元，等于预算安排规模`);
  for (const one of bare) {
    ledger.blame(one);
    ledger.fault({
      id: "B06",
      category: "figure",
      severity: "error",
      at: one.span,
      message: `“${spanText(one.digits)}”后面漏了“万元”：这样分配合计才是预算安排规模${formatAmount(scale, GROUPED)}万元。`,
      expected: `${spanText(one.digits)}万元`,
      replaces: true,
    });
  }
  return true;
}

/** 0.15万元/月, 200元/人: a price, not an amount. */
const isUnitPrice = (line: Line, end: number): boolean => /^\s*(?:\/|每|一(?:人|次|月|年))/.test(line.text.slice(end));

/** 200万元/人 in a project of 10: a price beyond all that it has. */
function judgePrice(ledger: Ledger, price: Stated, scale: Exact, said: string): void {
  if (!price.value || price.value.compare(scale) <= 0) return;
  ledger.blame(price);
  ledger.fault({
    id: "B-七",
    category: "figure",
    severity: "warning",
    at: price.span,
    message: `项目“${said}”的单价写${spanText(price.span)}，比预算安排规模${formatAmount(scale, GROUPED)}万元还大。`,
    left: price.value,
    right: scale,
    advice: "请核对单价和它的单位。",
  });
}

/** 共计50万元 and 共1.8万元: totals of all that stands before, and of a price and a number; what is a part like the others is no total. */
function partsOf(line: Line, amounts: readonly Stated[], scale: Exact): { addends: readonly Stated[]; totals: readonly Stated[] } {
  if (amounts.length > 1 && Exact.sum(amounts.flatMap(({ value }) => value ?? [])).equals(scale)) return { addends: amounts, totals: [] };
  const totals = amounts.filter(({ span }) =>
    /(?:共计|合计|总计|总额(?:为)?|全年[^，。；]{0,14}经费)$/.test(line.text.slice(Math.max(0, span.start - 20), span.start)),
  );
  return { addends: amounts.filter((amount) => !totals.includes(amount)), totals };
}

function compareTotal(ledger: Ledger, total: Stated, scale: Exact, said: string): void {
  if (total.value?.equals(scale) === true) ledger.prove(total, "等于预算安排规模");
  else {
    ledger.blame(total);
    ledger.fault({
      id: "B-七",
      category: "sum",
      severity: "error",
      at: total.digits,
      message: `项目“${said}”的分配合计写${spanText(total.span)}，预算安排规模是${formatAmount(scale, GROUPED)}万元。`,
      left: total.value,
      right: scale,
    });
  }
}

/** Words that make some of the amounts prices or parts of others, so that they need not add up. */
const LOOSE = /其中|标准|每|人均|[×xX]|\/|上年/;

function blameSum(ledger: Ledger, span: Span, addends: readonly Stated[], sum: Exact, scale: Exact, said: string): void {
  for (const addend of addends) if (ledger.standing(addend)?.kind !== "faulty") ledger.blame(addend);
  const first = addends[0];
  const last = addends.at(-1);
  const single = addends.length === 1 && first;
  ledger.fault({
    id: "B-七",
    category: "sum",
    severity: LOOSE.test(spanText(span)) ? "info" : "error",
    at: { ...span, start: first?.span.start ?? span.start, end: last?.span.end ?? span.end },
    message: single
      ? `项目“${said}”的资金分配写${spanText(first.span)}，预算安排规模是${formatAmount(scale, GROUPED)}万元。`
      : `项目“${said}”的资金分配${addends.map(({ value }) => value?.toString() ?? "").join(" + ")} = ${formatAmount(sum, GROUPED)}万元，预算安排规模是${formatAmount(scale, GROUPED)}万元，${byHowMuch(sum.minus(scale))}。`,
    formula: "各项分配之和 = 规模",
    left: sum,
    right: scale,
    advice: "请核对各分项金额。",
  });
}

const unitOf = (project: Project): string => canon(project.unit.map(segmentsText).join(""));

/** A part of one of them, or one of them without what stands before it. */
const isShortFor = (text: string, known: readonly string[]): boolean =>
  known.map(canon).some((name) => text.startsWith(name) || text.endsWith(name) || name.endsWith(text.replace(/^[本我]/, "")));

/** Another unit than the one under which the table has the project. */
function otherUnit(ledger: Ledger, at: Span, own: string): void {
  ledger.fault({
    id: "M02",
    category: "name",
    severity: "warning",
    at,
    message: `承担单位写${quoted(at)}，${tableLabel(ledger.book, "projects")}里这个项目列在“${own}”名下。`,
    advice: "请核对承担单位。",
  });
}

/** 第一部分 and the report's own table have it in two ways: which of them is the unit's name nobody can tell. */
function twoNames(ledger: Ledger, at: Span, printed: string): void {
  ledger.fault({
    id: "M02",
    category: "name",
    severity: "warning",
    at,
    message: `承担单位写${quoted(at)}，与第一部分一样，${tableLabel(ledger.book, "projects")}里写“${printed}”。`,
    advice: "请核对单位名称，两处改成一致。",
  });
}

/** 承担单位 against the units of the projects' table, of 第一部分, and the organisation. */
function units(ledger: Ledger, spans: readonly Span[], project: Project | null, about: readonly Line[]): void {
  const table = ledger.book.recognised.tables.get("projects");
  const known = [
    ledger.book.organisation,
    ...(table ? projectRows(table.rows).map(({ unit }) => unit?.name ?? null) : []),
    project ? unitOf(project) : null,
  ].flatMap((name) => (name === null || name === "" || name.includes("〔") ? [] : [name]));
  for (const span of spans) {
    const end = span.end - (/[。；]$/.test(spanText(span)) ? 1 : 0);
    const at = { ...span, end };
    const text = spanText(at);
    const named = known.find((name) => canon(name) === text);
    if (named !== undefined) {
      const own = project ? unitOf(project) : "";
      if (own !== "" && own !== text && canon(ledger.book.organisation ?? "") !== text) otherUnit(ledger, at, own);
      continue;
    }
    if (isListed(about, text)) continue;
    const near = known.find((name) => editDistance(text, canon(name), 2) <= (name.length > 7 ? 2 : 1));
    if (near !== undefined && ledger.book.called === "报告的表" && about.some((line) => line.text.includes(text)))
      twoNames(ledger, at, near);
    else if (near !== undefined) noteOtherName(ledger, at, near, "项目承担单位");
    else if (ledger.book.withWorkbook && known.length > 0)
      ledger.fault({
        id: "M02",
        category: "name",
        severity: isShortFor(text, known) ? "info" : "warning",
        at,
        message: `承担单位${quoted(at)}不在${tableLabel(ledger.book, "projects")}所列单位里，请核对是不是公开的单位名称。`,
      });
  }
}
