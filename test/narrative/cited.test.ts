import { sentencesAbout } from "../../src/narrative/cited";
import { segmentsText, type Segment } from "../../src/narrative/segments";

const at = (row: number) => ({ sheet: "表1", row, column: 1 });
const words = (text: string): Segment => ({ kind: "words", text });
const figure = (text: string, row: number): Segment => ({ kind: "figure", text, cells: [at(row)], working: "" });

const narrative = {
  sections: [
    {
      key: "overall" as const,
      chapter: null,
      number: "一",
      heading: [words("收支总体情况")],
      gaps: [],
      paragraphs: [
        {
          kind: "text" as const,
          segments: [
            words("收入"),
            figure("1,219.43", 5),
            words("万元，其中：拨款"),
            figure("1,217.43", 6),
            words("万元。支出"),
            figure("1,219.43", 9),
            words("万元。"),
            { kind: "input", text: "因人员增加。另有新增。", cells: [at(20)] } satisfies Segment,
          ],
        },
        {
          kind: "text" as const,
          segments: [
            words("比上年"),
            { kind: "todo", text: "〔待填〕", todo: { cell: at(30), exists: true, message: "" } } satisfies Segment,
          ],
        },
      ],
    },
  ],
};
const said = (...rows: readonly number[]): string[] =>
  sentencesAbout(narrative, rows.map(at)).map(({ heading, segments }) => `${heading} ${segmentsText(segments)}`);

describe("the sentences that say a cell", () => {
  test.each([
    [[6], ["一、收支总体情况 收入1,219.43万元，其中：拨款1,217.43万元。"]],
    [[9], ["一、收支总体情况 支出1,219.43万元。"]],
    [
      [5, 9],
      ["一、收支总体情况 收入1,219.43万元，其中：拨款1,217.43万元。", "一、收支总体情况 支出1,219.43万元。"],
    ],
    // What the user wrote stays whole, with its own full stops.
    [[20], ["一、收支总体情况 因人员增加。另有新增。"]],
    [[30], ["一、收支总体情况 比上年〔待填〕"]],
    [[99], []],
  ])("row %j", (rows, expected) => expect(said(...rows)).toEqual(expected));
});
