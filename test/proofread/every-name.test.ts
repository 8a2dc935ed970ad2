import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook, unchanged } from "./support";

const OWN = "示例市人民政府办公室";
const OTHER = "青川区水务局";

/** Words as the text has them, blanks or not between their characters. */
const spaced = (words: string): RegExp => new RegExp(Array.from(words).join("\\s*"), "g");

/** Where a report names its office, another one is left over from the text it was copied from: none of these places passes. */
test("another office in place of the own name is found wherever the report names it", async () => {
  const [text, against] = [rightText(), await sampleBook()];
  const before = new Set(unchanged(text, against).findings.map(({ key, paragraph }) => `${key}${String(paragraph)}`));
  const places = text.flatMap((line, paragraph) =>
    [...line.matchAll(spaced(OWN))].map(({ 0: said, index }) => ({ paragraph, said, index })),
  );
  expect(places.length).toBeGreaterThan(20);
  const missed = places.flatMap(({ paragraph, said, index }) => {
    const changed = text.map((line, at) => (at === paragraph ? `${line.slice(0, index)}${OTHER}${line.slice(index + said.length)}` : line));
    const { findings } = proofread(changed, against);
    const found = findings.some((one) => !before.has(`${one.key}${String(one.paragraph)}`) && one.verdict === "broken");
    return found ? [] : [`¶${String(paragraph + 1)} ${text[paragraph] ?? ""}`];
  });
  expect(missed).toEqual([]);
});

test("and on a cover of two lines", async () => {
  const [text, against] = [rightText(), await sampleBook()];
  const named = (name: string): readonly string[] =>
    proofread([`2026年${name}`, "部门预算公开", ...text], against).findings.flatMap(({ category, paragraph }) =>
      category === "name" && paragraph === 1 ? [name] : [],
    );
  expect(named(OTHER)).toEqual([OTHER]);
  expect(named(OWN)).toEqual([]);
});
