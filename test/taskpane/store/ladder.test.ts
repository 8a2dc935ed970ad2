import { settleNotes, withNote } from "../../../src/checks/notes";
import type { Severity } from "../../../src/checks/report";
import type { Narrative, Section } from "../../../src/narrative/segments";
import { headline } from "../../../src/taskpane/store/headline";
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
const proofed = (severities: readonly Severity[], stale = false, unchecked = 0): State["proof"] =>
  ({
    at: 0,
    stale,
    report: {
      findings: severities.map((severity) => ({ severity, id: "T01" })),
      coverage: { unchecked: Array.from({ length: unchecked }) },
    },
  }) as unknown as State["proof"];
/** A report of which the tables were looked at too: what was found in either, and how many of the contents asked for it lacks. */
const reviewed = (severities: readonly Severity[], missing = 0): State["review"] =>
  ({
    stale: false,
    remarks: severities.map((severity) => ({ severity, id: "T01" })),
    duties: Array.from({ length: missing }, () => ({ state: "missing" })),
  }) as unknown as State["review"];
const at = (known: Partial<Known>): readonly string[] =>
  ladder({ analysis: null, notes: {}, narrative: null, proof: null, review: null, ...known }).map(
    ({ word, state, words }) => `${word} ${state} ${words}`,
  );

describe("the ladder", () => {
  it("before anything was done, nothing is done", () =>
    expect(at({})).toEqual(["公开表 waiting 未校验", "填报 waiting 未检查", "说明 open 未生成", "校对 waiting 未校对"]));

  it("right tables, complete 填报, a narrative of them that nobody changed: it can be published", () => {
    const all = { analysis: checked(), notes: {}, narrative: written(), proof: null, review: null };
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
    const rungs = ladder({ analysis: checked(), notes: {}, narrative: written(), proof: null, review: null, ...changed });
    expect(nextRung(rungs)?.word).toBe(word);
    expect(nextRung(rungs)?.next).not.toBe("");
  });

  it("a doubt about the tables that was explained there is none of the text's", () => {
    const doubt = finding({ id: "K10", severity: "warning" });
    const coverage = { unchecked: [] };
    const proof = {
      at: 0,
      stale: false,
      report: { findings: [{ severity: "warning", id: "K10" }], coverage },
    } as unknown as State["proof"];
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

  it.each([
    ["a fault in the tables of a report whose words are right", proofed([]), reviewed(["error", "error"]), "校对 wrong 2 处不符"],
    ["tables and words of a report", proofed(["error"]), reviewed(["error", "error", "error"]), "校对 wrong 3 处不符"],
    ["a doubt in the tables alone", proofed([]), reviewed(["warning"]), "校对 open 1 处请核实"],
    ["what a report lacks", proofed([]), reviewed([], 2), "校对 open 缺 2 项"],
    ["a report without a fault", proofed([]), reviewed(["info"]), "校对 done 无误"],
    ["figures that could not be held against anything", proofed([], false, 3), null, "校对 done 3 个数未核对"],
  ] as const)("%s: 校对 says so", (_, proof, review, said) =>
    expect(at({ analysis: checked(), narrative: written(), proof, review })[3]).toBe(said),
  );

  it("figures that nobody checked are named where it is said that all is done", () => {
    const known = { analysis: checked(), notes: {}, narrative: written(), proof: proofed([], false, 3), review: null };
    expect(headline(overview(), report([]), settleNotes({}, []), ladder(known))).toMatchObject({
      title: "可以公开",
      next: expect.stringContaining("文中 3 个数没有可以核对的来源") as string,
    });
  });
});
