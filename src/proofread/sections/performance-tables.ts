import { Exact } from "../../amount/exact";
import { byHowMuch, formatAmount, GROUPED } from "../../amount/format";
import { isZero, plus, minus, type Figure } from "../../narrative/figure";
import { carriedOverOf } from "../../narrative/quantities/named";
import type { Project } from "../../narrative/quantities/projects";
import { fundTotals } from "../../narrative/quantities/subjects";
import { judgeFigure } from "../judge/figures";
import { seeCells, tableLabel, type Ledger } from "../ledger";
import { cellsOf, numberIn } from "../read/cells";
import { figuresOf, type Stated } from "../read/figures";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Line, type Span } from "../text/lines";
import { noteOtherName } from "../words/known-names";
import { goalsIn } from "./goals";
import { judgeGoalsLeft } from "./goals-left-blank";
import { judgeIndicators } from "./indicators";
import { projectName, type ReadProject } from "./projects";
import { judgeSheetUnits, type Sheet } from "./sheet-units";

/**
 * The performance tables after 预算绩效情况: one for the organisation, one a project (docs/rules.md B 绩效). `commissioned`: where
 * projects are spoken of once more. `about`: 第一部分.
 */
export function readPerformanceTables(
  ledger: Ledger,
  lines: readonly Line[],
  read: readonly ReadProject[],
  commissioned: readonly Line[],
  about: readonly Line[],
): void {
  const rest: Rest = { read, commissioned, used: new Set(), unlisted: unlistedProjects(ledger) };
  const tables = tablesOf(lines).map((table) => ({ table, whole: table.some((line) => /(?:上级|本级)安排/.test(line.text)) }));
  const sheets: Sheet[] = [];
  for (const { table, whole } of tables) {
    if (whole) overall(ledger, table, about);
    else sheets.push({ table, read: oneProject(ledger, table, rest) });
  }
  judgeSheetUnits(ledger, sheets, about);
  judgeGoalsLeft(
    ledger,
    tables.map(({ table }) => table),
  );
  counted(ledger, "performance.goals", tables.filter(({ whole }) => whole).length, "后面的整体绩效目标表");
  counted(
    ledger,
    "performance.projects",
    tables.filter(({ whole, table }) => !whole && table.some(({ text }) => text.includes("项目名称"))).length,
    "后面的项目支出绩效目标表",
  );
}

interface Rest {
  readonly read: readonly ReadProject[];
  readonly commissioned: readonly Line[];
  readonly used: Set<Project>;
  /** What of the money for projects that no table lists has not been spoken of yet. */
  unlisted: Exact;
}

/** Projects of funds, of state capital and of last year's money: the tables have their amounts, but not their names. */
function unlistedProjects({ book: { desk } }: Ledger): Exact {
  const figures = [
    fundTotals(desk, "funds", "政府性基金预算支出").project,
    fundTotals(desk, "stateCapital", "国有资本经营预算支出").project,
    carriedOverOf(desk).fiscal,
  ];
  return Exact.sum(figures.flatMap((figure) => (figure.known ? [figure.value] : [])));
}

/** A number of goals or projects that the workbook does not give, by the tables that follow. */
function counted(ledger: Ledger, id: string, tables: number, what: string): void {
  const entry = ledger.entries.get(id);
  if (!entry?.stated.value || ledger.standing(entry.stated)?.kind !== "unchecked") return;
  const right = Exact.ofUnits(tables);
  if (entry.stated.value.equals(right)) ledger.prove(entry.stated, `与${what}的张数一致`);
  else if (tables > 0) {
    ledger.blame(entry.stated);
    ledger.fault({
      id: "B-绩",
      category: "sum",
      severity: "warning",
      at: entry.stated.digits,
      message: `${entry.what}写${spanText(entry.stated.digits)}个，${what}有${String(tables)}张。`,
      left: entry.stated.value,
      right,
      advice: "请看是写错了，还是漏了绩效表。",
    });
  }
}

