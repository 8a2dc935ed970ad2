import type { Recognised, Table } from "../../../workbook/recognised";
import { normalise } from "../../../text/wording";
import { bareTitle } from "../../../workbook/title";
import { exchanged } from "./edits";
import { SURPRISE, type TableHypothesis } from "./hypothesis";

/** Two tables of the same columns, each under the other's title. */
export function* exchangedTables(recognised: Recognised): Generator<TableHypothesis> {
  const tables = [...recognised.tables.values()].filter(({ number }) => number !== null);
  for (const [place, one] of tables.entries())
    for (const other of tables.slice(place + 1))
      if (isAlike(one, other))
        yield {
          surprise: isNamed(one, other) ? SURPRISE.proved : SURPRISE.block,
          mended: exchanged(recognised, one, other),
          fewest: 2,
          tell: () => ({
            kind: "exchanged",
            words: `${one.label}和${other.label}的内容互换后各项就都相符${isNamed(one, other) ? "，工作表名也是互换的" : ""}：多半是两张表的标题写反了，或者贴反了位置`,
            then: "换过来后",
            advice: `请核对${one.label}和${other.label}的标题与内容，把写反的标题或贴反的内容换过来，再校验一次；表里的数先不要改。`,
            cells: [one, other].map(({ sheet, title, area }) => title?.cell ?? { sheet: sheet.name, row: area.top, column: area.left }),
          }),
        };
}

/** Whether each sheet's name is the title that stands on the other. */
function isNamed(one: Table, other: Table): boolean {
  const [title, theirs] = [one, other].map((table) => bareTitle(normalise(table.title?.text ?? "")));
  const [name, itsName] = [one, other].map((table) => bareTitle(normalise(table.sheet.name)));
  return isOf(name, theirs, title) && isOf(itsName, title, theirs);
}

/** Shorter names are in any title. */
const SHORTEST = 4;

const isOf = (name = "", title = "", own = ""): boolean => name.length >= SHORTEST && title.includes(name) && !own.includes(name);

/** Whether either could be taken for the other: the same layout, columns and fixed lines. */
function isAlike(one: Table, other: Table): boolean {
  const same = (a: Iterable<string>, b: Iterable<string>): boolean => [...a].sort().join("\n") === [...b].sort().join("\n");
  return (
    one.spec.layout === other.spec.layout &&
    one.spec.classification === other.spec.classification &&
    same(one.columns.keys(), other.columns.keys()) &&
    same(Object.keys(one.spec.lines), Object.keys(other.spec.lines))
  );
}
