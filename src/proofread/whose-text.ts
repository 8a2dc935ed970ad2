import { commonest, endsLikeOrganisation } from "../workbook/organisation";

/** Lines without blanks. */
type Lines = readonly { readonly text: string }[];

/** No mark stands in a name: 关于印发〈…〉的通知》要求，从2018年起 names none. */
const HEADED = /关于([^，。；：、《》〈〉"“”]{2,40}?)(?:部门|单位)?(20\d\d)年/;

const headed = (lines: Lines): readonly string[] => lines.flatMap(({ text }) => HEADED.exec(text)?.[1] ?? []);

/** How the headings of a narrative call the office: 关于…2026年…的说明. */
export function organisationIn(lines: Lines): string | null {
  const names = headed(lines);
  return commonest(names.filter(endsLikeOrganisation)) ?? commonest(names);
}

/** …2026年部门预算公开, 2026年…部门预算: as covers and titles put it. */
const TITLES: readonly RegExp[] = [
  /^(?!关于)(.{2,40}?)(?:部门|单位)?20\d\d年度?(?:部门|单位)?预算/,
  /^20\d\d年度?(.{2,40}?)(?:部门|单位)预算/,
];
/** A title is short, and no sentence. */
const TITLE = /^[^，。；：]{4,60}$/;

/**
 * Whose budget a whole text tells of, as its titles and headings name an office: what merely follows 关于 (…编制2026年预算的通知) is none.
 * null where they do not.
 */
export function officeOf(lines: Lines): string | null {
  const titled = lines.flatMap(({ text }) => (TITLE.test(text) ? TITLES.flatMap((title) => title.exec(text)?.[1] ?? []) : []));
  return commonest([...titled, ...headed(lines)].filter(endsLikeOrganisation));
}
