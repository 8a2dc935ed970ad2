import { readFileSync } from "node:fs";
import path from "node:path";
import { proofread } from "../../src/proofread/proofread";
import type { ProofreadReport } from "../../src/proofread/report";
import { rightText, sampleBook, unchanged } from "./support";

/** texts/sheets.txt: what a place of the sample's report is changed into (⇥ parts cells, ¶ paragraphs): + must be found, - is right. */
const CHANGES = readFileSync(path.join(__dirname, "texts/sheets.txt"), "utf8")
  .replace(/⇥/g, "\t")
  .split(/^== /m)
  .slice(1)
  .map((block) => {
    const [kind = "", ...changes] = block.replace(/\n+$/, "").split("\n");
    return {
      kind,
      changes: changes.map((one) => ({
        wrong: one.startsWith("+"),
        what: one.slice(1),
        parts: one.slice(1).replace(/¶/g, "\n").split("=>"),
      })),
    };
  });

describe.each(CHANGES)("performance sheets, 第一部分, cover: $kind", ({ changes }) => {
  test.each(changes)("$what", async ({ wrong, parts: [from = "", to = ""] }) => {
    const text = rightText().join("\n");
    expect(text).toContain(from);
    const against = await sampleBook();
    const said = ({ findings }: ProofreadReport): readonly string[] =>
      findings.filter(({ severity }) => wrong || severity !== "info").map(({ message }) => message);
    const before = said(unchanged(text.split("\n"), against));
    const found = said(proofread(text.replace(from, to).split("\n"), against)).some((message) => !before.includes(message));
    expect(found).toBe(wrong);
  });
});
