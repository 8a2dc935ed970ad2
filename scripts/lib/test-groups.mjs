/**
 * Test files that run together, as one file of jest's: each on its own loads the product anew and has it compiled anew, which is half of
 * all their work. In a group they follow one another by name, so that what one might leave behind for the next is the same in each run.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Folders whose tests share most of the product. What is in no folder of these is a group of its own: the others. */
const FOLDERS = {
  proofread: ["proofread"],
  texts: ["narrative", "publication", "report", "review"],
  tables: ["checks", "cli", "compare", "desk", "workbook"],
};

/** These run for themselves: programs of their own, and times that are measured. */
const ALONE = ["browser", "build", "linear"];

/** A file that asks for another environment than all the others cannot share theirs. */
const OWN_ENVIRONMENT = /@jest-environment/;

const TEST = /\.test\.tsx?$/;

/** Where the files of the groups are written; they are gone after the run. */
export const TOGETHER = "test/.together";

const folderOf = (file) => file.split("/")[0];
const groupOf = (file) => Object.keys(FOLDERS).find((name) => FOLDERS[name].includes(folderOf(file))) ?? "others";

/** @returns {{ alone: readonly string[], groups: Readonly<Record<string, readonly string[]>> }} files as seen from the folder test */
export function testGroups(root) {
  const tests = path.join(root, "test");
  const files = readdirSync(tests, { recursive: true }).map((file) => file.replaceAll(path.sep, "/"));
  const alone = [];
  const groups = {};
  for (const file of files.filter((one) => TEST.test(one) && !one.startsWith(".")).sort()) {
    const own = ALONE.includes(folderOf(file)) || OWN_ENVIRONMENT.test(readFileSync(path.join(tests, file), "utf8"));
    if (own) alone.push(file);
    else (groups[groupOf(file)] ??= []).push(file);
  }
  return { alone, groups };
}

/** Writes the files of the groups. @returns {readonly string[]} all that is to run, as paths from the root */
export function writeTestGroups(root) {
  const { alone, groups } = testGroups(root);
  removeTestGroups(root);
  mkdirSync(path.join(root, TOGETHER));
  const written = Object.entries(groups).map(([name, files]) => {
    const file = `${TOGETHER}/${name}.test.ts`;
    const lines = files.map((one) => `describe(${JSON.stringify(one)}, () => void require(${JSON.stringify(`../${one}`)}));\n`);
    writeFileSync(path.join(root, file), lines.join(""));
    return file;
  });
  return [...alone.map((file) => `test/${file}`), ...written];
}

export const removeTestGroups = (root) => rmSync(path.join(root, TOGETHER), { recursive: true, force: true });
