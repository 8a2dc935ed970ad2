import Sequencer from "@jest/test-sequencer";

const IN_BROWSER = /[\\/]test[\\/]browser[\\/]/;

/** The walks through a real browser are the longest files and the smallest: begun first, the others fill the places beside them. */
export default class BrowserFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const inBrowser = sorted.filter(({ path }) => IN_BROWSER.test(path));
    return [...inBrowser, ...sorted.filter((test) => !inBrowser.includes(test))];
  }
}
