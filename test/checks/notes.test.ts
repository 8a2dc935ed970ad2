import { readNotes, settleNotes, withNote } from "../../src/checks/notes";
import { cell, finding } from "../taskpane/samples";

const NOW = "2026-02-10T01:00:00.000Z";
const written = withNote({}, finding(), " 口径不同 ", NOW);

describe("审核说明", () => {
  it("stands while every figure is as it was", () => {
    const { standing, lapsed } = settleNotes(written, [finding()]);
    expect([standing.get("X45|total")?.text, lapsed.size]).toEqual(["口径不同", 0]);
  });

  it("stands when rows have moved but no figure changed", () => {
    const moved = finding({ cells: [cell(5, "1219.43", { row: 30 }), cell(4, "1219.53", { row: 40, side: "right" })] });
    expect(settleNotes(written, [moved]).standing.size).toBe(1);
  });

  it.each([
    ["a side", finding({ left: "1219.44", cells: [cell(5, "1219.44"), cell(4, "1219.53", { side: "right" })] })],
    ["only an addend", finding({ cells: [cell(5, "1200.00"), cell(5, "19.43"), cell(4, "1219.53", { side: "right" })] })],
    ["a cell gone blank", finding({ left: null, cells: [cell(5, ""), cell(4, "1219.53", { side: "right" })] })],
  ])("lapses when %s changed", (_, changed) => {
    const { standing, lapsed } = settleNotes(written, [changed]);
    expect([standing.size, lapsed.get("X45|total")?.text]).toEqual([0, "口径不同"]);
  });

  it("says nothing of findings that are gone", () => {
    const { standing, lapsed } = settleNotes(written, [finding({ key: "other" })]);
    expect([standing.size, lapsed.size]).toEqual([0, 0]);
  });

  it("is taken back by writing nothing", () => {
    const { standing, lapsed } = settleNotes(withNote(written, finding(), "  ", NOW), [finding()]);
    expect([standing.size, lapsed.size]).toEqual([0, 0]);
  });

  it.each([null, 7, "x", [], { a: null, b: { text: 1, figures: "", writtenAt: "" }, c: "words" }])(
    "reads nothing from rubbish %#",
    (stored) => {
      expect(Object.keys(readNotes(stored))).toEqual([]);
    },
  );

  it("comes back as it was stored", () => expect(readNotes(JSON.parse(JSON.stringify(written)))).toEqual(written));

  it("takes no key from the prototype", () => {
    expect(settleNotes({}, [finding({ key: "constructor" }), finding({ key: "__proto__" })]).standing.size).toBe(0);
  });
});
