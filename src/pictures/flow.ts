import { figureWords } from "../checks/figure-words";
import type { Flow, FlowPart } from "./figures/flow";
import { textWidth, wrapped } from "./measure";
import { rect, round, words, type Picture, type Shape, type Words } from "./shape";
import { UNIT_NOTE } from "./words";

const BAR = 10;
const LINE = 15;
const GAP = 14;
/** The whole as a height; the smallest amount is still seen. */
const WHOLE = 200;
const LEAST = 2;
/** From here on words stand beside the bars; on narrower grounds above them. */
const WIDE = 560;

/** A bar, and where its label goes. */
interface Node {
  readonly part: FlowPart;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly label: readonly Words[];
}

interface Column {
  readonly x: number;
  readonly anchor: Words["anchor"];
  /** Where words begin, or end. */
  readonly at: number;
  readonly room: number;
}

/** Income on the left, its uses in the middle, functions on the right; all widths in one proportion. */
export function flowPicture(flow: Flow, title: string, width: number): Picture {
  const isWide = width >= WIDE;
  const hasClasses = flow.classes.length > 0;
  const [first, hub, second, third] = columnsOf(width, isWide, hasClasses);
  const parts = [flow.sources, flow.uses, ...(hasClasses ? [flow.classes] : [])];
  const columns = [first, second, third].slice(0, parts.length);
  const drafts = columns.map((column, index) => stacked(parts[index] ?? [], column, amountOf(flow.total), isWide));
  const height = Math.max(...drafts.map((nodes) => bottomOf(nodes)));
  const [sources = [], uses = [], classes = []] = drafts.map((nodes) => shifted(nodes, (height - bottomOf(nodes)) / 2));
  const whole = { y: (height - WHOLE) / 2, height: WHOLE };
  const ribbons = [...joined(sources, hub.x, whole.y), ...parted(hub.x + BAR, whole.y, uses), ...between(flow, uses, classes)];
  const bars = [...sources, ...uses, ...classes].map(({ x, y, height: tall }) =>
    rect({ x, y, width: BAR, height: tall }, { fill: "accent" }),
  );
  return {
    title,
    width,
    height: Math.ceil(height),
    shapes: [
      ...ribbons,
      ...bars,
      rect({ x: hub.x, y: whole.y, width: BAR, height: whole.height }, { fill: "ink" }),
      ...[...sources, ...uses, ...classes].flatMap(({ label }) => label),
    ],
    notes: [
      `收入总计 ${figureWords(flow.total)}万元，等于支出总计（深色的一条）。${UNIT_NOTE}哪一项收入用在哪一项支出，公开表没有说，图上也不画。`,
      ...flow.left,
    ],
    figures: {
      heads: ["环节", "名称", "金额（万元）", "占比"],
      rows: (
        [
          ["来源", flow.sources],
          ["用途", flow.uses],
          ["功能类", flow.classes],
        ] as const
      ).flatMap(([kind, list]) => list.map(({ name, amount, share }) => [kind, name, figureWords(amount), share])),
    },
  };
}

const amountOf = (plain: string): number => Number(plain);
const thick = (amount: string, whole: number): number => Math.max(LEAST, (amountOf(amount) / whole) * WHOLE);
const bottomOf = (nodes: readonly Node[]): number => {
  const last = nodes.at(-1);
  return last ? Math.max(last.y + last.height, ...last.label.map(({ y }) => y + 4)) : 0;
};

function columnsOf(width: number, isWide: boolean, hasClasses: boolean): readonly [Column, { readonly x: number }, Column, Column] {
  if (isWide) {
    const room = 150;
    const right = width - room - BAR;
    const step = (right - room) / (hasClasses ? 4 : 2);
    const second = hasClasses ? room + 2 * step : right;
    return [
      { x: room, anchor: "end", at: room - 8, room: room - 8 },
      { x: room + step },
      { x: second, anchor: "start", at: second + BAR + 8, room: hasClasses ? 2 * step - BAR - 16 : room - 8 },
      { x: right, anchor: "start", at: right + BAR + 8, room: room - 8 },
    ];
  }
  const right = width - BAR;
  const second = hasClasses ? Math.round(width * 0.44) : right;
  const middle = width * 0.3;
  const room = hasClasses ? second - middle / 2 : width / 2 - 12;
  return [
    { x: 0, anchor: "start", at: 0, room },
    { x: Math.round(second * 0.6) },
    hasClasses ? { x: second, anchor: "middle", at: second + BAR / 2, room: middle } : { x: second, anchor: "end", at: width, room },
    { x: right, anchor: "end", at: width, room: width * 0.34 },
  ];
}

