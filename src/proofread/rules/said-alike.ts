import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";
import { sentencesOf, type Sentence } from "./sentences";

/** Shorter sentences are alike by chance. */
const SHORTEST = 20;
/** So many figures, all but one of them the same. */
const FEWEST = 2;
/** A figure of fewer digits is the same by chance. */
const DIGITS = 3;

/** A sentence that stands there twice, word by word, and one of its figures not: one of the two was left unchanged. */
export function judgeSaidAlike(ledger: Ledger, lines: readonly Line[]): void {
  const said = new Map<string, Sentence>();
  const told = new Set(
    lines.flatMap((line) => figuresOf(line).flatMap(({ unit, value }) => (unit === "amount" && value ? [value.toString()] : []))),
  );
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const sentence of sentencesOf(line)) {
      if (sentence.text.length < SHORTEST || sentence.figures.length < FEWEST) continue;
      const words = wordsOf(sentence);
      const before = said.get(words);
      if (before) compare(ledger, before, sentence, told);
      else said.set(words, sentence);
    }
  }
}

function wordsOf({ line, start, end, figures }: Sentence): string {
  let [words, at] = ["", start];
  for (const { digits } of figures) {
    words += `${line.text.slice(at, digits.start)}#`;
    at = digits.end;
  }
  return words + line.text.slice(at, end);
}

const isLong = ({ digits }: Stated): boolean => spanText(digits).replace(/\D/g, "").length >= DIGITS;

/** Whether its amounts together are a whole that the text tells of. */
function comesToTold({ figures }: Sentence, told: ReadonlySet<string>): boolean {
  const values = figures.flatMap(({ unit, value }) => (unit === "amount" && value ? [value] : []));
  return values.length > 1 && told.has(Exact.sum(values).toString());
}

function compare(ledger: Ledger, before: Sentence, after: Sentence, told: ReadonlySet<string>): void {
  const pairs = after.figures.map((figure, at) => ({ figure, other: before.figures[at] }));
  const differ = pairs.filter(({ figure, other }) => other && spanText(other.digits) !== spanText(figure.digits));
  const [only] = differ;
  // 100.00% and what there is none of are the same everywhere.
  const alike = pairs.filter(
    (one) => !differ.includes(one) && isLong(one.figure) && one.figure.unit === "amount" && one.figure.value?.isZero() === false,
  );
  // A share of another whole is another one.
  if (!only?.other || differ.length > 1 || alike.length === 0 || !isLong(only.figure) || only.figure.unit !== "amount") return;
  // 支出包括：甲A万元、乙B万元: what each is divided into comes to a whole of its own.
  if ([before, after].every((sentence) => comesToTold(sentence, told))) return;
  if (ledger.isFaulted(only.figure.span) || ledger.isFaulted(only.other.span)) return;
  ledger.fault({
    id: "B05",
    category: "figure",
    severity: "warning",
    at: only.figure.digits,
    message: `前面同样的一句写的是${spanText(only.other.span)}，这里写${spanText(only.figure.span)}。`,
    advice: "同一句话写了两遍，请看是哪一处没有改。",
  });
}
