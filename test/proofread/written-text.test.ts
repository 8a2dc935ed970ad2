import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { recogniseWorkbook } from "../../src/book/recognise";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { segmentsText } from "../../src/narrative/segments";
import { proofread } from "../../src/proofread/proofread";

const FOLDER = path.join(__dirname, "../../samples");
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith(".xlsx"));

test.each(SAMPLES)("what the tool has written from %s it proves to the last figure, and finds nothing wrong", async (file) => {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(path.join(FOLDER, file))), file);
  const against = { recognised: recogniseWorkbook(workbook), inputs: readInputs(workbook) };
  const { title, sections, todo } = narrate(against.recognised, against.inputs);
  expect(todo).toEqual([]);
  const said = sections.flatMap(({ number, heading, paragraphs }) => [
    `${number}、${segmentsText(heading)}`,
    ...paragraphs.map(({ segments }) => segmentsText(segments)),
  ]);
  const { findings, coverage } = proofread([title, ...said], against);
  // What the tables themselves have wrong (医疗费 among 公用经费) is said of any text.
  expect(findings.filter(({ id, severity }) => severity !== "info" && id !== "K10")).toEqual([]);
  expect({ proved: coverage.proved, faulty: coverage.faulty, unchecked: coverage.unchecked }).toEqual({
    proved: coverage.figures,
    faulty: 0,
    unchecked: [],
  });
  expect(coverage.figures).toBeGreaterThan(80);
});
