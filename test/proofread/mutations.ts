/** One slip of the pen, and where it is. */
export interface Mutation {
  readonly kind: "figure" | "year" | "direction" | "name";
  /** digit, transposition, point; or the words changed. */
  readonly how: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const FIGURE = /(?<![\d.,【〔-])\d[\d,]*(?:\.\d+)?(?=\s*(?:万元|元|%|平方米|辆|台|个|万；|万。))/g;
const YEAR = /(?<!\d)20\d\d(?=\s*年)/g;
const DIRECTION = /增加|减少|增长|下降/g;

const put = (text: string, at: number, length: number, words: string): string => text.slice(0, at) + words + text.slice(at + length);

/** Every figure: a digit changed, two digits swapped, the decimal point moved or lost. */
export function figureMutations(paragraphs: readonly string[], lines: readonly number[]): readonly Mutation[] {
  return lines.flatMap((paragraph) => {
    const text = paragraphs[paragraph] ?? "";
    return [...text.matchAll(FIGURE)].flatMap((match) => {
      const digits = match[0];
      const made = [digitChanged(digits), swapped(digits), pointMoved(digits)];
      return made.flatMap((words, index) =>
        words === null || Number(words.replace(/,/g, "")) === Number(digits.replace(/,/g, ""))
          ? []
          : [
              {
                kind: "figure" as const,
                how: `${["digit", "transposition", "point"][index] ?? ""} ${digits}→${words}`,
                paragraph,
                start: match.index,
                end: match.index + words.length,
                text: put(text, match.index, digits.length, words),
              },
            ],
      );
    });
  });
}

function digitChanged(digits: string): string | null {
  const at = Array.from(digits)
    .map((_, index) => index)
    .filter((index) => /\d/.test(digits.charAt(index)));
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
  if (at < 0) return `${digits}0`;
  return at > 1 ? `${digits.slice(0, at - 1)}.${digits.charAt(at - 1)}${digits.slice(at + 1)}` : digits.replace(".", "");
}

export function yearMutations(paragraphs: readonly string[], lines: readonly number[]): readonly Mutation[] {
  return lines.flatMap((paragraph) => {
    const text = paragraphs[paragraph] ?? "";
    return [...text.matchAll(YEAR)].flatMap((match) =>
      [Number(match[0]) - 1, Number(match[0]) + 1].map((year) => ({
        kind: "year" as const,
        how: `${match[0]}→${String(year)}`,
        paragraph,
        start: match.index,
        end: match.index + 4,
        text: put(text, match.index, 4, String(year)),
      })),
    );
  });
}

const OPPOSITE: Readonly<Record<string, string>> = { 增加: "减少", 减少: "增加", 增长: "下降", 下降: "增长" };

export function directionMutations(paragraphs: readonly string[], lines: readonly number[]): readonly Mutation[] {
  return lines.flatMap((paragraph) => {
    const text = paragraphs[paragraph] ?? "";
    return [...text.matchAll(DIRECTION)].map((match) => {
      const words = OPPOSITE[match[0]] ?? "";
      return {
        kind: "direction" as const,
        how: `${match[0]}→${words} ${text.slice(Math.max(0, match.index - 8), match.index)}`,
        paragraph,
        start: match.index,
        end: match.index + 2,
        text: put(text, match.index, 2, words),
      };
    });
  });
}

/** Every place where one of the names stands: one character replaced, the first, the last and one in between in turn. */
export function nameMutations(paragraphs: readonly string[], lines: readonly number[], names: readonly string[]): readonly Mutation[] {
  return lines.flatMap((paragraph) => {
    const text = paragraphs[paragraph] ?? "";
    const taken: number[] = [];
    return [...names]
      .sort((a, b) => b.length - a.length)
      .flatMap((name) => {
        const made: Mutation[] = [];
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          if (taken.includes(at)) continue;
          for (let i = 0; i < name.length; i += 1) taken.push(at + i);
          const index = (at + paragraph) % name.length;
          if (!/\p{sc=Han}/u.test(name.charAt(index))) continue;
          made.push({
            kind: "name",
            how: `${name}: ${name.charAt(index)}→某`,
            paragraph,
            start: at,
            end: at + name.length,
            text: put(text, at + index, 1, "某"),
          });
        }
        return made;
      });
  });
}
