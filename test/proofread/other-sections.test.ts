/** What an office words as it likes stands under the heading it belongs to, and is not taken for what another section lacks. */
import { proofread } from "../../src/proofread/proofread";
import { freeDocuments } from "../support/free-offices";
import { line, serious } from "./support";

const { text = [], against = null } = freeDocuments.find(({ name }) => name === "central-2024") ?? {};
const told = (lines: readonly string[], by = against): readonly string[] => serious(proofread(lines, by)).map(line);
const without = (...starts: readonly string[]): readonly string[] => text.filter((one) => !starts.some((start) => one.startsWith(start)));

test("of a section that is gone the next one's amounts are no wrong ones", () => {
  expect(told(text)).toEqual([]);
  const gone = told(without("（三）支出预算", "2024年我院支出预算"));
  // 340.00 of education are in both sections, 4,100.00 of health are the next one's alone.
  expect(gone).toEqual(["warning missing →"]);
});

test("what a part changed by is not the amount of it that is gone", () => {
  const changes = "2024年支出比上年减少150.00万元，其中：教育支出增加10.00万元，卫生健康支出减少180.00万元，住房保障支出增加20.00万元。";
  const lines = text.map((one) => (one.startsWith("2024年我院支出预算") ? changes : one));
  expect(told(lines).filter((one) => one.includes("name"))).toEqual([]);
});

test("a direction against its sum and its reason is one fault", () => {
  const list = "其中教育支出增加10.00万元，卫生健康支出减少180.00万元，主要是压减项目支出，住房保障支出增加20.00万元。";
  const turned = list.replace("减少180.00万元", "增加180.00万元");
  const said = (words: string): readonly string[] => text.map((one) => one.replace(/其中教育支出增加10\.00万元.*/, words));
  expect(told(said(list))).toEqual([]);
  expect(told(said(turned))).toEqual(["warning sum 增加180.00万元→"]);
  const found = serious(proofread(said(turned.replace("，住房", "；住房")), against));
  expect(found.map(line)).toEqual(["warning sum 增加180.00万元→"]);
  expect(found[0]?.message).toMatch(/合增加210\.00万元；合计写的是减少150\.00万元。.*理由却只说“压减”/);
});

test("an amount that lost its figure or its unit is told, and not that the sum lacks it", () => {
  const other = "另有一项增加100.00万元。";
  const lines = (of: string): readonly string[] => [
    ...text.map((one) => one.replace("卫生健康支出减少180.00万元，住房保障支出增加20.00万元", of)),
    other,
  ];
  const right = "卫生健康支出减少260.00万元，住房保障支出增加100.00万元";
  expect(told(lines(right))).toEqual([]);
  expect(told(lines(right.replace("增加100.00万元", "增加100.00"))).filter((one) => one.includes("missing"))).toEqual([]);
});

describe("with the text alone", () => {
  test("a reason against its change, where the office words it as it likes", () => {
    const jiangsu = freeDocuments.find(({ name }) => name === "jiangsu-2026")?.text ?? [];
    const change = "（项）418.7万元，较2025年预算减少135.8万元，降幅24.49%，主要原因是";
    const because = (why: string): readonly string[] =>
      told(
        jiangsu.map((one) => (one.includes(change) ? `${one.slice(0, one.indexOf(change))}${change}${why}。` : one)),
        null,
      );
    expect(because("专项工作减少")).toEqual([]);
    expect(because("专项工作增加")).toEqual(["warning direction 增加→"]);
  });

  test("上年结转减少 explains no increase: it is spent this year", () => {
    const of = (way: string, why: string): readonly string[] =>
      told([`本年收入100.00万元，比上年${way}5.00万元，主要原因是${why}。`], null);
    expect(of("增加", "上年结转增加")).toEqual([]);
    expect(of("增加", "上年结转减少")).toEqual(["warning direction 减少→"]);
    expect(of("减少", "上年结转增加")).toEqual(["warning direction 增加→"]);
    expect(of("增加", "上年压减较多")).toEqual([]);
  });
});

describe("contents with parts", () => {
  const CONTENTS = ["目录", "第一部分 单位概况", "第二部分 单位预算报表", "第三部分 单位预算情况说明", "第四部分 名词解释"];
  const body = [
    "示范研究院是事业单位，承担相关工作。",
    "本部分列示预算报表。",
    "2024年收入预算100.00万元。",
    "财政拨款：从财政取得的款项。",
  ];
  const whole = [...CONTENTS, ...CONTENTS.slice(1).flatMap((title, at) => [title, body[at] ?? ""])];
  const changed = (at: number, from: string, to: string): readonly string[] =>
    told(
      whole.map((one, index) => (index === at ? one.replace(from, to) : one)),
      null,
    );

  test("an entry that says one word otherwise than its heading, told where the word stands nowhere else", () => {
    expect(told(whole, null)).toEqual([]);
    expect(changed(2, "预算", "决算")).toEqual(["warning name 单位决算报表→"]);
    expect(changed(7, "预算", "决算")).toEqual(["warning name 单位决算报表→"]);
  });
});