/** A table begins with its title, or with the row that names the unit. */
function tablesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const tables: Line[][] = [];
  for (const line of lines) {
    const begins = line.kind !== "row" && /绩效目标表$/.test(line.text);
    const named = line.kind === "row" && /^(?:预算单位|(?:部门|单位)名称)/.test(line.text);
    const last = tables.at(-1);
    if (begins || (named && (!last || last.some(({ text }) => /^(?:预算单位|(?:部门|单位)名称)/.test(text))))) tables.push([line]);
    else if (last && !/^（[一二三四五六]）/.test(line.text)) last.push(line);
    else if (last) break;
  }
  return tables;
}

interface Labelled {
  readonly label: string;
  readonly value: Span | undefined;
}

function labelled(lines: readonly Line[]): readonly Labelled[] {
  return lines.flatMap((line) => {
    const cells = cellsOf(line);
    return cells.map((cell, index) => ({ label: spanText(cell), value: cells[index + 1] }));
  });
}

/** 上级 + 本级 + 其他 = 收支总预算, and 其他 is what is not fiscal appropriation. */
function overall(ledger: Ledger, table: readonly Line[], about: readonly Line[]): void {
  const cells = labelled(table);
  const at = (words: RegExp): Stated | null =>
    cells.map(({ label, value }) => (words.test(label) ? numberIn(value) : null)).find((value) => value !== null) ?? null;
  const [above, own, other, total] = [at(/^上级安排/), at(/^本级安排/), at(/^其他$/), at(/^合计：?$/)];
  const { sources } = ledger.book.facts.income;
  const notFiscal = sources.filter(({ said }) => /财政专户|单位资金|非财政/.test(said)).map(({ current }) => current);
  const outside: Figure = plus(notFiscal);
  const fiscal = minus(ledger.book.facts.total, [outside]);
  if (total) judgeFigure(ledger, "performance.whole", "整体绩效目标表的合计", total, ledger.book.facts.total);
  const exchanged = own !== null && other !== null && areExchanged(ledger, { own, other, above }, fiscal, outside);
  if (other && !exchanged)
    judgeFigure(ledger, "performance.whole.other", "整体绩效目标表的其他资金（单位资金、财政专户、非财政拨款结转结余）", other, outside);
  if (!exchanged && own?.value && above?.value && fiscal.known) {
    const right = fiscal.value.minus(above.value);
    if (!own.value.equals(right) && !above.value.isZero()) {
      notAllFiscal(ledger, { own, above }, fiscal);
    } else if (!levelsExchanged(ledger, own, above, fiscal))
      judgeFigure(
        ledger,
        "performance.whole.own",
        "整体绩效目标表的本级安排（财政拨款减上级安排）",
        own,
        right.sign() < 0 ? null : { ...fiscal, value: right },
      );
    ledger.prove(above, "与本级安排合计等于财政拨款");
  } else if (own && !exchanged) judgeFigure(ledger, "performance.whole.own", "整体绩效目标表的本级安排", own, above ? null : fiscal);
  const projects = (ledger.book.projects ?? []).map((project) => canon(projectName(project)));
  judgeIndicators(ledger, table, {
    what: "整体绩效目标表",
    texts: [goalsIn(table)],
    own: [...about.map(({ text }) => text), ...projects, canon(ledger.book.organisation ?? "")],
  });
}

/** 本级安排 and 其他 in each other's place: one fault. */
function areExchanged(
  ledger: Ledger,
  { own, other, above }: { readonly own: Stated; readonly other: Stated; readonly above: Stated | null },
  fiscal: Figure,
  outside: Figure,
): boolean {
  if (!own.value || !other.value || !fiscal.known || !outside.known || (above && !above.value)) return false;
  const right = fiscal.value.minus(above?.value ?? Exact.zero);
  if (own.value.equals(right) || !own.value.equals(outside.value) || !other.value.equals(right)) return false;
  for (const one of [own, other]) ledger.blame(one);
  ledger.fault({
    id: "B-绩",
    category: "figure",
    severity: "error",
    at: own.digits,
    message: `整体绩效目标表的本级安排写${spanText(own.digits)}、其他写${spanText(other.digits)}，两个数写反了${seeCells([...fiscal.cells, ...outside.cells])}。`,
    left: own.value,
    right,
    cells: [...fiscal.cells, ...outside.cells],
    advice: "请把这两个数对调。",
  });
  return true;
}

