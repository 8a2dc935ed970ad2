import { figureWords } from "../checks/figure-words";
import type { ChangeFigures, SubjectChange } from "./figures/changes";
import { wrapped } from "./measure";
import { rect, round, words, type Picture, type Shape } from "./shape";
import { printedChange, UNIT_NOTE } from "./words";

const ROW = 40;
const BAR = 14;
/** The rest is in the table of figures. */
const SHOWN = 20;
const NAME = 12;

/** Change by subject against last year, the largest first: to the right of the line more, to the left less, hollow without a reason. */
export function changesPicture({ subjects, without }: ChangeFigures, title: string, width: number): Picture {
  const shown = subjects.slice(0, SHOWN);
  const room = { name: Math.min(220, Math.round(width * 0.36)), figures: 84 };
  const field = { x: room.name + 10, width: width - room.name - room.figures - 20 };
  const changes = shown.map(({ change }) => Number(change));
  const [most, least] = [Math.max(0, ...changes), Math.min(0, ...changes)];
  const scale = most === least ? 0 : field.width / (most - least);
  const zero = round(field.x - least * scale);
  const height = shown.length * ROW;
  const lacking = subjects.filter(({ hasReason }) => !hasReason).length;
  return {
    title,
    width,
    height,
    shapes: [
      ...shown.map((subject, index) => rowOf(subject, index, { width, zero, scale, room: room.name })),
      rect({ x: zero - 0.5, y: 0, width: 1, height }, { fill: "muted" }),
    ],
    notes: [
      `${UNIT_NOTE}竖线右边是增加，左边是减少；空心的还没有写原因。`,
      ...(lacking > 0 ? [`还有 ${String(lacking)} 个科目没有写原因，按一下到填报表去写。`] : []),
      ...(subjects.length > SHOWN ? [`图上是变化最大的 ${String(SHOWN)} 个，其余 ${String(subjects.length - SHOWN)} 个见数据表。`] : []),
      ...(without > 0 ? [`另有 ${String(without)} 个科目缺上年数或本年数，没有画。`] : []),
    ],
    figures: {
      heads: ["科目", "本年（万元）", "上年（万元）", "增减（万元）", "增减幅度", "原因"],
      rows: subjects.map(({ name, current, prior, change, rate, hasReason }) => [
        name,
        figureWords(current),
        figureWords(prior),
        printedChange(change),
        rate,
        hasReason ? (Number(change) === 0 ? "不用写" : "已写") : "没有写",
      ]),
    },
  };
}

interface Frame {
  readonly width: number;
  readonly zero: number;
  readonly scale: number;
  readonly room: number;
}

function rowOf(subject: SubjectChange, index: number, { width, zero, scale, room }: Frame): Shape {
  const top = index * ROW;
  const middle = top + ROW / 2;
  const change = Number(subject.change);
  const length = Math.max(2, Math.abs(change) * scale);
  const lines = wrapped(subject.name, NAME, room, 2);
  const bar = { x: change < 0 ? zero - length : zero, y: middle - BAR / 2, width: length, height: BAR };
  return {
    kind: "press",
    key: String(index),
    label: `${subject.name}：${printedChange(subject.change)}万元，${subject.rate}，${subject.hasReason ? "" : "没有写原因，"}到填报表`,
    area: { x: 0, y: top, width, height: ROW },
    shapes: [
      ...lines.map((line, place) => words(line, 0, middle + 4 + (place - (lines.length - 1) / 2) * 15)),
      ...(change === 0 ? [] : [rect(bar, subject.hasReason ? { fill: "accent" } : { fill: "paper", stroke: "accent", weight: 1.5 })]),
      words(printedChange(subject.change), width, middle - 2, { anchor: "end", bold: true }),
      words(subject.rate, width, middle + 13, { anchor: "end", size: 11, tone: "muted" }),
    ],
  };
}
