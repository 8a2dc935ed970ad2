import type { OrganisationKind, TableSpec } from "../templates/define";
import { normalisedTitles } from "../templates/define";
import type { Parts } from "./read-table";

/** Endings of names of organisations. */
const ORGANISATION_END =
  /(?:局|委|办|办公室|中心|委员会|院|学院|大学|校|小学|中学|幼儿园|站|所|处|队|支队|大队|总队|厅|馆|会|联合会|协会|部|园|社|联|政府|政协|人大|法院|检察院|医院|集团|公司|学校|街道|镇|乡|场|本级|机关)(?:\((?:本级|机关|汇总)\))?$/;

/** Whether a name ends as an organisation's does. The text is normalised. */
export const endsLikeOrganisation = (name: string): boolean => ORGANISATION_END.test(name);

/**
 * The name most tables state after "编制部门："; where none does, the name that stands before the titles of at least two
 * ("示例大学收支预算总表", "示例大学收入预算表"); null where there is neither.
 */
export function findOrganisation(parts: Iterable<Parts>): string | null {
  const all = [...parts];
  return commonest(all.map((part) => part.facts.organisation?.text ?? null)) ?? beforeTitles(all);
}

/** 我校收支预算总表, 本部门…, 市本级…: whose they are is not said. */
const NO_NAME = /^[我本各全]|级$/;

function beforeTitles(parts: readonly Parts[]): string | null {
  const names = parts.map(({ candidate: { spec, title } }) => nameBefore(spec, title?.bare ?? ""));
  const most = commonest(names);
  return names.filter((name) => name === most).length > 1 ? most : null;
}

/** What stands before a title in the words of its table: 示例大学 of 示例大学收支预算总表; null where that is no organisation. */
export function nameBefore(spec: TableSpec, bare: string): string | null {
  const own = normalisedTitles(spec)
    .filter((words) => bare.endsWith(words))
    .reduce((longest, words) => (words.length > longest.length ? words : longest), "");
  const name = own === "" ? "" : bare.slice(0, -own.length).replace(/20\d\d年度?$/, "");
  return endsLikeOrganisation(name) && !NO_NAME.test(name) ? name : null;
}

/** 部门 or 单位, as table heads and titles say it; 部门 where neither does. */
export function findKind(parts: Iterable<Parts>): OrganisationKind {
  return (
    commonest([...parts].flatMap((part) => [part.facts.organisation?.kind ?? null, kindInTitle(part.candidate.title?.bare ?? "")])) ??
    "部门"
  );
}

function kindInTitle(bare: string): OrganisationKind | null {
  const found = /(部门|单位)(?:收支|收入|支出)(?:预算)?总/.exec(bare)?.[1];
  return found === "部门" || found === "单位" ? found : null;
}

/** The value met most often, the first of equals; null for none. */
export function commonest<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T, number] | null>((best, entry) => (best && best[1] >= entry[1] ? best : entry), null)?.[0] ?? null;
}