/** 上级安排 and 本级安排 in each other's place, whichever of them has what was carried over: together they come to the same. */
function levelsExchanged(ledger: Ledger, own: Stated, above: Stated, fiscal: Figure): boolean {
  const { sources } = ledger.book.facts.income;
  const sumOf = (words: RegExp): Figure => plus(sources.filter(({ said }) => words.test(said)).map(({ current }) => current));
  const upper = sumOf(/^上级/);
  const local = sumOf(/^(?:一般公共预算|政府性基金|国有资本经营)/);
  if (!upper.known || !local.known || !fiscal.known || !own.value || !above.value || own.value.equals(above.value)) return false;
  const carried = fiscal.value.minus(upper.value).minus(local.value);
  const ofUpper = [upper.value, upper.value.plus(carried)];
  const isUpper = (value: Exact): boolean => ofUpper.some((one) => one.equals(value));
  if (carried.sign() < 0 || isUpper(above.value) || !isUpper(own.value)) return false;
  for (const one of [own, above]) ledger.blame(one);
  ledger.fault({
    id: "B-绩",
    category: "figure",
    // Of an office that gets nothing from above, whose money is all from there after all.
    severity: own.value.isZero() ? "warning" : "error",
    at: above.digits,
    message: `整体绩效目标表的上级安排写${spanText(above.digits)}、本级安排写${spanText(own.digits)}，两个数写反了${seeCells(upper.cells)}。`,
    left: above.value,
    right: own.value,
    cells: upper.cells,
    advice: "请把这两个数对调。",
  });
  return true;
}

/** 上级安排 and 本级安排 do not come to what is fiscal: the one that no table has is the likelier to be wrong. */
function notAllFiscal(ledger: Ledger, { own, above }: { readonly own: Stated; readonly above: Stated }, fiscal: Figure): void {
  const { sources } = ledger.book.facts.income;
  if (!fiscal.known || !own.value || !above.value) return;
  const said = (one: Stated): boolean => sources.some(({ current }) => current.known && one.value?.equals(current.value) === true);
  const sum = own.value.plus(above.value);
  for (const one of [own, above]) ledger.blame(one);
  ledger.fault({
    id: "B-绩",
    category: "sum",
    severity: "error",
    at: (said(own) && !said(above) ? above : own).digits,
    message: `整体绩效目标表的上级安排${spanText(above.digits)} + 本级安排${spanText(own.digits)} = ${formatAmount(sum, GROUPED)}万元，财政拨款是${formatAmount(fiscal.value, GROUPED)}万元，${byHowMuch(sum.minus(fiscal.value))}${seeCells(fiscal.cells)}。`,
    left: sum,
    right: fiscal.value,
    cells: fiscal.cells,
    advice: "请核对上级安排和本级安排。",
  });
}

