import { formsOfYear } from "../../book/forms-of-year";
import { openDesk, type Desk } from "../../narrative/desk";
import { isFreelyWorded, sectionsOf, sentenceFamilies, sentencesOf } from "../../narrative/families";
import { canon } from "../../text/canon";
import { notes, rememberedFor } from "../../text/remembered";
import { commonest } from "../../workbook/organisation";
import type { Book } from "../book";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";
import type { Held } from "./held";
import { hold } from "./hold";
import { isOfFamily, likeliest, type Candidate } from "./likeliest";
import { saidIn } from "./said";

/** The text held against the sentences of its family: the workbook's template says which that is; the text itself only where no workbook does. */
export function heldBy(book: Book, body: readonly Line[]): Held | null {
  const { desk, recognised, year } = book;
  // Tables of no family are not those of a text of one, however alike the model makes their words.
  if (recognised.template.family === null && (book.withWorkbook || isInYuan(body))) return null;
  const said = saidIn(body, book.organisation);
  if (recognised.template.family === null) {
    const candidates = sentenceFamilies.flatMap((family) =>
      formsOfYear(family, year).map((template): Candidate => ({
        family,
        desk: openDesk({ ...recognised, year, template }, book.inputs, {}),
      })),
    );
    return likeliest(candidates, said, book.amounts);
  }
  const family = sentencesOf(desk);
  if (!family) return null;
  const freely = isFreelyWorded(family);
  const organisation = freely ? nameIn(body, recognised) : recognised.organisation;
  const isNamed = organisation === recognised.organisation && (!freely || book.otherOrganisation === null);
  const own = isNamed ? desk : openDesk({ ...recognised, year, organisation }, book.inputs, {});
  return isOfFamily(hold(family, sectionsOn(own), said(freely), book.amounts));
}

/** The sections of the workbook's family, made once for all texts that are held against it. */
const sectionsOn = rememberedFor((desk: Desk) => {
  const family = sentencesOf(desk);
  return family ? sectionsOf(desk, family) : [];
}, notes());

/** Amounts in 元 from end to end: the sentences of every family that is known give them in 万元. */
function isInYuan(lines: readonly Line[]): boolean {
  const amounts = lines.flatMap((line) => figuresOf(line)).filter(({ unit }) => unit === "amount");
  return amounts.length >= FEW_AMOUNTS && amounts.filter(({ written }) => written === "元").length * 2 > amounts.length;
}
const FEW_AMOUNTS = 6;

/** The organisation as the tables are headed; where the text never says that name, as it calls itself again and again. */
function nameIn(lines: readonly Line[], { organisation }: Book["recognised"]): string | null {
  if (organisation !== null && lines.some(({ text }) => text.includes(canon(organisation)))) return organisation;
  const said = lines.flatMap(({ text }) => CALLS_ITSELF.exec(text)?.[1] ?? []);
  const own = commonest(said);
  return own !== null && said.filter((one) => one === own).length >= (organisation === null ? 2 : AGAIN) ? own : organisation;
}
const CALLS_ITSELF = /^(\p{sc=Han}{3,24}(?:（\p{sc=Han}{1,10}）)?)20[1-4]\d年/u;
const AGAIN = 3;
