import { slipBetween } from "../../src/checks/localise/cells/slips";

describe("how a wrong figure may have come about, in hundredths", () => {
  test.each([
    ["one digit", 121953, 121943, "digit"],
    ["two neighbouring digits", 18053, 18035, "transposition"],
    ["the first two digits", 8107, 1807, "transposition"],
    ["a leading nought", 100, 1000, "scale"],
    ["sign", -4018, 4018, "sign"],
    ["ten times", 245500, 24550, "scale"],
    ["a ten-thousandth: 万元 among 元", 1221, 12210000, "scale"],
    ["ten thousand times: 元 among 万元", 1221420000, 122142, "scale"],
    ["left out", 0, 1170, "blank"],
    ["a digit left out", 12142, 122142, "digit"],
    ["a digit typed twice", 1221142, 122142, "digit"],
    ["off by one with its carry", 1490, 1500, "value"],
    ["nothing of the kind", 7731, 5189, "value"],
    ["should be blank", 500, 0, "value"],
  ] as const)("%s", (_, written, should, kind) => {
    expect(slipBetween(written, should).kind).toBe(kind);
  });

  test("a common slip is likelier than a figure out of nowhere, and a negative amount is unlikely", () => {
    expect(slipBetween(18053, 18035).surprise).toBeLessThan(slipBetween(7731, 5189).surprise);
    expect(slipBetween(0, -1170).surprise).toBeGreaterThan(slipBetween(0, 1170).surprise);
    expect(slipBetween(500, -700).surprise).toBeGreaterThan(slipBetween(500, 700).surprise);
  });
});