/** Returns what 七 says of the same project. */
function oneProject(ledger: Ledger, table: readonly Line[], rest: Rest): ReadProject | null {
  const { read, used, commissioned } = rest;
  const cells = labelled(table);
  const name = cells.find(({ label }) => /^项目名称/.test(label))?.value;
  if (!name) return null;
  const amount = (words: RegExp): Stated | null =>
    cells.map(({ label, value }) => (words.test(label) ? numberIn(value) : null)).find((value) => value !== null) ?? null;
  const [total, fiscal, other] = [amount(/年度预算总额/), amount(/财政拨款/), amount(/其他资金/)];
  const project = projectOf(ledger, name, fiscal ?? total, used);
  const said = spanText(name);
  if (project) used.add(project);
  const outside = fiscal?.value?.isZero() === true && other?.value?.isZero() === false;
  if (fiscal) judgeFigure(ledger, `table.${said}.fiscal`, `项目“${said}”绩效表的财政拨款`, fiscal, project?.amount ?? null);
  sum(ledger, said, total, fiscal, other);
  const left = rest.unlisted.minus(fiscal?.value ?? Exact.zero);
  const unlisted = !project && fiscal?.value?.isZero() === false && left.sign() >= 0;
  if (unlisted) rest.unlisted = left;
  if (!project && !outside && !unlisted && (ledger.book.projects?.length ?? 0) > 0)
    ledger.fault({
      id: "B-绩",
      category: "name",
      severity: "warning",
      at: name,
      message: `绩效表的项目“${said}”在${tableLabel(ledger.book, "projects")}里没有。`,
      advice: "请核对项目名称。",
    });
  const goals = goalsIn(table);
  const row = { total, fiscal, other };
  const faulty = [total, fiscal, other].some((stated) => stated && ledger.standing(stated)?.kind === "faulty");
  for (const goal of goals)
    if (faulty) leaveGoal(ledger, goal);
    else goalAmounts(ledger, goal, goal === goals.at(-1), row);
  const own = read.find((one) => one.project !== null && one.project === project) ?? null;
  judgeIndicators(ledger, table, {
    what: `项目“${said}”的绩效表`,
    texts: [goals, ...[...(own?.block.fields.get("资金分配情况") ?? []), ...usesOf(said, commissioned)].map((span) => [span])],
    name,
    amount: faulty ? null : (total?.value ?? null),
    own: (own?.block.lines ?? []).map(({ text }) => text),
  });
  return own;
}

/** 主要用于：… of a project in 委托业务费. */
const usesOf = (project: string, lines: readonly Line[]): readonly Span[] =>
  lines.flatMap((line) => {
    const start = line.text.startsWith(project, MARK.exec(line.text)?.[0].length ?? 0) ? line.text.indexOf("主要用于") : -1;
    return start < 0 ? [] : [{ line, start, end: line.text.length }];
  });
const MARK = /^(?:\d{1,2}[.、]|（\d{1,2}）)?/;

/** The project of the tables that a performance table is of: by name, by a near name, else by its amount. */
function projectOf(ledger: Ledger, at: Span, amount: Stated | null, used: ReadonlySet<Project>): Project | null {
  const said = spanText(at);
  const free = (ledger.book.projects ?? []).filter((project) => !used.has(project));
  const exact = free.find((project) => canon(projectName(project)) === said);
  if (exact) return exact;
  if (amount?.value?.isZero() === true) return null;
  const near = free
    .map((project) => ({ project, distance: editDistance(said, canon(projectName(project)), 12) }))
    .filter(({ project, distance }) => distance <= Math.max(1, Math.min(6, Math.floor(projectName(project).length / 4))))
    .sort((a, b) => a.distance - b.distance)[0]?.project;
  const byAmount = free.filter(
    (project) => amount?.value && project.amount.known && project.amount.value.equals(amount.value) && !isZero(project.amount),
  );
  const alike = byAmount.filter((project) => shareCharacters(said, canon(projectName(project))));
  const project = near ?? (alike.length === 1 ? alike[0] : undefined) ?? null;
  if (project)
    noteOtherName(
      ledger,
      at,
      projectName(project),
      "绩效表的项目名称",
      project.name.kind === "input" ? project.name.cells : [],
      tableLabel(ledger.book, "projects"),
    );
  return project;
}

function shareCharacters(a: string, b: string): boolean {
  const common = new Set(a).size === 0 ? 0 : [...new Set(a)].filter((character) => b.includes(character)).length;
  return common * 2 >= new Set(b).size;
}

