import type { OrganisationKind, TableKey } from "./define";

/** Headings over the codes and the names of subjects. */
export interface SubjectHeads {
  readonly code: string;
  readonly name: string;
  /** The code's own columns below its heading: 类, 款, 项; none where it stands in one. */
  readonly parts: readonly string[];
}

/** How the sheets of a template are laid out, beside what each table says of itself. */
export interface Paper {
  /** Where the total of a table of rows stands. Tables of panels end with it in any case. */
  readonly totals: "first" | "last";
  /** Tables whose total stands at the other end. */
  readonly totalsOtherwise?: readonly TableKey[];
  /** The table's number is printed above its title. */
  readonly numbered: boolean;
  /** The title begins with the year. */
  readonly dated: boolean;
  /** Before the organisation's name: "编制{部门}："; null where it is not printed. */
  readonly organisation: string | null;
  readonly functional: SubjectHeads;
  readonly economic: SubjectHeads;
  /** Of tables that head their subjects in their own words. */
  readonly own?: Readonly<Partial<Record<TableKey, SubjectHeads>>>;
  /** Over the classes of expenditure in tables of panels. */
  readonly classes: string;
  /** The sentence below an empty table. */
  readonly emptySentence: (nothing: string, about: EmptyTable) => string;
}

/** What is empty. */
export interface EmptyTable {
  readonly title: string;
  readonly year: number;
  readonly kind: OrganisationKind;
  /** "" in a blank workbook. */
  readonly organisation: string;
}
