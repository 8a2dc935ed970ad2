import { readFileSync } from "node:fs";
import path from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { figuresToDraw } from "../../src/book/pictures";
import { openBook } from "../../src/book/open";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { changesPicture } from "../../src/pictures/changes";
import type { SubjectChange } from "../../src/pictures/figures/changes";
import { neighbour } from "../../src/pictures/neighbour";
import { textWidth, wrapped } from "../../src/pictures/measure";
import { words, type Picture, type Pressable, type Rect, type Shape } from "../../src/pictures/shape";
import { pictureFile } from "../../src/pictures/svg";
import { tableMapPicture, type MapFigures, type TieState } from "../../src/pictures/table-map";
import { threePublicPicture } from "../../src/pictures/three-public";

const change = (name: string, amount: string, more: Partial<SubjectChange> = {}): SubjectChange => ({
  name,
  current: "10.00",
  prior: "5.00",
  change: amount,
  rate: "增长 100.00%",
  hasReason: true,
  cell: { sheet: "填报-上年对比", row: 6, column: 4 },
  ...more,
});
const pressables = ({ shapes }: Picture): readonly Pressable[] => shapes.filter((shape): shape is Pressable => shape.kind === "press");
const rects = (shapes: readonly Shape[]): readonly Rect[] => shapes.filter((shape): shape is Rect => shape.kind === "rect");
const barOf = (row: Pressable | undefined): Rect | undefined => rects(row?.shapes ?? [])[0];

