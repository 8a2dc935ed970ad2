import { Exact } from "../../src/amount/exact";
import { GROUPED, PLAIN } from "../../src/amount/format";
import { changeOf, known, lacking, minus, plus, shareOf, type Figure } from "../../src/narrative/figure";
import { write } from "../../src/narrative/pattern/write";
import { list, say, words } from "../../src/narrative/say";

const at = (row: number): { sheet: string; row: number; column: number } => ({ sheet: "表5", row, column: 4 });
const amount = (text: string, row = 0): Figure => known(Exact.parse(text) ?? Exact.zero, [at(row)], "");

describe("say", () => {
  test("keeps the cells of every figure", () => {
    expect(write(say`预算${amount("1219.43", 7)}万元。`, GROUPED)).toEqual([
      { kind: "words", text: "预算" },
      { kind: "figure", text: "1,219.43", cells: [at(7)], working: "" },
      { kind: "words", text: "万元。" },
    ]);
  });

  test("joins words, flattens lists, leaves nothing empty", () => {
    expect(write(say`${words("")}包括：${list([words("甲"), words("乙")])}。`, GROUPED)).toEqual([
      { kind: "words", text: "包括：甲、乙。" },
    ]);
  });

  test("writes figures in the template's style", () => {
    expect(write(say`${amount("1437.00")}`, PLAIN)).toEqual([expect.objectContaining({ text: "1437" })]);
  });

  test("a bare number or string does not compile", () => {
    // @ts-expect-error a number without the cells it came from is not sayable
    const number = (): unknown => say`${1219.43}`;
    // @ts-expect-error a string could hide a number
    const string = (): unknown => say`${"1,219.43"}`;
    expect([number, string]).toHaveLength(2);
  });
});

describe("figures", () => {
  test.each([
    ["share", () => shareOf(amount("1219.43"), amount("1221.42", 1)), "99.84", "1,219.43 ÷ 1,221.42 = 99.84%"],
    ["sum", () => plus([amount("13.87"), amount("87.62", 1)]), "101.49", "13.87 + 87.62 = 101.49"],
    ["difference", () => minus(amount("160.00"), [amount("120.00", 1), amount("10.00", 2)]), "30", "160.00 − 120.00 − 10.00 = 30.00"],
    ["change", () => changeOf(amount("1219.43"), amount("1332.39", 1)).amount, "112.96", "1,219.43 − 1,332.39 = -112.96"],
    ["rate", () => changeOf(amount("1219.43"), amount("1332.39", 1)).rate, "8.48", "112.96 ÷ 1,332.39 = 8.48%"],
    ["rate on nothing", () => changeOf(amount("44.35"), amount("0", 1)).rate, "100", "上年为0，按增长100%计"],
    ["share of nothing", () => shareOf(amount("0"), amount("0", 1)), "0", "0.00 ÷ 0.00 = 0.00%"],
  ])("%s carries its working and both cells", (_, make, value, working) => {
    const figure = make();
    if (!figure.known) throw new Error("unknown");
    expect([figure.value.toString(), figure.working]).toEqual([value, working]);
    expect(figure.cells.length).toBeGreaterThan(1);
  });

  test("amounts are the printed ones: what is computed agrees with what is read", () => {
    expect(changeOf(amount("1.005"), amount("1.00", 1)).amount).toMatchObject({ value: Exact.parse("0.01") });
  });

  test("what lacks a part lacks the whole", () => {
    expect(plus([amount("1.00"), lacking("缺表6", "缺少表6")])).toEqual({
      known: false,
      instead: { kind: "words", text: "〔缺表6〕", gap: "缺少表6" },
    });
  });
});
