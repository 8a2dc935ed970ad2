/**
 * Damages good files in every way that happens to files and reads them as the command line does: each must end, within its
 * budget, with the same cells as before or with words that say what is wrong.
 *   npm run fuzz -- [--minutes 1] [--seed 1] [--count N] [--folder FILES] [--keep FOLDER]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DoorProblem } from "../../src/hosts/door";
import { createApartReader } from "../../src/hosts/file/apart/apart";
import { startNodeThread } from "../../src/hosts/file/apart/node-thread";
import { withoutSettings } from "../../src/hosts/file/read-workbook";
import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { narrate } from "../../src/narrative/narrate";
import { narrativeText } from "../../src/render/text";
import { proofread } from "../../src/proofread/proofread";
import { reportText } from "../../src/report/text";
import { Random } from "../../test/workbook/perturbed/random";
import { sources, UNTOLD, type Source } from "./sources";

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    seed: { type: "string" },
    count: { type: "string" },
    folder: { type: "string" },
    keep: { type: "string" },
  },
});
const until = Date.now() + Number(values.minutes ?? 1) * 60_000;
const most = Number(values.count ?? Number.POSITIVE_INFINITY);
const reader = createApartReader(startNodeThread(path.resolve("dist/cli/reader.cjs")));
const all = await sources(values.folder);

/** What a user gets: the content read, word for word, and what the engine says of it; or the refusal. */
async function outcome(
  { reader: kind, name }: Source,
  bytes: Uint8Array,
): Promise<{ readonly content: string | null; readonly refusal: string | null }> {
  try {
    if (kind === "text") {
      const text = reportText(await reader.read("report", bytes, name)).map((line) => line.text);
      proofread(text, null);
      return { content: JSON.stringify(text), refusal: null };
    }
    const workbook = withoutSettings((await reader.read("workbook", bytes, name)).workbook);
    const book = openBook(workbook);
    checkBook(book);
    narrativeText(narrate(book.recognised, book.inputs));
    return { content: JSON.stringify(workbook.sheets), refusal: null };
  } catch (cause) {
    if (cause instanceof DoorProblem && /[\u4e00-\u9fff]/.test(cause.message)) return { content: null, refusal: cause.message };
    throw cause;
  }
}

const tally = { inputs: 0, same: 0, refused: 0, other: 0, raw: 0, silent: 0, slow: 0 };
let worst = { milliseconds: 0, input: "" };

/** Damage that checksums tell must never be read with other content; a changed number in an .xls or a text cannot be told. */
const tells = (source: Source, kind: string): boolean => /\.(xlsx|xlsm|ods|docx)$/.test(source.name) && !UNTOLD.has(kind);

function keep(input: string, bytes: Uint8Array): void {
  if (values.keep === undefined) return;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(path.join(values.keep, input.replace(/[\s/]/g, "-")), bytes);
}

async function one(source: Source, whole: string | null, kind: string, seed: number): Promise<void> {
  const random = new Random(seed);
  const mutate = source.mutations[kind];
  if (!mutate) return;
  const bytes = mutate(source.bytes, random);
  const input = `${kind} ${String(seed)} ${source.name}`;
  const started = performance.now();
  try {
    const { content, refusal } = await outcome(source, bytes);
    if (refusal !== null) tally.refused++;
    else if (content === whole) tally.same++;
    else if (whole !== null && tells(source, kind)) {
      tally.silent++;
      keep(`silent ${input}`, bytes);
      console.log(`READ WITH OTHER CONTENT: ${input}`);
    } else tally.other++;
    if (refusal !== null && /秒内没有读完|没有进展|内存不够/.test(refusal)) {
      tally.slow++;
      keep(`slow ${input}`, bytes);
      console.log(`BEYOND ITS BUDGET: ${input}`);
    }
  } catch (cause) {
    tally.raw++;
    keep(`raw ${input}`, bytes);
    console.log(
      `RAW: ${input}\n${cause instanceof Error ? (cause.stack ?? cause.message).split("\n").slice(0, 4).join("\n") : String(cause)}`,
    );
  }
  tally.inputs++;
  const milliseconds = performance.now() - started;
  if (milliseconds > worst.milliseconds) worst = { milliseconds, input };
}

const wholes: (string | null)[] = [];
for (const source of all) {
  const { content, refusal } = await outcome(source, source.bytes);
  // A good file that is refused (a desk too busy) has no content to hold the damaged ones against.
  if (content === null) console.log(`not held against its own content: ${source.name}: ${refusal ?? ""}`);
  wholes.push(content);
}
let seed = Number(values.seed ?? 1);
while (Date.now() < until && tally.inputs < most)
  for (const [i, source] of all.entries())
    for (const kind of Object.keys(source.mutations))
      if (Date.now() < until && tally.inputs < most) await one(source, wholes[i] ?? null, kind, seed++);

console.log(JSON.stringify({ ...tally, nextSeed: seed, worst, memoryMB: Math.round(process.resourceUsage().maxRSS / 1024) }));
process.exit(tally.raw + tally.silent > 0 ? 1 : 0);
