import { readFileSync } from "node:fs";
import { problem as excelProblem } from "../../src/hosts/excel/problems";
import { problem as fileProblem } from "../../src/hosts/file/problems";

const manual = readFileSync("docs/manual.md", "utf8");
const questions = manual.slice(manual.indexOf("## 常见问题"));

const NAME = "某表";
const CELL = "ZZ99";
/** Takes several names. */
const LISTS = new Set(["sheets", "foreign"]);

type Make = (...given: never[]) => Error;

/** What the user reads first of a problem, names left open: the words under which it has to be found in the manual. */
function opening(key: string, make: Make): string {
  const { message } = (make as (...given: unknown[]) => Error)(LISTS.has(key) ? [NAME] : NAME, CELL);
  return (
    message
      .replaceAll(NAME, "……")
      .replaceAll(CELL, "……")
      .split(/[，。]/)[0] ?? ""
  );
}

describe.each<[string, Readonly<Record<string, Make>>]>([
  ["files", fileProblem],
  ["Excel", excelProblem],
])("every problem with %s is explained", (_, problems) => {
  it.each(Object.entries(problems))("%s", (key, make) => {
    const words = opening(key, make);
    expect(words.length).toBeGreaterThan(3);
    expect([words, questions.includes(words)]).toEqual([words, true]);
  });
});

it("names the places of the pane as the pane does", () => {
  const pane = readFileSync("src/taskpane/pane-view.tsx", "utf8") + readFileSync("src/taskpane/parts/tabs.tsx", "utf8");
  for (const place of ["校验", "说明", "填报", "校对", "设置"]) {
    expect(pane).toContain(`"${place}"`);
    expect(manual).toContain(`“${place}”`);
  }
});
