import { deskOf, type Desk } from "../../src/desk/desk";
import { decisionsIn, decisionsText } from "../../src/desk/decision-file";
import { decide, mergedDecisions, type Decision, type Judgement, type Scope } from "../../src/desk/decisions";
import type { DeskFinding } from "../../src/desk/file";
import { commonWords } from "../../src/render/desk-words";
import { keptFile, keptFinding } from "../support/kept-file";

const total = keptFinding("F1", "总计", "error");
const doubt = keptFinding("K1", "医疗费", "warning");
const whose = (name: string): { readonly name: string; readonly year: number; readonly form: string } => ({
  name,
  year: 2026,
  form: "12张表",
});

interface About {
  readonly finding: DeskFinding;
  readonly office: string;
  readonly scope: Scope;
  readonly reason: string;
}

/** Decisions of one reviewer after others: whose, on what, which, and when. */
const said = (
  before: readonly Decision[],
  by: string,
  at: string,
  judgement: Judgement,
  { finding = total, office = "甲局", scope = "office", reason = "口径已批准" }: Partial<About> = {},
): readonly Decision[] => decide(before, whose(office), finding, { judgement, reason, by, at, scope });

const desk = (decisions: readonly Decision[], findings: readonly DeskFinding[] = [total, doubt], offices = ["甲局"]): Desk =>
  deskOf(
    offices.map((name) => keptFile(`${name}.xlsx`, name, { findings })),
    { decisions },
  );
const states = ({ offices }: Desk): string[][] => offices.map(({ findings }) => findings.map(({ standing }) => standing.state));

it("what is rejected is counted apart, and an office whose every finding is rejected is not one in which nothing was found", () => {
  const one = said([], "张三", "2026-03-01T08:00:00.000Z", "rejected");
  const [office] = desk(one).offices;
  expect(office).toMatchObject({ state: "open", tally: { error: 0, warning: 1 }, judged: { rejected: 1, undecided: 1 } });
  expect([...(office?.marks.keys() ?? [])]).toEqual(["K1"]);
  const both = said(one, "张三", "2026-03-01T08:01:00.000Z", "rejected", { finding: doubt });
  const settled = desk(both);
  expect(settled.offices[0]?.state).toBe("settled");
  expect(settled.totals).toMatchObject({ settled: 1, clean: 0, judged: { rejected: 2, undecided: 0 } });
});

it("what is accepted stays 不符 until its figures are put right", () => {
  const { offices } = desk(said([], "张三", "2026-03-01T08:00:00.000Z", "accepted"));
  expect(offices[0]).toMatchObject({ state: "broken", tally: { error: 1 }, judged: { accepted: 1, undecided: 1 } });
});

it.each<[string, Partial<DeskFinding>, string]>([
  ["the same figures", {}, "rejected"],
  ["other figures", { figures: "2" }, "lapsed"],
  ["another place", { key: "行政运行" }, "open"],
  ["another rule", { id: "F2" }, "open"],
])("in the next round a decision holds for %s: %s → %s", (_, change, state) => {
  const decisions = decisionsIn(decisionsText(said([], "张三", "2026-03-01T08:00:00.000Z", "rejected"))) ?? [];
  expect(states(desk(decisions, [{ ...total, ...change }]))).toEqual([[state]]);
});

it("another year and another office are others; a name with a space in it is the same", () => {
  const decisions = said([], "张三", "2026-03-01T08:00:00.000Z", "rejected");
  const file = (name: string, year: number) => keptFile(`${name}.xlsx`, name, { year, findings: [total] });
  const { offices } = deskOf([file("甲 局", 2026), file("甲局", 2025), file("乙局", 2026)], { decisions });
  expect(offices.map(({ findings }) => findings[0]?.standing.state)).toEqual(["rejected", "open", "open"]);
});

it("a decision for all holds in every office of the form; what one office was told by name goes before it", () => {
  const all = said([], "张三", "2026-03-01T08:00:00.000Z", "rejected", { scope: "all" });
  const other = [{ ...total, figures: "9" }];
  expect(states(desk(all, other, ["甲局", "乙局"]))).toEqual([["rejected"], ["rejected"]]);
  const form = deskOf([keptFile("丙局.xlsx", "丙局", { form: "11张表", findings: other })], { decisions: all });
  expect(states(form)).toEqual([["open"]]);
  const own = said(all, "张三", "2026-03-01T09:00:00.000Z", "accepted", { office: "乙局" });
  expect(states(desk(own, [total], ["甲局", "乙局"]))).toEqual([["rejected"], ["accepted"]]);
  const open = said(own, "张三", "2026-03-01T10:00:00.000Z", "withdrawn", { office: "甲局" });
  expect(states(desk(open, [total], ["甲局", "乙局"]))).toEqual([["open"], ["accepted"]]);
});

