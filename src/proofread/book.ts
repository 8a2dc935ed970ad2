import type { Wan } from "../amount/unit";
import type { CellRef } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { HUNDREDTH } from "../amount/tolerance";
import { GROUPED, PLAIN, type AmountStyle } from "../amount/format";
import { noInputs, type Inputs } from "../inputs/read";
import { openDesk, type Desk } from "../narrative/desk";
import { factsOf, operatingComparison, type Facts } from "../narrative/facts";
import type { Comparison } from "../narrative/comparison";
import { projectsOf, type Project } from "../narrative/quantities/projects";
import { askedItems, itemsOf, type SubjectItem } from "../narrative/quantities/subjects";
import { recogniseWorkbook } from "../book/recognise";
import { commonest } from "../workbook/organisation";
import { COVER_SHEET, type PlainWorkbook } from "../workbook/plain";
import { findYear } from "../workbook/year";
import type { Recognised } from "../workbook/recognised";
import { canon } from "../text/canon";
import { notes } from "../text/remembered";
import type { Line } from "./text/lines";
import { organisationIn } from "./whose-text";
import { otherNameThroughout, type OwnName } from "./text/own-name";

/** The workbook that the text is held against. */
export interface Against {
  readonly recognised: Recognised;
  readonly inputs: Inputs;
  /** They are the report's own tables. */
  readonly ofReport?: true;
  /** Cells that the checks of those tables blame themselves. */
  readonly doubted?: (cell: CellRef) => boolean;
  /** Names of subjects that those tables do not agree on. */
  readonly contested?: ReadonlySet<string>;
}

/** Every quantity of the workbook, computed once; all unknown where there is no workbook. */
export interface Book {
  readonly withWorkbook: boolean;
  /** What the text is held against, as messages call it. */
  readonly called: "工作簿" | "报告的表";
  readonly doubted: (cell: CellRef) => boolean;
  readonly contested: ReadonlySet<string>;
  readonly recognised: Recognised;
  readonly inputs: Inputs;
  readonly desk: Desk;
  readonly facts: Facts;
  readonly items: readonly SubjectItem[] | null;
  readonly projects: readonly Project[] | null;
  readonly operating: Comparison;
  readonly organisation: string | null;
  readonly year: number | null;
  /** The year that the workbook says it is of, where the text is throughout of another. */
  readonly otherYear: number | null;
  /** How the text calls itself throughout, where that is not the workbook's organisation, whose name this is. */
  readonly otherOrganisation: { readonly said: OwnName; readonly workbook: string; readonly cells: readonly CellRef[] } | null;
  /** How the text writes its amounts. */
  readonly amounts: AmountStyle;
  /** How many decimals its percentages have at most. */
  readonly places: number;
  /** One unit of the last place that it prints of any of them. */
  readonly lastPlace: Exact<Wan>;
  /** Whether it says more of them in 亿元 than in 万元. */
  readonly inYi: boolean;
  /** Whether it says large ones in whole 万元. */
  readonly coarse: boolean;
}

/** Opens the workbook for the text; without one, the text's own year and name stand in. */
export function openBook(lines: readonly Line[], against: Against | null): Book {
  const empty = { name: "", sheets: [] };
  const said = against?.recognised ?? { ...recogniseWorkbook(empty), organisation: organisationIn(lines), year: yearIn(lines) };
  const inputs = against?.inputs ?? noInputs();
  const onCover = against?.ofReport === true && findYear(withoutCover(said.workbook), []) === null;
  const other = said.year === null ? null : throughout(lines, said.year, onCover);
  const year = other ?? said.year ?? yearIn(lines);
  const stated = inputs.basics.get("单位名称")?.text ?? "";
  const workbook = stated !== "" ? stated : said.organisation;
  const name = against === null || workbook === null ? null : otherNameThroughout(lines, workbook);
  const quantities = quantitiesOf(said, inputs, year, name?.name ?? null);
  return {
    ...quantities,
    withWorkbook: against !== null,
    called: against?.ofReport === true ? "报告的表" : "工作簿",
    doubted: against?.doubted ?? (() => false),
    contested: against?.contested ?? new Set(),
    inputs,
    organisation: name?.name ?? workbook ?? organisationIn(lines),
    year,
    otherYear: other === null || onCover ? null : said.year,
    otherOrganisation: name && workbook !== null ? { said: name, workbook, cells: headsOf(said, workbook) } : null,
    amounts: styleIn(lines) ?? quantities.desk.settings.amounts,
    places: placesIn(lines),
    lastPlace: lastPlaceIn(lines),
    inYi: isInYi(lines),
    coarse: isCoarse(lines),
  };
}

type Quantities = Pick<Book, "recognised" | "desk" | "facts" | "items" | "projects" | "operating">;

/** `name`: what the text calls the organisation, where that is another one than the workbook's. */
function quantitiesOf(said: Recognised, inputs: Inputs, year: number | null, name: string | null): Quantities {
  const before = computed.get(said) ?? new Map<Inputs, Map<string, Quantities>>();
  computed.set(said, before);
  const ofInputs = before.get(inputs) ?? new Map<string, Quantities>();
  before.set(inputs, ofInputs);
  const key = `${String(year)} ${name ?? ""}`;
  const made = ofInputs.get(key) ?? compute(said, inputs, year, name);
  ofInputs.set(key, made);
  return made;
}

