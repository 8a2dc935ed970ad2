import type { OrganisationKind } from "../templates/define";
import type { Parts } from "./read-table";

/** The name most tables state after "编制部门："; null where none does. */
export function findOrganisation(parts: Iterable<Parts>): string | null {
  return commonest([...parts].map((part) => part.facts.organisation?.text ?? null));
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
