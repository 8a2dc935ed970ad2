import { readFileSync } from "node:fs";
import path from "node:path";
import { figuresToDraw } from "../../src/book/pictures";
import { openBook } from "../../src/book/open";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { Flow, FlowFigures } from "../../src/pictures/figures/flow";
import { flowPicture } from "../../src/pictures/flow";
import { textWidth } from "../../src/pictures/measure";
import type { Picture, Rect, Words } from "../../src/pictures/shape";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

const sample = async (name: string): Promise<FlowFigures> => {
  const file = path.resolve(__dirname, `../../samples/${name}`);
  return figuresToDraw(openBook(await readWorkbook(new Uint8Array(readFileSync(file)), name))).flow;
};
const drawn = (figures: FlowFigures): Flow => {
  if ("problem" in figures) throw new Error(figures.problem);
  return figures;
};
const named = (parts: Flow["sources"]): readonly string[] => parts.map(({ name, amount }) => `${name} ${amount}`);
const bars = (picture: Picture): readonly Rect[] =>
  picture.shapes.filter((shape): shape is Rect => shape.kind === "rect" && shape.fill === "accent");
const texts = (picture: Picture): readonly Words[] => picture.shapes.filter((shape): shape is Words => shape.kind === "text");

const flow = (more: Partial<Flow> = {}): Flow => ({
  total: "100.00",
  sources: [
    { name: "一般公共预算拨款", amount: "75.00", share: "75.00%" },
    { name: "单位资金", amount: "25.00", share: "25.00%" },
  ],
  uses: [
    { name: "基本支出", amount: "50.00", share: "50.00%" },
    { name: "项目支出", amount: "50.00", share: "50.00%" },
  ],
  classes: [{ name: "教育支出", amount: "100.00", share: "100.00%" }],
  links: [
    { use: 0, class: 0, amount: "50.00" },
    { use: 1, class: 0, amount: "50.00" },
  ],
  left: [],
  ...more,
});

/** Whether the boxes of two texts meet. */
function meet(a: Words, b: Words): boolean {
  const box = ({ x, y, text, size, anchor }: Words): readonly [number, number, number, number] => {
    const width = textWidth(text, size);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return [left, left + width, y - size * 0.8, y + size * 0.1];
  };
  const [al, ar, at, ab] = box(a);
  const [bl, br, bt, bb] = box(b);
  return al < br && bl < ar && at < bb && bt < ab;
}

describe("the flow from income to expenditure", () => {
  it("reads the published sample: 1,219.43 + 1.99 = 1,221.42 = 1,159.42 + 62.00", async () => {
    const found = drawn(await sample("2026-12.xlsx"));
    expect(found.total).toBe("1221.42");
    expect(named(found.sources)).toEqual(["一般公共预算拨款 1219.43", "单位资金 1.99"]);
    expect(found.sources.map(({ share }) => share)).toEqual(["99.84%", "0.16%"]);
    expect(named(found.uses)).toEqual(["基本支出 1159.42", "项目支出 62.00"]);
    // 912.02 + 180.35 + 72.49 + 51.89 + 4.68 = 1,221.43: rounding of the printed figures.
    expect(named(found.classes)).toEqual([
      "一般公共服务支出 912.02",
      "社会保障和就业支出 180.35",
      "住房保障支出 72.49",
      "卫生健康支出 51.89",
      "教育支出 4.68",
    ]);
    expect(found.links).toContainEqual({ use: 1, class: 0, amount: "62.00" });
  });

  it("calls the one source of another year by its own name", async () => {
    expect(named(drawn(await sample("2023-10.xlsx")).sources)).toEqual(["一般公共预算拨款 1437.00"]);
  });

  it("reads another province's tables, in 元: all but 21 of 1,564.53 万元 is 财政拨款", () => {
    const found = drawn(figuresToDraw(openBook(shanghaiWorkbook())).flow);
    expect(named(found.sources)).toEqual(["财政拨款收入 1543.53", "事业收入 21.00"]);
    expect(named(found.uses)).toEqual(["基本支出 1166.99", "项目支出 397.54"]);
  });

  it("draws nothing of a workbook without its tables, and says why", () => {
    expect(figuresToDraw(openBook({ name: "", sheets: [] })).flow).toEqual({ problem: expect.stringContaining("没有找到") as string });
  });

  it("draws in proportion, the least amount still to be seen", () => {
    const [three, one] = bars(flowPicture(flow(), "图", 600));
    expect(three && one && three.height / one.height).toBeCloseTo(3);
    const tiny = flow({ sources: [{ name: "单位资金", amount: "0.01", share: "0.01%" }] });
    expect(bars(flowPicture(tiny, "图", 600))[0]?.height).toBeGreaterThanOrEqual(2);
  });

  it.each([220, 262, 376, 640])("no label runs into another at a width of %d, and none leaves the ground", async (width) => {
    for (const name of ["2026-12.xlsx", "2023-10.xlsx", "2025-11-unit.xlsx", "2026-11.xlsx"]) {
      const picture = flowPicture(drawn(await sample(name)), "图", width);
      const labels = texts(picture);
      const meeting = labels.flatMap((a, index) => labels.slice(index + 1).flatMap((b) => (meet(a, b) ? [`${a.text} / ${b.text}`] : [])));
      expect(meeting).toEqual([]);
      for (const { y } of labels) expect(y).toBeLessThanOrEqual(picture.height + 1);
    }
  });

  it("holds every figure as text", () => {
    const { rows } = flowPicture(flow(), "图", 300).figures;
    expect(rows).toContainEqual(["来源", "一般公共预算拨款", "75.00", "75.00%"]);
    expect(rows).toHaveLength(5);
  });

  it("leaves the functions out where the tables do not have them", () => {
    const picture = flowPicture(flow({ classes: [], links: [], left: ["功能类没有画。"] }), "图", 262);
    expect(picture.notes).toContain("功能类没有画。");
    expect(bars(picture)).toHaveLength(4);
  });
});
