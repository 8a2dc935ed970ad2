import { incomeSources } from "../../inputs/income-sources";
import type { Node } from "../../narrative/pattern/node";
import { figureIn } from "../../narrative/quantities/cells";
import { isNonZero } from "../../narrative/figure";
import { segmentsText } from "../../narrative/segments";
import { economicSubjects, expenditureClasses, functionalSubjects } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { CellRef } from "../../amount/cell-ref";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";
import { itemsIn, judgeList, noteName } from "../words/names";

/** A list of names beside those that the tables have. */
export function judgeListed(ledger: Ledger, node: Extract<Node, { kind: "list" }>, at: Span): void {
  const list = withoutTail(at);
  const part = /^basic\.(人员经费|公用经费)$/.exec(node.list)?.[1] as "人员经费" | "公用经费" | undefined;
  if (node.names !== null && node.names.length > 0)
    judgeList(ledger, list, {
      what: node.what,
      known: knownNames(node.list),
      wanted: node.names.map(({ segments, others }) => ({
        names: [segmentsText(segments), ...others],
        cells: part ? cellsOf(ledger, segmentsText(segments), part) : [],
      })),
    });
  else if (part) {
    misspelt(ledger, list);
    ofOtherClass(ledger, list, part);
    besideRows(ledger, list, part);
  }
  if (part) misplaced(ledger, list, part);
}

function withoutTail(at: Span): Span {
  const tail = /等(?:支出|款|项)?。?$|。$/.exec(spanText(at))?.[0].length ?? 0;
  return { ...at, end: at.end - tail };
}

function knownNames(list: string): readonly string[] {
  if (list === "income") return incomeSources.map(({ listed }) => listed);
  return (list === "classes" ? expenditureClasses : economicSubjects).map(({ name }) => name);
}

function cellsOf({ book }: Ledger, name: string, column: string): CellRef[] {
  const table = book.recognised.tables.get("basic");
  const row = table?.rows.find((one) => one.kind === "group" && canon(one.name) === canon(name));
  const cell = table && row ? table.cell(row, column) : null;
  return cell ? [cell] : [];
}

/** Without the table: names that are a slip away from one of the economic classification. */
function misspelt(ledger: Ledger, list: Span): void {
  const names = economicSubjects.map(({ name }) => canon(name));
  for (const item of itemsIn(list)) {
    const said = spanText(item);
    const close = names.includes(said)
      ? []
      : economicSubjects.filter(({ name }) => name.length > 2 && editDistance(said, canon(name), 1) <= 1);
    // 其商品和服务支出: a list of 款 has 其他商品和服务支出, not the 类 that it is of.
    const items = close.length > 1 ? close.filter(({ code }) => code.length === ITEM_CODE) : close;
    const near = items.length === 1 ? items[0] : undefined;
    if (near && !(ledger.freely && isOfTables(ledger, said))) noteName(ledger, item, near.name, "款级科目", [], ledger.freely);
  }
}

const ITEM_CODE = 5;

/** The tables have it so: what is wrong about it is told of them. */
const isOfTables = ({ book }: Ledger, said: string): boolean =>
  [...book.recognised.tables.values()].some(
    ({ spec, rows }) => spec.classification === "economic" && rows.some(({ name }) => canon(name) === said),
  );

/** So many names at least, and so many of all but one, are those of the table before the rest is held against it: some offices put several into one word. */
const FEWEST = 3;

/** Where offices list as they like, the one name that is not the table's in a list that else has just its rows, and the one row that it lacks. */
function besideRows(ledger: Ledger, list: Span, part: "人员经费" | "公用经费"): void {
  if (!ledger.freely) return;
  const rows = rowsOf(ledger, part);
  const items = itemsIn(list);
  const names = rows.map(({ name }) => canon(name));
  const others = items.filter((item) => !names.includes(spanText(item)));
  const lacking = rows.filter(({ name }) => !items.some((item) => spanText(item) === canon(name)));
  const alike = items.length - others.length;
  if (alike < FEWEST || others.length > 1 || lacking.length > 1) return;
  const [other, row] = [others[0], lacking[0]];
  if (other && ledger.isFaulted(other)) return;
  // One for the other is one name in two wordings.
  if (other && !row && economicSubjects.some(({ name }) => canon(name) === spanText(other)))
    ledger.fault({
      id: "B-列",
      category: "extra",
      severity: "warning",
      at: other,
      message: `${part}里的“${spanText(other)}”在表上没有数，别的各项都与表上一致。`,
      advice: "请删去，或核对公开表。",
    });
  if (other && row && isAnother(spanText(other), row.name))
    ledger.fault({
      id: "B-列",
      category: "name",
      severity: "warning",
      at: other,
      message: `${part}里的“${spanText(other)}”表上没有，表上的“${row.name}”这里没有写，别的各项都与表上一致：像是写成了另一个科目。`,
      advice: "请对照公开表改正。",
      cells: [row.cell],
    });
  if (row && !other)
    ledger.fault({
      id: "B-列",
      category: "missing",
      severity: "warning",
      at: { ...list, start: list.end },
      place: true,
      message: `${part}里没有写“${row.name}”，表上有数，别的各项都写到了。`,
      cells: [row.cell],
    });
}

