import type { Recognised } from "../../workbook/recognised";
import type { Outcome } from "../engine/finding";

export function adviser(recognised: Recognised): (outcome: Outcome) => string {
  return () => (recognised.tables.size === 0 ? "" : "");
}
