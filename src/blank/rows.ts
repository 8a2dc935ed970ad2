import { expenditureClasses } from "../templates/common/subjects";
import type { LineSpec, TableSpec } from "../templates/define";
import { lineWord } from "../templates/family";
import { isPrinted, layoutOf, type Print, type SheetColumn } from "./columns";
import { fullWidth } from "./full-width";

/** What a row of a blank table is: given by the form, or to be filled in. */
export type Slot =
  | { readonly kind: "line"; readonly line: string; readonly text: string }
  | { readonly kind: "total"; readonly line: string | null; readonly text: string }
  | { readonly kind: "class" | "unit" | "project" | "entry"; readonly text: string }
  | { readonly kind: "nothing" };

/** The rows below one another of one panel; of other tables all there are. Strips of a table are of one length. */
export type Strips = ReadonlyMap<string, readonly Slot[]>;

/** Rows to be filled in. */
const ROWS = { subjects: 30, budget: 10, projects: 11, classes: 12, groups: 16, bought: 4 } as const;

const NOTHING: Slot = { kind: "nothing" };
const toFill = (kind: "class" | "unit" | "project" | "entry", count: number): readonly Slot[] =>
  Array.from({ length: count }, () => ({ kind, text: "" }));

/** The rows of a table as a form prints it, by strip. */
export function stripsOf(spec: TableSpec, columns: readonly SheetColumn[], print: Print): Strips {
  const strips = [...new Set(columns.map(({ strip }) => strip))];
  const layout = layoutOf(spec, print.template);
  if (layout === "panels") return panels(spec, strips, print);
  if (layout === "oneRow") return new Map(strips.map((strip) => [strip, [oneRowSlot(strip)]]));
  return new Map(strips.map((strip) => [strip, withTotal(spec, bodyOf(spec, layout, print), print)]));
}

/** The heading of each column says what the amount below it is. */
const oneRowSlot = (line: string): Slot => (line === TOTAL_LINE ? { kind: "total", line, text: "" } : { kind: "line", line, text: "" });

function bodyOf(spec: TableSpec, layout: TableSpec["layout"], print: Print): readonly Slot[] {
  switch (layout) {
    case "coded":
      return toFill("entry", spec.empty === null ? ROWS.subjects : ROWS.budget);
    case "projects":
      return toFill("project", ROWS.subjects);
    case "named":
      return [...toFill("unit", 1), ...toFill("project", ROWS.projects)];
    case "grouped":
      return toFill("entry", ROWS.groups);
    case "outline":
      return linesOf(spec, print).flatMap((slot) => [slot, ...toFill("entry", ROWS.bought)]);
    case "totalOnly":
      return [];
    default:
      return linesOf(spec, print);
  }
}

/** In tables that are not of panels this line is the total row. */
const TOTAL_LINE = "总计";

const isTotal = (key: string, { total }: LineSpec): boolean => total === true || key === TOTAL_LINE;

/** The lines of a form with what is printed before them, without totals. */
function linesOf(spec: TableSpec, print: Print): readonly (Slot & { readonly kind: "line" })[] {
  return Object.entries<LineSpec>(spec.lines).flatMap(([line, own]) =>
    isTotal(line, own) || !isPrinted(spec, line, print)
      ? []
      : [{ kind: "line", line, text: `${own.before ?? ""}${fullWidth(lineWord(print.template, spec.key, line))}` }],
  );
}

function withTotal(spec: TableSpec, body: readonly Slot[], { template, paper }: Print): readonly Slot[] {
  const line = Object.hasOwn(spec.lines, TOTAL_LINE) ? TOTAL_LINE : null;
  const total: Slot = { kind: "total", line, text: line === null ? spec.totalWord : lineWord(template, spec.key, line) };
  const first = (paper.totals === "first") !== (paper.totalsOtherwise?.includes(spec.key) === true);
  return first ? [total, ...body] : [...body, total];
}

function panels(spec: TableSpec, strips: readonly string[], print: Print): Strips {
  const lines = linesOf(spec, print);
  const of = (strip: string): readonly Slot[] => {
    const classes = spec.classification !== null && strip === spec.classSide ? classSlots(print) : [];
    return [...classes, ...lines.filter(({ line }) => sideOf(spec.lines[line]) === strip)];
  };
  const bodies = strips.map((strip) => [strip, of(strip)] as const);
  const longest = Math.max(...bodies.map(([, body]) => body.length));
  return new Map(
    bodies.map(([strip, body]) => [
      strip,
      [...body, ...Array.from({ length: longest - body.length }, () => NOTHING), panelTotal(spec, strip, print)],
    ]),
  );
}

const sideOf = (line: LineSpec | undefined): string => line?.side ?? "left";

/** The totals of panels stand in their last row; that of expenditure where a line says so, or under the classes. */
function panelTotal(spec: TableSpec, strip: string, { template }: Print): Slot {
  const totals = Object.entries<LineSpec>(spec.lines).filter(([, line]) => line.total === true);
  const own = totals.find(([, line]) => sideOf(line) === strip);
  if (own) return { kind: "total", line: own[0], text: fullWidth(lineWord(template, spec.key, own[0])) };
  const elsewhere = totals.some(([, line]) => sideOf(line) !== "left");
  return strip === spec.classSide && !elsewhere ? { kind: "total", line: null, text: spec.totalWord } : NOTHING;
}

function classSlots({ template }: Print): readonly Slot[] {
  const { classList } = template;
  if (classList === null) return toFill("class", ROWS.classes);
  return expenditureClasses
    .filter(({ code }) => classList.includes(code))
    .map(({ code, name }) => ({ kind: "class", text: `${code} ${name}` }));
}
