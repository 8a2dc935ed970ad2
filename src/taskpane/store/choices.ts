import { tableKeys } from "../../templates/xinjiang/tables/index";
import { variants, type VariantId } from "../../templates/xinjiang/variants";
import type { Choices } from "../../workbook/recognised";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const isVariant = (value: unknown): value is VariantId => typeof value === "string" && Object.hasOwn(variants, value);

/** Choices from what the workbook kept, whatever it holds; what is not understood is left out. */
export function readChoices(stored: unknown): Choices {
  if (!isRecord(stored)) return {};
  const { variant, organisationKind, sheets } = stored as { variant?: unknown; organisationKind?: unknown; sheets?: unknown };
  return {
    ...(isVariant(variant) && { variant }),
    ...((organisationKind === "部门" || organisationKind === "单位") && { organisationKind }),
    ...(isRecord(sheets) && { sheets: readSheets(sheets) }),
  };
}

function readSheets(stored: Readonly<Record<string, unknown>>): NonNullable<Choices["sheets"]> {
  return Object.fromEntries(tableKeys.flatMap((key) => (typeof stored[key] === "string" ? [[key, stored[key]]] : [])));
}
