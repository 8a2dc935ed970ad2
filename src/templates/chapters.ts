import { ofFamily, type Check, type IdentityCheck } from "../checks/engine/check";
import type { TableKey } from "./define";
import type { Family } from "./family";
import type { Chapter } from "./house";

/**
 * Rules put under the tables they are about, in printed order: core identities under the table their left side begins
 * with, then the family's own of that table.
 */
export function tableChapters(
  family: Family,
  core: readonly IdentityCheck[],
  own: Readonly<Partial<Record<TableKey, readonly Check[]>>>,
): readonly Chapter[] {
  const [form] = family.forms;
  const home = ({ identity }: IdentityCheck): TableKey | undefined => identity.left[0]?.table;
  const order = form?.order ?? [];
  const rest = family.tables.map(({ key }) => key).filter((key) => !order.includes(key));
  return [...order, ...rest].flatMap((key): readonly Chapter[] => {
    const spec = family.tables.find((table) => table.key === key);
    const checks = [...core.filter((check) => home(check) === key), ...ofFamily(family.id, own[key] ?? [])];
    const place = order.indexOf(key);
    const label = place < 0 ? "" : `${form?.tableLabel(place + 1) ?? ""} `;
    return spec && checks.length > 0 ? [{ heading: `${label}${(spec.titles[0] ?? "").replace("{部门}", "部门")}`.trim(), checks }] : [];
  });
}

/** Rules of one family that are about no one table. */
export function ownChapter(family: Family, heading: string, checks: readonly Check[]): Chapter {
  return { heading, checks: ofFamily(family.id, checks) };
}
