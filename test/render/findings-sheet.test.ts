import { settleNotes, withNote } from "../../src/checks/notes";
import { aboutLine, findingsSheet } from "../../src/render/findings-sheet";
import { finding, report } from "../taskpane/samples";

const about = { name: "a.xlsx", organisation: "某局", year: 2026, checkedAt: new Date(2026, 1, 10, 9, 5), version: "1.2.3" };
const none = settleNotes({}, []);

describe("审核结果 sheet", () => {
  it("has one row a finding, with both figures and a link to its first cell", () => {
    const sheet = findingsSheet(report([finding()]), none, about);
    const row = sheet.rows.at(-1)?.cells ?? [];
    expect(row.map(({ value }) => value)).toEqual([1, "不符", "X45", "表5!E27 ≠ 表4!E35", 1219.43, 1219.53, -0.1, "表5!E27", ""]);
    expect(row[7]?.link).toEqual({ sheet: "表5", address: "E27" });
  });

  it("shows the note that stands, and says of a lapsed one that it is", () => {
    const notes = withNote({}, finding(), "口径不同", "2026-02-10T00:00:00Z");
    const noteOf = (current: ReturnType<typeof finding>): unknown =>
      findingsSheet(report([current]), settleNotes(notes, [current]), about).rows.at(-1)?.cells[8]?.value;
    expect(noteOf(finding())).toBe("口径不同");
    expect(noteOf(finding({ left: "1.00" }))).toBe("（数字已变，原说明失效）口径不同");
  });

  it("never writes a user's words as a formula", () => {
    const sheet = findingsSheet(report([finding({ message: "=HYPERLINK(1)", cells: [] })]), none, about);
    expect(sheet.rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []))).toEqual([]);
  });

  it("says so when nothing was found", () => {
    expect(findingsSheet(report([]), none, about).rows.at(-1)?.cells[0]?.value).toBe("没有发现不符。");
  });

  it("names file, organisation, year, time and version", () =>
    expect(aboutLine(about)).toBe("某局 2026年 · a.xlsx · 2026-02-10 09:05 · 预算公开助手 1.2.3"));
});
