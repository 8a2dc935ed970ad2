import type { CellRef } from "../../amount/cell-ref";
import { economicSubjects, functionalSubjects } from "../../templates/common/subjects";
import { projectRows } from "../../inputs/project-rows";
import type { Book } from "../book";
import type { Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Line, Span } from "../text/lines";
import { noteOtherName } from "./known-names";
import { namesListed } from "./listed-units";

interface Sought {
  readonly name: string;
  readonly printed: string;
  readonly what: string;
  readonly cells: readonly CellRef[];
}

/** Shorter names are met by chance. */
export const SHORTEST = 7;
const SHORTEST_PROJECT = 6;

/** The names worth looking for anywhere in the text: the organisation, its units and the projects. Names of subjects are ordinary words too (医疗保险等费用) and are looked at where they must stand. */
export function soughtNames(book: Book): readonly Sought[] {
  const names = new Map<string, Sought>();
  const add = (printed: string | null | undefined, what: string, cells: readonly CellRef[], shortest = SHORTEST): void => {
    const name = canon(printed ?? "");
    if (printed && name.length >= shortest && name.length <= 60 && !names.has(name) && !name.includes("〔"))
      names.set(name, { name, printed, what, cells });
  };
  add(book.organisation, "单位名称", []);
  for (const table of book.recognised.tables.values()) {
    for (const row of table.rows) if (row.kind === "unit") add(row.name, "单位名称", [table.labelCell(row)]);
    if (table.key === "projects")
      for (const { name, rows } of projectRows(table.rows))
        add(
          name,
          "项目名称",
          rows.map((row) => table.labelCell(row)),
          SHORTEST_PROJECT,
        );
    else if (table.spec.layout === "named")
      for (const row of table.rows) if (row.kind === "project") add(row.name, "项目名称", [table.labelCell(row)], SHORTEST_PROJECT);
  }
  return [...names.values()];
}

/**
 * Every place where one of the names is written with a single slip. `about`: 第一部分; what it lists beside the name itself is
 * another unit, however alike the two are (城东财政所, 城西财政所).
 */
export function scanNames(ledger: Ledger, lines: readonly Line[], sought: readonly Sought[], about: readonly Line[]): void {
  const listed = namesListed(about);
  const proper = new Set([
    ...sought.map(({ name }) => name),
    ...[...functionalSubjects, ...economicSubjects].map(({ name }) => canon(name)),
  ]);
  for (const line of lines) {
    const taken: { start: number; end: number }[] = [];
    for (const one of sought) {
      for (let at = line.text.indexOf(one.name); at >= 0; at = line.text.indexOf(one.name, at + 1))
        taken.push({ start: at, end: at + one.name.length });
    }
    for (const one of sought)
      for (const { start, end } of slips(line.text, one.name)) {
        const said = line.text.slice(start, end);
        const isSibling = listed.has(said) && listed.has(one.name);
        if (
          isSibling ||
          proper.has(said) ||
          taken.some((other) => start < other.end && end > other.start) ||
          clipped(line, end, said, one.name)
        )
          continue;
        const at: Span = { line, start, end };
        taken.push(at);
        if (
          !ledger.faults.some(
            (fault) => fault.category === "name" && fault.at.line === line && fault.at.start < end && fault.at.end > start,
          )
        )
          noteOtherName(ledger, at, one.printed, one.what, one.cells);
      }
  }
}

/** A first or last character left out is rather an abbreviation, and one replaced may belong to another word. */
export function clipped(line: Line, end: number, said: string, name: string): boolean {
  if (said.length < name.length && (name.endsWith(said) || name.startsWith(said))) return true;
  if (said.length > name.length && (said.endsWith(name) || said.startsWith(name))) return true;
  const lastDiffers = said.length === name.length && said.slice(0, -1) === name.slice(0, -1);
  if (!lastDiffers) return false;
  const after = line.text.slice(end, end + 6);
  return !(
    after === "" ||
    /^(?:\d{4}年|本级|部门|单位|的|政府采购|面向|占用|下属|及下属|没有|未安排|编制|无下属|（|\t|委托业务费|[。；，])/.test(after)
  );
}

const NOWHERE: readonly never[] = [];

/** Windows of the text at one edit from the name: one of its halves is there unharmed, which is quick to find. */
export function slips(text: string, name: string): readonly { start: number; end: number }[] {
  const half = Math.floor(name.length / 2);
  const [head, rest] = [name.slice(0, half), name.slice(half)];
  if (!text.includes(head) && !text.includes(rest)) return NOWHERE;
  const found = new Map<string, { start: number; end: number }>();
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1))
    consider(
      `head${at}`,
      [name.length, name.length - 1, name.length + 1].map((size) => [at, at + size] as const),
    );
  for (let at = text.indexOf(rest); at >= 0; at = text.indexOf(rest, at + 1)) {
    const end = at + rest.length;
    consider(
      `rest${end}`,
      [half, half - 1, half + 1].map((size) => [at - size, end] as const),
    );
  }
  return [...found.values()];

  function consider(key: string, windows: readonly (readonly [number, number])[]): void {
    for (const [start, end] of windows) {
      if (start < 0 || end > text.length || found.has(key)) continue;
      const said = text.slice(start, end);
      if (said !== name && editDistance(said, name, 1) <= 1) found.set(key, { start, end });
    }
  }
}
