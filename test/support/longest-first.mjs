import Sequencer from "@jest/test-sequencer";

/** How early a file is begun: walks through a real browser, then what runs in groups. Both take longest, and are among the smallest files. */
const TURNS = [/[\\/]test[\\/]browser[\\/]/, /[\\/]test[\\/]\.together[\\/]/];

function turnOf({ path }) {
  const turn = TURNS.findIndex((one) => one.test(path));
  return turn < 0 ? TURNS.length : turn;
}

/** Begins with the files that take longest: the others fill the places beside them. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => turnOf(a) - turnOf(b));
  }
}
