import { wholesOf } from "./whole-sentences";

/** A fault put into a text on purpose, and where it must be noticed. */
export interface Fault {
  readonly kind: string;
  readonly how: string;
  /** The text with the fault in it. */
  readonly text: readonly string[];
  /** Paragraphs (0-based) in which a finding counts, and the words in them; null: anywhere in them. */
  readonly where: readonly number[];
  readonly words: { readonly start: number; readonly end: number } | null;
  /** The paragraph as it was: what a correction has to lead back to. */
  readonly right: string;
  /** Where in it the fault was put. */
  readonly at: number;
  /** In how many places: so many findings are none too many. */
  readonly parts: number;
}

const FIGURE = /(?<![\d.,【〔-])(\d[\d,]*(?:\.\d+)?)\s*(万元|%|平方米|辆|台)/g;
const YEAR = /(?<!\d)20\d\d(?=\s*年)/g;
const MOVE = /增加|减少|增长|下降/g;
const OPPOSITE: Readonly<Record<string, string>> = { 增加: "减少", 减少: "增加", 增长: "下降", 下降: "增长" };

const put = (text: string, at: number, length: number, words: string): string => text.slice(0, at) + words + text.slice(at + length);

/** A person's own words, that no table proves: only the 填报 sheets have them. */
const OWN_PROSE = /主要原因(?:是|为)?：?[^；。]*|(?:资金分配情况|资金执行时间|设立的政策依据|项目承担单位)：.*|主要用于[^；。]*/g;

/** Every fault of every kind that the paragraphs at `where` can be given; the caller takes a sample. `prose`: in a person's own words too. */
export function faultsOf(
  paragraphs: readonly string[],
  where: readonly number[],
  names: readonly string[],
  prose = true,
): readonly Fault[] {
  const inside = where.flatMap((index) => {
    const own = prose
      ? []
      : [...(paragraphs[index] ?? "").matchAll(OWN_PROSE)].map(({ index: start, 0: { length } }) => ({ start, end: start + length }));
    return [...inFigures(paragraphs, index), ...inWords(paragraphs, index, names)].filter(
      ({ at }) => !own.some(({ start, end }) => at >= start && at < end),
    );
  });
  return [...inside, ...wholesOf(paragraphs, where)];
}

function changed(paragraphs: readonly string[], index: number, kind: string, at: number, length: number, words: string, widen = 0): Fault {
  const right = paragraphs[index] ?? "";
  const text = put(right, at, length, words);
  return {
    kind,
    how: `${right.slice(at, at + length)}→${words}`,
    right,
    at,
    parts: 1,
    where: [index],
    words: { start: Math.max(0, at - widen), end: at + words.length + widen },
    text: paragraphs.map((one, other) => (other === index ? text : one)),
  };
}

function inFigures(paragraphs: readonly string[], index: number): readonly Fault[] {
  const text = paragraphs[index] ?? "";
  return [...text.matchAll(FIGURE)].flatMap((match): Fault[] => {
    const [all, digits = "", unit = ""] = match;
    const at = match.index;
    const unitAt = at + all.length - unit.length;
    const made = (kind: string, words: string | null, from = at, length = digits.length, widen = 0): Fault[] =>
      words === null ? [] : [changed(paragraphs, index, kind, from, length, words, widen)];
    return [
      ...made("digit", digitChanged(digits)),
      ...made("transposed", swapped(digits)),
      ...made("point", pointMoved(digits)),
      ...made("missing", "", at, digits.length, 8),
      ...made("letter O", digits.includes("0") ? digits.replace("0", "O") : null, at, digits.length, 2),
      ...made("unit lost", "", unitAt, unit.length, digits.length + 2),
      ...(unit === "万元" ? made("unit changed", "元", unitAt, unit.length, digits.length + 2) : []),
      ...(unit === "%" ? made("percent", "个百分点", unitAt, unit.length, digits.length + 2) : []),
    ];
  });
}

function inWords(paragraphs: readonly string[], index: number, names: readonly string[]): readonly Fault[] {
  const text = paragraphs[index] ?? "";
  const made: Fault[] = [];
  for (const match of text.matchAll(YEAR)) made.push(changed(paragraphs, index, "year", match.index, 4, String(Number(match[0]) - 2)));
  for (const match of text.matchAll(MOVE)) made.push(changed(paragraphs, index, "direction", match.index, 2, OPPOSITE[match[0]] ?? ""));
  for (const name of names) {
    const at = text.indexOf(name);
    if (at < 0 || name === "") continue;
    const middle = at + (name.length >> 1);
    made.push(
      changed(paragraphs, index, "name replaced", middle, 1, "某", name.length),
      changed(paragraphs, index, "name omitted", middle, 1, "", name.length),
      changed(paragraphs, index, "name inserted", middle, 0, "新", name.length),
    );
    if (name.charAt(1) !== name.charAt(2))
      made.push(changed(paragraphs, index, "name swapped", at + 1, 2, name.charAt(2) + name.charAt(1), name.length));
    if (name === names[0]) made.push(changed(paragraphs, index, "another organisation", at, name.length, "示范县水利局"));
  }
  return made;
}

function digitChanged(digits: string): string {
  const at = Array.from(digits, (_, index) => index).filter((index) => /\d/.test(digits.charAt(index)));
  const index = at[(digits.length * 7 + digits.charCodeAt(0)) % at.length] ?? 0;
  return put(digits, index, 1, String((Number(digits.charAt(index)) + 3) % 10));
}

function swapped(digits: string): string | null {
  for (let i = 0; i + 1 < digits.length; i += 1)
    if (/\d\d/.test(digits.slice(i, i + 2)) && digits.charAt(i) !== digits.charAt(i + 1))
      return put(digits, i, 2, digits.charAt(i + 1) + digits.charAt(i));
  return null;
}

function pointMoved(digits: string): string | null {
  const at = digits.indexOf(".");
  if (at < 0 || Number(digits.replace(/,/g, "")) === 0) return null;
  return at > 1 ? `${digits.slice(0, at - 1)}.${digits.charAt(at - 1)}${digits.slice(at + 1)}` : digits.replace(".", "");
}
