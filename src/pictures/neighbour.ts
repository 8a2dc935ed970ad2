import type { Area, Pressable } from "./shape";

export type Way = "left" | "right" | "up" | "down";

interface Point {
  readonly x: number;
  readonly y: number;
}

const middle = ({ x, y, width, height }: Area): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Along the way, and aside from it. */
function apart(from: Point, to: Point, way: Way): { readonly along: number; readonly aside: number } {
  const [right, down] = [to.x - from.x, to.y - from.y];
  switch (way) {
    case "left":
      return { along: -right, aside: Math.abs(down) };
    case "right":
      return { along: right, aside: Math.abs(down) };
    case "up":
      return { along: -down, aside: Math.abs(right) };
    case "down":
      return { along: down, aside: Math.abs(right) };
  }
}

/**
 * What an arrow key leads to from one thing that can be pressed: the nearest that lies that way, those straight ahead before
 * those aside; null where none does.
 */
export function neighbour(from: Pressable, all: readonly Pressable[], way: Way): Pressable | null {
  const start = middle(from.area);
  const [nearest] = all
    .map((one) => ({ one, ...apart(start, middle(one.area), way) }))
    .filter(({ along }) => along > 0.5)
    .map(({ one, along, aside }) => ({ one, far: along + 2 * aside }))
    .sort((a, b) => a.far - b.far);
  return nearest?.one ?? null;
}
