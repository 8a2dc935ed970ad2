import { openBook } from "../../src/book/open";
import { narrate } from "../../src/narrative/narrate";
import { proofread } from "../../src/proofread/proofread";
import { narrativeText } from "../../src/render/text";
import { fullWorkbook } from "../narrative/full-workbook";
import { fresh, line, sampleBook } from "./support";

const { recognised, inputs } = openBook(fullWorkbook());
const text = narrativeText(narrate(recognised, inputs)).split("\n");
const said = (from: string, to: string): readonly string[] => fresh(text, { recognised, inputs }, from, to).map(line);

const NAME = "示例市交通局2026年";

// No published report is known that has funds or state capital: what stands there in our words may stand there in others.
describe("where funds are spoken of in other words, nothing is said", () => {
  test.each([
    ["收入包括一般公共预算拨款、政府性基金预算拨款和国有资本经营预算。", ""],
    [
      `${NAME}使用政府性基金预算拨款安排的支出35.00万元，其中：基本支出0.00万元，项目支出35.00万元。具体使用情况如下：`,
      `${NAME}政府性基金预算支出35.00万元，其中：`,
    ],
    [
      "收入预算包括：一般公共预算拨款120.00万元；政府性基金预算拨款35.00万元；",
      "收入预算包括：一般公共预算拨款120.00万元，政府性基金预算拨款35.00万元，",
    ],
  ])("%s → %s", (from, to) => {
    expect(said(from, to)).toEqual([]);
  });
});

describe("and what is wrong or gone there is found all the same", () => {
  test.each([
    ["政府性基金预算拨款35.00万元；国有", "政府性基金预算拨款53.00万元，国有", "error figure 53.00→35.00"],
    [
      `${NAME}使用政府性基金预算拨款安排的支出35.00万元，其中：基本支出0.00万元，项目支出35.00万元。`,
      `${NAME}政府性基金预算支出53.00万元，其中：`,
      "error figure 53.00→35.00",
    ],
    [`${NAME}使用国有资本经营预算拨款安排的支出10.00万元`, `${NAME}没有使用国有资本经营预算拨款安排的支出`, "error"],
  ])("%s → %s", (from, to, found) => {
    expect(said(from, to).join("\n")).toContain(found);
  });
});

test("a whole section of funds that is gone is missed", () => {
  const at = text.findIndex((one) => one.startsWith("八、"));
  const without = text.filter((_, index) => index < at || index > at + 2);
  expect(proofread(without, { recognised, inputs }).findings.map(({ message }) => message)).toContain(
    "缺少：八、关于示例市交通局2026年政府性基金预算拨款情况说明。",
  );
});

describe("其中： before 小微企业 may stand there or not", () => {
  const micro = "小微企业预留政府采购项目预算金额101.49万元";
  const small = "2026年，示例市人民政府办公室面向中小企业预留政府采购项目预算金额101.49万元，";
  const lines = async (to: string): Promise<readonly string[]> => {
    const against = await sampleBook();
    const own = narrativeText(narrate(against.recognised, against.inputs)).split("\n");
    return fresh(own, against, `${small}其中：${micro}`, to).map(line);
  };
  test("left out", async () => {
    expect(await lines(small + micro)).toEqual([]);
  });
  test("left out, a wrong amount is found", async () => {
    expect(await lines(small + micro.replace("101.49", "110.49"))).toContain("error figure 110.49→101.49");
  });
});
