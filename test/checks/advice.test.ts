import { slipBetween } from "../../src/checks/advice/slips";
import { Exact } from "../../src/amount/exact";
import { checkWorkbook } from "../../src/book/check";
import type { Finding } from "../../src/checks/report";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

const amount = (text: string): Exact => Exact.parse(text) ?? Exact.zero;

describe("how one figure is mistaken for another", () => {
  test.each<[string, string, ReturnType<typeof slipBetween>]>([
    ["1219.43", "-1219.43", { kind: "sign" }],
    ["121.94", "1219.40", { kind: "scale", power: -1 }],
    ["12194000", "1219.4", { kind: "scale", power: 4 }],
    ["1219.43", "1291.43", { kind: "transposition" }],
    ["1219.43", "1219.34", { kind: "transposition" }],
    ["1219.43", "1229.53", null], // two digits changed
    ["1219.43", "2119.43", { kind: "transposition" }],
    ["19.43", "91.34", null], // two pairs
    ["5.00", "0.00", null],
    ["5.00", "5.00", null],
  ])("%s for %s", (written, meant, slip) => expect(slipBetween(amount(written), amount(meant))).toEqual(slip));
});

const full = fullWorkbookText();

function change(sheet: string, from: string, to: string): string {
  return full
    .split(/^(?=# )/m)
    .map((part) => {
      if (!part.startsWith(`# ${sheet}\n`)) return part;
      if (!part.includes(from)) throw new Error(`${sheet} has no ${from}`);
      return part.replace(from, to);
    })
    .join("");
}

function finding(text: string, id: string, cell?: string): Finding {
  const found = checkWorkbook(recogniseWorkbook(workbookFromText(text))).findings.filter(
    (one) => one.id === id && one.verdict === "broken" && (cell === undefined || one.message.startsWith(cell)),
  );
  if (!found[0]) throw new Error(`no ${id}`);
  return found[0];
}

describe("one line of advice", () => {
  test("a digit transposition between two tables", () =>
    // 表5 basic total 1,326.00; 表6 total written 1,362.00.
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | 1362.00"), "X56").advice).toBe(
      "两数只是相邻两位数字颠倒：1,326.00 与 1,362.00，请核对录入。",
    ));
  test("元 for 万元", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | 13260000.00"), "X56").advice).toBe(
      "两数相差一万倍：1,326.00 与 13,260,000.00，请核对是否元、万元混用。",
    ));
  test("a decimal point", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | 132.60"), "X56").advice).toBe(
      "两数相差 10 倍：1,326.00 与 132.60，请核对小数点。",
    ));
  test("the sign", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | -1326.00"), "X56").advice).toBe(
      "两数正负号相反：1,326.00 与 -1,326.00，请核对正负号。",
    ));
  test("a class left out of the total: 表6 303 40.00", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | 1286.00"), "F603").advice).toBe(
      "差额与 表6!D24 303 对个人和家庭的补助·合计 的 40.00 相同：请看合计是否漏加了这一项。",
    ));
  test("a class added twice", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | 1366.00"), "F603").advice).toBe(
      "差额与 表6!D24 303 对个人和家庭的补助·合计 的 40.00 相同：请看合计是否把这一项加了两遍。",
    ));
  test("carried-over funds counted in 表4: 16.00", () => {
    const text = change("表4", "一、财政拨款（补助） | 1629.50", "一、财政拨款（补助） | 1645.50");
    expect(finding(text, "F401a").advice).toBe("差额 16.00 与 表12!B8 总计·合计 相同：请看表4是否含结转。");
  });
  test("a blank where the other table has a figure", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 |"), "X56").advice).toBe("表6!D31 总计·合计 是空的，请看是否漏填。"));
  test("a subject that one table lacks", () => {
    const text = change("表3", "205 | 08 | 03 | 培训支出 | 6.00 | 6.00 | ", "");
    expect(finding(text, "X23").advice).toBe("表3没有 2050803 培训支出，请看是否漏了这一行，或编码、名称写得不同。");
  });
  test("where the difference of pension contributions goes", () => {
    const text = change("表6", "机关事业单位基本养老保险缴费 | 90.00 | 90.00", "机关事业单位基本养老保险缴费 | 89.09 | 89.09");
    expect(finding(text, "E1").advice).toBe(
      "差额的去处多在 表6!D15 30199 其他工资福利支出·合计（20.00）：编外人员的保险列在这里的不用改，写明审核说明即可。",
    );
  });
});

describe("the finding says both sides, the addends and the difference", () => {
  test("two cells", () => {
    const found = finding(change("表6", " | 总计 | 1326.00", " | 总计 | 1325.90"), "X56");
    expect(found.message).toBe("表5!F27 总计·基本支出 1,326.00 ≠ 表6!D31 总计·合计 1,325.90，多 0.10。");
    expect([found.left, found.right, found.difference]).toEqual(["1326.00", "1325.90", "0.10"]);
    expect(found.formula).toBe("表5[总计, 基本支出] = 表6[总计, 合计]");
  });
  test("a sum, with every addend's cell, sign and value", () => {
    const found = finding(change("表6", " | 总计 | 1326.00", " | 总计 | 1325.90"), "F603");
    expect(found.message).toBe(
      "表6!D31 总计·合计 1,325.90 ≠ 各类之和 1,326.00（940.00+340.00+40.00+2.50+3.50），少 0.10，超过四舍五入可能造成的 0.03。",
    );
    expect(found.cells.map(({ rowLabel, value, side, sign }) => `${side} ${sign} ${rowLabel} ${value}`)).toEqual([
      "left 1 总计 1325.90",
      "right 1 301 工资福利支出 940.00",
      "right 1 302 商品和服务支出 340.00",
      "right 1 303 对个人和家庭的补助 40.00",
      "right 1 309 资本性支出（基本建设） 2.50",
      "right 1 310 资本性支出 3.50",
    ]);
  });
  test("unlike parts are named", () =>
    expect(finding(change("表6", " | 总计 | 1326.00", " | 总计 | 1325.90"), "F601").message).toBe(
      "表6!D31 总计·合计 1,325.90 ≠ 人员经费 980.00+公用经费 346.00＝1,326.00，少 0.10，超过四舍五入可能造成的 0.01。",
    ));
  test("a part that exceeds its whole", () =>
    expect(finding(change("表6", "公务接待费 | 4.00 |  | 4.00", "公务接待费 | 7.00 |  | 7.00"), "X610b").message).toBe(
      "表6!D20 30217 公务接待费·合计 7.00 大于 表10!C6 公务接待费·一般公共预算 5.00，多 2.00，超过四舍五入可能造成的 0.01。",
    ));
});
