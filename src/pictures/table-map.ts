import { textWidth, wrapped } from "./measure";
import { disc, rect, round, words, type Path, type Picture, type Pressable, type Shape, type Tone } from "./shape";

export type TieState = "holds" | "rounding" | "notRun" | "warning" | "broken";

/** A table of the map. */
export interface MapTable {
  readonly label: string;
  readonly title: string;
  readonly status: "found" | "doubtful" | "missing";
  /** What does not agree within it. */
  readonly broken: number;
}

/** A line of the map: between tables by their place. */
export interface MapTie {
  readonly key: string;
  readonly between: readonly [number, number];
  readonly state: TieState;
  /** 相符 12 · 不符 2 */
  readonly words: string;
}

export interface MapFigures {
  readonly tables: readonly MapTable[];
  readonly ties: readonly MapTie[];
}

const ROW = 40;
const LEGEND = 22;

/** How each state is drawn: told apart by stroke and sign, not by colour alone. Those that matter most come last, on top. */
export const tieLooks: Readonly<
  Record<TieState, { readonly word: string; readonly tone: Tone; readonly weight: number; readonly dashed?: true; readonly sign: string }>
> = {
  holds: { word: "相符", tone: "ok", weight: 1, sign: "" },
  rounding: { word: "有尾差", tone: "ok", weight: 1, sign: "≈" },
  notRun: { word: "未执行", tone: "warn", weight: 1.5, dashed: true, sign: "?" },
  warning: { word: "请核实", tone: "warn", weight: 2, sign: "!" },
  broken: { word: "不符", tone: "bad", weight: 2.5, sign: "✕" },
};
const order = Object.keys(tieLooks) as readonly TieState[];
/** How a table was found. */
export const statusWords = { found: "已认出", doubtful: "请核对", missing: "没有找到" } as const;

/**
 * The tables below one another in printed order, an arc for each pair that identities tie. Arcs of one middle differ in
 * reach and those of one reach in middle, so that no two signs ever meet.
 */
export function tableMapPicture({ tables, ties }: MapFigures, title: string, width: number, chosen: string | null = null): Picture {
  const x = Math.round(Math.max(136, Math.min(width * 0.6, 280)));
  const farthest = Math.max(1, ...ties.map(({ between: [a, b] }) => Math.abs(a - b)));
  const step = Math.min(22, (width - x - 16) / farthest);
  const at = (place: number): number => place * ROW + ROW / 2;
  const drawn = [...ties].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const nodes = tables.map((table, place): Shape => nodeOf(table, `table ${String(place)}`, at(place), x, chosen));
  const states = order.filter((state) => ties.some((tie) => tie.state === state));
  const legend = legendOf(states, width, tables.length * ROW + 10);
  return {
    title,
    width,
    height: tables.length * ROW + 10 + legend.height,
    shapes: [
      ...nodes,
      ...drawn.map((tie) => tieOf(tie, tables, at, x, step, chosen)),
      ...tables.map((table, place) => dotOf(table, x, at(place))),
      ...legend.shapes,
    ],
    notes: [],
    figures: {
      heads: ["表", "与", "结果"],
      rows: [...ties]
        .sort((a, b) => a.between[0] - b.between[0] || a.between[1] - b.between[1])
        .map(({ between: [a, b], words: said }) => [tables[a]?.label ?? "", tables[b]?.label ?? "", said]),
    },
  };
}

function nodeOf(table: MapTable, key: string, middle: number, x: number, chosen: string | null): Pressable {
  const { label, title, status, broken } = table;
  const [indent, room] = [44, x - 44 - 14];
  const said = status === "found" ? (broken > 0 ? `表内 ${String(broken)} 处不符` : "") : statusWords[status];
  const lines = wrapped(title, 12, room, said === "" ? 2 : 1);
  const tone: Tone = status === "missing" || broken > 0 ? "bad" : "warn";
  const count = lines.length + (said === "" ? 0 : 1);
  const line = (place: number): number => middle + 4 + (place - (count - 1) / 2) * 15;
  return {
    kind: "press",
    key,
    label: `${label} ${title}：${[statusWords[status], ...(broken > 0 ? [`表内 ${String(broken)} 处不符`] : [])].join("，")}`,
    chosen: key === chosen,
    area: { x: 0, y: middle - ROW / 2 + 1, width: x - 8, height: ROW - 2 },
    shapes: [
      ...(key === chosen ? [rect({ x: 0, y: middle - ROW / 2 + 1, width: x - 8, height: ROW - 2 }, { fill: "chosen", radius: 6 })] : []),
      words(label, 6, middle + 4, { bold: true }),
      ...lines.map((text, place) => words(text, indent, line(place))),
      ...(said === "" ? [] : [words(said, indent, line(lines.length), { tone, size: 11, bold: true })]),
    ],
  };
}

