import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { commandLineFiles, oneFile } from "../../scripts/lib/one-file.mjs";
import { pdf, words } from "../report/pdf-writer";

const root = path.join(__dirname, "../..");
const built = path.join(root, "dist/cli");
const head = readFileSync(path.join(root, "tools/package/one-file.cjs"), "utf8");
let folder: string;
let program: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-one-file-"));
  // A name that says where else it may be put.
  program = path.join(folder, "审核 budget(1).cjs");
  writeFileSync(program, oneFile(head, commandLineFiles(built)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (file: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: "utf8",
    cwd: folder,
    env: { TMPDIR: folder },
  });
  return { status, stdout, stderr: stderr.replace(/^正在.*\n/gm, "") };
};

/** In a folder of its own, with nothing beside it: what the folder of the build says, and nothing is left on the disk. */
it.each([
  ["two workbooks, in threads", ["check", path.join(root, "samples/2026-12.xlsx"), path.join(root, "samples/2023-10.xlsx"), "--json"]],
  ["a narrative, read in a thread", ["narrate", path.join(root, "samples/2026-12.xlsx")]],
  ["the functions, from a file of the build", ["functions"]],
  ["a report in PDF, whose characters need a map", ["proofread", "--text", "报告.pdf", "--json"]],
  ["a file that is not there", ["check", "没有.xlsx"]],
])("%s", (_, args) => {
  const report = path.join(folder, "报告.pdf");
  writeFileSync(report, pdf([{ operations: [words(60, 700, "示例市人民政府办公室2026年部门预算公开")] }]));
  const alone = run(program, args);
  expect(alone).toEqual(run(path.join(built, "budget.cjs"), args));
  expect(alone.stdout + alone.stderr).toMatch(/\p{Script=Han}/u);
  expect(readdirSync(folder).sort()).toEqual([path.basename(program), "报告.pdf"].sort());
});

/** Behind a last "/" of base64 the end of the comment looked like the beginning of one, and no file was found. */
it("finds its files again whatever sign of base64 they end in", () => {
  const noise = (seed: number) =>
    Array.from({ length: 60 }, (_, index) => (seed ** 2 * 31 + index ** 3 * (seed + 7)).toString(36)).join(" ");
  const programs = Array.from({ length: 100 }, (_, seed) => Buffer.from(`process.stdout.write("运行"); // ${noise(seed)}`));
  const ends = (bytes: Buffer) => deflateRawSync(bytes, { level: 9 }).toString("base64").endsWith("/");
  const chosen = programs.find(ends);
  if (!chosen) throw new Error("none of them ends in /");
  const whole = path.join(folder, "any.cjs");
  writeFileSync(whole, oneFile(head, [["budget.cjs", chosen]]));
  expect(run(whole, [])).toEqual({ status: 0, stdout: "运行", stderr: "" });
  rmSync(whole);
});
