import path from "node:path";
import Sequencer from "@jest/test-sequencer";

/** What takes longest, the longest first: walks through a real browser, and what runs in groups. A clean clone knows no times. */
const WALKS = ["workbench", "spreadsheet", "pane", "planted"];
const GROUPS = ["proofread", "others", "tables", "texts"];

const found = (tests, folder, names) =>
  names.flatMap((name) => tests.filter((test) => test.path.endsWith(path.join("test", folder, `${name}.test.ts`))));

/**
 * Begins with the files that take longest, a group and a walk by turns: a walk waits for its browser a third of its time, and a group,
 * which only computes, makes use of it. The others fill the places beside them.
 */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = [...(await super.sort(tests))];
    const [groups, walks] = [found(sorted, ".together", GROUPS), found(sorted, "browser", WALKS)];
    const byTurns = Array.from({ length: Math.max(walks.length, groups.length) }, (_, turn) => [groups[turn], walks[turn]]);
    const first = byTurns.flat().filter((test) => test !== undefined);
    return [...first, ...sorted.filter((test) => !first.includes(test))];
  }
}
