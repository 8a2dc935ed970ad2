import { openDesk, type Desk } from "../../narrative/desk";
import { isFreelyWorded, sectionsOf, type SentenceFamily } from "../../narrative/families";
import { spareWords } from "../../narrative/pattern/read";
import { segmentsText } from "../../narrative/segments";
import { noInputs } from "../../inputs/read";
import { canon } from "../../text/canon";
import { expectedOf, isSaid, type Expected } from "./expected";
import { gramsOf } from "./grams";
import { indexAs } from "./pairs";

/** What ought to be said, by its words alone. */
export type Worded = Pick<Expected, "grams" | "spare" | "open" | "kind" | "figured" | "passage">;

/** The same of no organisation yet. */
interface Unnamed extends Worded {
  /** Words that may be left out, where the organisation is among them. */
  readonly naming: readonly string[];
}

/** Stands for the organisation. */
const SOMEBODY = "\ue000";

/** The words of a family's sentences without tables: the same for every text but for the name of its organisation. */
export function wordedFor(desk: Desk, family: SentenceFamily, own: ReadonlySet<number>): readonly Worded[] {
  const unnamed = unnamedOf(desk, family);
  const name = desk.organisation.kind === "name" ? canon(segmentsText(desk.organisation.segments)) : "";
  const worded = unnamed.map((one): Worded => {
    const grams = one.grams.some((some) => some.some((gram) => own.has(gram)))
      ? one.grams.map((some) => some.filter((gram) => !own.has(gram)))
      : one.grams;
    if (grams === one.grams && one.naming.length === 0) return one;
    const spare = one.naming.length === 0 ? one.spare : pairsOf(one.naming.map((words) => words.replaceAll(SOMEBODY, name)));
    return { ...one, grams, spare };
  });
  const said = worded.filter(({ grams }) => isSaid(grams));
  if (said.length < worded.length) return said;
  indexAs(unnamed, worded);
  return worded;
}

const pairsOf = (words: readonly string[]): ReadonlySet<number> => new Set(words.flatMap((one) => gramsOf(one)));

/** Years are no words: those of one form are the same in each. */
function unnamedOf({ recognised }: Desk, family: SentenceFamily): readonly Unnamed[] {
  const key = `${family} ${String(recognised.template.id)} ${recognised.organisationKind}`;
  let made = known.get(key);
  if (made) return made;
  const desk = openDesk({ ...recognised, organisation: SOMEBODY }, noInputs(), {});
  made = expectedOf(sectionsOf(desk, family), new Set(), isFreelyWorded(family)).map(
    ({ pattern, grams, spare, open, kind, figured, passage }): Unnamed => {
      const words = spareWords(pattern);
      return { grams, spare, open, kind, figured, passage, naming: words.some((one) => one.includes(SOMEBODY)) ? words : [] };
    },
  );
  known.set(key, made);
  return made;
}

const known = new Map<string, readonly Unnamed[]>();
