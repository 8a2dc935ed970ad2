import { settleNotes, withNote } from "../../../src/checks/notes";
import { headline } from "../../../src/taskpane/store/headline";
import { finding, overview, report } from "../samples";

const none = settleNotes({}, []);
const warning = finding({ severity: "warning", key: "K10" });
const notRun = finding({ verdict: "notRun", key: "X56", cells: [] });
const rounding = finding({ verdict: "rounding", severity: "info", key: "F1" });

describe("the headline", () => {
  it.each([
    ["nothing found", [], "clean", "可以公开"],
    ["rounding only", [rounding], "clean", "可以公开"],
    ["info only", [finding({ severity: "info" })], "clean", "可以公开"],
    ["errors", [finding(), finding({ key: "b" })], "broken", "还有 2 处不符"],
    ["errors before what was not run", [finding(), notRun], "broken", "还有 1 处不符"],
    ["not run is never passed", [notRun], "incomplete", "有 1 项未执行，不能算通过"],
    ["doubts", [warning], "incomplete", "没有不符，有 1 处请核实"],
  ] as const)("%s", (_, findings, tone, title) => {
    expect(headline(overview(), report(findings), none, [])).toMatchObject({ tone, title });
  });

  it("a doubt with a note that stands is settled", () => {
    const notes = settleNotes(withNote({}, warning, "属实", ""), [warning]);
    expect(headline(overview(), report([warning]), notes, []).title).toBe("可以公开");
  });

  it("tables that agree are not all: what is next is said, and nothing is published before", () => {
    const next = { place: "inputs", word: "填报", state: "open", words: "未建", next: "到“填报”点“新建或补齐填报表”。" } as const;
    expect(headline(overview(), report([]), none, [next])).toEqual({
      tone: "clean",
      title: "公开表相符",
      next: "表内、表间都相符。下一步：到“填报”点“新建或补齐填报表”。",
    });
  });

  it("an error with a note is still an error, and the note is counted", () => {
    const notes = settleNotes(withNote({}, finding(), "属实", ""), [finding()]);
    expect(headline(overview(), report([finding()]), notes, [])).toMatchObject({
      tone: "broken",
      next: expect.stringContaining("1 处已写审核说明") as string,
    });
  });

  it("names the missing tables", () =>
    expect(headline(overview("found", "missing", "missing"), report([notRun]), none, []).next).toContain("缺表2、表3"));

  it("names them as they are printed there", () => {
    const { tables, ...rest } = overview("found", "missing");
    const printed = tables.map((table) => (table.status === "missing" ? { ...table, number: null, label: "公开02表" } : table));
    expect(headline({ ...rest, tables: printed }, report([notRun]), none, []).next).toContain("缺公开02表。");
  });

  it("says that there is no disclosure table at all", () =>
    expect(headline(overview("missing", "missing", "missing"), report([]), none, [])).toMatchObject({
      tone: "nothing",
      title: "没有找到预算公开表",
    }));
});
