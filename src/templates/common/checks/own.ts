import { check, type IdentityCheck } from "../../../checks/engine/check";
import { on } from "../../../checks/language/build";
import { overview as overviewOfAll, fiscal as fiscalOfAll } from "../tables";
import { listsCarriedOver } from "./core";
import type { Recognised } from "../../../workbook/recognised";

const overview = on(overviewOfAll);
const fiscal = on(fiscalOfAll);

const has =
  (line: string, other: string) =>
  (recognised: Recognised): boolean =>
    recognised.tables.get("overview")?.line(line) !== null &&
    recognised.tables.get("fiscal")?.line(other) !== null &&
    !listsCarriedOver(recognised);

/** What the words of most places let be said beside the core identities. */
export const ownChecks: readonly IdentityCheck[] = [
  check(
    "X14a1",
    overview.at("一般公共预算拨款", "收入预算数").equals(fiscal.at("一般公共预算", "收入合计")),
    "两张表的一般公共预算拨款是同一个数",
    { source: "X14a", when: has("一般公共预算拨款", "一般公共预算") },
  ),
  check(
    "X14a2",
    overview.at("政府性基金预算拨款", "收入预算数").equals(fiscal.at("政府性基金预算", "收入合计")),
    "两张表的政府性基金预算拨款是同一个数",
    { source: "X14a", when: has("政府性基金预算拨款", "政府性基金预算") },
  ),
];
