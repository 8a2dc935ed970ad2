import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED, byHowMuch } from "../../amount/format";
import { segmentsText } from "../../narrative/segments";
import { tableLabel, type Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { spanText, type Line, type Span } from "../text/lines";

const LESS = /(?:公用|业务|办公)(?:类)?经费[^，。；]{0,6}(?:减少|压减|压缩|下降|降低)/;
const MORE = /公用(?:类)?经费[^，。；]{0,6}(?:增加|增长|上升|提高)/;

/** Reasons that contradict one another: 公用经费增加 here, 业务经费减少 there (docs/rules.md C 理由). */
export function judgeContradictions(ledger: Ledger): void {
  const spans = ledger.free.filter(({ start, end }) => end > start);
  const projects = (ledger.book.projects ?? []).map(({ name }) => canon(segmentsText([name])));
  const more = first(spans, MORE, projects);
  const less = first(spans, LESS, projects);
  if (!more || !less) return;
  const operating = ledger.book.operating.change;
  const grown = operating.amount.known && operating.down === false && !operating.amount.value.isZero() ? operating.amount.value : null;
  ledger.fault({
    id: "B09",
    category: "direction",
    severity: "warning",
    at: less,
    message: `这里说“${spanText(less)}”，另一处理由却说“${spanText(more)}”，互相矛盾${grown ? `（机关运行经费增加${formatAmount(grown, GROUPED)}万元）` : ""}。`,
    advice: "请核对公用经费的实际增减，统一说法。",
  });
}

/** Where it is said of the expenses themselves, not of a project that has the word in its name: 义务教育公用经费补助. */
function first(spans: readonly Span[], words: RegExp, projects: readonly string[]): Span | null {
  for (const span of spans) {
    const match = words.exec(projects.reduce((text, name) => text.replaceAll(name, "#".repeat(name.length)), spanText(span)));
    if (match) return { ...span, start: span.start + match.index, end: span.start + match.index + match[0].length };
  }
  return null;
}

/** Where a subject may have been put wrongly (docs/checks.md K11, X610a, E8c): hints only, the tables decide. */
export function judgeClassification(ledger: Ledger, lines: readonly Line[]): void {
  const { recognised, items, facts } = ledger.book;
  const [expenditure, basics] = [recognised.tables.get("expenditure"), recognised.tables.get("basic")];
  for (const item of items ?? []) {
    const name = canon(item.path.at(-1) ?? "");
    const at = ledger.entries.has(`items.${item.code}`) ? itemAt(lines, name) : null;
    const row = expenditure?.withCode(item.code)[0];
    const project = expenditure && row ? expenditure.amount(row, "项目支出") : null;
    const cell = expenditure && row ? expenditure.cell(row, "项目支出") : null;
    if (at && project && !project.isZero() && /^(?:行政运行|事业运行)$/.test(name))
      ledger.fault({
        id: "K11",
        category: "wording",
        severity: "info",
        at,
        message: `“${name}”一般只列基本支出，${tableLabel(ledger.book, "expenditure")}这一项有项目支出${project.toFixed(2)}万元，请看归类是否合适。`,
        cells: cell ? [cell] : [],
      });
  }
  const reception = facts.threePublic.parts.find(({ line }) => line === "公务接待费");
  const vehicles = facts.threePublic.parts.find(({ line }) => line === "公务用车运行");
  for (const [part, code] of [
    [reception, "30217"],
    [vehicles, "30231"],
  ] as const) {
    const row = basics?.withCode(code)[0];
    const basic = basics ? (row ? (basics.amount(row, "合计") ?? Exact.zero) : Exact.zero) : null;
    const at = part ? find(lines, canon(part.name)) : null;
    const current = part?.comparison.current;
    if (basic && at && part && current?.known && current.value.compare(basic) > 0)
      ledger.fault({
        id: "X610",
        category: "wording",
        severity: "info",
        at,
        message: `${tableLabel(ledger.book, "threePublic")}${part.name}${current.value.toFixed(2)}万元，${tableLabel(ledger.book, "basic")}同名款${basic.toFixed(2)}万元，相差${current.value.minus(basic).toFixed(2)}万元应在项目支出里，请核对有没有对应的项目。`,
        cells: current.cells,
      });
  }
  retirement(ledger, lines);
}

/** E8: 离退休 by function and by economic class. */
function retirement(ledger: Ledger, lines: readonly Line[]): void {
  const [general, basic] = [ledger.book.recognised.tables.get("general"), ledger.book.recognised.tables.get("basic")];
  if (!general || !basic) return;
  const functional = Exact.sum(
    ["2080501", "2080502", "2080503"].flatMap((code) => general.withCode(code).flatMap((row) => general.amount(row, "基本支出") ?? [])),
  );
  const economic = Exact.sum(["30301", "30302"].flatMap((code) => basic.withCode(code).flatMap((row) => basic.amount(row, "合计") ?? [])));
  const at = itemAt(lines, "行政单位离退休") ?? itemAt(lines, "事业单位离退休");
  const difference = functional.minus(economic);
  if (at && !difference.isZero())
    ledger.fault({
      id: "E8",
      category: "wording",
      severity: "info",
      at,
      message: `${tableLabel(ledger.book, "general")}离退休科目合计${functional.toFixed(2)}万元，${tableLabel(ledger.book, "basic")}离休费、退休费合计${economic.toFixed(2)}万元，${byHowMuch(difference)}万元，可能列在生活补助等科目里，请核对。`,
      left: functional,
      right: economic,
    });
}

function itemAt(lines: readonly Line[], name: string): Span | null {
  return find(lines, `${name}（项）`, name.length);
}

function find(lines: readonly Line[], words: string, length = words.length): Span | null {
  for (const line of lines) {
    const start = line.text.indexOf(words);
    if (start >= 0) return { line, start, end: start + length };
  }
  return null;
}