describe("change by subject", () => {
  it("reads the sample, the largest first: 科技成果转化与扩散 0.00 − 150.00 = −150.00", async () => {
    const file = path.resolve(__dirname, "../../samples/2026-12.xlsx");
    const { subjects } = figuresToDraw(openBook(await readWorkbook(new Uint8Array(readFileSync(file)), "a.xlsx"))).changes;
    expect(subjects[0]).toMatchObject({ name: "科技成果转化与扩散", change: "-150.00", rate: "下降 100.00%" });
    const sizes = subjects.map((subject) => Math.abs(Number(subject.change)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it("draws more to the right of the line and less to the left, in proportion", () => {
    const [more, less] = pressables(
      changesPicture({ subjects: [change("甲", "30.00"), change("乙", "-15.00")], without: 0 }, "图", 400),
    ).map(barOf);
    if (!more || !less) throw new Error("no bars");
    expect(more.width / less.width).toBeCloseTo(2);
    expect(less.x + less.width).toBeCloseTo(more.x);
  });

  it("is hollow where the reason is missing, without a bar where nothing changed", () => {
    const picture = changesPicture(
      { subjects: [change("甲", "30.00", { hasReason: false }), change("乙", "0.00")], without: 2 },
      "图",
      400,
    );
    const [hollow, none] = pressables(picture).map(barOf);
    expect(hollow).toMatchObject({ fill: "paper", stroke: "accent" });
    expect(none).toBeUndefined();
    expect(picture.notes.join("")).toContain("还有 1 个科目没有写原因");
    expect(picture.notes.join("")).toContain("另有 2 个科目缺上年数或本年数");
  });

  it("draws one subject, and none", () => {
    expect(pressables(changesPicture({ subjects: [change("甲", "0.01")], without: 0 }, "图", 200))).toHaveLength(1);
    expect(changesPicture({ subjects: [], without: 0 }, "图", 200).height).toBe(0);
  });
});

describe("三公 over two years", () => {
  it("says what is not filled in, and draws nothing for nothing", () => {
    const lines = [
      { name: "公务接待费", current: "4.00", prior: "8.00" },
      { name: "因公出国（境）费", current: "0.00", prior: null },
    ];
    const picture = threePublicPicture({ year: 2026, lines, total: { name: "合计", current: "4.00", prior: null } }, "图", 400);
    const bars = rects(picture.shapes).filter(({ height }) => height >= 11 && height <= 13);
    const [solid] = bars.filter(({ fill, y }) => fill === "accent" && y > 20);
    const [hollow] = bars.filter(({ fill, y }) => fill === null && y > 20);
    // 8.00 is twice 4.00; half of the outline lies within.
    expect(solid && hollow && (hollow.width + 1.5) / solid.width).toBeCloseTo(2);
    expect(picture.figures.rows).toEqual([
      ["公务接待费", "4.00", "8.00"],
      ["因公出国（境）费", "0.00", "未填"],
      ["合计", "4.00", "未填"],
    ]);
  });
});

describe("the map of the tables", () => {
  const figures = (states: readonly (readonly [number, number, TieState])[]): MapFigures => ({
    tables: Array.from({ length: 12 }, (_, index) => ({
      label: `表${String(index + 1)}`,
      title: "一般公共预算支出情况表",
      status: "found",
      broken: 0,
    })),
    ties: states.map(([a, b, state]) => ({ key: `tie ${String(a)} ${String(b)}`, between: [a, b], state, words: "相符 1" })),
  });
  const every = Array.from({ length: 12 }, (_, a) => Array.from({ length: a }, (_unused, b) => [b, a, "holds"] as const)).flat();

  it.each([248, 376, 640])("no two signs lie on one another at a width of %d, whichever tables are tied", (width) => {
    const areas = pressables(tableMapPicture(figures(every), "图", width)).filter(({ key }) => key.startsWith("tie"));
    expect(areas).toHaveLength(66);
    const middles = areas.map(({ area }) => [area.x + area.width / 2, area.y + area.height / 2] as const);
    for (const [index, [x, y]] of middles.entries()) {
      expect(x).toBeLessThanOrEqual(width - 4);
      for (const [otherX, otherY] of middles.slice(index + 1)) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(12);
    }
  });

  it.each([248, 376, 640])("arrow keys lead from everything that can be pressed to everything else, %d wide", (width) => {
    const all = pressables(tableMapPicture(figures(every), "图", width));
    const reached = new Set(all.slice(0, 1));
    for (const one of reached)
      for (const way of ["left", "right", "up", "down"] as const) {
        const next = neighbour(one, all, way);
        if (next) reached.add(next);
      }
    expect(all.filter((one) => !reached.has(one)).map(({ key }) => key)).toEqual([]);
  });

  it("an arrow leads to what lies straight that way, and nowhere where nothing does", () => {
    const place = (key: string, x: number, y: number): Pressable => ({
      kind: "press",
      key,
      label: key,
      area: { x, y, width: 10, height: 10 },
      shapes: [],
    });
    const [here, right, below, aside] = [
      place("here", 0, 0),
      place("right", 100, 0),
      place("below", 0, 60),
      place("aside", 40, 40),
    ] as const;
    const all = [here, right, below, aside];
    expect(neighbour(here, all, "right")?.key).toBe("right");
    expect(neighbour(here, all, "down")?.key).toBe("below");
    expect(neighbour(right, all, "left")?.key).toBe("here");
    expect(neighbour(here, all, "up")).toBeNull();
  });

  it("tells states apart by stroke and sign, not by colour alone", () => {
    const states = ["holds", "rounding", "notRun", "warning", "broken"] as const;
    const picture = tableMapPicture(figures(states.map((state, index) => [index, index + 1, state])), "图", 376);
    const looks = pressables(picture)
      .filter(({ key }) => key.startsWith("tie"))
      .map(({ shapes }) =>
        JSON.stringify(
          shapes.map((shape) => (shape.kind === "path" ? [shape.weight, shape.dashed] : shape.kind === "text" ? shape.text : shape.kind)),
        ),
      );
    expect(new Set(looks).size).toBe(5);
  });
});

describe("a picture as a file", () => {
  const hostile = `<script>alert("1")</script>&'\u0000]]>`;
  const picture: Picture = {
    title: hostile,
    width: 200,
    height: 20,
    shapes: [words(hostile, 0, 10)],
    notes: [hostile],
    figures: { heads: [], rows: [] },
  };

  it("is well-formed whatever the workbook's names say, and holds no element of theirs", () => {
    const faults: string[] = [];
    const document = new DOMParser({ errorHandler: (_level: string, message: unknown) => faults.push(String(message)) }).parseFromString(
      pictureFile(picture).svg,
      "text/xml",
    );
    expect(faults).toEqual([]);
    expect(document.getElementsByTagName("script")).toHaveLength(0);
    expect(document.getElementsByTagName("title")[0]?.textContent).toBe(hostile.replace("\u0000", ""));
  });

  it("has room for the title above and the notes beneath", () => {
    const { width, height } = pictureFile({ ...picture, title: "图", notes: ["单位：万元。"] });
    expect(width).toBe(248);
    expect(height).toBeGreaterThan(20 + 2 * 24);
  });
});

describe("words in lines", () => {
  it("fills lines evenly, keeps figures whole and shortens what does not fit", () => {
    expect(wrapped("其他组织事务支出", 12, 84, 2)).toEqual(["其他组织", "事务支出"]);
    expect(wrapped("合计数1,219.43", 12, 60, 2)).toEqual(["合计数", "1,219.43"]);
    for (const line of wrapped("一二三四五六七八九十甲乙丙丁", 12, 60, 2)) expect(textWidth(line, 12)).toBeLessThanOrEqual(60);
    expect(wrapped("一二三四五六七八九十甲乙丙丁", 12, 60, 2).at(-1)).toMatch(/…$/);
  });

  it("begins no line with a closing mark", () => {
    expect(wrapped("财政拨款“三公”经费", 12, 84, 2).join("|")).not.toContain("|”");
  });
});
