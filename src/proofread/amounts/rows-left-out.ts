import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { economicSubjects, functionalSubjects } from "../../templates/common/subjects";
import type { Row } from "../../workbook/recognised";
import type { Book } from "../book";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { listMark, listRank } from "../text/list-mark";
import { spanText, type Line } from "../text/lines";
import { isChange } from "./clause";
import { bare, type Held } from "./held";
import { listsOf } from "./left-unsaid";

/**
 * A list of which each part is a row of one table, in a sentence or one paragraph a part: the one row of its kind that is not in it,
 * wherever else the text may tell of it.
 */
export function judgeRowsLeftOut(ledger: Ledger, lines: readonly Line[], byName: ReadonlyMap<string, readonly Held[]>): void {
  if (!ledger.book.withWorkbook) return;
  const columns = columnsOf(ledger.book);
  const prose = lines.filter(({ kind }) => kind !== "row");
  prose.forEach((line, at) => {
    for (const { whole, parts } of listsOf(line))
      judge(ledger, columns, byName, { last: line, words: line.text, wholes: [whole], parts, announced: false });
    const entries = entriesBehind(prose, at);
    if (entries.length > 0) judge(ledger, columns, byName, listed(line, entries));
  });
}

interface Entry {
  readonly name: string;
  readonly value: Exact;
  readonly cell: CellRef | null;
}

interface List {
  /** Behind which its next part would stand. */
  readonly last: Line;
  readonly words: string;
  readonly wholes: readonly Stated[];
  readonly parts: readonly Stated[];
  /** Each part is a paragraph below one that announces them. */
  readonly announced: boolean;
}

/** The rows of one kind that have an amount in one column. */
function columnsOf({ recognised }: Book): readonly (readonly Entry[])[] {
  return [...recognised.tables.values()].flatMap((table) =>
    [...table.columns.keys()].flatMap((column) => {
      const byKind = new Map<string, Entry[]>();
      for (const row of table.rows) {
        const kind = kindOf(row);
        const value = kind === null ? null : table.amount(row, column);
        if (kind !== null && value && !value.isZero())
          byKind.set(kind, [...(byKind.get(kind) ?? []), { name: bare(row.name), value, cell: table.cell(row, column) }]);
      }
      return [...byKind.values()].filter((entries) => entries.length > 1);
    }),
  );
}
/** Of cars what they are bought and run for, not the two together. */
const kindOf = ({ kind, line }: Row): string | null =>
  kind === "class" || kind === "item" || kind === "project"
    ? kind
    : kind === "line" && line !== null && THREE.includes(line)
      ? "three"
      : null;
const THREE = ["因公出国", "公务接待费", "公务用车购置", "公务用车运行"];

const amountsOf = (line: Line): readonly Stated[] => figuresOf(line).filter((stated) => stated.unit === "amount" && !isChange(stated));

/** The entries right behind a line, what divides them passed over. */
function entriesBehind(lines: readonly Line[], at: number): readonly Line[] {
  const first = lines[at + 1];
  const lead = lines[at];
  if (!first || !lead || !SENTENCE.test(first.text)) return [];
  const mark = listMark(first);
  if (mark === null ? !ANNOUNCES.test(lead.text) || !NAMED.test(first.text) : listRank(lead) <= listRank(first) && listMark(lead) === mark)
    return [];
  const entries: Line[] = [];
  for (const line of lines.slice(at + 1)) {
    if (mark === null ? !NAMED.test(line.text) : listRank(line) < listRank(first) || line.kind === "heading") break;
    if (listMark(line) === mark) entries.push(line);
  }
  return entries;
}
const SENTENCE = /[。；]$/;
/** The first part may stand in its own line. */
const ANNOUNCES = /：$|，其中：[^；]{3,120}。$/;
const NAMED = /^[\p{sc=Han}（）\d]{3,30}?\d[\d,.]*(?:万元|元)/u;

