import { formsOfYear } from "../../book/forms-of-year";
import { openDesk } from "../../narrative/desk";
import { isFreelyWorded, sectionsOf, sentenceFamilies, sentencesOf, type SentenceFamily } from "../../narrative/families";
import { canon } from "../../text/canon";
import { commonest } from "../../workbook/organisation";
import type { Book } from "../book";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";
import type { Held } from "./held";
import { hold, isOfFamily, likeliest } from "./hold";

/** The text held against the sentences of its family: the workbook's template says which that is; the text itself only where no workbook does. */
export function heldBy(book: Book, body: readonly Line[]): Held | null {
  const { desk, recognised, year } = book;
  const ofFamily = (family: SentenceFamily): readonly Line[] => (isFreelyWorded(family) ? withoutGlossary(body) : body);
  // Tables of no family are not those of a text of one, however alike the model makes their words.
  if (recognised.template.family === null && (book.withWorkbook || isInYuan(body))) return null;
  if (recognised.template.family === null)
    return likeliest(
      sentenceFamilies.flatMap((family) =>
        formsOfYear(family, year).map((template) =>
          hold(family, sectionsOf(openDesk({ ...recognised, year, template }, book.inputs, {}), family), ofFamily(family), book),
        ),
      ),
    );
  const family = sentencesOf(desk);
  const own =
    family && isFreelyWorded(family) ? openDesk({ ...recognised, year, organisation: nameIn(body, recognised) }, book.inputs, {}) : desk;
  return family && isOfFamily(hold(family, sectionsOf(own, family), ofFamily(family), book));
}

/** Without 四、名词解释 and what it explains, where no part has a number of its own: terms are numbered like the items before them. */
function withoutGlossary(lines: readonly Line[]): readonly Line[] {
  const at = lines.reduce((found, { text }, index) => (GLOSSARY.test(text) ? index : found), -1);
  if (at < 0) return lines;
  const behind = lines.slice(at + 1).findIndex(({ text }) => CHAPTER.test(text));
  return [...lines.slice(0, at), ...(behind < 0 ? [] : lines.slice(at + 1 + behind))];
}
const GLOSSARY = /^[一二三四五六七八九十]{1,3}、名词解释$/;
const CHAPTER = /^[一二三四五六七八九十]{1,3}、[^。；：]{2,30}$/;

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
