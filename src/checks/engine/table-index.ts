import { normalise } from "../../tables/wording";
import type { Row, Table } from "../../workbook/recognised";
import type { Level } from "../language/expression";

/** A table's rows by level and by what they stand under; made once a table. */
export class TableIndex {
  private readonly byLevel = new Map<Level, Row[]>();
  private readonly under = new Map<string, Row[]>();
  private readonly segments = new Map<Row, number>();
  private readonly byName = new Map<string, Row[]>();

  private static readonly known = new WeakMap<Table, TableIndex>();

  static of(table: Table): TableIndex {
    let index = TableIndex.known.get(table);
    if (!index) {
      index = new TableIndex(table);
      TableIndex.known.set(table, index);
    }
    return index;
  }

  private constructor(readonly table: Table) {
    let segment = 0;
    for (const row of table.rows) {
      if (row.kind === "other") continue;
      // Rows after a unit's row are that unit's, until the next unit or the total.
      if (row.kind === "unit") segment++;
      const own = row.kind === "total" ? -1 : segment;
      this.segments.set(row, own);
      this.add("row", row);
      if (row.kind === "class" || row.kind === "group" || row.kind === "item") {
        this.add(row.kind, row);
        this.add("subject", row);
      }
      if (row.kind === "project" || row.kind === "unit") this.add(row.kind, row);
      if (row.kind === "project") {
        const name = normalise(row.project ?? row.name);
        push(this.byName, name, row);
        push(this.under, `${own}|project|`, row);
      }
      if (row.code === null) continue;
      for (const length of [0, 3, 5, 7])
        if (length < row.code.length || (length === row.code.length && row.kind === "project"))
          if (length > 0 || row.kind !== "project") push(this.under, `${own}|${row.kind}|${row.code.slice(0, length)}`, row);
    }
  }

  /** Rows of a level in printed order. */
  level(level: Level): readonly Row[] {
    return this.byLevel.get(level) ?? [];
  }

  /** Rows of a level below a row: below a subject those whose code it begins, within the same unit; below a unit its own. */
  below(row: Row, level: Level): readonly Row[] {
    if (row.kind === "total") return this.level(level);
    return this.under.get(`${this.segments.get(row) ?? 0}|${level}|${row.kind === "unit" ? "" : (row.code ?? "")}`) ?? [];
  }

  /** The subject rows of a code (not its projects); several where units repeat subjects. */
  subjects(code: string): readonly Row[] {
    return this.table.withCode(code).filter((row) => row.kind !== "project");
  }

  /** Projects of a name, spacing and punctuation aside. */
  projects(name: string): readonly Row[] {
    return this.byName.get(normalise(name)) ?? [];
  }

  private add(level: Level, row: Row): void {
    push(this.byLevel, level, row);
  }
}

function push<K>(map: Map<K, Row[]>, key: K, row: Row): void {
  const known = map.get(key);
  if (known) known.push(row);
  else map.set(key, [row]);
}