function listed(lead: Line, entries: readonly Line[]): List {
  const begins = lead.text.lastIndexOf("其中：");
  const amounts = amountsOf(lead);
  const isPart = ({ span }: Stated): boolean => begins >= 0 && span.start > begins;
  return {
    last: entries.at(-1) ?? lead,
    words: entries.map(({ text }) => text).join(""),
    wholes: amounts.filter((one) => !isPart(one)),
    parts: [...amounts.filter(isPart), ...entries.flatMap((line) => amountsOf(line)[0] ?? [])],
    announced: ANNOUNCES.test(lead.text),
  };
}

/** A name is looked for in the words before its amount. */
const REACH = 60;

function judge(
  ledger: Ledger,
  columns: readonly (readonly Entry[])[],
  byName: ReadonlyMap<string, readonly Held[]>,
  { last, words, wholes, parts, announced }: List,
): void {
  const own = parts.filter(({ value }) => value !== null && !value.isZero());
  if (own.length === 0 || own.length < parts.filter(({ value }) => value !== null).length - MOST_NOTHING) return;
  const sum = Exact.sum(own.flatMap(({ value }) => value ?? []));
  if (wholes.some(({ value }) => value?.equals(sum) === true)) return;
  const named = own.map((part) => ({
    part,
    before: bare(part.span.line.text.slice(Math.max(0, part.span.start - REACH), part.span.start)),
  }));
  const matched = columns.flatMap((rows): (readonly Entry[])[] => {
    const found = named.map(({ part, before }) =>
      rows.find(({ name, value }) => part.value?.equals(value) === true && (name.length < SHORTEST || before.includes(name))),
    );
    if (found.includes(undefined)) return [];
    return [rows.filter((row) => !found.includes(row))];
  });
  // A list of all the rows of a column lacks none of them.
  if (matched.some((others) => others.length === 0)) return;
  const lacking = matched.flatMap((others): Entry[] => {
    const rest = others.find(({ value }) => wholes.some((whole) => whole.value?.equals(sum.plus(value)) === true));
    const [only] = others;
    return rest ? [rest] : others.length === 1 && only && own.length >= FEWEST && wholes.length === 0 ? [only] : [];
  });
  const [one] = lacking.length > 0 || !announced ? lacking : printedRest(byName, wholes, sum);
  if (!one || lacking.some(({ name }) => name !== one.name) || words.includes(one.name)) return;
  if ([...wholes, ...own].some(({ span }) => ledger.isFaulted(span))) return;
  if (ledger.isLacking(last.index)) return;
  const whole = wholes.find(({ value }) => value?.equals(sum.plus(one.value)) === true);
  ledger.lacks(last, {
    severity: "info",
    message: `${whole ? `列出的各项加起来比${spanText(whole.span)}少${formatAmount(one.value, GROUPED)}万元，` : ""}公开表上“${one.name}”是${formatAmount(one.value, GROUPED)}万元，同类的都列了，这里没有列它。`,
    advice: "请看是不是漏了一项。",
    ...(one.cell && { cells: [one.cell] }),
  });
}
/** The subject that stands on any sheet with what a list lacks of the whole it divides; of small amounts there are many alike. */
function printedRest(byName: ReadonlyMap<string, readonly Held[]>, wholes: readonly Stated[], sum: Exact): readonly Entry[] {
  const [whole, ...others] = wholes;
  const rest = whole?.value?.minus(sum);
  if (!rest || others.length > 0 || rest.toNumber() < SMALL) return [];
  return [...byName].flatMap(([name, all]) => {
    const held = all.find(({ value }) => value.equals(rest));
    return held && known.has(name) ? [{ name, value: held.value, cell: held.cell }] : [];
  });
}
const SMALL = 1;
const known: ReadonlySet<string> = new Set([...functionalSubjects, ...economicSubjects].map(({ name }) => bare(name)));

/** Without a whole beside them. */
const FEWEST = 3;
const MOST_NOTHING = 6;
const SHORTEST = 3;
