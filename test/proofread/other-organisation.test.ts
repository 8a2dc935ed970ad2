import path from "node:path";
import { narrate } from "../../src/narrative/narrate";
import { proofread } from "../../src/proofread/proofread";
import { correctedParagraph, type ProofFinding } from "../../src/proofread/report";
import { narrativeText } from "../../src/render/text";
import { book, fresh, line, sampleBook } from "./support";

const OWN = "示例市人民政府办公室";
const own = async () => {
  const against = await sampleBook();
  return { against, text: narrativeText(narrate(against.recognised, against.inputs)).split("\n") };
};
const about = (findings: readonly ProofFinding[]): readonly ProofFinding[] => findings.filter(({ category }) => category === "name");

test.each([
  ["示范县水利局", "error"],
  ["示例市人民政府办公厅", "error"],
  ["示例市人民政府办公室信息中心", "error"],
  // One character before a place's name makes another place of it.
  ["新示例市人民政府办公室", "error"],
  ["新疆示例市人民政府办公室", "warning"],
  ["人民政府办公室", "warning"],
])("a text that is headed %s from end to end is one cause, and nobody knows which name is right", async (other, severity) => {
  const { against, text } = await own();
  const places = text.join("\n").split(OWN).length - 1;
  expect(places).toBeGreaterThan(20);
  const before = proofread(text, against);
  const found = proofread(
    text.map((one) => one.replaceAll(OWN, other)),
    against,
  );
  expect(about(found.findings).map(line)).toEqual([`${severity} name ${other}→`]);
  const [{ message, cells } = { message: "", cells: [] }] = about(found.findings);
  expect(message).toContain(`“${other}”（${String(places)}处），工作簿写的是“${OWN}”（见表1!A2`);
  expect(cells[0]).toMatchObject({ sheet: "表1" });
  expect(found.findings.length).toBe(before.findings.length + 1);
  expect(found.coverage).toMatchObject({ proved: before.coverage.proved, faulty: before.coverage.faulty });
  expect(found.stranger).toBeNull();
});

test("another organisation's name in one place is told there, with the right one", async () => {
  const { against, text } = await own();
  const at = text.findIndex((one) => one.startsWith(`${OWN}2026年支出预算`));
  expect(at).toBeGreaterThan(0);
  const found = fresh(text, against, text[at] ?? "", (text[at] ?? "").replace(OWN, "示范县水利局"));
  expect(found.map(line)).toEqual([`error name 示范县水利局→${OWN}`]);
  const wrong = text.map((one, index) => (index === at ? one.replace(OWN, "示范县水利局") : one));
  expect(correctedParagraph(proofread(wrong, against), at + 1)).toBe(text[at]);
});

test("a third name in such a text is told at its place, but not which of the two it ought to be; the workbook's own is part of the cause", async () => {
  const { against, text } = await own();
  const other = text.map((one) => one.replaceAll(OWN, "示范县水利局"));
  const at = other.findIndex((one) => one.startsWith("示范县水利局2026年支出预算"));
  const third = other.map((one, index) => (index === at ? one.replace("示范县水利局", "示范县林业局") : one));
  const found = about(proofread(third, against).findings);
  expect(found.map(({ quote }) => quote)).toEqual(["示范县水利局", "示范县林业局"]);
  expect(found.map(({ replaces }) => replaces)).toEqual([false, false]);
  const mixed = other.map((one, index) => (index === at ? one.replace("示范县水利局", OWN) : one));
  expect(about(proofread(mixed, against).findings).map(({ message }) => message)).toEqual([expect.stringContaining("报告里也有1处")]);
});

test("a workbook that does not say whose it is contradicts no name", async () => {
  const { against, text } = await own();
  const nameless = { ...against, recognised: { ...against.recognised, organisation: null } };
  const basics = new Map([...against.inputs.basics].filter(([item]) => item !== "单位名称"));
  const found = proofread(
    text.map((one) => one.replaceAll(OWN, "示范县水利局")),
    { ...nameless, inputs: { ...against.inputs, basics } },
  );
  expect(found.findings.filter(({ id }) => id === "S03")).toEqual([]);
});

test("another organisation's workbook is said once, and no figure is held against it", async () => {
  const { text } = await own();
  const foreign = await book(path.join(__dirname, "../../samples/2026-11.xlsx"));
  const name = foreign.recognised.organisation ?? "";
  expect(name).not.toBe(OWN);
  const found = proofread(text, foreign);
  const alone = proofread(text, null);
  const more = found.findings.filter(({ key }) => !alone.findings.some((one) => one.key === key));
  expect(more.map(line)).toEqual([`error name ${OWN}→`]);
  expect(more[0]?.message).toContain(`“${OWN}”`);
  expect(more[0]?.message).toContain(`“${name}”`);
  expect(more[0]?.message).toContain("没有用工作簿核对");
  expect(found.summary).toContain("没有用它核对");
  expect(found.stranger).not.toBeNull();
  expect(found.coverage.proved).toBe(alone.coverage.proved);
  expect(found.coverage.unchecked.length).toBe(alone.coverage.unchecked.length);
});

test("so is last year's workbook of the same organisation, most of whose figures are others", async () => {
  const { against, text } = await own();
  const { recognised, inputs } = await book(path.join(__dirname, "../../samples/2026-11.xlsx"));
  const basics = new Map([...inputs.basics].filter(([item]) => item !== "单位名称"));
  const old = { recognised: { ...recognised, organisation: against.recognised.organisation, year: 2025 }, inputs: { ...inputs, basics } };
  const found = proofread(text, old);
  expect(found.findings.filter(({ id }) => id === "B07" || id === "S03").map(line)).toEqual(["error year 2026→"]);
  expect(found.findings.filter(({ id }) => id === "B-数")).toEqual([]);
  expect(found.summary).toContain("没有用它核对");
});
