import { notes, rememberedFor } from "../../text/remembered";
import { normalise } from "../../text/wording";
import type { Row, Table } from "../../workbook/recognised";
import type { Level } from "../language/expression";

/** Rows by their place in `table.rows`, in printed order. Shared: never changed after the index is made. */
export type RowNumbers = readonly number[];

const NONE: RowNumbers = [];

/** A table's rows by level and by what they stand under; made once a table. */
export class TableIndex {
  private readonly byLevel = new Map<Level, number[]>();
  /** Rows of a kind below a code, or (code "") below the unit, of each unit's own section. */
  private readonly under = new Map<number, Map<Row["kind"], Map<string, number[]>>>();
  private readonly segments: Int32Array;
  private readonly byName = new Map<string, number[]>();
  private readonly subjectsByCode = new Map<string, number[]>();
  private readonly projectsByCode = new Map<string, number[]>();
  private readonly byLine = new Map<string, RowNumbers>();
  private readonly totals: Readonly<Record<Row["side"], RowNumbers>>;

  static readonly of = rememberedFor((table: Table) => new TableIndex(table), notes());

  private constructor(readonly table: Table) {
    let segment = 0;
    const classes = new Set<string>();
    this.segments = new Int32Array(table.rows.length);
    table.rows.forEach((row, number) => {
      // Rows after a unit's row are that unit's, until the next unit or the total; a class met again begins anew too.
      if (row.kind === "unit" || row.kind === "section" || (row.kind === "class" && row.code !== null && classes.has(row.code))) {
        segment++;
        classes.clear();
      }
      if (row.kind === "class" && row.code !== null) classes.add(row.code);
      const own = row.kind === "total" ? -1 : segment;
      this.segments[number] = own;
      if (row.kind !== "other") this.place(row, number, own);
    });
    const total = (side: Row["side"]): RowNumbers =>
      table.rows.flatMap((row, number) => (row.kind === "total" && row.side === side ? [number] : [])).slice(0, 1);
    this.totals = { left: total("left"), middle: total("middle"), right: total("right") };
  }

  /** Rows of a level. */
  level(level: Level): RowNumbers {
    return this.byLevel.get(level) ?? NONE;
  }

  /** Rows of a level below a row: below a subject those whose code it begins, within the same unit; below a unit its own. */
  below(number: number, level: Level): RowNumbers {
    const row = this.table.rows[number];
    if (!row) return NONE;
    if (row.kind === "total") return this.level(level);
    const kind = level === "row" || level === "subject" ? null : level;
    return (
      (kind &&
        this.under
          .get(this.segments[number] ?? 0)
          ?.get(kind)
          ?.get(row.kind === "unit" || row.kind === "section" ? "" : (row.code ?? ""))) ??
      NONE
    );
  }

  /** The subject rows of a code (not its projects); several where units repeat subjects. */
  subjects(code: string): RowNumbers {
    return this.subjectsByCode.get(code) ?? NONE;
  }

  /** The projects under a code. */
  projectsUnder(code: string): RowNumbers {
    return this.projectsByCode.get(code) ?? NONE;
  }

  /** Projects of a normalised name. */
  projects(name: string): RowNumbers {
    return this.byName.get(name) ?? NONE;
  }

  /** The fixed line of a key, if the table has it. */
  line(key: string): RowNumbers {
    return this.byLine.get(key) ?? NONE;
  }

  /** The total row (right side: 支出总计), if the table has one. */
  total(side: Row["side"] = "right"): RowNumbers {
    return this.totals[side];
  }

  private place(row: Row, number: number, segment: number): void {
    push(this.byLevel, "row", number);
    if (row.kind === "class" || row.kind === "group" || row.kind === "item") {
      push(this.byLevel, row.kind, number);
      push(this.byLevel, "subject", number);
    }
    if (row.kind === "project" || row.kind === "unit" || row.kind === "section" || row.kind === "detail")
      push(this.byLevel, row.kind, number);
    if (row.kind === "detail") push(this.section(segment, "detail"), "", number);
    if (row.kind === "project") {
      push(this.byName, normalise(row.project ?? row.name), number);
      push(this.section(segment, "project"), "", number);
    }
    if (row.line !== null && !this.byLine.has(row.line)) this.byLine.set(row.line, [number]);
    if (row.code === null) return;
    push(row.kind === "project" ? this.projectsByCode : this.subjectsByCode, row.code, number);
    const section = this.section(segment, row.kind);
    if (row.kind !== "project") push(section, "", number);
    for (const length of LENGTHS)
      if (length < row.code.length || (length === row.code.length && row.kind === "project"))
        push(section, row.code.slice(0, length), number);
  }

  private section(segment: number, kind: Row["kind"]): Map<string, number[]> {
    let kinds = this.under.get(segment);
    if (!kinds) this.under.set(segment, (kinds = new Map<Row["kind"], Map<string, number[]>>()));
    let section = kinds.get(kind);
    if (!section) kinds.set(kind, (section = new Map<string, number[]>()));
    return section;
  }
}

/** Digits of a class, a group and an item. */
const LENGTHS = [3, 5, 7] as const;

function push<K>(map: Map<K, number[]>, key: K, number: number): void {
  const known = map.get(key);
  if (known) known.push(number);
  else map.set(key, [number]);
}
