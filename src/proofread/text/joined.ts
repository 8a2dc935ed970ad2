import type { Line } from "./lines";

/** Lines as one text, a line break between them, and where in it each of them begins: to look for something in all of them at once. */
export interface Joined {
  readonly text: string;
  readonly starts: readonly number[];
}

export function joined(lines: readonly Line[]): Joined {
  const starts: number[] = [];
  let next = 0;
  for (const { text } of lines) {
    starts.push(next);
    next += text.length + 1;
  }
  return { text: lines.map(({ text }) => text).join("\n"), starts };
}
