import type { Ledger } from "../ledger";
import { numeralIn } from "../read/numerals";
import type { Line, Span } from "../text/lines";

/** 本部门中，行政单位1家，参公单位1家，事业单位3家，具体包括： */
const KINDS = /^[^。；]{0,20}行政单位\d{1,3}家，[^。；]*(?:包括|如下|分别是|名单)：?$/;
const KIND = /(\p{sc=Han}{2,10}?(?:单位|企业|机构))(\d{1,3})家/gu;
/** 包括某某本部以及下属4家预算单位的综合收支计划 */
const BELOW = /本部(?:以及|及|和)(?:所属|下属)(\d{1,3})家预算单位/;
/** 1. 上海市某某区图书馆。 What follows is said of the unit. */
const ENTRY = /^(\d{1,3})[.．、](?!\d)([^。；]{2,60})[。；]?/;

interface Count {
  readonly value: number;
  readonly at: Span;
}

/**
 * How many units the part about the organisation counts, beside those that it lists and beside its own sum: which of them is right
 * nobody can tell. The organisation itself is the first of the list.
 */
export function judgeUnitCounts(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    if (line.kind === "row" || !KINDS.test(line.text)) return;
    const kinds = [...line.text.matchAll(KIND)].map((match) => countAt(line, match.index + (match[1] ?? "").length, match[2] ?? ""));
    const [first, last] = [kinds[0], kinds.at(-1)];
    if (!first || !last) return;
    const said = kinds.reduce((sum, { value }) => sum + value, 0);
    const whole: Span = { line, start: first.at.start, end: last.at.end };
    const listed = listedBelow(lines, index);
    const below = lines.slice(Math.max(0, index - BEFORE), index).flatMap((one) => belowIn(one) ?? [])[0];
    const units = listed?.length ?? null;
    if (listed) again(ledger, listed);
    if (units !== null && units !== said) tell(ledger, whole, `这里各类单位合计${String(said)}家，下面列了${String(units)}家。`);
    else for (const { at } of kinds) ledger.prove(numeralIn(at), "与下面列出的单位数一致");
    if (!below) return;
    const others = units ?? said;
    if (below.value === others - 1) ledger.prove(numeralIn(below.at), "与列出的单位数一致，本部除外");
    else if (units === null || units === said || below.value !== said - 1)
      tell(
        ledger,
        below.at,
        `这里写本部以外${String(below.value)}家，${units === null ? "各类单位合计" : "下面列出"}${String(others)}家，除去本部是${String(others - 1)}家。`,
      );
  });
}

const BEFORE = 3;

function countAt(line: Line, start: number, digits: string): Count {
  return { value: Number(digits), at: { line, start, end: start + digits.length } };
}

function belowIn(line: Line): Count | null {
  const match = line.kind === "row" ? null : BELOW.exec(line.text);
  const digits = match?.[1] ?? "";
  return match && digits !== "" ? countAt(line, match.index + match[0].indexOf(digits), digits) : null;
}

interface Unit {
  readonly name: string;
  readonly at: Span;
}

/** The entries right below, numbered one by one; null where they are not: what is listed nobody knows. */
function listedBelow(lines: readonly Line[], index: number): readonly Unit[] | null {
  const found: Unit[] = [];
  for (const line of lines.slice(index + 1)) {
    const entry = line.kind === "row" ? null : ENTRY.exec(line.text);
    if (!entry) break;
    const [, number = "", name = ""] = entry;
    if (Number(number) !== found.length + 1) return null;
    const start = entry[0].indexOf(name, number.length);
    found.push({ name, at: { line, start, end: start + name.length } });
  }
  return found.length === 0 ? null : found;
}

function again(ledger: Ledger, units: readonly Unit[]): void {
  units.forEach(({ name, at }, index) => {
    if (units.findIndex((one) => one.name === name) < index && !ledger.isFaulted(at))
      ledger.fault({
        id: "B-人",
        category: "extra",
        severity: "warning",
        at,
        message: `“${name}”列了两次。`,
        advice: "请看是不是重复了，或者漏写了另一个。",
      });
  });
}

function tell(ledger: Ledger, at: Span, message: string): void {
  if (ledger.isFaulted(at)) return;
  ledger.fault({ id: "B-人", category: "sum", severity: "warning", at, message, advice: "请核对是家数写错了，还是漏列、多列了单位。" });
}
