import { createEngine } from "../../../src/taskpane/engine/engine";
import type { EngineService } from "../../../src/taskpane/engine/service";
import { inlineTransport, type Transport } from "../../../src/taskpane/engine/transport";
import type { PlainWorkbook } from "../../../src/workbook/plain";
import { sampleWorkbook } from "../../browser/stage";

/** The engine on this thread, with the calls that reach it. */
function watched(): { readonly transport: Transport; readonly calls: string[] } {
  const inner = inlineTransport();
  const calls: string[] = [];
  const call: Transport["call"] = (method, ...args) => {
    calls.push(typeof args[0] === "number" ? `${method} ${args[0]}` : method);
    return inner.call(method, ...args);
  };
  return { transport: { call, stop: inner.stop }, calls };
}

const withSheet = (book: PlainWorkbook, position: number): PlainWorkbook => ({
  ...book,
  sheets: book.sheets.map((sheet, index) => (index === position ? { ...sheet } : sheet)),
});

describe("the engine behind the pane", () => {
  it("says where each of the twelve tables is, and that nothing is broken", async () => {
    const { overview, report } = await createEngine(inlineTransport()).ask(await sampleWorkbook(), "analyse", {});
    expect(overview).toMatchObject({
      year: 2026,
      family: "xinjiang",
      template: { id: "xinjiang/2026-12" },
      organisationKind: "部门",
      unit: "万元",
      hasInputSheets: true,
    });
    expect(overview.tables.map(({ number, status, place }) => [number, status, place?.sheet])).toEqual(
      Array.from({ length: 12 }, (_, index) => [index + 1, "found", `表${index + 1}`]),
    );
    expect(report.findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error")).toEqual([]);
  });

  it("is handed every sheet once, and then only those that changed", async () => {
    const { transport, calls } = watched();
    const engine = createEngine(transport);
    const book = await sampleWorkbook();
    await engine.ask(book, "analyse", {});
    expect(calls).toEqual(["begin", ...book.sheets.map((_, index) => `setSheet ${index}`), "analyse"]);
    calls.length = 0;
    await engine.ask(book, "analyse", {});
    expect(calls).toEqual(["analyse"]);
    calls.length = 0;
    await engine.ask(withSheet(book, 3), "analyse", {});
    expect(calls).toEqual(["begin", "setSheet 3", "analyse"]);
  });

  it("warns of doubted tables when it narrates, and of none where the sheets were put right", async () => {
    const engine = createEngine(inlineTransport());
    const wrong = await sampleWorkbook([
      ["表8", 0, 0, "国有资本经营预算支出情况表"],
      ["表9", 0, 0, "政府性基金预算支出情况表"],
    ]);
    expect((await engine.ask(wrong, "narrate", {}, {})).cautions).toEqual([expect.stringContaining("第八、九节要用这些表")]);
    expect((await engine.ask(await sampleWorkbook(), "narrate", {}, {})).cautions).toEqual([]);
  });

  it("sees the change of a sheet that was handed over anew", async () => {
    const engine = createEngine(inlineTransport());
    await engine.ask(await sampleWorkbook(), "analyse", {});
    const { report } = await engine.ask(await sampleWorkbook([["表1", 6, 1, 1219.53]]), "analyse", {});
    expect(report.findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error").map(({ id }) => id)).toContain(
      "F102",
    );
    expect(report.suspects[0]).toMatchObject({ sheet: "表1", row: 6, column: 1, expected: "1219.43" });
  });

  it("follows the sheet and the template that the user chose", async () => {
    const book = await sampleWorkbook();
    const { overview } = await createEngine(inlineTransport()).ask(book, "analyse", {
      template: "xinjiang/2026-11",
      organisationKind: "单位",
    });
    expect(overview).toMatchObject({ template: { id: "xinjiang/2026-11" }, organisationKind: "单位", templateEvidence: ["由用户选定"] });
    expect(overview.tables).toHaveLength(11);
  });

  it("after being cancelled is handed everything again", async () => {
    const { transport, calls } = watched();
    const engine = createEngine(transport);
    const book = await sampleWorkbook();
    await engine.ask(book, "analyse", {});
    engine.cancel();
    calls.length = 0;
    await engine.ask(book, "analyse", {});
    expect(calls.filter((call) => call.startsWith("setSheet"))).toHaveLength(book.sheets.length);
  });

  it.each<[keyof EngineService & ("narrate" | "fill" | "proofread"), readonly unknown[]]>([
    ["narrate", [{}, {}]],
    ["fill", [{}, { workbook: null, text: null }]],
    ["proofread", [{}, [""]]],
  ])("%s never throws on an empty workbook, and answers plain data", async (method, args) => {
    const engine = createEngine(inlineTransport()) as {
      readonly ask: (book: PlainWorkbook, method: string, ...given: readonly unknown[]) => Promise<unknown>;
    };
    const answer = await engine.ask({ name: "", sheets: [] }, method, ...args);
    expect(structuredClone(answer)).toEqual(answer);
  });

  it("what it finds can cross to the pane as plain data", async () => {
    const answer = await createEngine(inlineTransport()).ask(await sampleWorkbook([["表1", 6, 1, 1219.53]]), "analyse", {});
    expect(structuredClone(answer)).toEqual(answer);
  });
});
