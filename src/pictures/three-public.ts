import { figureWords } from "../checks/figure-words";
import type { ThreePublicFigures, YearPair } from "./figures/changes";
import { wrapped } from "./measure";
import { rect, round, words, type Picture, type Shape } from "./shape";
import { UNIT_NOTE } from "./words";

const ROW = 48;
const BAR = 13;
const LEGEND = 30;

/** “三公”经费 by line, this year solid above last year hollow, in one proportion. */
export function threePublicPicture({ year, lines, total }: ThreePublicFigures, title: string, width: number): Picture {
  const [now, before] = year === null ? ["本年", "上年"] : [`${String(year)}年`, `${String(year - 1)}年`];
  const rows = [...lines, total];
  const room = Math.min(190, Math.round(width * 0.38));
  const figures = 76;
  const field = { x: room + 10, width: width - room - 10 - figures };
  const most = Math.max(...rows.flatMap(({ current, prior }) => [Number(current), Number(prior ?? 0)]));
  const scale = most > 0 ? field.width / most : 0;
  const lacking = lines.filter(({ prior }) => prior === null).length;
  return {
    title,
    width,
    height: LEGEND + rows.length * ROW,
    shapes: [
      ...legend(now, before),
      ...rows.flatMap((row, index) => rowOf(row, LEGEND + index * ROW, { room, x: field.x, scale, isTotal: row === total, width })),
    ],
    notes: [UNIT_NOTE, ...(lacking > 0 ? [`${String(lacking)} 项没有填上年数，请到“填报”里填。`] : [])],
    figures: {
      heads: ["项目", `${now}（万元）`, `${before}（万元）`],
      rows: rows.map(({ name, current, prior }) => [name, figureWords(current), prior === null ? "未填" : figureWords(prior)]),
    },
  };
}

const legend = (now: string, before: string): readonly Shape[] => [
  rect({ x: 0, y: 4, width: 12, height: 12 }, { fill: "accent" }),
  words(`${now}预算`, 18, 14, { tone: "muted" }),
  rect({ x: 101, y: 5, width: 10, height: 10 }, { stroke: "accent", weight: 1.5 }),
  words(`${before}预算`, 118, 14, { tone: "muted" }),
];

interface Frame {
  readonly room: number;
  readonly x: number;
  readonly scale: number;
  readonly isTotal: boolean;
  readonly width: number;
}

function rowOf({ name, current, prior }: YearPair, top: number, { room, x, scale, isTotal, width }: Frame): readonly Shape[] {
  const middle = top + ROW / 2;
  const lines = wrapped(name, 12, room, 2);
  const bar = (amount: string | null): number => (Number(amount ?? 0) === 0 ? 0 : Math.max(2, Number(amount) * scale));
  const [long, before] = [bar(current), bar(prior)];
  const [above, below] = [middle - BAR - 2, middle + 2];
  return [
    ...(isTotal ? [rect({ x: 0, y: top, width, height: 1 }, { fill: "rule" })] : []),
    ...lines.map((line, place) => words(line, 0, middle + 4 + (place - (lines.length - 1) / 2) * 15, { bold: isTotal })),
    rect({ x: x - 1, y: above - 3, width: 1, height: 2 * BAR + 10 }, { fill: "rule" }),
    ...(long > 0 ? [rect({ x, y: above, width: long, height: BAR }, { fill: "accent" })] : []),
    words(figureWords(current), round(x + long + 6), above + 11, { bold: true }),
    ...(before > 0
      ? [rect({ x: x + 0.75, y: below + 0.75, width: before - 1.5, height: BAR - 1.5 }, { stroke: "accent", weight: 1.5 })]
      : []),
    words(prior === null ? "未填" : figureWords(prior), round(x + before + 6), below + 11, { tone: "muted" }),
  ];
}
