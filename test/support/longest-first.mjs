import Sequencer from "@jest/test-sequencer";

/** What takes longest, and is among the smallest files: walks through a real browser, and what runs in groups. */
const LONG = [/[\\/]test[\\/]browser[\\/]/, /[\\/]test[\\/]\.together[\\/]/];

/**
 * Begins with the files that take longest, a walk and a group by turns: a walk waits for its browser a third of its time, and a group,
 * which only computes, makes use of it. The others fill the places beside them.
 */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = [...(await super.sort(tests))];
    const [walks, groups] = LONG.map((is) => sorted.filter(({ path }) => is.test(path)));
    const byTurns = Array.from({ length: Math.max(walks.length, groups.length) }, (_, turn) => [walks[turn], groups[turn]]);
    const first = byTurns.flat().filter((test) => test !== undefined);
    return [...first, ...sorted.filter((test) => !first.includes(test))];
  }
}