function sum(ledger: Ledger, said: string, total: Stated | null, fiscal: Stated | null, other: Stated | null): void {
  if (!total?.value || !fiscal?.value) return;
  const parts = fiscal.value.plus(other?.value ?? Exact.zero);
  if (parts.equals(total.value)) {
    for (const stated of [total, other]) ledger.prove(stated, "年度预算总额 = 财政拨款 + 其他资金");
    if (ledger.standing(fiscal)?.kind === "unchecked") ledger.prove(fiscal, "年度预算总额 = 财政拨款 + 其他资金");
    return;
  }
  if (ledger.standing(fiscal)?.kind === "faulty") {
    ledger.leave(total, "财政拨款一格有误，合计无从核对");
    return;
  }
  ledger.blame(total);
  ledger.fault({
    id: "B-绩",
    category: "sum",
    severity: "error",
    at: total.digits,
    message: `项目“${said}”的年度预算总额${total.value.toString()}万元，不等于财政拨款与其他资金之和${parts.toString()}万元。`,
    left: total.value,
    right: parts,
  });
}

/** Beside an amount of the sheet that is wrong itself nothing proves what the goal says. */
function leaveGoal(ledger: Ledger, goal: Span): void {
  for (const stated of figuresOf(goal.line, goal.start, goal.end))
    if (stated.unit === "amount") ledger.leave(stated, "本表的项目资金有误，目标里的金额无从核对");
}

/** 该项目资金60万元，其中：财政资金60万元，其他资金0万元: by what they are called, and all parts by their sum. */
function goalAmounts(
  ledger: Ledger,
  goal: Span,
  isLast: boolean,
  row: { total: Stated | null; fiscal: Stated | null; other: Stated | null },
): void {
  const slots: readonly (readonly [RegExp, Stated | null, string])[] = [
    [/其他资金(?:为)?$/, row.other, "其他资金"],
    [/财政(?:拨款|资金)(?:为)?$/, row.fiscal, "财政拨款"],
    [/(?:项目资金|总投资|项目总额)(?:为)?$/, row.total, "年度预算总额"],
  ];
  for (const stated of figuresOf(goal.line, goal.start, goal.end)) {
    if (stated.unit !== "amount") continue;
    const before = goal.line.text.slice(Math.max(goal.start, stated.span.start - 12), stated.span.start);
    const slot = slots.find(([words]) => words.test(before));
    if (!slot?.[1]?.value || !stated.value) continue;
    if (stated.value.equals(slot[1].value)) ledger.prove(stated, `与本表${slot[2]}一致`);
    else {
      ledger.blame(stated);
      ledger.fault({
        id: "B-绩",
        category: "figure",
        severity: "warning",
        at: stated.span,
        message: `项目目标里的${slot[2]}写${spanText(stated.span)}，本表${slot[2]}是${slot[1].value.toString()}万元，口径不一致。`,
        left: stated.value,
        right: slot[1].value,
      });
    }
  }
  const from = spanText(goal).search(/其中：/);
  if (from < 0) return;
  const length = spanText(goal).slice(from).search(/。|$/);
  // Torn before its sentence ends: the other parts stand in the next piece.
  if (!isLast && from + length === goal.end - goal.start) return;
  const parts = figuresOf(goal.line, goal.start + from, goal.start + from + length).filter(({ unit }) => unit === "amount");
  const [first, last] = [parts[0], parts.at(-1)];
  if (!row.total?.value || !first || !last || parts.length < 2) return;
  const sum = Exact.sum(parts.flatMap(({ value }) => value ?? []));
  if (sum.equals(row.total.value)) for (const part of parts) ledger.prove(part, "各部分之和等于本表年度预算总额");
  else if (
    !spanText(goal)
      .slice(from, from + length)
      .includes("等") &&
    parts.every((part) => ledger.standing(part)?.kind !== "proved")
  )
    notAll(ledger, { first, last }, sum, row.total.value);
}

/** 其中：甲20万元，乙0万元 of what is 30 in all. */
function notAll(ledger: Ledger, { first, last }: { readonly first: Stated; readonly last: Stated }, sum: Exact, total: Exact): void {
  ledger.fault({
    id: "B-绩",
    category: "sum",
    severity: "warning",
    at: { ...first.span, end: last.span.end },
    message: `项目目标里“其中”各项合计${sum.toString()}万元，本表年度预算总额是${total.toString()}万元。`,
    left: sum,
    right: total,
    advice: "请核对这几个数。",
  });
}
