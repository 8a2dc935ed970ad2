import type { Fault } from "./kinds";

const AMOUNT = /(?<![\d.,【〔-])(\d[\d,]*\.?\d*)(?=\s*万元)/g;
const SECTION = /^[\s#*-]*[一二三四五六七八九十]{1,3}、(?![^。]*。)/;

/** Faults of whole sentences, paragraphs and sections: left out, said twice, of last year, with the figures of another. */
export function wholesOf(paragraphs: readonly string[], where: readonly number[]): readonly Fault[] {
  const told = where.filter((index) => amountsOf(paragraphs[index] ?? "").length > 0);
  return [
    ...where.flatMap((index) => ofOne(paragraphs, index)),
    ...told.slice(1).flatMap((index, before) => exchanged(paragraphs, told[before] ?? index, index)),
    ...sections(paragraphs, where),
  ];
}

const unnumbered = (text: string): string => text.replace(/^[\d一二三四五六七八九十（）、.\s]+/, "").replace(/\s/g, "");
const near = (index: number): readonly number[] => [index - 2, index - 1, index, index + 1, index + 2];
const put = (paragraphs: readonly string[], index: number, text: string): readonly string[] =>
  paragraphs.map((one, other) => (other === index ? text : one));

interface Amount {
  readonly start: number;
  readonly digits: string;
}

const amountsOf = (text: string): readonly Amount[] =>
  [...text.matchAll(AMOUNT)].map(({ index, 1: digits = "" }) => ({ start: index, digits }));

function ofOne(paragraphs: readonly string[], index: number): readonly Fault[] {
  const right = paragraphs[index] ?? "";
  // What stands twice as it is: one more or one fewer is no new fault.
  const twice = paragraphs.filter((one) => unnumbered(one) === unnumbered(right)).length > 1;
  const whole = { how: right.slice(0, 20), right, at: 0, parts: 1, words: null };
  const old = lastYears(right);
  const [first, second] = amountsOf(right);
  return [
    ...(twice ? [] : [{ ...whole, kind: "paragraph dropped", where: near(index), text: paragraphs.filter((_, other) => other !== index) }]),
    ...(right.length > 12 && !twice
      ? [
          {
            ...whole,
            kind: "duplicated",
            where: near(index),
            text: paragraphs.flatMap((one, other) => (other === index ? [one, one] : [one])),
          },
        ]
      : []),
    ...sentencesOf(right).map(({ start, end }) => ({
      ...whole,
      kind: "sentence dropped",
      how: right.slice(start, end).slice(0, 20),
      where: [index - 1, index, index + 1],
      text: put(paragraphs, index, right.slice(0, start) + right.slice(end)),
    })),
    ...(old === right
      ? []
      : [{ ...whole, kind: "last year's sentence", parts: Infinity, where: [index], text: put(paragraphs, index, old) }]),
    ...(first && second && first.digits !== second.digits
      ? [
          {
            ...whole,
            kind: "figures swapped",
            parts: 2,
            how: `${first.digits}↔${second.digits}`,
            where: [index],
            text: put(paragraphs, index, replaced(replaced(right, second, first.digits), first, second.digits)),
          },
        ]
      : []),
  ];
}

const replaced = (text: string, { start, digits }: Amount, by: string): string =>
  text.slice(0, start) + by + text.slice(start + digits.length);

/** The first amounts of two neighbouring paragraphs, each in the other's place: both have to be noticed, one is looked for. */
function exchanged(paragraphs: readonly string[], one: number, other: number): readonly Fault[] {
  const [first, second] = [amountsOf(paragraphs[one] ?? "")[0], amountsOf(paragraphs[other] ?? "")[0]];
  if (!first || !second || first.digits === second.digits) return [];
  const text = put(
    put(paragraphs, one, replaced(paragraphs[one] ?? "", first, second.digits)),
    other,
    replaced(paragraphs[other] ?? "", second, first.digits),
  );
  return [
    {
      kind: "figures of another sentence",
      how: `${first.digits}↔${second.digits}`,
      right: paragraphs[other] ?? "",
      at: second.start,
      parts: 2,
      where: [one, other],
      words: null,
      text,
    },
  ];
}

/** The sentences inside a paragraph that has several, each with its mark. */
function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ends = [...text.matchAll(/[。；]/g)].map(({ index }) => index + 1);
  const cuts = [0, ...ends.filter((end) => end < text.trimEnd().length), text.length];
  if (cuts.length < 3) return [];
  return cuts.slice(1).flatMap((end, at) => (end - (cuts[at] ?? 0) > 10 ? [{ start: cuts[at] ?? 0, end }] : []));
}

/** As last year's report may have had it: its year, other amounts. */
function lastYears(text: string): string {
  if (!/20\d\d\s*年/.test(text) || amountsOf(text).length === 0) return text;
  return text
    .replace(/20\d\d(?=\s*年)/g, (year) => String(Number(year) - 1))
    .replace(AMOUNT, (digits) => (Number(digits.replace(/,/g, "")) * 0.93).toFixed(/\.(\d+)/.exec(digits)?.[1]?.length ?? 0));
}

function sections(paragraphs: readonly string[], where: readonly number[]): readonly Fault[] {
  const [from, to] = [where[0] ?? 0, where.at(-1) ?? 0];
  const starts = paragraphs.flatMap((text, index) => (index >= from - 3 && index <= to && SECTION.test(text) ? [index] : []));
  return starts.flatMap((start, at): Fault[] => {
    const end = starts[at + 1] ?? to + 1;
    // A heading inside a table is no section.
    return !where.some((index) => index > start && index < end)
      ? []
      : [
          {
            kind: "section dropped",
            how: (paragraphs[start] ?? "").slice(0, 30),
            right: "",
            at: 0,
            parts: 1,
            where: [start - 2, start - 1, start, start + 1],
            words: null,
            text: paragraphs.filter((_, index) => index < start || index >= end),
          },
        ];
  });
}
