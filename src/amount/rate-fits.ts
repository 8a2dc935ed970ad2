import { Exact } from "./exact";

/** Whether the rate is that of amounts that print as these do: each may be off by half of its last digit; `places`: as many decimals as the rate is printed with. */
export function rateFits(now: Exact, before: Exact, rate: Exact, places = rate.decimals()): boolean {
  if (before.isZero()) return rate.equals(Exact.ofUnits(now.isZero() ? 0 : 100));
  const half = (value: Exact): number => 0.5 * 10 ** -Math.max(2, value.decimals());
  const [a, b] = [now.toNumber(), before.toNumber()];
  const edges = [-1, 1].flatMap((x) => [-1, 1].map((y) => Math.abs((a + x * half(now)) / (b + y * half(before)) - 1) * 100));
  const slack = 0.5 * 10 ** -places + 1e-9;
  return rate.abs().toNumber() >= Math.min(...edges) - slack && rate.abs().toNumber() <= Math.max(...edges) + slack;
}
