import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { figuresOf, type Stated } from "../read/figures";
import type { Line, Span } from "../text/lines";

/** 第一部分: staffing and the number of what is listed (rules.md B, 第一部分). */
export function readPartOne(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    staffing(ledger, line);
  }
  asFilledIn(ledger, lines);
  subordinates(ledger, lines);
}

interface Head {
  readonly value: number;
  readonly at: Span;
}

function head(line: Line, words: RegExp): Head | null {
  const match = words.exec(line.text);
  const digits = match?.[1];
  if (!match || digits === undefined) return null;
  const start = match.index + match[0].lastIndexOf(digits);
  return { value: Number(digits), at: { line, start, end: start + digits.length } };
}

function staffing(ledger: Ledger, line: Line): void {
  const [posts, actual] = [head(line, /编制(?:数|人数)?(?:为|共)?(\d+)/), head(line, /实有(?:人数|人员)?(?:为|共)?(\d+)/)];
  const [active, retired, veterans] = [
    head(line, /在职(?:人员|职工)?(\d+)人/),
    head(line, /退休(?:人员)?(\d+)人/),
    head(line, /离休(?:人员)?(\d+)人/),
  ];
  if (actual && active && (retired ?? veterans)) {
    const parts = [active, retired, veterans].flatMap((one) => (one ? [one.value] : []));
    const sum = parts.reduce((a, b) => a + b, 0);
    const others = [active, retired, veterans].flatMap((one) => (one ? [one] : []));
    // 实有45 beside 编制45: the one number was written for the other.
    const isCopied = [posts, active].some((one) => one?.value === actual.value);
    for (const { at } of [actual, ...others]) settle(ledger, at, sum === actual.value);
    if (sum !== actual.value)
      ledger.fault({
        id: "B-人",
        category: "sum",
        severity: "error",
        at: isCopied
          ? actual.at
          : stretch(
              actual.at,
              others.map(({ at }) => at),
            ),
        message: `实有人数应等于在职、退休、离休之和：${parts.join(" + ")} = ${String(sum)}人，说明写${String(actual.value)}人。`,
        advice: "请核对这几个数，看是哪一个写错了。",
        formula: "实有人数 = 在职 + 退休 + 离休",
        left: Exact.ofUnits(actual.value),
        right: Exact.ofUnits(sum),
      });
  }
  if (posts && active && active.value > posts.value)
    ledger.fault({
      id: "B-人",
      category: "sum",
      severity: "error",
      at: active.at,
      message: `在职${String(active.value)}人，超过编制数${String(posts.value)}。`,
      formula: "在职 ≤ 编制",
      left: Exact.ofUnits(active.value),
      right: Exact.ofUnits(posts.value),
      advice: "请核对编制数和在职人数。",
    });
  for (const match of line.text.matchAll(/(?:在职|退休|离休)(?:人员)?\d+人，(\p{sc=Han}{2})\d+人/gu))
    if (match[1] !== undefined && !/增加|减少/.test(match[1])) {
      const start = match.index + match[0].lastIndexOf(match[1]);
      ledger.fault({
        id: "B00",
        category: "direction",
        severity: "error",
        at: { line, start, end: start + 2 },
        message: `“${match[1]}”不是增减的方向词，应为“增加”或“减少”。`,
      });
    }
}

/** From the first of several places of a line to the last: which of them is wrong nobody can tell. */
function stretch(first: Span, others: readonly Span[]): Span {
  const all = [first, ...others];
  return { ...first, start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}

/** Notes what became of a number of persons. */
function settle(ledger: Ledger, at: Span, right: boolean): void {
  const stated: Stated | undefined = figuresOf(at.line, at.start).find(({ digits }) => digits.start === at.start);
  if (!stated) return;
  if (right) ledger.prove(stated, "实有 = 在职 + 退休 + 离休");
  else ledger.blame(stated);
}

const UNITS = /下属(?:共)?(\d+)家预算单位/;

/** 下属共1家预算单位: as 填报-基本信息 has it. */
function asFilledIn(ledger: Ledger, lines: readonly Line[]): void {
  const filled = ledger.book.desk.asks.basicCount("下属预算单位数");
  for (const { value, at } of lines.flatMap((line) => head(line, UNITS) ?? []))
    if (filled.known && filled.value.equals(Exact.ofUnits(value)))
      for (const stated of figuresOf(at.line, at.start))
        if (stated.digits.start === at.start) ledger.prove(stated, "与填报-基本信息的下属预算单位数一致");
}

/** 下属共1家预算单位, and the list that follows 包括：; names beside those of the tables. */
function subordinates(ledger: Ledger, lines: readonly Line[]): void {
  const at = lines.findIndex(({ text }) => /预算编制范围的(?:二级)?预算单位包括：?/.test(text));
  if (at < 0) return;
  const line = lines[at];
  const inline = line ? (line.text.split(/预算单位包括：?/)[1] ?? "") : "";
  const listed = inline !== "" ? [] : takeNames(lines.slice(at + 1));
  const { organisation, recognised } = ledger.book;
  const known = [
    ...new Set(
      [
        organisation,
        ...[...recognised.tables.values()].flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "unit" ? [row.name] : []))),
      ].flatMap((name) => (name === null ? [] : [name])),
    ),
  ];
  for (const span of listed) {
    const text = span.line.text.slice(span.start, span.end);
    const short = known.find((name) => canon(name) !== text && text.endsWith(canon(name)));
    if (short !== undefined)
      ledger.fault({
        id: "M02",
        category: "name",
        severity: "info",
        at: span,
        message: `这里写“${text}”，表上写“${short}”，全称和简称混用。`,
        expected: short,
      });
  }
  const count = lines.flatMap((one) => head(one, UNITS) ?? [])[0];
  const subordinate = listed.filter(
    (span) =>
      organisation === null || editDistance(span.line.text.slice(span.start, span.end).replace(/本级$/, ""), canon(organisation), 1) > 0,
  );
  if (count && (subordinate.length === count.value || listed.length === count.value))
    for (const stated of figuresOf(count.at.line, count.at.start))
      if (stated.digits.start === count.at.start) ledger.prove(stated, "与后面所列的单位一致");
  if (count && listed.length > 0 && subordinate.length !== count.value && listed.length !== count.value)
    ledger.fault({
      id: "B-人",
      category: "sum",
      severity: "warning",
      at: count.at,
      message: `写的是下属${String(count.value)}家预算单位，后面列了${String(subordinate.length)}家。`,
      left: Exact.ofUnits(count.value),
      right: Exact.ofUnits(subordinate.length),
    });
}

function takeNames(lines: readonly Line[]): readonly Span[] {
  const names: Span[] = [];
  for (const line of lines) {
    const start = /^\d{1,2}[.、]/.exec(line.text)?.[0].length ?? 0;
    const end = line.text.length - (/[。；，]$/.test(line.text) ? 1 : 0);
    if (line.kind !== "prose" || end - start > 40 || /\d|，|：/.test(line.text.slice(start, end))) break;
    names.push({ line, start, end });
  }
  return names;
}
