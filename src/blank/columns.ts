import { ONE_COLUMN, type ColumnSpec, type Layout, type OrganisationKind, type PanelSide, type TableSpec } from "../templates/define";
import type { Template } from "../templates/family";
import type { Paper, SubjectHeads } from "../templates/paper";
import { fullWidth } from "./full-width";

/** What a blank sheet is printed for. */
export interface Print {
  readonly template: Template;
  readonly paper: Paper;
  readonly year: number;
  readonly kind: OrganisationKind;
}

/** A column of a blank sheet, left to right. */
export interface SheetColumn {
  /** code, name: of a subject · label: of a line, project or panel's row · text: further words · amount. */
  readonly kind: "code" | "name" | "label" | "text" | "amount";
  readonly head: string;
  /** Further headings it has been printed under. */
  readonly otherHeads: readonly string[];
  /** A heading of its own over several columns: the code's over 类, 款, 项. */
  readonly under: string | null;
  /** Of characters. */
  readonly width: number;
  /** The stack of rows it belongs to: a panel; of one-row tables each column is a stack of its own. */
  readonly strip: string;
  /** Of amounts: the key that identities know it by. */
  readonly key: string | null;
  /** Of amounts: the key it is described under (of one-row tables the line's). */
  readonly printedAs: string | null;
}

const ONE_STRIP = "";
const SIDES: readonly PanelSide[] = ["left", "middle", "right"];
const WIDTH = { code: 6, wholeCode: 12, name: 34, label: 36, project: 44, text: 16, projectName: 30, amount: 14 } as const;

/** How a table is laid out in a form: some forms print only its total. */
export function layoutOf({ key, layout }: TableSpec, { totalOnly }: Template): Layout {
  return totalOnly.includes(key) ? "totalOnly" : layout;
}

/** The columns of a table as a form prints it. */
export function columnsOf(spec: TableSpec, print: Print): readonly SheetColumn[] {
  switch (layoutOf(spec, print.template)) {
    case "panels":
      return SIDES.flatMap((side) => {
        const amounts = amountsOf(spec, print).filter(({ strip }) => strip === side);
        return amounts.length === 0 ? [] : [words("label", panelHead(spec, side, print.paper), WIDTH.label, side), ...amounts];
      });
    case "coded":
      return [...subjectColumns(spec, print.paper), ...textsOf(spec), ...amountsOf(spec, print)];
    case "projects":
      return [
        ...subjectColumns(spec, print.paper),
        words("text", spec.labelHeads[0] ?? "", WIDTH.projectName),
        ...textsOf(spec),
        ...amountsOf(spec, print),
      ];
    case "grouped":
      return [
        ...["label", "text"].map(() => ({ ...words("label", "", WIDTH.text), under: spec.labelHeads[0] ?? "" })),
        ...amountsOf(spec, print),
      ];
    case "oneRow":
    case "totalOnly":
      return amountsOf(spec, print);
    case "named":
      return [words("label", spec.labelHeads[0] ?? "", WIDTH.project), ...amountsOf(spec, print)];
    case "lines":
    case "outline":
      return [words("label", spec.labelHeads[0] ?? "", WIDTH.label), ...textsOf(spec), ...amountsOf(spec, print)];
  }
}

/** Whether a form has a column or a line. */
export function isPrinted(spec: TableSpec, key: string, { template, kind }: Print): boolean {
  const only = (spec.cells ?? spec.columns)[key]?.of;
  return template.leavesOut[spec.key]?.includes(key) !== true && (only === undefined || only === kind);
}

function amountsOf(spec: TableSpec, print: Print): readonly SheetColumn[] {
  return Object.entries<ColumnSpec>(spec.cells ?? spec.columns).flatMap(([key, { heads, side }]) => {
    if (!isPrinted(spec, key, print)) return [];
    const [head = "", ...otherHeads] = heads;
    const known = spec.cells ? { strip: key, key: ONE_COLUMN } : { strip: side ?? ONE_STRIP, key };
    return [{ kind: "amount", head: fullWidth(head), otherHeads, under: null, width: WIDTH.amount, printedAs: key, ...known }];
  });
}

function words(kind: SheetColumn["kind"], head: string, width: number, strip: string = ONE_STRIP): SheetColumn {
  return { kind, head, otherHeads: [], under: null, width, strip, key: null, printedAs: null };
}

const textsOf = (spec: TableSpec): readonly SheetColumn[] => spec.texts.map((head) => words("text", head, WIDTH.text));

function panelHead(spec: TableSpec, side: PanelSide, paper: Paper): string {
  return spec.classification !== null && side === spec.classSide ? paper.classes : (spec.labelHeads[0] ?? "");
}

function headsOf(spec: TableSpec, { own, functional, economic }: Paper): SubjectHeads {
  return own?.[spec.key] ?? (spec.classification === "economic" ? economic : functional);
}

function subjectColumns(spec: TableSpec, paper: Paper): readonly SheetColumn[] {
  const { code, name, parts } = headsOf(spec, paper);
  const codes =
    parts.length === 0
      ? [words("code", code, WIDTH.wholeCode)]
      : parts.map((part) => ({ ...words("code", part, WIDTH.code), under: code }));
  return [...codes, words("name", name, WIDTH.name)];
}
