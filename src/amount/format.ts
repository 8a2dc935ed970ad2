import type { Exact } from "./exact";

/** How a template writes its figures. */
export interface AmountStyle {
  /** 1,219.43 rather than 1219.43. */
  readonly thousands: boolean;
  /** 1437 and 2.4 rather than 1437.00 and 2.40. */
  readonly trimZeros: boolean;
}

/** The templates of 2025 and later (docs/rules.md B06). */
export const GROUPED: AmountStyle = { thousands: true, trimZeros: false };
/** The template of 2023 (docs/rules.md B06). */
export const PLAIN: AmountStyle = { thousands: false, trimZeros: true };

/** An amount to two decimals, half-up: "1,219.43"; in the style of 2023 "1437", "2.4". The unit is the caller's. */
export function formatAmount(amount: Exact, style: AmountStyle): string {
  const plain = amount.toFixed(2);
  const trimmed = style.trimZeros ? plain.replace(/\.00$|0$/, "") : plain;
  return style.thousands ? groupThousands(trimmed) : trimmed;
}

/** 少 · 多: the first of two figures beside the second. */
export const lessOrMore = (difference: Exact): "少" | "多" => (difference.sign() < 0 ? "少" : "多");

/** 少9.01 · 多9.01 */
export const byHowMuch = (difference: Exact): string => `${lessOrMore(difference)}${formatAmount(difference.abs(), GROUPED)}`;

/** Percentage points as a percentage: 99.84 -> "99.84%", 1100 -> "1,100.00%" (docs/rules.md B04 prints it so), "20%" in 2023. */
export function formatPercent(points: Exact, style: AmountStyle): string {
  return `${formatAmount(points, style)}%`;
}

function groupThousands(plain: string): string {
  const point = plain.indexOf(".");
  const end = point < 0 ? plain.length : point;
  const start = plain.startsWith("-") ? 1 : 0;
  let grouped = plain.slice(end);
  let at = end;
  for (; at - start > 3; at -= 3) grouped = `,${plain.slice(at - 3, at)}${grouped}`;
  return plain.slice(0, at) + grouped;
}