describe("two reviewers' files", () => {
  const mine = said([], "张三", "2026-03-01T08:00:00.000Z", "rejected");
  const theirs = said([], "李四", "2026-03-01T08:30:00.000Z", "accepted", { reason: "要改" });

  it("that decide differently leave it open, and both are shown, in whatever order they are read", () => {
    for (const decisions of [mergedDecisions(mine, theirs), mergedDecisions(theirs, mine)]) {
      const { offices, totals } = desk(decisions);
      expect(offices[0]).toMatchObject({ state: "broken", judged: { disputed: 1, undecided: 2 } });
      expect(offices[0]?.findings[0]?.standing.decisions.map(({ by }) => by).sort()).toEqual(["张三", "李四"].sort());
      expect(totals.judged.disputed).toBe(1);
    }
  });

  it("that decide alike agree, both reasons kept", () => {
    const same = said([], "李四", "2026-03-01T08:30:00.000Z", "rejected", { reason: "同意" });
    const standing = desk(mergedDecisions(mine, same)).offices[0]?.findings[0]?.standing;
    expect(standing).toMatchObject({ state: "rejected" });
    expect(standing?.decisions).toHaveLength(2);
  });

  it("a decision made on seeing both settles it; the older files read again bring nothing back", () => {
    const settled = said(mergedDecisions(mine, theirs), "王五", "2026-03-02T08:00:00.000Z", "accepted");
    const later = said(settled, "王五", "2026-03-03T08:00:00.000Z", "rejected", { reason: "又看了" });
    for (const decisions of [mergedDecisions(settled, mine, theirs), mergedDecisions(mine, later, theirs, settled)])
      expect(desk(decisions).totals.judged.disputed).toBe(0);
    expect(mergedDecisions(mine, later, theirs, settled)).toEqual(later);
  });
});

it.each([
  ["another file", '{"kind":"别的","decisions":[]}'],
  ["one that was cut off", decisionsText(said([], "张三", "2026-03-01T08:00:00.000Z", "rejected")).slice(0, -20)],
  ["a decision without its reason", '{"kind":"预算公开审核意见","decisions":[{"office":"甲局"}]}'],
  ["a list", "[]"],
  ["a workbook", "PK\u0003\u0004"],
])("%s is no file of decisions", (_, text) => {
  expect(decisionsIn(text)).toBeNull();
});

describe("what many offices have alike", () => {
  const offices = ["甲局", "乙局", "丙局", "丁局"];
  const AT = "2026-03-01T08:00:00.000Z";
  const forAll = (before: readonly Decision[], judgement: Judgement, at = AT): readonly Decision[] =>
    said(before, "张三", at, judgement, { scope: "all" });

  it("is decided once for all of them, stays listed so that it may be taken back, and is open again once it is", () => {
    const rejected = forAll([], "rejected");
    const { common, offices: rows, totals } = desk(rejected, [total], offices);
    expect(rows.map(({ state, tally }) => `${state} ${String(tally.error)}`)).toEqual(Array<string>(4).fill("settled 0"));
    expect(common).toMatchObject([{ id: "F1", form: "12张表", years: [2026], judged: { rejected: 4, undecided: 0 } }]);
    expect(common[0]?.decided).toMatchObject({ state: "rejected", decisions: [{ reason: "口径已批准", office: null }] });
    expect(totals.judged.rejected).toBe(4);
    const back = forAll(rejected, "withdrawn", "2026-03-01T08:05:00.000Z");
    expect(desk(back, [total], offices).common).toMatchObject([{ decided: null, judged: { rejected: 0, undecided: 4 } }]);
    expect(states(desk(back, [total], offices)).flat()).toEqual(Array<string>(4).fill("open"));
  });

  it("goes with the file of decisions, to whoever reads it", () => {
    const read = decisionsIn(decisionsText(forAll([], "rejected"))) ?? [];
    expect(desk(read, [total], offices).common[0]?.decided?.state).toBe("rejected");
    expect(commonWords(desk(read, [total], offices).common[0] ?? { message: "", decided: null })).toMatch(
      /^4 个单位.*不采纳。张三：不采纳，口径已批准（对所有单位）$/,
    );
  });

  it("leaves an office that was told by itself as it was told", () => {
    const own = said([], "李四", AT, "accepted", { office: "乙局" });
    const all = forAll(own, "rejected", "2026-03-01T09:00:00.000Z");
    const made = desk(all, [total], offices);
    expect(states(made).flat()).toEqual(["rejected", "accepted", "rejected", "rejected"]);
    expect(made.common[0]?.judged).toMatchObject({ accepted: 1, rejected: 3 });
  });

  it("decided office by office, as before, is listed no longer", () => {
    const each = offices.reduce<readonly Decision[]>((before, office) => said(before, "张三", AT, "rejected", { office }), []);
    expect(desk(each, [total], offices).common).toEqual([]);
  });

  it("says nothing of another year, of which nothing was decided", () => {
    const files = [2025, 2026].flatMap((year) =>
      offices.map((name) => keptFile(`${name}${String(year)}.xlsx`, name, { findings: [total], year })),
    );
    const { common, offices: rows } = deskOf(files, { decisions: forAll([], "rejected") });
    expect(common).toMatchObject([{ years: [2025, 2026], decided: null, judged: { rejected: 4, undecided: 4 } }]);
    expect(rows.filter(({ state }) => state === "settled").map(({ year }) => year)).toEqual([2026, 2026, 2026, 2026]);
  });
});
