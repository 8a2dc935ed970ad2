import { withNote } from "../../../src/checks/notes";
import type { Narrative, Section } from "../../../src/narrative/segments";
import { ladder, nextRung } from "../../../src/taskpane/store/ladder";
import type { State } from "../../../src/taskpane/store/state";
import { finding, overview, report } from "../samples";

type Known = Parameters<typeof ladder>[0];

const section: Section = { key: "overall", chapter: null, number: "一", heading: [], paragraphs: [], gaps: [] };
const todo = { cell: { sheet: "填报-上年对比", row: 1, column: 3 }, exists: true, message: "请填写" };
const written = (more: Partial<Narrative> = {}, stale = false): State["narrative"] => ({
  at: 0,
  stale,
  narrative: { title: "", variant: "", sections: [section], todo: [], progress: { filled: 0, asked: 0 }, ...more },
});
const checked = (findings: Parameters<typeof report>[0] = [], stale = false): State["analysis"] => ({
  overview: overview(),
  report: report(findings),
  at: 0,
  stale,
});
const proofed = (severities: readonly ("error" | "warning" | "info")[], stale = false): State["proof"] =>
  ({ at: 0, stale, report: { findings: severities.map((severity) => ({ severity })) } }) as unknown as State["proof"];
const at = (known: Partial<Known>): readonly string[] =>
  ladder({ analysis: null, notes: {}, narrative: null, proof: null, ...known }).map(
    ({ word, state, words }) => `${word} ${state} ${words}`,
  );

describe("the ladder", () => {
  it("before anything was done, nothing is done", () =>
    expect(at({})).toEqual(["公开表 waiting 未校验", "填报 waiting 未检查", "说明 open 未生成", "校对 waiting 未校对"]));

  it("right tables, complete 填报, a narrative of them that nobody changed: it can be published", () => {
    const all = { analysis: checked(), notes: {}, narrative: written(), proof: null };
    expect(at(all)).toEqual(["公开表 done 相符", "填报 done 已填齐", "说明 done 已生成", "校对 done 未改动"]);
    expect(nextRung(ladder(all))).toBeNull();
  });

  it.each([
    ["tables changed since", { analysis: checked([], true) }, "公开表"],
    ["what was not run is not passed", { analysis: checked([finding({ verdict: "notRun", cells: [] })]) }, "公开表"],
    ["a doubt without an explanation", { analysis: checked([finding({ severity: "warning" })]) }, "公开表"],
    ["something to fill in", { narrative: written({ todo: [todo] }) }, "填报"],
    ["a narrative of other figures", { narrative: written({}, true) }, "填报"],
    ["a table that the narrative lacks", { narrative: written({ sections: [{ ...section, gaps: ["缺表8"] }] }) }, "说明"],
    ["no sentences for such tables", { narrative: written({ sections: [] }) }, "说明"],
    ["a finished text with an error", { proof: proofed(["info", "error"]) }, "校对"],
    ["a finished text with a doubt", { proof: proofed(["warning"]) }, "校对"],
    ["a finished text that was changed since", { proof: proofed([], true) }, "校对"],
  ] as const)("%s: that is next", (_, changed, word) => {
    const rungs = ladder({ analysis: checked(), notes: {}, narrative: written(), proof: null, ...changed });
    expect(nextRung(rungs)?.word).toBe(word);
    expect(nextRung(rungs)?.next).not.toBe("");
  });

  it("a doubt about the tables that was explained there is none of the text's", () => {
    const doubt = finding({ id: "K10", severity: "warning" });
    const proof = { at: 0, stale: false, report: { findings: [{ severity: "warning", id: "K10" }] } } as unknown as State["proof"];
    const word = (notes: Known["notes"]): string | undefined => at({ analysis: checked([doubt]), notes, narrative: written(), proof })[3];
    expect(word({})).toBe("校对 open 1 处请核实");
    expect(word(withNote({}, doubt, "属实", ""))).toBe("校对 done 无误");
    expect(word(withNote({}, { ...doubt, left: "1.00" }, "属实", ""))).toBe("校对 open 1 处请核实");
  });

  it("what does not add up on the 填报 sheets is 填报's, not the tables'", () => {
    const [cell] = finding().cells;
    const wrong = finding({ cells: cell ? [{ ...cell, sheet: "填报-上年对比" }] : [] });
    expect(at({ analysis: checked([wrong]), narrative: written() }).slice(0, 2)).toEqual(["公开表 done 相符", "填报 wrong 1 处不符"]);
  });

  it("a finished text without a fault is done, notices aside", () =>
    expect(at({ analysis: checked(), narrative: written(), proof: proofed(["info"]) })[3]).toBe("校对 done 无误"));
});