/** What a workbook says is computed once for all texts that are held against it, the same one corrected among them. */
const computed = notes<Recognised, Map<Inputs, Map<string, Quantities>>>();

function compute(said: Recognised, inputs: Inputs, year: number | null, name: string | null): Quantities {
  const recognised = { ...said, year, organisation: name ?? said.organisation };
  const basics = new Map(name === null ? inputs.basics : [...inputs.basics].filter(([item]) => item !== "单位名称"));
  const desk = openDesk(recognised, { ...inputs, basics }, {});
  return {
    recognised,
    desk,
    facts: factsOf(desk),
    items: itemsOf(desk, "general", "功能科目") ?? askedItems(desk),
    projects: projectsOf(desk),
    operating: operatingComparison(desk),
  };
}

/** How the text writes its amounts; null where it has none that tell. */
function styleIn(lines: readonly Line[]): AmountStyle | null {
  const says = (words: RegExp): boolean => lines.some(({ text, kind }) => kind === "prose" && words.test(text));
  const trimmed = says(/\d\.[1-9](?:万元|%)/) && !says(/\.\d0(?:万元|%)/);
  if (says(/\d,\d{3}(?:\.\d\d?)?万元/)) return { thousands: true, trimZeros: trimmed };
  if (says(/\d\.\d0万元|\d\.00%/)) return says(/\d{4}\.\d\d万元/) ? { thousands: false, trimZeros: false } : GROUPED;
  return says(/\d万元/) ? PLAIN : null;
}

/** Two, unless of several not one has two. */
function placesIn(lines: readonly Line[]): number {
  const decimals = lines.flatMap(({ text, kind }) =>
    kind === "prose" ? [...text.matchAll(/\d(\.\d{1,4})%/g)].map(([, point = ""]) => point.length - 1) : [],
  );
  return decimals.length > 2 && decimals.every((count) => count === 1) ? 1 : 2;
}

/** A hundredth, unless of many amounts none has so many decimals: then each was rounded by itself to what is printed. */
function lastPlaceIn(lines: readonly Line[]): Exact<Wan> {
  const places = lines.flatMap(({ text, kind }) =>
    kind === "prose" ? [...text.matchAll(/\d(?:\.(\d{1,6}))?万元/g)].map(([, decimals = ""]) => decimals.length) : [],
  );
  const most = Math.max(0, ...places);
  return most === 1 && places.length >= MANY ? TENTH : HUNDREDTH;
}
const MANY = 8;
const TENTH = Exact.ofUnits(1, 1) as Exact<Wan>;

function isInYi(lines: readonly Line[]): boolean {
  const times = (unit: RegExp): number => lines.reduce((sum, { text }) => sum + [...text.matchAll(unit)].length, 0);
  return times(/\d亿元/g) > times(/\d万元/g);
}

/** Large amounts without decimals; what is large and has none by chance is one of a hundred. */
function isCoarse(lines: readonly Line[]): boolean {
  const large = lines.flatMap(({ text, kind }) =>
    kind === "prose" ? [...text.matchAll(/(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{4,12})(\.\d+)?万元/g)] : [],
  );
  return large.filter(([, decimals]) => decimals === undefined).length * 4 > large.length;
}

/** Where the workbook's tables say whose they are. */
const headsOf = ({ tables }: Recognised, organisation: string): readonly CellRef[] =>
  [...tables.values()].flatMap(({ facts }) =>
    facts.organisation && canon(facts.organisation.text) === canon(organisation) ? [facts.organisation.cell] : [],
  );

/** A year that the text speaks of; the one it compares itself with (比2025年预算) is another. */
const OWN_YEAR =
  /(?<![比较与同至和])(20[1-4]\d)年(?:度)?(?:，|部门|单位|本部门|本单位|[我本][校院所局厅部馆会]|本年|收、支|收支|收入|支出|预算|财政拨款|一般公共|"三公")/g;

/** A year that a text says so often, and another so much more rarely, is its own, whatever a workbook says. */
const OFTEN = 6;
const RARELY = 8;
const SEVERAL = 3;

/** Of a report whose tables name no year the cover alone does. */
const withoutCover = (workbook: PlainWorkbook): PlainWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.filter(({ name }) => name !== COVER_SHEET),
});

/**
 * The year that a text is of from end to end, where it is not the one of its workbook; null where it is, or is not certain.
 * `onCover`: that is the text's own cover, beside which fewer sentences are enough.
 */
function throughout(lines: readonly Line[], workbook: number, onCover: boolean): number | null {
  const said = lines.flatMap(({ text }) => [...text.matchAll(OWN_YEAR)].map((match) => Number(match[1])));
  const year = Number(commonest(said.map(String)) ?? workbook);
  const times = (one: number): number => said.filter((other) => other === one).length;
  return year !== workbook && times(year) >= (onCover ? SEVERAL : OFTEN) && times(workbook) * (onCover ? SEVERAL : RARELY) <= times(year)
    ? year
    : null;
}

/** The year that a text is of, as its sentences and headings say it; null where they do not. */
export function yearIn(lines: readonly Pick<Line, "text">[]): number | null {
  const year = commonest(lines.flatMap(({ text }) => [...text.matchAll(OWN_YEAR)].map((match) => match[1] ?? "")));
  return year === null ? null : Number(year);
}
