import type { Choices, VouchedCell } from "../../workbook/recognised";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Choices from what the workbook kept, whatever it holds; what is not understood is left out. */
export function readChoices(stored: unknown): Choices {
  if (!isRecord(stored)) return {};
  const { template, organisationKind, sheets, vouchedFor } = stored as Readonly<Partial<Record<keyof Choices, unknown>>>;
  return {
    ...(typeof template === "string" && template !== "" && { template }),
    ...((organisationKind === "部门" || organisationKind === "单位") && { organisationKind }),
    ...(isRecord(sheets) && { sheets: readSheets(sheets) }),
    ...(Array.isArray(vouchedFor) && { vouchedFor: vouchedFor.flatMap(readVouched) }),
  };
}

function readVouched(stored: unknown): readonly VouchedCell[] {
  if (!isRecord(stored)) return [];
  const { sheet, row, column, held } = stored as Readonly<Partial<Record<keyof VouchedCell, unknown>>>;
  const isPlace = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0;
  return typeof sheet === "string" && isPlace(row) && isPlace(column) && typeof held === "string" ? [{ sheet, row, column, held }] : [];
}

/** A table nobody knows is never asked for. */
function readSheets(stored: Readonly<Record<string, unknown>>): NonNullable<Choices["sheets"]> {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, sheet]) => (/^[a-z:A-Z-]+$/.test(key) && typeof sheet === "string" ? [[key, sheet]] : [])),
  );
}
