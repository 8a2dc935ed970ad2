import { fresh, rightText, sampleBook } from "./support";

/** Last year's amounts are 0.93 of this year's: 1,219.43 × 0.93 = 1,134.07. */
test("a paragraph of last year's report is one finding that says what it ought to say", async () => {
  const text = rightText();
  const right = text.find((one) => /财政拨款收支总预算/.test(one) && /1,219\.43/.test(one)) ?? "";
  const old = right.replace("2026", "2025").replace("1,219.43", "1,134.07");
  const found = fresh(text, await sampleBook({ inputs: false }), right, old).filter(({ severity }) => severity !== "info");
  expect(found.map(({ id, quote, replaces }) => [id, quote.includes("1,134.07"), replaces])).toEqual([["B07", true, false]]);
  expect(found[0]?.message).toContain("“1,134.07”应为1,219.43");
});

test("a year alone that is last year's is put right by itself", async () => {
  const text = rightText();
  const right = text.find((one) => /财政拨款收支总预算/.test(one) && /1,219\.43/.test(one)) ?? "";
  const found = fresh(text, await sampleBook({ inputs: false }), right, right.replace("2026", "2025"));
  expect(found.map(({ quote, expected, replaces }) => [quote, expected, replaces])).toEqual([["2025", "2026", true]]);
});
