import { hasTwice, lookInto, mayFind, neededBy } from "../../src/text/needed";

/** An expression, what it needs, and a text in which it finds something. */
test.each<[RegExp, readonly string[] | null, string]>([
  [/拔款/, ["拔款"], "财政拔款"],
  [/(?<=单位|部门)价(?!格)/g, ["单位", "部门"], "部门价值"],
  [/收入|支出预算/, ["收入", "支出预算"], "支出预算"],
  [/(?:增|减)(?:加|少)\d/, ["增加", "增少", "减加", "减少"], "减少1"],
  [/不少?于?/, ["不少于", "不少", "不于", "不"], "不予"],
  [/与上年(?:度)?相比(?=，)/, ["与上年度相比，", "与上年相比，"], "与上年相比，"],
  [/(主要|其中)\1(?!费)/, ["主要主要", "其中其中"], "其中其中："],
  [/(主要|其中).\1/, ["主要", "其中"], "主要，主要"],
  [/(主要)(?=.)\1/, ["主要"], "主要主要"],
  [/\d+(?:\.\d+)?(?:万元|%)元/, ["万元元", "%元"], "12.50万元元"],
  [/[，。]{2,}/, ["，，", "，。", "。，", "。。"], "预算，。"],
  [/[^，。]{2}[\d一]\p{sc=Han}/u, null, "预算1万"],
  [/\u6536\x41入/, ["收A入"], "收A入"],
  [/^（(?:[一二]{1,3})[、.]$/, ["（"], "（二、"],
  [/(?:元)*万/, ["万"], "万"],
  [/预算|\d/, null, "1"],
  [/预算/i, null, "预算"],
])("what %s needs is in what it finds", (expression, needs, found) => {
  const own = neededBy(expression);
  expect(own === null ? null : [...own].sort()).toEqual(needs === null ? null : [...needs].sort());
  expect(expression.test(found)).toBe(true);
  expect(mayFind(expression)(found)).toBe(true);
  expect(lookInto(found)(own ?? [""])).toBe(true);
  expect(mayFind(expression)("某某")).toBe(needs === null);
});

test("words are seen to be in a text, or not", () => {
  const has = lookInto("财政拨款收支预算");
  expect([["拨款"], ["收入", "收支"], ["财"], ["财政拨款收支预算"]].map(has)).toEqual([true, true, true, true]);
  expect([["款拨"], ["收入"], ["元"], ["拨款预算"], []].map(has)).toEqual([false, false, false, false, false]);
});

test.each([
  ["基本支出基本支出", 3, 8, true],
  ["基本支出，基本支出", 3, 8, false],
  ["办公办公", 3, 8, false],
  ["办公办公", 2, 2, true],
  ["12.3412.34", 2, 8, false],
])("%s stands twice with %d to %d characters: %s", (text, least, most, twice) => expect(hasTwice(text, least, most)).toBe(twice));
