import type { Choices } from "../../workbook/recognised";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Choices from what the workbook kept, whatever it holds; what is not understood is left out. */
export function readChoices(stored: unknown): Choices {
  if (!isRecord(stored)) return {};
  const { template, organisationKind, sheets } = stored as { template?: unknown; organisationKind?: unknown; sheets?: unknown };
  return {
    ...(typeof template === "string" && template !== "" && { template }),
    ...((organisationKind === "部门" || organisationKind === "单位") && { organisationKind }),
    ...(isRecord(sheets) && { sheets: readSheets(sheets) }),
  };
}

/** A table nobody knows is never asked for. */
function readSheets(stored: Readonly<Record<string, unknown>>): NonNullable<Choices["sheets"]> {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, sheet]) => (/^[a-z:A-Z-]+$/.test(key) && typeof sheet === "string" ? [[key, sheet]] : [])),
  );
}
