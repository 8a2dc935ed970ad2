import fc from "fast-check";
import { Decimal } from "decimal.js";
import { change, round, share, subject, sum, tie, toWanyuan, yoy } from "../../src/functions/functions";
import { call, lastMessage, result } from "./excel";
import { generateMetadata } from "./metadata";

beforeAll(generateMetadata);

describe("blanks", () => {
  test.each([null, undefined, 0])("%p, as Excel hands a blank cell over, counts as zero", (blank) => {
    expect(change([[5]], [[blank]])).toEqual([[5]]);
    expect(sum([[[1, blank, 2]]])).toBe(3);
    expect(subject([["201"], [blank]])).toEqual([["一般公共服务支出"], [""]]);
  });
  test("an empty text is no blank", () => {
    expect(result('=BUDGET.SHARE("",1)')).toBe("#VALUE!");
    expect(lastMessage).toBe("单元格里是空文本，不是数字。请清空该单元格，或改成数字。");
  });
});

describe("errors in arguments", () => {
  test.each([
    ["#DIV/0!", "#DIV/0!"],
    ["#N/A", "#N/A"],
    ["#NUM!", "#NUM!"],
    ["#NULL!", "#NULL!"],
    ["#VALUE!", "#VALUE!"],
    ["#REF!", "#VALUE!"],
    ["#NAME?", "#VALUE!"],
  ])("%s comes out as %s", (error, expected) => {
    for (const name of ["SHARE", "YOY", "CHANGE", "TIE", "YOYTEXT", "SHARETEXT"]) {
      expect(result(`=BUDGET.${name}(${error},1)`)).toBe(expected);
      expect(result(`=BUDGET.${name}(1,${error})`)).toBe(expected);
    }
    for (const name of ["ROUND", "SUM", "WANYUAN", "SUBJECT", "AMOUNT"]) expect(result(`=BUDGET.${name}(${error})`)).toBe(expected);
  });
  test("what a function cannot give back is named in words", () => {
    result("=BUDGET.ROUND(#REF!)");
    expect(lastMessage).toBe("引用的单元格是错误值 #REF!，请先改正那个单元格。");
  });
  test("the first error wins, as in Excel", () => expect(result("=BUDGET.CHANGE(#N/A,#DIV/0!)")).toBe("#N/A"));
  test("a rich error value counts as its error", () => {
    expect(round([[{ type: "Error", basicType: "Error", basicValue: "#N/A" }, 1]])).toMatchObject([[{ code: "#N/A" }, 1]]);
  });
  test("a formatted number counts as its number", () => {
    const rich = { type: "FormattedNumber", basicValue: 1.005, numberFormat: "0.00" };
    expect(round([[rich]])).toEqual([[1.01]]);
    expect(sum([[[rich, 1]]])).toBe(2.005);
  });
  test("a text that looks like an error is a text", () => expect(result('=BUDGET.ROUND("#N/A")')).toBe("#VALUE!"));
  test("errors of inner functions pass through", () => expect(result("=BUDGET.TIE(BUDGET.SHARE(1,0),1)")).toBe("#DIV/0!"));
});

describe("shapes", () => {
  test("different shapes are told in words", () => {
    expect(result("=BUDGET.CHANGE({1,2,3;4,5,6},{1;2})")).toBe("#VALUE!");
    expect(lastMessage).toBe("两个区域大小不一致：前一个 2 行 3 列，后一个 2 行 1 列。请选取行数、列数相同的区域。");
  });
  test.each([
    ["=BUDGET.CHANGE({5,6;7,8},1)", "{4,5;6,7}"],
    ["=BUDGET.CHANGE(10,{5,6;7,8})", "{5,4;3,2}"],
    ["=BUDGET.CHANGE({5,6;7,8},{1,2;3,4})", "{4,4;4,4}"],
    ["=BUDGET.CHANGE({1,2},{1;2})", "#VALUE!"],
  ])("%s gives %s", (formula, expected) => expect(result(formula)).toBe(expected));
});

