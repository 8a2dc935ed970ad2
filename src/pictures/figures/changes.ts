import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { formatPercent, GROUPED } from "../../amount/format";
import { yearOnYear } from "../../amount/ratio";
import type { TableKey } from "../../templates/define";
import { figureOf, yearFigures } from "../../inputs/current-figures";
import { lastName } from "../../inputs/find";
import type { Inputs, PriorInput } from "../../inputs/read";
import { threePublicLines, threePublicName, type ThreePublicLine } from "../../inputs/three-public-names";
import { isUnconfirmed } from "../../inputs/unconfirmed";
import { normalise, printable } from "../../text/wording";
import type { Recognised } from "../../workbook/recognised";

/** A subject in two years. Amounts in 万元, to two decimals. */
export interface YearPair {
  readonly name: string;
  readonly current: string;
  /** null: last year's is not filled in. */
  readonly prior: string | null;
}

export interface SubjectChange extends YearPair {
  readonly prior: string;
  /** current − prior. */
  readonly change: string;
  /** 增长 12.34% · 下降 5.00% */
  readonly rate: string;
  readonly hasReason: boolean;
  /** Where the reason stands, or should. */
  readonly cell: CellRef;
}

export interface ChangeFigures {
  /** By size of change, the largest first. */
  readonly subjects: readonly SubjectChange[];
  /** How many lack last year's figure, or this year's. */
  readonly without: number;
}

/** Rows that are no subject. */
const OTHERS = ["“三公”经费", "机关运行经费", "收入来源"].map(normalise);

/** The functional subjects of 填报-上年对比; where a family compares totals alone, those. */
export function changeFigures(recognised: Recognised, inputs: Inputs): ChangeFigures {
  const now = yearFigures(recognised, inputs);
  const compared = inputs.priors.filter(({ category }) => !OTHERS.includes(normalise(category)));
  const coded = compared.filter(({ code }) => code !== "");
  const rows = coded.length > 0 ? coded : compared;
  const subjects = rows.flatMap((row) => {
    const current = figureOf(row, now)?.value ?? noneOf(row, recognised);
    return current && row.prior.value ? [changeOf(row, current, row.prior.value)] : [];
  });
  return {
    subjects: [...subjects].sort((a, b) => sizeOf(b).compare(sizeOf(a))),
    without: rows.length - subjects.length,
  };
}

const LISTING: Readonly<Record<string, TableKey>> = { 功能科目: "general", 政府性基金预算: "funds", 国有资本经营预算: "stateCapital" };

/** Zero where the table that lists such subjects has nothing of this one; null where it could not be read. */
function noneOf({ category, code }: PriorInput, { tables }: Recognised): Exact | null {
  const key = LISTING[normalise(category)];
  const table = key && tables.get(key);
  if (!table || code === "") return null;
  return table.withCode(code).every((row) => table.amount(row, "合计")?.isZero() === true) ? Exact.zero : null;
}

const sizeOf = ({ change }: SubjectChange): Exact => Exact.parse(change)?.abs() ?? Exact.zero;

function changeOf({ name, code, reason }: PriorInput, current: Exact, before: Exact): SubjectChange {
  const prior = before.round(2);
  const { change, rate, growth } = yearOnYear(current, prior);
  return {
    name: printable(lastName(name)) || code,
    current: current.toFixed(2),
    prior: prior.toFixed(2),
    change: change.toFixed(2),
    rate: change.isZero() ? "持平" : `${growth} ${formatPercent(rate, GROUPED)}`,
    hasReason: change.isZero() || (reason.text.trim() !== "" && !isUnconfirmed(reason.text)),
    cell: reason.cell,
  };
}

const VEHICLES = "公务用车";

export interface ThreePublicFigures {
  readonly year: number | null;
  readonly lines: readonly YearPair[];
  readonly total: YearPair;
}

/** “三公”经费 this year, from its table, beside last year's from 填报-上年对比; null where the table does not give it. */
export function threePublicFigures(recognised: Recognised, inputs: Inputs): ThreePublicFigures | null {
  const table = recognised.tables.get("threePublic");
  const total = table?.line("总计") ?? table?.total();
  if (!table || !total) return null;
  const now = (line: ThreePublicLine): Exact | null => {
    const row = table.line(line);
    return row && table.amount(row, "合计");
  };
  const lines = threePublicLines.flatMap((line) => {
    const current = now(line);
    if (!current) return [];
    const own = threePublicName(recognised, line);
    const prior = inputs.priors.find((row) => normalise(row.category) === normalise("“三公”经费") && normalise(row.name) === normalise(own))
      ?.prior.value;
    // Some tables say 购置费 and 运行费 under a heading of their own.
    const name = line.startsWith(VEHICLES) && !own.includes(VEHICLES) ? `${VEHICLES}${own}` : own;
    return [{ name, current, prior: prior ?? null }];
  });
  const whole = table.amount(total, "合计");
  if (!whole || lines.length === 0) return null;
  const priors = lines.flatMap(({ prior }) => prior ?? []);
  const printed = (name: string, current: Exact, prior: Exact | null): YearPair => ({
    name,
    current: current.toFixed(2),
    prior: prior?.toFixed(2) ?? null,
  });
  return {
    year: recognised.year,
    lines: lines.map(({ name, current, prior }) => printed(name, current, prior)),
    total: printed("合计", whole, priors.length === lines.length ? Exact.sum(priors) : null),
  };
}
