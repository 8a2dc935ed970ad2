import type { Check } from "../checks/engine/check";
import { centralUnitHouse } from "./central-unit/index";
import { commonHouse } from "./common/index";
import type { Template } from "./family";
import type { House } from "./house";
import { jiangsuFrom2021House } from "./jiangsu/from-2021/index";
import { jiangsuHouse } from "./jiangsu/index";
import { shanghaiHouse } from "./shanghai/index";
import { xinjiangHouse } from "./xinjiang/index";

export { commonHouse };

/** Every family this tool comes with: a new one is a folder and a line here. */
export const houses: readonly House[] = [xinjiangHouse, shanghaiHouse, jiangsuHouse, jiangsuFrom2021House, centralUnitHouse];

const rules = new Map<string | null, readonly Check[]>(
  [...houses, commonHouse].map(({ family, chapters }) => [
    family === commonHouse.family ? null : family.id,
    chapters.flatMap(({ checks }) => checks),
  ]),
);

/** The rules of a workbook's template; where no family fits, those that all families share. */
export function rulesOf({ family }: Pick<Template, "family">): readonly Check[] {
  return rules.get(family) ?? [];
}
