import type { Ledger } from "../ledger";
import { isInColumns, type Line } from "../text/lines";

const PAIRS: Readonly<Record<string, string>> = {
  "（": "）",
  "《": "》",
  "〔": "〕",
  "【": "】",
  "“": "”",
  "‘": "’",
  "「": "」",
  '"': '"',
};
const CLOSING = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));
const WIDE: Readonly<Record<string, string>> = { "(": "（", ")": "）" };

const MARKS = "（）《》〔〕【】\"'“”‘’「」『』";
const ANY = new RegExp(`[${MARKS}]`);

/** A list's own mark, at the beginning or within a line: 1）, 一）. */
const MARK = /(?:^|[。；：，、])(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/;
/** Further apart a closing and an opening mark are not one pair the wrong way round. */
const TURNED = 20;

/** Brackets and quotation marks that open without closing, or close without opening, within a paragraph of sentences. */
export function judgePairs(ledger: Ledger, lines: readonly Line[], paragraphs: readonly string[]): void {
  const open = lines.map((line) =>
    line.kind === "row" || !ANY.test(line.text) || isInColumns(line.at) || isPieceOfCell(line) ? [] : unpaired(line, paragraphs),
  );
  judgeListMarks(ledger, lines);
  lines.forEach((line, index) => {
    const own = open[index] ?? [];
    // A sentence that a program broke over two lines: what one opens the next one closes.
    const beside = [...(open[index - 1] ?? []), ...(open[index + 1] ?? [])].map(({ mark }) => mark);
    if (!/[。；]$/.test(line.text) && own.length > 1) return;
    const turned = turnedRound(own, line);
    for (const { start, end } of turned)
      ledger.fault({
        id: "B10",
        category: "wording",
        severity: "warning",
        at: { line, start, end },
        message: "引号的左右用反了。",
        expected: `“${line.text.slice(start + 1, end - 1)}”`,
        replaces: true,
      });
    for (const { at, mark } of own.filter((one) => !turned.some(({ start, end }) => one.at >= start && one.at < end))) {
      const partner = PAIRS[mark] ?? CLOSING.get(mark) ?? "";
      // Put right with the words that it stands in.
      if (beside.includes(partner) || ledger.isFaulted({ line, start: at, end: at + 1 }, true)) continue;
      ledger.fault({
        id: "B10",
        category: "wording",
        severity: "warning",
        at: { line, start: at, end: at + 1 },
        message: `“${mark}”没有配对的“${partner}”。`,
        advice: "请补上另一半，或删去这一个。",
      });
    }
  });
}

/** （境 and ）费, a narrow column's heading that a program took apart: no sentence, and nothing that anybody would head. */
const isPieceOfCell = ({ kind, text, at }: Line): boolean =>
  kind === "prose" && !/[，。；：]/.test(text) && (text.length <= PIECE || at.some((place, index) => place - (at[index - 1] ?? place) > 1));
const PIECE = 6;

/** A list's mark without its first half, and whole. */
const LIST_MARKS: readonly (readonly [half: RegExp, whole: RegExp])[] = [
  [/^[一二三四五六七八九十]{1,3}）/, /^（[一二三四五六七八九十]{1,3}）/],
  [/^\d{1,2}）/, /^（\d{1,2}）/],
];

/** 一）主要职能 among （一）, （二）: half of its mark is gone. Lists that are marked so throughout are marked so. */
function judgeListMarks(ledger: Ledger, lines: readonly Line[]): void {
  const beginning = (mark: RegExp): readonly { readonly line: Line; readonly mark: string }[] =>
    lines.flatMap((line) => {
      const said = line.kind === "row" ? undefined : mark.exec(line.text)?.[0];
      return said === undefined ? [] : [{ line, mark: said }];
    });
  for (const [without, whole] of LIST_MARKS) {
    const half = beginning(without);
    const [only] = half;
    if (!only || half.length > 1 || beginning(whole).length < 2) continue;
    ledger.fault({
      id: "B10",
      category: "wording",
      severity: "warning",
      at: { line: only.line, start: 0, end: only.mark.length },
      message: `“${only.mark}”前面缺“（”。`,
      expected: `（${only.mark}`,
      replaces: true,
    });
  }
}

function lastOpen(stack: readonly { readonly mark: string }[], marks: readonly string[]): number {
  let at = stack.length - 1;
  while (at >= 0 && !marks.includes(stack[at]?.mark ?? "")) at -= 1;
  return at;
}

/** ”三保“, “三保“ */
function turnedRound(
  open: readonly { readonly at: number; readonly mark: string }[],
  line: Line,
): readonly { readonly start: number; readonly end: number }[] {
  return open.flatMap(({ at, mark }) => {
    const partner = "“”".includes(mark) ? open.find((other) => other.at > at && other.at - at <= TURNED && other.mark === "“") : undefined;
    return partner && !/[，。；]/.test(line.text.slice(at, partner.at)) ? [{ start: at, end: partner.at + 1 }] : [];
  });
}

function unpaired(line: Line, paragraphs: readonly string[]): readonly { readonly at: number; readonly mark: string }[] {
  const stack: { at: number; mark: string }[] = [];
  const wrong: { at: number; mark: string }[] = [];
  for (let at = 0; at < line.text.length; at += 1) {
    if (!MARKS.includes(line.text.charAt(at))) continue;
    const raw = paragraphs[line.paragraph[at] ?? 0]?.charAt(line.at[at] ?? 0) ?? "";
    const mark = WIDE[raw] ?? raw;
    if (mark === '"') {
      const last = lastOpen(stack, ["“", '"']);
      if (last >= 0) wrong.push(...stack.splice(last).slice(1));
      else stack.push({ at, mark });
      continue;
    }
    if (PAIRS[mark] !== undefined) stack.push({ at, mark });
    const opener = CLOSING.get(mark);
    if (opener === undefined) continue;
    const last = lastOpen(stack, mark === "”" ? [opener, '"'] : [opener]);
    if (last >= 0) {
      wrong.push(...stack.splice(last + 1));
      stack.pop();
    } else if (!(mark === "）" && MARK.test(line.text.slice(Math.max(0, at - 4), at)))) wrong.push({ at, mark });
  }
  return [...wrong, ...stack];
}
