import { countsOf, wasChecked, OFFICE_STATES, type Desk, type OfficeRow, type OfficeState } from "../../desk/desk";
import { canon } from "../../text/canon";

export interface DeskFilter {
  /** Parts of the name, the year or a file's name; "" for all. */
  readonly words: string;
  readonly state: OfficeState | null;
}

/** given: as the files were · a column of the list · a rule, by its id. */
export type DeskSort = { readonly up: boolean } & (
  | { readonly by: "given" | "name" | "state" | "error" | "warning" | "notRun" | "undecided" | "prose" }
  | { readonly by: "rule"; readonly id: string }
);

/** What an office is sorted by: the more, the further up in falling order. */
function weightOf(office: OfficeRow, sort: DeskSort): number {
  const { prose, state, marks } = office;
  switch (sort.by) {
    case "given":
    case "name":
      return 0;
    case "state":
      return -OFFICE_STATES.indexOf(state);
    case "prose":
      return prose ? prose.error : -1;
    case "undecided":
      return office.judged.undecided;
    case "rule":
      return marks.get(sort.id)?.count ?? 0;
    case "error":
    case "warning":
    case "notRun":
      return wasChecked(office) ? countsOf(office)[sort.by] : -1;
  }
}

/** The name of the office's first file: it has one, and no other office has the same. */
export const firstFile = ({ workbook, report }: OfficeRow): string | null => (workbook ?? report)?.file ?? null;

/** The next office in which somebody still has to decide, as they are shown, from the top again behind the last. */
export function nextOffice({ offices }: Desk, shown: readonly number[], office: OfficeRow): OfficeRow | null {
  const listed = shown.flatMap((place) => offices[place] ?? []);
  const at = listed.findIndex((one) => firstFile(one) === firstFile(office));
  const others = [...listed.slice(at + 1), ...listed.slice(0, Math.max(0, at))];
  return others.find(({ judged }) => judged.undecided > 0) ?? null;
}

const told = (office: OfficeRow): string =>
  canon([office.name, String(office.year ?? ""), office.workbook?.file ?? "", office.report?.file ?? ""].join(" "));

/** Which offices are shown, by their places on the desk, in order. Equals stay in the order in which they were given. */
export function officesShown({ offices }: Desk, { words, state }: DeskFilter, sort: DeskSort): readonly number[] {
  const asked = words.trim().split(/\s+/).map(canon);
  const shown = offices
    .map((office, index) => ({ office, index }))
    .filter(({ office }) => (state === null || office.state === state) && asked.every((word) => told(office).includes(word)));
  const way = sort.up ? 1 : -1;
  if (sort.by === "name") shown.sort((a, b) => way * a.office.name.localeCompare(b.office.name, "zh-CN", { numeric: true }));
  else if (sort.by !== "given") shown.sort((a, b) => way * (weightOf(a.office, sort) - weightOf(b.office, sort)));
  else if (!sort.up) shown.reverse();
  return shown.map(({ index }) => index);
}
