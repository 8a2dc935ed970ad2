import { numberInRoom, sizeInRoom } from "../../../src/hosts/sheet/face/narrow-numbers";

/** Each character ten pixels wide. */
const measure = (text: string): number => text.length * 10;

describe("numbers in a narrow column", () => {
  it("are shown whole where there is room to the pixel", () => expect(numberInRoom("1,219.43", null, 80, measure)).toBe("1,219.43"));

  it("are never cut off: without room they are a row of marks as wide as the column", () =>
    expect(numberInRoom("1,219.43", null, 79, measure)).toBe("#######"));

  it("show one mark in the narrowest column", () => expect(numberInRoom("1,219.43", null, 3, measure)).toBe("#"));

  it("lose decimals, rounded, where no format asks for them", () => {
    expect(numberInRoom("1234567.89", 1234567.89, 90, measure)).toBe("1234567.9");
    expect(numberInRoom("1234567.89", 1234567.89, 70, measure)).toBe("1234568");
    expect(numberInRoom("1234567.89", 1234567.89, 60, measure)).toBe("######");
  });

  it("keep the decimals that their format asks for", () => expect(numberInRoom("0.50", null, 30, measure)).toBe("###"));

  it("may do without the blanks that an accounting format puts around them", () =>
    expect(numberInRoom(" 1,219.43 ", null, 80, measure)).toBe(" 1,219.43 "));
});

describe("writing that shrinks to its column", () => {
  it.each([
    [11, 80, 80, 11],
    [12, 120, 80, 8],
    [11, 100, 77, 8.4],
    [11, 5000, 10, 1],
  ])("of %d points, %d wide with room for %d, is %d", (size, wide, room, expected) => expect(sizeInRoom(size, wide, room)).toBe(expected));
});
