import { normalise } from "../../../../text/wording";

/** A title's words for comparing: without table number, year and what stands in brackets behind it. */
export function titleWords(text: string): string {
  return normalise(text)
    .replace(/^(?:附?表|附件)\d{0,2}[-:.、]?/, "")
    .replace(/^\(?[一二三四五六七八九十]+\)?[、.]/, "")
    .replace(/^\d{1,2}[.、:-]?(?=\D)/, "")
    .replace(/20\d\d年度?/, "")
    .replace(/\([^()]*\)$/, "");
}
