import {
  classCodeOf,
  economicSubjects,
  expenditureClasses,
  functionalSubjects,
  subjectName,
  subjectOf,
} from "../../src/templates/common/subjects";

const all = [...functionalSubjects, ...economicSubjects];

describe("the code tables", () => {
  test("codes are unique, ascending, and of the lengths 类款项 have", () => {
    for (const list of [functionalSubjects, economicSubjects]) {
      const codes = list.map(({ code }) => code);
      expect(codes).toEqual([...new Set(codes)].sort());
    }
    expect(functionalSubjects.filter(({ code }) => !/^2\d{2}(\d{2}(\d{2})?)?$/.test(code))).toEqual([]);
    expect(economicSubjects.filter(({ code }) => !/^3\d{2}(\d{2})?$/.test(code))).toEqual([]);
  });

  test("every 项 has its 款 and every 款 its 类 in the same list", () => {
    for (const list of [functionalSubjects, economicSubjects]) {
      const codes = new Set(list.map(({ code }) => code));
      expect(list.filter(({ code }) => code.length > 3 && !codes.has(code.slice(0, -2)))).toEqual([]);
    }
  });

  test("names are clean: full-width brackets, no spaces", () => {
    expect(all.filter(({ name }) => /[\s()]/.test(name) || name === "")).toEqual([]);
  });

  test("the classes are the thirty of tables 1 and 4, in their order", () => {
    expect(expenditureClasses.map(({ code }) => code)).toEqual(
      "201 202 203 204 205 206 207 208 209 210 211 212 213 214 215 216 217 219 220 221 222 223 224 227 229 230 231 232 233 234".split(" "),
    );
  });
});

test.each([
  ["201", "一般公共服务支出"],
  ["207", "文化旅游体育与传媒支出"],
  ["234", "抗疫特别国债安排的支出"],
  ["2010301", "行政运行"],
  ["20604", "技术研究与开发"],
  ["2080505", "机关事业单位基本养老保险缴费支出"],
  ["2101103", "公务员医疗补助"],
  ["30113", "住房公积金"],
  ["30231", "公务用车运行维护费"],
  ["30212", "因公出国（境）费用"],
  ["30302", "退休费"],
  ["30913", "公务用车购置"],
  ["31013", "公务用车购置"],
  ["30999", "其他基本建设支出"],
  ["31099", "其他资本性支出"],
])("%s is %s", (code, name) => expect(subjectName(code)).toBe(name));

test.each(["", "9", "2019999", "30100", "0201", "201 03"])("%j is not in the lists", (code) => expect(subjectName(code)).toBeNull());

// The years of docs/rules.md F and of the published documents of 2017 to 2026.
test.each<[string, number, string | null]>([
  ["20805", 2019, "行政事业单位离退休"],
  ["20805", 2020, "行政事业单位养老支出"],
  ["310", 2017, "其他资本性支出"],
  ["310", 2026, "资本性支出"],
  ["210", 2013, "医疗卫生支出"],
  ["210", 2014, "医疗卫生与计划生育支出"],
  ["210", 2018, "医疗卫生与计划生育支出"],
  ["210", 2019, "卫生健康支出"],
  ["207", 2018, "文化体育与传媒支出"],
  ["207", 2019, "文化旅游体育与传媒支出"],
  ["215", 2013, "资源勘探电力信息等支出"],
  ["215", 2018, "资源勘探信息等支出"],
  ["215", 2026, "资源勘探工业信息等支出"],
  ["220", 2018, "国土海洋气象等支出"],
  ["220", 2026, "自然资源海洋气象等支出"],
  ["30311", 2017, "住房公积金"],
  ["30311", 2026, "代缴社会保险费"],
  ["30312", 2017, "提租补贴"],
  ["30312", 2018, null],
  ["30307", 2017, "医疗费"],
  ["30104", 2017, "其他社会保障缴费"],
  ["30104", 2026, null],
  ["30113", 2017, null],
  ["30113", 2018, "住房公积金"],
  ["2080504", 2019, "未归口管理的行政单位离退休"],
  ["2080504", 2020, null],
])("%s of %i is %s", (code, year, name) => expect(subjectName(code, undefined, year)).toBe(name));

test.each<[string, string | null]>([
  ["卫生健康支出", "210"],
  ["医疗卫生与计划生育支出", "210"],
  ["医疗卫生支出", "210"],
  ["医疗卫生", "210"],
  ["文化体育与传媒支出", "207"],
  ["国土海洋气象等支出", "220"],
  ["资源勘探信息等支出", "215"],
  ["资源勘探电力信息等支出", "215"],
  ["一、公共安全支出", "204"],
  ["一般公共服务", "201"],
  ["其他支出", "229"],
  ["其他", null],
  ["行政事业单位离退休", null],
  ["本年支出", null],
])("the class of %s is %s", (name, code) => expect(classCodeOf(name)).toBe(code));

test("former names stand in the order of their years, and none is today's", () => {
  for (const { name, formerNames, from } of all) {
    expect(formerNames.map(({ until }) => until)).toEqual([...formerNames].map(({ until }) => until).sort());
    expect(formerNames.map((former) => former.name)).not.toContain(name);
    expect(from === undefined || formerNames.length === 0).toBe(true);
  }
});

test("the kind narrows the search", () => {
  expect(subjectName("30113", "functional")).toBeNull();
  expect(subjectName("2210201", "economic")).toBeNull();
  expect(subjectName("2210201", "functional")).toBe("住房公积金");
});

test("every entry says where it is from", () => {
  expect(subjectOf("2080705")?.source).toBe("unconfirmed");
  expect(subjectOf("30227")?.source).toBe("confirmed");
  expect(subjectOf("30224")?.source).toBe("nameOnly");
  expect(subjectOf("234")?.source).toBe("classList");
  expect(subjectOf("20604")?.alsoWritten).toEqual(["研究与开发", "技术与开发"]);
});
