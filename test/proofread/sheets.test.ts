import { readFileSync } from "node:fs";
import path from "node:path";
import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook, serious } from "./support";

/** texts/sheets.txt: what a place of the sample's report is changed into (⇥ parts cells, ¶ paragraphs): + must be found, - is right. */
const CHANGES = readFileSync(path.join(__dirname, "texts/sheets.txt"), "utf8").replace(/⇥/g, "\t").split(/^== /m).slice(1).map((block) => {
  const [kind = "", ...changes] = block.trim().split("\n");
  return { kind, changes: changes.map((one) => ({ wrong: one.startsWith("+"), what: one.slice(1), parts: one.slice(1).replace(/¶/g, "\n").split("=>") })) };
});

describe.each(CHANGES)("performance sheets, 第一部分, cover: $kind", ({ changes }) => {
  test.each(changes)("$what", async ({ wrong, parts: [from = "", to = ""] }) => {
    const text = rightText().join("\n");
    expect(text).toContain(from);
    const against = await sampleBook();
    const before = serious(proofread(text.split("\n"), against)).length;
    const after = proofread(text.replace(from, to).split("\n"), against).findings;
    const found = wrong ? after.length > proofread(text.split("\n"), against).findings.length : serious({ ...proofread([], null), findings: after }).length > before;
    expect(found).toBe(wrong);
  });
});
