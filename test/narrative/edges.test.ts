import { edgeWorkbook, type Edge } from "./edge-workbooks";
import { narrated, paragraphs } from "./support";

// Offices that no published document at hand is like; every sentence by hand from the figures.
const said = (edge: Edge, section: string): readonly string[] => paragraphs(narrated(edgeWorkbook(edge)), section);

describe("no fiscal money at all", () => {
  const edge: Edge = { own: 50, ownProjects: 10 };

  test("every section says so in a sentence", () => {
    expect(said(edge, "一")).toContain("收入预算包括：单位资金。");
    expect(said(edge, "四")).toEqual(["2026年财政拨款收支总预算0.00万元。", "没有财政拨款收入。", "没有财政拨款支出。"]);
    expect(said(edge, "五").filter((text) => text === "示例县档案馆2026年没有一般公共预算拨款安排的支出。")).toHaveLength(2);
    expect(said(edge, "七")).toEqual(["示例县档案馆2026年没有使用一般公共预算拨款安排的项目支出，一般公共预算项目支出情况表为空表。"]);
  });

  test("its projects are not fiscal ones, and their number stands in no table", () =>
    expect(said(edge, "十三").join("")).toMatch(
      /当年预算安排项目共〔待填：项目个数〕个，其中：财政拨款项目涉及预算金额0.00万元；非财政拨款项目涉及预算金额10.00万元。/,
    ));
});

test("only projects: their number and their amount are those of 表7, and no list is left empty", () => {
  const edge: Edge = { general: 30, generalProjects: 30 };
  expect(said(edge, "三")[1]).toMatch(/^基本支出0.00万元，占0.00%，/);
  expect(said(edge, "六")).toEqual(["示例县档案馆2026年一般公共预算基本支出0.00万元，其中：", "人员经费0.00万元。", "公用经费0.00万元。"]);
  expect(said(edge, "十三").join("")).toMatch(
    /当年预算安排项目共1个，其中：财政拨款项目涉及预算金额30.00万元；非财政拨款项目涉及预算金额0.00万元。/,
  );
});

test("projects of a fund: the amount takes them in, so the number of 表7 alone is not printed beside it", () => {
  const edge: Edge = { general: 80, generalProjects: 20, fund: 35 };
  expect(said(edge, "十三").join("")).toMatch(/当年预算安排项目共〔待填：项目个数〕个，其中：财政拨款项目涉及预算金额55.00万元；/);
  expect(said(edge, "四")).toContain("收入包括一般公共预算拨款和政府性基金预算拨款，无国有资本经营预算。");
});

test("only a fund", () => {
  expect(said({ fund: 35 }, "四").slice(1)).toEqual([
    "收入全部为政府性基金预算拨款，无一般公共预算拨款和国有资本经营预算。",
    "收入预算包括：政府性基金预算拨款35.00万元。",
    expect.stringMatching(/^政府性基金预算支出包括：城乡社区支出35.00万元，主要用于/),
  ]);
  expect(said({ fund: 35 }, "八")[0]).toBe(
    "示例县档案馆2026年使用政府性基金预算拨款安排的支出35.00万元，其中：基本支出0.00万元，项目支出35.00万元。具体使用情况如下：",
  );
});

test("a new office, with nothing last year: everything has grown by all of it", () => {
  const lastYear = "收入来源 | | 一般公共预算 | 0.00 | 机构新设立\n支出总额 | | 基本支出 | 0.00 | 机构新设立";
  const edge: Edge = { general: 40, lastYear };
  expect(said(edge, "二")).toContain("一般公共预算40.00万元，占100.00%，比上年预算增加40.00万元，增长100.00%，主要原因是机构新设立。");
  expect(said(edge, "三")).toContain("基本支出40.00万元，占100.00%，比上年预算增加40.00万元，增长100.00%，主要原因是机构新设立。");
});
