import { Exact } from "../amount/exact";
import { formatAmount, GROUPED, lessOrMore } from "../amount/format";
import type { Suspect } from "./report";

/** A figure as people read it: 1,598.61; words, codes and figures with their unit as they are. */
export function figureWords(plain: string): string {
  const amount = Exact.parse(plain);
  return amount ? formatAmount(amount, GROUPED) : plain;
}

/** 少 9.01 · 多 9.01, the left side beside the right one. */
export function differenceWords(plain: string): string {
  const difference = Exact.parse(plain);
  return difference ? `${lessOrMore(difference)} ${formatAmount(difference.abs(), GROUPED)}` : plain;
}

/** What a suspect says and what it should say; "" where the figures do not decide it. */
export function spoken({ printed, value, expected, kind }: Pick<Suspect, "printed" | "value" | "expected" | "kind">): {
  readonly from: string;
  readonly to: string;
} {
  const words = (plain: string): string => (kind === "code" || printed ? plain : figureWords(plain));
  const said = printed ?? { value, expected };
  return { from: said.value === "" ? "空白" : words(said.value), to: said.expected === null ? "" : words(said.expected) };
}