/** 购房补贴 for 住房公积金, 基本医疗保险 for 基本养老保险: the name of another subject, or one with a word in it exchanged, and no other wording. */
function isAnother(said: string, name: string): boolean {
  if ([...economicSubjects, ...functionalSubjects].some((one) => canon(one.name) === said)) return true;
  const [a, b] = [Array.from(said), Array.from(canon(name))];
  const apart = a.flatMap((char, index) => (char === b[index] ? [] : [index]));
  const [first, last] = [apart[0], apart.at(-1)];
  if (a.length !== b.length || first === undefined || last === undefined || apart.length < 2) return false;
  const [word, other] = [a.slice(first, last + 1), b.slice(first, last + 1)];
  return word.length === apart.length && !word.some((char) => other.includes(char));
}

interface Group {
  readonly name: string;
  readonly cell: CellRef;
}

/** The groups with an amount, of the classes that belong to a part (docs/rules.md H2), as the tables of basic expenditure have them. */
function rowsOf({ book }: Ledger, part: "人员经费" | "公用经费"): readonly Group[] {
  const { tables } = book.recognised;
  const table = tables.get("basic") ?? tables.get("fiscalBasic");
  return (table?.rows ?? []).flatMap((row): readonly Group[] => {
    const figure = table && row.kind === "group" ? figureIn(table, row, "合计") : null;
    const cell = table?.cell(row, "合计");
    const isOwn = /^30[13]/.test(row.code ?? "") === (part === "人员经费");
    return figure && cell && row.code !== null && isOwn && isNonZero(figure) ? [{ name: row.name, cell }] : [];
  });
}

/** Without the table: 退休费 among 公用经费, 办公费 among 人员经费. */
function ofOtherClass(ledger: Ledger, list: Span, part: "人员经费" | "公用经费"): void {
  const wrong = part === "公用经费" ? /^30[13]/ : /^(?:302|307|309|310)/;
  for (const item of itemsIn(list)) {
    const codes = economicSubjects.filter(({ name, code }) => code.length === 5 && canon(name) === spanText(item)).map(({ code }) => code);
    const [code] = codes;
    if (code === undefined || !codes.every((one) => wrong.test(one))) continue;
    ledger.fault({
      id: "K10",
      category: "extra",
      severity: "warning",
      at: item,
      message: `“${spanText(item)}”（${code}）属于${part === "公用经费" ? "人员经费" : "公用经费"}，却列在${part}里。`,
      advice: "请核对基本支出表该科目填在哪一列。",
    });
  }
}

/** K10: 款 of 301 and 303 belong to 人员经费, those of 302 and 310 to 公用经费. */
function misplaced(ledger: Ledger, list: Span, part: "人员经费" | "公用经费"): void {
  const table = ledger.book.recognised.tables.get("basic");
  for (const row of table?.rows ?? []) {
    const personnel = /^30[13]/.test(row.code ?? "");
    const wrong = part === "公用经费" ? personnel : /^(?:302|307|309|310)/.test(row.code ?? "");
    if (!table || row.kind !== "group" || !wrong || !isNonZero(figureIn(table, row, part))) continue;
    const at = list.line.text.indexOf(canon(row.name), list.start);
    if (at < 0 || at >= list.end) continue;
    ledger.fault({
      id: "K10",
      category: "extra",
      severity: "warning",
      at: { ...list, start: at, end: at + canon(row.name).length },
      message: `“${row.name}”（${row.code ?? ""}）属于${personnel ? "人员经费" : "公用经费"}，却列在${part}里，${part}和机关运行经费因此不准。`,
      cells: cellsOf(ledger, row.name, part),
      advice: "请核对基本支出表该科目填在哪一列。",
    });
  }
}
