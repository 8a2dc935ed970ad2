import type { Check } from "../../src/checks/engine/check";
import type { TableKey, TableSpec } from "../../src/templates/define";
import { templateOf, type Template } from "../../src/templates/family";
import { xinjiang } from "../../src/templates/xinjiang/family";
import { xinjiangHouse } from "../../src/templates/xinjiang/index";

export const { chapters } = xinjiangHouse;

/** Every rule of the Xinjiang family. */
export const catalogue: readonly Check[] = chapters.flatMap(({ checks }) => checks);

export const tableSpecs: readonly TableSpec[] = xinjiang.tables;
export const tableKeys: readonly TableKey[] = tableSpecs.map(({ key }) => key);
export const formIds: readonly string[] = xinjiang.forms.map(({ id }) => id);

/** "2026-12" as a template. */
export function form(id: string): Template {
  const found = xinjiang.forms.find((one) => one.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return templateOf(xinjiang, found);
}