describe("a sum hides no amount", () => {
  test.each(["¥1,219.43", "1219。43", "12.5万", "12,21.42", "99.84%", "１，２１９．４３元", "1,219.43"])(
    "%s is #VALUE!, with words that name it",
    (text) => {
      expect(result(`=BUDGET.SUM(1,"${text}")`)).toBe("#VALUE!");
      expect(lastMessage).toContain(`“${text}”`);
    },
  );
  test.each(["301 基本工资", "2026年", "一、", "1.", "合计", "-", "表1-2"])("%s is no amount", (text) =>
    expect(result(`=BUDGET.SUM(1,"${text}")`)).toBe("1"),
  );
  test("what is too large is #NUM!", () => {
    expect(result("=BUDGET.SUM(1E308,1E308)")).toBe("#NUM!");
    expect(result("=BUDGET.CHANGE(1E308,-1E308)")).toBe("#NUM!");
  });
});

describe("the places to round to", () => {
  test.each([
    ["=BUDGET.ROUND(1.23456,2.9)", "1.23"],
    ["=BUDGET.ROUND(1.5,99)", "1.5"],
    ["=BUDGET.ROUND(123456,-99)", "0"],
    ["=BUDGET.ROUND(0.5,0)", "1"],
    ["=BUDGET.ROUND(-0.5,0)", "-1"],
    ["=BUDGET.ROUND(-0.4,0)", "0"],
    ["=BUDGET.ROUND(1234567890.125)", "1234567890.13"],
    ["=BUDGET.SHARE(2,3,-1)", "0.7"],
    ["=BUDGET.TIE(1,2,0)", "#VALUE!"],
  ])("%s gives %s", (formula, expected) => expect(result(formula)).toBe(expected));
  test("a number that is none is told in words", () => {
    expect(call("ROUND", [[[1]], [["二"]]])).toEqual([[{ error: "#VALUE!" }]]);
    expect(lastMessage).toBe("“小数位数”应是整数。请检查该参数。");
  });
});

test("an unreadable text is quoted, shortened", () => {
  result('=BUDGET.CHANGE("本年预算安排的基本支出与项目支出合计数",1)');
  expect(lastMessage).toBe("“本年预算安排的基本支出与项目支出合计数”不是数字。请检查引用的单元格。");
  result('=BUDGET.CHANGE("本年预算安排的基本支出与项目支出合计数如下所列各项",1)');
  expect(lastMessage).toBe("“本年预算安排的基本支出与项目支出合计数如…”不是数字。请检查引用的单元格。");
});

test("a text with a unit of its own is not reckoned with", () => {
  expect(result('=BUDGET.CHANGE("12.5万元",1)')).toBe("#VALUE!");
  expect(lastMessage).toBe("“12.5万元”带有单位，不能直接计算。请改成数字，单位写在表头。");
});

test("a number kept as text is never dropped from a sum", () => {
  expect(result('=BUDGET.SUM({1,"5"})')).toBe("#VALUE!");
  expect(lastMessage).toBe("“5”是文本格式的数字，直接求和会漏掉它。请先转换为数字，或用 BUDGET.AMOUNT 读取。");
});

test("a bare value works as a one-cell range", () => {
  const bare = share as unknown as (part: number, whole: number) => unknown;
  expect(bare(1, 4)).toEqual([[0.25]]);
});

describe("against decimal.js", () => {
  const cents = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((units) => units / 100);

  test("SUM is the decimal sum", () =>
    fc.assert(
      fc.property(fc.array(cents), (list) => {
        expect(sum([[list]])).toBe(list.reduce((total, value) => total.plus(value), new Decimal(0)).toNumber());
      }),
    ));

  test("SHARE and YOY are the decimal quotients", () =>
    fc.assert(
      fc.property(
        cents,
        cents.filter((value) => value !== 0),
        (a, b) => {
          const quotient = new Decimal(a).div(b).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toNumber();
          expect(share([[a]], [[b]])).toEqual([[quotient + 0]]);
          const rate = new Decimal(a).minus(b).div(Math.abs(b)).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toNumber();
          expect(yoy([[a]], [[b]])).toEqual([[rate + 0]]);
        },
      ),
    ));

  test("WANYUAN is 元 ÷ 10000, rounded once", () =>
    fc.assert(
      fc.property(cents, (yuan) => {
        expect(toWanyuan([[yuan]])).toEqual([[new Decimal(yuan).div(10000).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() + 0]]);
      }),
    ));

  test("TIE says 相符 just when both print the same", () =>
    fc.assert(
      fc.property(cents, fc.constantFrom(0, 0.01, -0.01, 1), (a, off) => {
        const verdict = off === 0 ? "相符" : off === 1 ? "不符，差 1.00" : "尾差 0.01";
        expect(tie([[a]], [[new Decimal(a).plus(off).toNumber()]])).toEqual([[verdict]]);
      }),
    ));
});