/** The parts of a column below one another, each with room for its words. */
function stacked(parts: readonly FlowPart[], column: Column, whole: number, isWide: boolean): readonly Node[] {
  let top = 0;
  return parts.map((part) => {
    const tall = thick(part.amount, whole);
    const lines = linesOf(part, column.room);
    const high = lines.length * LINE;
    const label = (y: number): readonly Words[] =>
      lines.map(({ text, isName }, index) =>
        words(text, column.at, y + (index + 1) * LINE - 4, {
          anchor: column.anchor,
          tone: isName ? "ink" : "muted",
          bold: isName,
          rim: true,
        }),
      );
    const slot = isWide ? Math.max(tall, high) : high + 2 + tall;
    const node = isWide
      ? { part, x: column.x, y: top + (slot - tall) / 2, height: tall, label: label(top + (slot - high) / 2) }
      : { part, x: column.x, y: top + high + 2, height: tall, label: label(top) };
    top += slot + GAP;
    return node;
  });
}

interface LabelLine {
  readonly text: string;
  readonly isName: boolean;
}

/** 一般公共预算拨款 / 1,219.43 · 99.84 %; on two lines where it does not fit one. */
function linesOf({ name, amount, share }: FlowPart, room: number): readonly LabelLine[] {
  const figures = `${figureWords(amount)} · ${share}`;
  const said = textWidth(figures, 12) <= room ? [figures] : [figureWords(amount), share];
  return [...wrapped(name, 12, room, 3).map((text) => ({ text, isName: true })), ...said.map((text) => ({ text, isName: false }))];
}

const shifted = (nodes: readonly Node[], by: number): readonly Node[] =>
  nodes.map((node) => ({ ...node, y: node.y + by, label: node.label.map((line) => ({ ...line, y: round(line.y + by) })) }));

interface End {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** From each source to its place on the bar of the whole. */
function joined(nodes: readonly Node[], x: number, top: number): readonly Shape[] {
  let y = top;
  return nodes.map((node) => {
    const tall = shareOf(node, nodes);
    const ribbon = ribbonOf({ x: node.x + BAR, y: node.y, height: node.height }, { x, y, height: tall });
    y += tall;
    return ribbon;
  });
}

function parted(x: number, top: number, nodes: readonly Node[]): readonly Shape[] {
  let y = top;
  return nodes.map((node) => {
    const tall = shareOf(node, nodes);
    const ribbon = ribbonOf({ x, y, height: tall }, { x: node.x, y: node.y, height: node.height });
    y += tall;
    return ribbon;
  });
}

/** A part's height on the bar of the whole, which they fill together though the least ones are drawn larger than they are. */
function shareOf(node: Node, nodes: readonly Node[]): number {
  return (node.height / nodes.reduce((sum, { height }) => sum + height, 0)) * WHOLE;
}

/** From uses to classes: each bar is used from its top in the order of the other side. */
function between({ links }: Flow, uses: readonly Node[], classes: readonly Node[]): readonly Shape[] {
  const at = (side: "use" | "class", place: number): { node: Node | undefined; taken: number; total: number } => ({
    node: (side === "use" ? uses : classes)[place],
    taken: 0,
    total: links.filter((link) => link[side] === place).reduce((sum, { amount }) => sum + amountOf(amount), 0),
  });
  const left = uses.map((_, place) => at("use", place));
  const right = classes.map((_, place) => at("class", place));
  const take = (end: { node: Node | undefined; taken: number; total: number } | undefined, amount: number): End | null => {
    if (!end?.node || end.total === 0) return null;
    const height = (amount / end.total) * end.node.height;
    const found = { x: end.node.x, y: end.node.y + end.taken, height };
    end.taken += height;
    return found;
  };
  return links.flatMap((link) => {
    const amount = amountOf(link.amount);
    const [from, to] = [take(left[link.use], amount), take(right[link.class], amount)];
    return from && to ? [ribbonOf({ ...from, x: from.x + BAR }, to)] : [];
  });
}

/** A band from one end to the other, level at both. */
function ribbonOf(from: End, to: End): Shape {
  const middle = round((from.x + to.x) / 2);
  const [x1, x2] = [round(from.x), round(to.x)];
  const [a, b, c, d] = [from.y, to.y, to.y + to.height, from.y + from.height].map(round);
  return {
    kind: "path",
    d: `M${String(x1)} ${String(a)}C${String(middle)} ${String(a)} ${String(middle)} ${String(b)} ${String(x2)} ${String(b)}V${String(c)}C${String(middle)} ${String(c)} ${String(middle)} ${String(d)} ${String(x1)} ${String(d)}Z`,
    fill: "soft",
    stroke: "rule",
    weight: 0.5,
  };
}
