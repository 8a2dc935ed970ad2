import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Suspect } from "../../checks/report";

/** A figure as every place of the pane writes it: 1,598.61; words, codes and figures with their unit as they are. */
export function figureWords(plain: string): string {
  const amount = Exact.parse(plain);
  return amount ? formatAmount(amount, GROUPED) : plain;
}

/** 少 9.01 · 多 9.01, the left side beside the right one. */
export function differenceWords(plain: string): string {
  return plain.startsWith("-") ? `少 ${figureWords(plain.slice(1))}` : `多 ${figureWords(plain)}`;
}

/** What a suspect says and what it should say. */
export function spoken({ printed, value, expected, kind }: Pick<Suspect, "printed" | "value" | "expected" | "kind">): {
  readonly from: string;
  readonly to: string;
} {
  const words = (plain: string): string => (kind === "code" || printed ? plain : figureWords(plain));
  const said = printed ?? { value, expected };
  return { from: said.value === "" ? "空白" : words(said.value), to: said.expected === null ? "" : words(said.expected) };
}
