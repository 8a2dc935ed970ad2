import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import type { Line, Span } from "../text/lines";
import { countIn, settleCount, type Count } from "./part-one-count";

const CHANGE = /(?:在职|退休|离休)(?:人员|职工)?\d+人，(\p{sc=Han}{2})(\d+)人/gu;

/** 编制、实有、在职、退休、离休 of a line, and by how much they changed (docs/rules.md B 第一部分). */
export function readStaffing(ledger: Ledger, line: Line): void {
  const [posts, actual] = [countIn(line, /编制(?:数|人数)?(?:为|共)?(\d+)/), countIn(line, /实有(?:人数|人员)?(?:为|共)?(\d+)/)];
  const active = countIn(line, /在职(?:人员|职工)?(\d+)人/);
  const left = [countIn(line, /退休(?:人员)?(\d+)人/), countIn(line, /离休(?:人员)?(\d+)人/)].flatMap((one) => one ?? []);
  if (actual && active && left.length > 0) judgeActual(ledger, actual, [active, ...left], posts);
  if (posts && active) judgePosts(ledger, posts, active);
  judgeChanges(ledger, line);
}

function judgeActual(ledger: Ledger, actual: Count, parts: readonly Count[], posts: Count | null): void {
  const sum = parts.reduce((before, { value }) => before + value, 0);
  for (const one of [actual, ...parts]) settleCount(ledger, one, sum === actual.value ? "实有 = 在职 + 退休 + 离休" : null);
  if (sum === actual.value) return;
  // 实有45 beside 编制45: the one number was written for the other.
  const isCopied = [posts, parts[0]].some((one) => one?.value === actual.value);
  ledger.fault({
    id: "B-人",
    category: "sum",
    severity: "error",
    at: isCopied ? actual.at : stretch(actual.at, parts),
    message: `实有人数应等于在职、退休、离休之和：${parts.map(({ value }) => value).join(" + ")} = ${String(sum)}人，说明写${String(actual.value)}人。`,
    advice: "请核对这几个数，看是哪一个写错了。",
    formula: "实有人数 = 在职 + 退休 + 离休",
    left: Exact.ofUnits(actual.value),
    right: Exact.ofUnits(sum),
  });
}

function judgePosts(ledger: Ledger, posts: Count, active: Count): void {
  if (active.value <= posts.value) return;
  for (const one of [posts, active]) settleCount(ledger, one, null);
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
}

/** 在职减少6人；退休增加6人: whoever leaves and retires stands in both. */
function judgeChanges(ledger: Ledger, line: Line): void {
  const changes = [...line.text.matchAll(CHANGE)].map((match) => {
    const [all, way = "", digits = ""] = match;
    const start = match.index + all.lastIndexOf(way);
    const from = match.index + all.lastIndexOf(digits);
    return { way, value: Number(digits), wayAt: { line, start, end: start + 2 }, at: { line, start: from, end: from + digits.length } };
  });
  for (const { way, wayAt } of changes)
    if (!/增加|减少/.test(way))
      ledger.fault({
        id: "B00",
        category: "direction",
        severity: "error",
        at: wayAt,
        message: `“${way}”不是增减的方向词，应为“增加”或“减少”。`,
      });
  const net = changes.reduce((sum, { way, value }) => sum + (way === "减少" ? -value : value), 0);
  if (net === 0)
    for (const change of changes.filter(({ value }) => value > 0)) settleCount(ledger, change, "在职减少的人数与退休、离休增加的人数相符");
}

/** From the first of several places of a line to the last: which of them is wrong nobody can tell. */
function stretch(first: Span, others: readonly Count[]): Span {
  const all = [first, ...others.map(({ at }) => at)];
  return { ...first, start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}
