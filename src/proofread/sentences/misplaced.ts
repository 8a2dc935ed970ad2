import { TOTALS } from "../../narrative/paragraphs";
import { segmentsText } from "../../narrative/segments";
import { write } from "../../narrative/pattern/write";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Held } from "./held";
import { likest } from "./pairs";

/** Alike enough to be that very statement, wherever it stands. */
const SAME = 0.8;

/** Where a section begins in the text. */
interface Begun {
  readonly section: string;
  readonly title: string;
  /** The number of its heading among the statements. */
  readonly at: number;
}

/** What belongs under one heading and stands under another: told once a paragraph. Where the headings themselves are out of order, their numbers say so. */
export function tellMisplaced(ledger: Ledger, held: Held): void {
  const { expected, of, found } = held;
  const begun = headingsOf(ledger, held);
  const told = new Set<Line>();
  expected.forEach(({ kind, section, usual }, index) => {
    // Where offices choose what they tell, only the total of a section belongs nowhere else.
    if (ledger.freely && usual !== TOTALS) return;
    const at = of[index] ?? -1;
    const one = found[at];
    const own = begun.find((heading) => heading.section === section);
    const above = begun.filter((heading) => heading.at < at).at(-1);
    if (kind !== "statement" || !one || !own || !above || above.section === section || told.has(one.line)) return;
    if (!likest(expected, one).some(([like, alike]) => like === index && alike >= SAME)) return;
    told.add(one.line);
    ledger.fault({
      id: "B11",
      category: "wording",
      severity: "warning",
      at: one,
      message: `这一段说的是“${own.title}”的内容，却写在“${above.title}”下面。`,
      advice: "请核对是不是贴错了位置。",
    });
  });
}

/** The headings that are there, in the order of the text. */
function headingsOf({ book }: Ledger, { expected, of }: Held): readonly Begun[] {
  return expected
    .flatMap(({ kind, section, pattern }, index): Begun[] => {
      const at = of[index] ?? -1;
      return kind === "heading" && at >= 0 ? [{ section, title: segmentsText(write(pattern, book.amounts)), at }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** A heading of the family with nothing under it: the next heading comes right behind it. */
export function tellEmpty(ledger: Ledger, held: Held): void {
  if (ledger.freely) return;
  const begun = headingsOf(ledger, held);
  begun.forEach(({ section, title, at }, index) => {
    const next = begun[index + 1];
    const [line, below] = [held.found[at]?.line, held.found[next?.at ?? -1]?.line];
    const chapter = begun.some((one, other) => other !== index && one.section === section);
    if (!line || !below || chapter || below.index !== line.index + 1) return;
    if (ledger.faults.some((one) => one.category === "missing" && (one.at.line === line || one.at.line === below))) return;
    ledger.lacks(line, { message: `标题“${title}”下面没有内容。`, advice: "请补上内容；没有的，写明没有。" });
  });
}