/** Where a table's arcs begin: full where it was found, hollow where it is doubtful, crossed where it is missing. */
function dotOf({ status }: MapTable, x: number, y: number): Shape {
  if (status === "missing") return { kind: "path", d: cross(x, y, 4), fill: null, stroke: "bad", weight: 2 };
  return disc(x, y, 4, status === "found" ? { fill: "ink" } : { fill: "paper", stroke: "warn", weight: 2 });
}

const cross = (x: number, y: number, by: number): string =>
  `M${String(x - by)} ${String(y - by)}L${String(x + by)} ${String(y + by)}M${String(x + by)} ${String(y - by)}L${String(x - by)} ${String(y + by)}`;

function tieOf(
  { key, between, state, words: said }: MapTie,
  tables: readonly MapTable[],
  at: (place: number) => number,
  x: number,
  step: number,
  chosen: string | null,
): Pressable {
  const [a, b] = between[0] < between[1] ? between : [between[1], between[0]];
  const [top, bottom] = [at(a), at(b)];
  const reach = (b - a) * step;
  const look = tieLooks[state];
  const isApart = chosen?.startsWith("table ") === true && ![a, b].some((place) => chosen === `table ${String(place)}`);
  const tone = isApart ? "rule" : look.tone;
  const [cx, cy] = [round(x + reach), (top + bottom) / 2];
  const arc: Path = {
    kind: "path",
    d: `M${String(x)} ${String(top)}A${String(round(reach))} ${String((bottom - top) / 2)} 0 0 1 ${String(x)} ${String(bottom)}`,
    fill: null,
    stroke: tone,
    weight: look.weight + (key === chosen ? 1 : 0),
    ...(look.dashed && { dashed: true }),
  };
  return {
    kind: "press",
    key,
    label: `${tables[a]?.label ?? ""}与${tables[b]?.label ?? ""}：${said}`,
    chosen: key === chosen,
    area: { x: cx - 12, y: cy - 12, width: 24, height: 24 },
    shapes: [arc, ...(key === chosen ? [disc(cx, cy, 11, { fill: "chosen", stroke: tone })] : []), ...signAt(state, cx, cy, tone)],
  };
}

function signAt(state: TieState, x: number, y: number, tone: Tone): readonly Shape[] {
  const { sign } = tieLooks[state];
  if (sign === "") return [disc(x, y, 3, { fill: tone })];
  if (state === "broken")
    return [disc(x, y, 8, { fill: tone }), { kind: "path", d: cross(x, y, 3), fill: null, stroke: "paper", weight: 2 }];
  return [
    disc(x, y, 7.5, { fill: "paper", stroke: tone, weight: 1.5 }),
    words(sign, x, y + 4, { size: 11, anchor: "middle", tone, bold: true }),
  ];
}

function legendOf(states: readonly TieState[], width: number, top: number): { readonly shapes: readonly Shape[]; readonly height: number } {
  let [x, y] = [6, top + LEGEND / 2];
  const shapes = states.flatMap((state) => {
    const { word, tone, weight, dashed } = tieLooks[state];
    const wide = 38 + textWidth(word, 12) + 16;
    if (x + wide > width && x > 6) [x, y] = [6, y + LEGEND];
    const [from, to] = [x, x + 30];
    x += wide;
    const stroke: Path = {
      kind: "path",
      d: `M${String(round(from))} ${String(y)}H${String(round(to))}`,
      fill: null,
      stroke: tone,
      weight,
      ...(dashed && { dashed }),
    };
    return [stroke, ...signAt(state, round(from + 15), y, tone), words(word, from + 38, y + 4, { tone: "muted" })];
  });
  return { shapes, height: states.length === 0 ? 0 : y + LEGEND / 2 - top };
}
